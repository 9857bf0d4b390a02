import { type Problem, problem } from "#base";
import { type Act, refuseAct, refuseAuthority, refuseInside, roomTable } from "#record";
import { composeAct, type Draft } from "../compose.ts";
import { readersOf } from "../readers.ts";
import type { Copy } from "./copy.ts";
import { type Device, publicKeyFor } from "./device.ts";

/** What a draft becomes, and why the host would refuse it now; or why it is no act at all. */
export type Composed =
  | { readonly act: Act; readonly problem: Problem | undefined }
  | { readonly problem: Problem };

/** Composes a draft on the heads that are held, and judges it as the host does, as far as its office can tell. */
export function composeOn(copy: Copy, draft: Draft, device: Device, now: number): Composed {
  const { office, held } = copy;
  const { process } = held;
  const size = held.size(draft.room);
  const head = { size, root: held.room(draft.room).tree.root(size) };
  const composed = composeAct(draft, { process, office, member: device.member }, head);
  if ("problem" in composed) return composed;
  return { act: composed.act, problem: refusalOf(copy, composed.act, device, now) };
}

function refusalOf({ held, view }: Copy, act: Act, device: Device, now: number): Problem | undefined {
  const { state: seats, times } = held.seats;
  const refused = refuseAuthority(seats.people, act, [publicKeyFor(act, device)], times.length);
  if (refused) return refused;
  if (!roomTable[act.room].sealed) return refuseAct(view.state, act, now);
  if (readersOf(seats, act.room).length === 0) return problem("paper.no_readers", { room: act.room });
  return refuseInside(view.state, act, now);
}
