import { officeName } from "#i18n";
import { type Office, offices, parties, partyOrder, processOf, readableRooms, sideOf } from "#record";
import type { At, Query } from "./query.ts";

export type ProcessModel = {
  readonly title: string;
  readonly demonstration: boolean;
  readonly office: Office;
  readonly names: Readonly<Record<Office, string>>;
  /** The offices of both parties, in the order of this process; whose turn is first alternates from there. */
  readonly parties: readonly Office[];
  /**
   * The two sides' IANA zones: a party's own first, else one day the one and the next the other. On one day all
   * clocks stand in one order, so that of two lines below each other nobody takes the one clock for the other.
   */
  readonly zones: readonly { readonly office: Office; readonly zone: string }[];
  readonly rooms: readonly string[];
};

/** The process as its founding act says it; undefined until that act has been read. */
export const process: Query<undefined, ProcessModel | undefined> = ({ state, office, now, t }) => {
  const founding = processOf(state);
  if (!founding) return undefined;
  const ordered = inPartyOrder({ state, office }, 0);
  return {
    title: founding.title[t.language],
    demonstration: founding.demonstration,
    office,
    names: Object.fromEntries(offices.map((one) => [one, officeName(t, state, one)])) as Record<
      Office,
      string
    >, // of all offices
    parties: ordered,
    zones: inPartyOrder({ state, office }, Math.floor(now / 86_400_000)).map((one) => ({
      office: one,
      zone: founding.parties[sideOf(one) ?? "a"].zone,
    })),
    rooms: readableRooms(office),
  };
};

/** The two parties in the order of this turn: each party first on its own desk, else alternating. */
export function inPartyOrder(
  { state, office }: Pick<At, "state" | "office">,
  turn: number,
): readonly Office[] {
  if (sideOf(office) === "a") return ["party-a", "party-b"];
  if (sideOf(office) === "b") return ["party-b", "party-a"];
  const order = partyOrder(state);
  return [...parties].sort((one, other) => order(one, turn) - order(other, turn));
}

/** Offices of which the two parties stand in the order of this turn; the others come after them as they were. */
export function byTurn(
  at: Pick<At, "state" | "office">,
  turn: number,
  all: readonly Office[],
): readonly Office[] {
  const named = inPartyOrder(at, turn).filter((one) => all.includes(one));
  return [...named, ...all.filter((one) => !named.includes(one))];
}
