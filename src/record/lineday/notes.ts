import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import type { Counter, Exception, Step } from "./acts.ts";
import type { LineDay } from "./fold.ts";
import { counterOf } from "./manifest.ts";

/** An exception as one counter noted it; epoch ms of when he said it. */
export type NotedException = { readonly at: number; readonly id: string; readonly exception: Exception };

/** All that one counter's side has noted of the persons, from whichever of its tablets. */
export type Notes = {
  /** Per code and step the earliest time that was noted: the same step noted twice is the same step. */
  readonly steps: ReadonlyMap<string, ReadonlyMap<Step, number>>;
  /** Per code in the order in which they were said. */
  readonly exceptions: ReadonlyMap<string, readonly NotedException[]>;
};

/** What a counter has noted. It hangs on what was said when, and not on the order in which it came in. */
export function notesOf(state: State, day: LineDay, counter: Counter): Notes {
  const steps = new Map<string, Map<Step, number>>();
  for (const id of day.steps) {
    const { act } = known(state, id, "line.steps_noted");
    if (counterOf(day, act.by.office) !== counter) continue;
    for (const { code, step, at } of act.payload.steps) {
      const noted = steps.get(code) ?? new Map<Step, number>();
      steps.set(code, noted.set(step, Math.min(noted.get(step) ?? Number.POSITIVE_INFINITY, epochMs(at))));
    }
  }
  const exceptions = new Map<string, NotedException[]>();
  for (const id of day.exceptions) {
    const { act } = known(state, id, "line.exception_noted");
    if (counterOf(day, act.by.office) !== counter) continue;
    const { exception } = act.payload;
    const all = exceptions.get(exception.code) ?? [];
    all.push({ at: epochMs(act.saidAt), id, exception });
    exceptions.set(exception.code, all);
  }
  for (const all of exceptions.values()) all.sort(bySaying);
  return { steps, exceptions };
}

/** By when it was said, and then by id: two tablets that meet order their notes alike. */
export function bySaying(
  one: { readonly at: number; readonly id: string },
  other: { readonly at: number; readonly id: string },
): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1);
}
