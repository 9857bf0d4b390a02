import { known, type State } from "../fold/state.ts";
import { type Counter, counters } from "./acts.ts";
import { type BlockView, blocksOf } from "./blocks.ts";
import type { LineDay } from "./fold.ts";
import { notesOf } from "./notes.ts";
import { twoWords } from "./telling.ts";

/** What two tablets, or two counters, say against each other once they have met. Shown to all, settled by people. */
export type Conflict =
  | { readonly type: "block_opened_twice"; readonly block: number }
  | { readonly type: "in_two_blocks"; readonly code: string; readonly block: number }
  | { readonly type: "told_otherwise"; readonly block: number; readonly counter: Counter }
  | { readonly type: "opened_before_agreed"; readonly block: number }
  | { readonly type: "two_words"; readonly code: string; readonly counter: Counter };

export function conflictsOf(state: State, day: LineDay): readonly Conflict[] {
  const blocks = blocksOf(state, day);
  return [...blocks.flatMap((one) => ofBlock(state, one, blocks)), ...ofPersons(state, day)];
}

function ofBlock(state: State, block: BlockView, all: readonly BlockView[]): readonly Conflict[] {
  const { number, openings, codes, counts, told } = block;
  const found: Conflict[] = [];
  const texts = openings.map((id) => [...known(state, id as never, "line.block_opened").act.payload.codes]); // ids of the fold
  if (new Set(texts.map((one) => one.sort().join())).size > 1)
    found.push({ type: "block_opened_twice", block: number });
  for (const code of codes)
    if (all.some((other) => other.number < number && other.codes.includes(code)))
      found.push({ type: "in_two_blocks", code, block: number });
  for (const counter of counters) {
    const heard = told.get(counter);
    if (heard !== undefined && counts.has(counter) && counts.get(counter)?.heads !== heard)
      found.push({ type: "told_otherwise", block: number, counter });
  }
  const next = all.find((other) => other.number === number + 1);
  if (block.status === "differs" && next && next.openings.length > 0)
    found.push({ type: "opened_before_agreed", block: number + 1 });
  return found;
}

function ofPersons(state: State, day: LineDay): readonly Conflict[] {
  return counters.flatMap((counter) =>
    twoWords(notesOf(state, day, counter)).map((code): Conflict => ({ type: "two_words", code, counter })),
  );
}
