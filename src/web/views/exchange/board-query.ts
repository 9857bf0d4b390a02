import { officeName, sayWord } from "#i18n";
import {
  type Category,
  categories,
  eligibilitySayings,
  isBilateral,
  isOutsideParity,
  type Kind,
  known,
  lockOf,
  medicalClasses,
  type Office,
  type PayloadOf,
  partyOf,
  type Shown,
  type Side,
  shownCounts,
  sideOf,
  sides,
  threeMonthsAfter,
  trancheAnswer,
  trancheStatus,
} from "#record";
import { linesText } from "../../design/lines-text.ts";
import { listTitle } from "../../desk/list-title.ts";
import { type Due, dueAt, type OwedLine, owedOn } from "../../desk/owed-on.ts";
import { inPartyOrder } from "../../desk/process.ts";
import type { At, Query } from "../../desk/query.ts";
import { type Said, saidOf } from "../../desk/said.ts";

export type Tranche = At["state"]["tranches"]["tabled"] extends Map<infer _, infer T> ? T : never;
/** A word of the record: its code, by which the page weighs it, and how it is said. */
export type Word = { readonly code: string; readonly words: string };

/** How many a side returns, as it may be shown to whoever looks on: small counts are withheld. */
type SideCount = {
  readonly side: Side;
  readonly name: string;
  readonly total: Shown;
  /** The lane outside parity, and those who are counted against each other. */
  readonly outside: Shown;
  readonly within: Shown;
};

export type PartyLine = {
  readonly office: Office;
  readonly name: string;
  readonly answer: Word;
  readonly hasLocked: boolean;
};

export type TrancheLine = {
  readonly id: string;
  readonly title: string;
  readonly number: number | undefined;
  readonly on: string | undefined;
  readonly place: string | undefined;
  readonly status: Word;
  readonly isOpen: boolean;
  readonly parties: readonly PartyLine[];
  readonly counts: readonly SideCount[];
  readonly owed: readonly OwedLine[];
  readonly replaces: { readonly id: string; readonly title: string } | undefined;
};

/** `due` is when a certified person is to be home. */
export type EligibilityLine = Due & {
  readonly said: Said;
  readonly kind: "proposed" | "certified" | "withheld";
  readonly heldBy: string;
  readonly category: Word | undefined;
  readonly isOutside: boolean;
  readonly lists: readonly { readonly title: string; readonly lines: string }[];
};

export type BoardModel = {
  readonly tranches: readonly TrancheLine[];
  /** Texts in whose place another stands, latest first. */
  readonly earlier: readonly { readonly id: string; readonly title: string }[];
  readonly eligibility: readonly EligibilityLine[];
  readonly lists: readonly { readonly value: string; readonly label: string }[];
  readonly sides: readonly { readonly value: Side; readonly label: string }[];
  readonly categories: readonly {
    readonly value: Category;
    readonly label: string;
    readonly isBilateral: boolean;
  }[];
  readonly medicalClasses: readonly {
    readonly value: PayloadOf<"eligibility.certified">["class"];
    readonly label: string;
  }[];
  readonly agreements: readonly { readonly value: string; readonly label: string }[];
  readonly reads: boolean;
  readonly mayTable: boolean;
  readonly mayPropose: boolean;
  readonly mayCertify: boolean;
  readonly mayHear: boolean;
  /** This office's own side; undefined for the operator and the host. */
  readonly own: Side | undefined;
};

// The acts that name persons by lines; an answer to a list, or a signature on it, has none.
const hasLines: readonly string[] = ["list.handed_over", "list.revealed", "list.submitted"] satisfies Kind[];

