import type { Category, Side } from "#record";
import { linesText } from "../../../design/lines-text.ts";
import type { PartDraft } from "../part-draft.ts";
import type { Plan } from "./engine/protocol.ts";

type LevelName = Plan["levels"][number]["name"];

/** What the planner judges a plan by; the compiler holds that it is all of it. */
const levels: Readonly<Record<LevelName, true>> = {
  coverage: true,
  harm: true,
  returned: true,
  service: true,
  captivity: true,
  envy: true,
  peak: true,
  pickups: true,
  days: true,
  change: true,
};

/** One figure of a plan and what is proven of it. */
export type PlanFigure = {
  readonly name: LevelName;
  readonly value: number;
  readonly bound: number | undefined;
  /** Distance from the bound as a share of it. */
  readonly gap: number | undefined;
  /** Every plan has been gone through: none is better. */
  readonly isBest: boolean;
};

/** One tranche of a plan, as it would be tabled; `needed` are the reserves that it takes, `named` those whom it has. */
export type ShownTranche = {
  readonly on: string | undefined;
  readonly drafts: readonly PartDraft[];
  readonly reserves: { readonly needed: number; readonly named: number };
};

/** A computed plan as its author's own working paper: said to nobody. */
export type ShownPlan = {
  readonly tranches: readonly ShownTranche[];
  readonly figures: readonly PlanFigure[];
  /** What parity costs the wounded and sick: days of delay of all and of the one who waits longest, persons who go later or not. */
  readonly priceOfParity: PriceOfParity | undefined;
  readonly whyNot: readonly { readonly code: string; readonly why: string }[];
};

type PriceOfParity = {
  readonly days: number;
  readonly longest: number;
  readonly later: number;
  readonly unreturned: number;
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * A plan as the planner writes it, with person codes `list:line`. In it `a` and `b` are those who come home *to* a side; in a
 * tranche a person is named under the side that returns him, which is the other one. Undefined where it is no plan.
 */
export function planIn(
  read: unknown,
  categoryOf: (code: string) => Category = () => "number",
): ShownPlan | undefined {
  if (!isFields(read) || !Array.isArray(read.tranches)) return undefined;
  const reserves = fieldsIn(read.reserves);
  const tranches = read.tranches.map((one: unknown) =>
    isFields(one) ? trancheIn(one, reserves, categoryOf) : undefined,
  );
  if (tranches.length === 0 || tranches.includes(undefined)) return undefined;
  return {
    tranches: tranches.filter((one) => one !== undefined),
    figures: fieldsIn(read.levels).flatMap(figureIn),
    priceOfParity: isFields(read.parityPrice) ? priceIn(read.parityPrice) : undefined,
    whyNot: fieldsIn(read.whyNot).flatMap(({ code, why }) =>
      typeof code === "string" ? [{ code, why: wordsIn(why) ?? "" }] : [],
    ),
  };
}

function trancheIn(
  one: Fields,
  reserves: readonly Fields[],
  categoryOf: (code: string) => Category,
): ShownTranche | undefined {
  const [toA, toB] = [codesIn(one.a), codesIn(one.b)];
  const own = reserves.filter(({ tranche }) => tranche === one.tranche);
  const standBy = (to: Side) => own.flatMap((each) => (each.to === to ? (codesIn(each.persons) ?? []) : []));
  const [byA, byB] = [standBy("a"), standBy("b")];
  if (!toA || !toB) return undefined;
  const needed = own.reduce((sum, each) => sum + (typeof each.needed === "number" ? each.needed : 0), 0);
  return {
    on: typeof one.date === "string" ? one.date : undefined,
    drafts: [
      ...draftsOf("b", toA, categoryOf, false),
      ...draftsOf("a", toB, categoryOf, false),
      ...draftsOf("b", byA, categoryOf, true),
      ...draftsOf("a", byB, categoryOf, true),
    ],
    reserves: { needed, named: byA.length + byB.length },
  };
}

function codesIn(value: unknown): readonly string[] | undefined {
  const isCode = (one: unknown): one is string =>
    typeof one === "string" && /^[a-z2-7]{25}[aeimquy4]:[1-9]\d{0,6}$/.test(one);
  return Array.isArray(value) && value.every(isCode) ? value : undefined;
}

function draftsOf(
  returnedBy: Side,
  codes: readonly string[],
  categoryOf: (code: string) => Category,
  isReserve: boolean,
) {
  const places = Map.groupBy(codes, (code) => `${categoryOf(code)} ${code.slice(0, 26)}`);
  return [...places]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]): PartDraft[] => {
      const [first] = own;
      if (first === undefined) return [];
      const lines = own.map((code) => Number(code.slice(27))).toSorted((x, y) => x - y);
      const list = first.slice(0, 26);
      return [{ returnedBy, category: categoryOf(first), list, lines: linesText(lines), isReserve }];
    });
}

function figureIn({ name, value, bound, gap, proven }: Fields): PlanFigure[] {
  const number = (one: unknown) => (typeof one === "number" ? one : undefined);
  if (!isLevel(name) || typeof value !== "number") return [];
  return [{ name, value, bound: number(bound), gap: number(gap), isBest: proven === "exhausted" }];
}

function isLevel(name: unknown): name is LevelName {
  return typeof name === "string" && Object.hasOwn(levels, name);
}

function priceIn(price: Fields): PriceOfParity | undefined {
  const { delayDays: days, longestDelayDays: longest, later, unreturned } = price;
  const isCounted = [days, longest, later, unreturned].every((one) => typeof one === "number");
  return isCounted ? ({ days, longest, later, unreturned } as PriceOfParity) : undefined; // each has been seen to be a number
}

function wordsIn(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((one) => wordsIn(one) ?? "").join("; ");
  return isFields(value)
    ? Object.entries(value)
        .map(([key, one]) => `${key}: ${wordsIn(one) ?? ""}`)
        .join(", ")
    : undefined;
}

function fieldsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
