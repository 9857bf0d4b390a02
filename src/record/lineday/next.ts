import type { State } from "../fold/state.ts";
import type { Counter, Step } from "./acts.ts";
import { type BlockView, blocksOf } from "./blocks.ts";
import type { LineDay } from "./fold.ts";
import { countersOf } from "./manifest.ts";
import { notesOf } from "./notes.ts";
import { receiptFrom, receiptsOf, receiptText } from "./receipts.ts";
import { passing, tellingOf } from "./telling.ts";

/**
 * What one counter does next. `board`, `arrive`: the giving side notes who is moved and who has come. `make_up`: it
 * chooses the next block. `pass`: those of a block pass, and this side says who. `receive`: a block passes whose persons
 * this tablet may not know; they are scanned, and counted. `count`: heads of a block. `recount`: its counts differ.
 * `hear`: the other counts of a block have not come in; they are asked for at the line. `tell`: what became of those of
 * whom nothing was said. `sign`: the receipt.
 */
export type NextStep = {
  readonly do:
    | "board"
    | "arrive"
    | "make_up"
    | "pass"
    | "receive"
    | "count"
    | "recount"
    | "hear"
    | "tell"
    | "sign"
    | "nothing";
  readonly block: number;
  /** Persons whom it is about; undefined where this tablet cannot know. */
  readonly n: number | undefined;
};

/**
 * The one thing that is next for a counter, from what has come in: without a network its own word alone. A counter who
 * has told his count of a block goes on to the next unless he knows that the counts differ. O(acts of the day).
 */
export function nextStep(state: State, day: LineDay, counter: Counter): NextStep {
  if (isSigned(state, day, counter)) return { do: "nothing", block: 0, n: undefined };
  const blocks = blocksOf(state, day);
  const last = blocks.findLast((one) => counter !== "giver" || one.openings.length > 0);
  const isAsked = countersOf(state, day).includes(counter);
  const ofBlock = last && nextOn(state, day, counter, last, isAsked);
  return ofBlock ?? afterBlocks(state, day, counter, blocks);
}

function isSigned(state: State, day: LineDay, counter: Counter): boolean {
  const signed = receiptsOf(state, day).signed.get(counter)?.act.payload;
  const own = receiptFrom(state, day, counter);
  return signed !== undefined && own !== undefined && receiptText(signed) === receiptText(own);
}

// What is to be done on the last block that this counter has heard of; undefined where he is done with it.
function nextOn(
  state: State,
  day: LineDay,
  counter: Counter,
  block: BlockView,
  isAsked: boolean,
): NextStep | undefined {
  const { number, counts, status } = block;
  const to = (what: NextStep["do"], n?: number): NextStep => ({ do: what, block: number, n });
  if (counts.has(counter)) {
    if (status === "differs") return to("recount");
    const coming = comingIn(state, day).length;
    return counter === "giver" && status === "counting" && coming > 0 ? to("hear", coming) : undefined;
  }
  const left = notPassed(state, day, counter, block);
  if (block.openings.length === 0) return to("receive");
  if (left > 0) return to("pass", left);
  return isAsked ? to("count") : undefined;
}

function notPassed(state: State, day: LineDay, counter: Counter, { codes }: BlockView): number {
  const { outcomes } = tellingOf(state, day, counter);
  const { steps } = notesOf(state, day, counter);
  const has = (code: string) => steps.get(code)?.has(passing(counter)) ?? false;
  // a spare wristband has no outcome: whoever wears it has passed or has not
  return codes.filter((code) => (outcomes.get(code) ?? (has(code) ? "came" : "open")) === "open").length;
}

// Those who stand in no block and of whom the giving side has said nothing.
function comingIn(state: State, day: LineDay): readonly string[] {
  const placed = new Set(blocksOf(state, day).flatMap((one) => one.codes));
  const { outcomes } = tellingOf(state, day, "giver");
  return [...outcomes].flatMap(([code, one]) => (one === "open" && !placed.has(code) ? [code] : []));
}

function afterBlocks(state: State, day: LineDay, counter: Counter, blocks: readonly BlockView[]): NextStep {
  const { outcomes, open } = tellingOf(state, day, counter);
  if (open === 0) return { do: "sign", block: 0, n: outcomes.size };
  const coming = comingIn(state, day);
  if (coming.length === 0) return { do: "tell", block: 0, n: open };
  const block = (blocks.at(-1)?.number ?? 0) + 1;
  if (counter !== "giver") return { do: "receive", block, n: undefined };
  const { steps } = notesOf(state, day, "giver");
  const without = (step: Step) => coming.filter((code) => !steps.get(code)?.has(step)).length;
  if (blocks.length > 0 || without("arrived") < coming.length)
    return { do: "make_up", block, n: coming.length };
  const [boarding, arriving] = [without("boarded"), without("arrived")];
  return boarding > 0 ? { do: "board", block: 0, n: boarding } : { do: "arrive", block: 0, n: arriving };
}
