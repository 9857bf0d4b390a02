import type { Act } from "../act/kinds.ts";
import { foldedAhead } from "../fold/ahead.ts";
import type { State } from "../fold/state.ts";
import { lineActs } from "./acts.ts";

/** What the days at the line come to with own acts that are on their way after them. */
export function lineDaysAhead(state: State, onTheirWay: readonly Act[], now: number): State {
  return foldedAhead(state, onTheirWay, now, "lineday", lineActs);
}
