import type { Act } from "../act/kinds.ts";
import { foldedAhead } from "../fold/ahead.ts";
import type { State } from "../fold/state.ts";
import { missionActs } from "./acts.ts";

/** What missions come to with own acts that are on their way after them: in the field there is no network. */
export function missionsAhead(state: State, onTheirWay: readonly Act[], now: number): State {
  return foldedAhead(state, onTheirWay, now, "missions", missionActs);
}
