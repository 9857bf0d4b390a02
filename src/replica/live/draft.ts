import { type Problem, problem } from "#base";
import {
  type Act,
  type Entry,
  fold,
  refuseAct,
  refuseAuthority,
  refuseInside,
  roomTable,
  type State,
} from "#record";
import { composeAct, type Draft } from "../compose.ts";
import { readersOf } from "../readers.ts";
import type { Copy } from "./copy.ts";
import { type Device, publicKeyFor } from "./device.ts";

/** What a draft becomes, and why the host would refuse it now; or why it is no act at all. */
export type Composed =
  | {
      readonly act: Act;
      readonly problem: Problem | undefined;
      /** What the act follows: what is held, and after it what was said here before and is on its way. */
      readonly ground: State;
    }
  | { readonly problem: Problem };

/**
 * Composes a draft on the heads that are held, and judges it as the host does, as far as its office can tell.
 * `before` are the acts on their way, in their order: they will stand in the record when this one reaches it.
 */
export function composeOn(
  copy: Copy,
  draft: Draft,
  device: Device,
  now: number,
  before: readonly Act[],
): Composed {
  const { office, held } = copy;
  const { process } = held;
  const size = held.size(draft.room);
  const head = { size, root: held.room(draft.room).tree.root(size) };
  const composed = composeAct(draft, { process, office, member: device.member }, head);
  if ("problem" in composed) return composed;
  const { act } = composed;
  const ground = before.length === 0 ? copy.view.state : stateAfter(copy, before, now);
  return { act, problem: refusalOf(copy, ground, act, device, now), ground };
}

function refusalOf(
  { held }: Copy,
  ground: State,
  act: Act,
  device: Device,
  now: number,
): Problem | undefined {
  const { state: seats, times } = held.seats;
  const refused = refuseAuthority(seats.people, act, [publicKeyFor(act, device)], times.length);
  if (refused) return refused;
  if (!roomTable[act.room].sealed) return refuseAct(ground, act, now);
  if (readersOf(seats, act.room).length === 0) return problem("paper.no_readers", { room: act.room });
  return refuseInside(ground, act, now);
}

// A draft that builds on an act which is on its way is sent after it: it is judged where it will stand.
function stateAfter({ held, settled }: Copy, before: readonly Act[], now: number): State {
  const clear = [...held.rooms.values()].filter((one) => !roomTable[one.room].sealed);
  const entries = [...clear.flatMap((one) => one.entries), ...settled.entries];
  const newest = entries.reduce((latest, { receivedAt }) => Math.max(latest, receivedAt), now);
  const roster = held.size("process");
  const next = before.map((act, i): Entry => {
    const seq = held.size(act.room) + i;
    return { act, seq, receivedAt: newest + 1 + i, roster };
  });
  return fold([...entries, ...next]);
}
