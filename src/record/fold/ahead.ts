import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { foldInto } from "./fold.ts";
import type { State } from "./state.ts";

/**
 * What one area comes to with own acts that are on their way after it: a tablet without a network sees what it has
 * noted. The state itself is not changed. O(acts read), without folding them again.
 */
export function foldedAhead(
  state: State,
  onTheirWay: readonly Act[],
  now: number,
  area: "lineday" | "missions",
  kinds: Readonly<Record<string, unknown>>,
): State {
  const own = onTheirWay.filter((act) => Object.hasOwn(kinds, act.kind) || correctsOne(state, act, kinds));
  if (own.length === 0) return state;
  const ahead: State = {
    ...state,
    entries: new Map(state.entries),
    corrections: new Map([...state.corrections].map(([id, all]) => [id, [...all]])),
    waiting: new Map([...state.waiting].map(([id, all]) => [id, [...all]])),
    [area]: structuredClone(state[area]),
  };
  for (const [seq, act] of own.entries()) foldInto(ahead, { act, seq, receivedAt: now, roster: 0 });
  return ahead;
}

function correctsOne(state: State, act: Act, kinds: Readonly<Record<string, unknown>>): boolean {
  if (act.kind !== "act.corrected") return false;
  const corrected = state.entries.get(act.payload.act as ActId)?.act;
  return corrected === undefined || Object.hasOwn(kinds, corrected.kind);
}