/** All tranches that this office reads, the latest text of each, and what was said of who ought to return. */
export const board: Query<undefined, BoardModel> = (at) => {
  const { state, office, t } = at;
  const all = [...state.tranches.tabled.values()];
  const statuses = new Map(all.map((one) => [one, trancheStatus(state, one)]));
  const shown = all.filter((one) => statuses.get(one) !== "superseded");
  const isOfSide = office.startsWith("party-") || office.startsWith("exchange-");
  return {
    tranches: shown.map((one) => lineOf(at, one)).toReversed(),
    earlier: all
      .filter((one) => !shown.includes(one))
      .map(({ id }) => ({ id, title: known(state, id, "tranche.tabled").act.payload.title }))
      .toReversed(),
    eligibility: eligibilityLines(at),
    lists: [...state.entries.values()]
      .filter(({ act }) => hasLines.includes(act.kind) && act.room === "exchange")
      .map(({ act }) => ({ value: act.id, label: listTitle(at, act.id) })),
    sides: inPartyOrder(at, 0).map((party) => ({
      value: sideOf(party) ?? "a",
      label: officeName(t, state, party),
    })),
    categories: categories.map((value) => ({
      value,
      label: sayWord(t, value),
      isBilateral: isBilateral(value),
    })),
    medicalClasses: medicalClasses.map((value) => ({ value, label: sayWord(t, value) })),
    agreements: agreementsIn(at),
    reads: isOfSide || office === "host" || office === "operator",
    mayTable: isOfSide,
    mayPropose: isOfSide || office === "operator",
    mayCertify: office === "operator",
    mayHear: office === "operator",
    own: sideOf(office),
  };
};

function agreementsIn({ state }: At) {
  const points = [...state.talks.points.keys()].map((id) => ({
    value: id,
    label: known(state, id, "point.recorded").act.payload.text,
  }));
  const texts = [...state.proposals.tabled.keys()].map((id) => ({
    value: id,
    label: known(state, id, "proposal.tabled").act.payload.title,
  }));
  return [...points, ...texts];
}

function lineOf(at: At, tranche: Tranche): TrancheLine {
  const { state } = at;
  const { title, number, on, place, replaces } = known(state, tranche.id, "tranche.tabled").act.payload;
  const turn = [...state.tranches.tabled.keys()].indexOf(tranche.id);
  const status = trancheStatus(state, tranche);
  return {
    id: tranche.id,
    title,
    number,
    on,
    place,
    status: wordOf(at, status),
    isOpen: status !== "refused" && status !== "carried_out",
    parties: inPartyOrder(at, turn).map((office) => partyLine(at, tranche, office)),
    counts: countsOf(at, tranche, turn).map(({ cells: _, ...count }) => count),
    owed: owedOn(at, tranche.id),
    replaces: replaces && { id: replaces, title: known(state, replaces, "tranche.tabled").act.payload.title },
  };
}

function partyLine(at: At, tranche: Tranche, office: Office): PartyLine {
  const { state, t } = at;
  return {
    office,
    name: officeName(t, state, office),
    answer: wordOf(at, trancheAnswer(state, tranche, office)),
    hasLocked: lockOf(state, tranche, office) !== undefined,
  };
}

/** Counts by category of those whom each side returns, in the order of the parties at this turn. */
export function countsOf(at: At, tranche: Tranche, turn: number) {
  const { state, t } = at;
  return inPartyOrder(at, turn).map((party) => {
    const side = sideOf(party) ?? sides[0];
    const name = officeName(t, state, partyOf(side));
    return { side, name, ...shownCounts(state, tranche, side) };
  });
}

function eligibilityLines(at: At): readonly EligibilityLine[] {
  const { state, t, now } = at;
  return eligibilitySayings(state)
    .map((entry): EligibilityLine => {
      const { act } = entry;
      const category =
        act.kind === "eligibility.proposed"
          ? act.payload.category
          : act.kind === "eligibility.certified"
            ? act.payload.class
            : undefined;
      const due = act.kind === "eligibility.certified" ? threeMonthsAfter(act.payload.decidedOn) : undefined;
      return {
        said: saidOf(at, entry),
        kind: act.kind.slice("eligibility.".length) as EligibilityLine["kind"], // these three are kept
        heldBy: officeName(t, state, partyOf(act.payload.heldBy)),
        category: category && wordOf(at, category),
        isOutside: category !== undefined && isOutsideParity(category),
        lists: act.payload.persons.map(({ list, lines }) => ({
          title: listTitle(at, list),
          lines: linesText(lines),
        })),
        ...dueAt(due, now),
      };
    })
    .toReversed();
}

export function wordOf({ t }: Pick<At, "t">, code: string): Word {
  return { code, words: sayWord(t, code) };
}
