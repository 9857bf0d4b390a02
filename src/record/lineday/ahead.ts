import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { foldInto } from "../fold/fold.ts";
import type { State } from "../fold/state.ts";
import { lineActs } from "./acts.ts";

/**
 * What the days at the line come to with own acts that are on their way after them: a tablet without a network sees
 * what it has noted. The state itself is not changed. O(acts read), without folding them again.
 */
export function lineDaysAhead(state: State, onTheirWay: readonly Act[], now: number): State {
  const own = onTheirWay.filter((act) => Object.hasOwn(lineActs, act.kind) || correctsOne(state, act));
  if (own.length === 0) return state;
  const ahead: State = {
    ...state,
    entries: new Map(state.entries),
    corrections: new Map([...state.corrections].map(([id, all]) => [id, [...all]])),
    waiting: new Map([...state.waiting].map(([id, all]) => [id, [...all]])),
    lineday: structuredClone(state.lineday),
  };
  for (const [seq, act] of own.entries()) foldInto(ahead, { act, seq, receivedAt: now, roster: 0 });
  return ahead;
}

function correctsOne(state: State, act: Act): boolean {
  if (act.kind !== "act.corrected") return false;
  const corrected = state.entries.get(act.payload.act as ActId)?.act;
  return corrected === undefined || Object.hasOwn(lineActs, corrected.kind);
}
