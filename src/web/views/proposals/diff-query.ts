import { type ActId, diffTerms, entryOf, type State, type Term, type TermChange } from "#record";
import type { At, Query } from "../../desk/query.ts";
import { named, type TermLine, type Text, termLine, textOf } from "./facts.ts";

type Moves = Extract<TermChange, { change: "changed" }>["moves"];

/** One term in two texts: a word for the change, both wordings, and what moved by how much. */
export type DiffRow = {
  readonly key: string;
  readonly change: TermChange["change"];
  readonly earlier: TermLine | undefined;
  readonly later: TermLine | undefined;
  readonly moves: Moves;
};

export type DiffHead = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Epoch ms; undefined for a text that is still being written. */
  readonly said: number | undefined;
};

export type DiffModel = {
  readonly earlier: DiffHead;
  readonly later: DiffHead | undefined;
  readonly rows: readonly DiffRow[];
};

/** Two texts term by term, the earlier one first whichever was asked for first; undefined where one is not read. */
export const proposalsDiff: Query<{ readonly one: string; readonly other: string }, DiffModel | undefined> = (
  at,
  { one, other },
) => {
  const { state } = at;
  const order = [...state.entries.keys()].filter((id) => id === one || id === other);
  const [earlier, later] = order.map((id) => textOf(state, id));
  if (!earlier || !later) return undefined;
  return {
    earlier: headOf(at, earlier.id, earlier.title),
    later: headOf(at, later.id, later.title),
    rows: rowsOf(
      at,
      earlier.terms,
      completes(at.state, later.id, earlier.id) ? overlaid(earlier, later.terms) : later.terms,
    ),
  };
};

/** A text on the table against terms that are being written; those not yet whole are left out by the one who asks. */
export const proposalsLiveDiff: Query<
  { readonly against: string; readonly terms: readonly Term[]; readonly isCompleting: boolean },
  DiffModel | undefined
> = (at, { against, terms, isCompleting }) => {
  const earlier = textOf(at.state, against);
  if (!earlier) return undefined;
  return {
    earlier: headOf(at, earlier.id, earlier.title),
    later: undefined,
    rows: rowsOf(at, earlier.terms, isCompleting ? overlaid(earlier, terms) : terms),
  };
};

function completes(state: State, later: ActId, earlier: ActId): boolean {
  return entryOf(state, later, "proposal.tabled")?.act.payload.details === earlier;
}

// What completes an agreement names the terms that it completes, and leaves the others as they are.
function overlaid(earlier: Text, terms: readonly Term[]): readonly Term[] {
  return [...new Map([...earlier.terms, ...terms].map((term) => [term.key, term])).values()];
}

function rowsOf(at: At, before: readonly Term[], after: readonly Term[]): readonly DiffRow[] {
  return diffTerms(before, after).map((one): DiffRow => {
    const was = "before" in one ? one.before : one.change === "same" ? one.after : undefined;
    const is = "after" in one ? one.after : undefined;
    return {
      key: one.key,
      change: one.change,
      earlier: was && termLine(at, was),
      later: is && termLine(at, is),
      moves: one.change === "changed" ? inOrder(one.moves) : [],
    };
  });
}

// The least before the most, whichever field its author wrote first.
function inOrder(moves: Moves): Moves {
  const place = (of: Moves[number]["of"]) => (of === "least" ? 0 : 1);
  return moves.toSorted((one, other) => place(one.of) - place(other.of));
}

function headOf(at: At, id: ActId, title: string): DiffHead {
  const act = at.state.entries.get(id)?.act;
  return {
    id,
    title,
    author: act ? named(at, act.by.office).name : "",
    said: act && Date.parse(act.saidAt),
  };
}
