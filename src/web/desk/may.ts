import {
  type Act,
  actId,
  type Kind,
  type PayloadOf,
  type Room,
  refuseAct,
  refuseInside,
  roomTable,
} from "#record";
import type { At } from "./query.ts";

/**
 * Whether this desk's office may say such an act now, by the table and the rules on what it reads. Signatures and
 * seats are judged when it is signed; for a sealed room, what stands inside the paper. The payload is one that stands
 * for all that the form could become.
 */
export function mayNow<K extends Kind>(
  { state, office, now }: Pick<At, "state" | "office" | "now">,
  room: Room,
  kind: K,
  payload: PayloadOf<K>,
): boolean {
  const trial = {
    v: 1,
    id: trialId,
    process: "trial",
    room,
    kind,
    by: { member: "trial", office, capacity: "trial" },
    saidAt: new Date(now).toISOString(),
    refs: [],
    seen: { size: 0, root: "" },
    payload,
  } as unknown as Act; // the kind is paired with its payload by the type of this function
  const refuse = roomTable[room].sealed ? refuseInside : refuseAct;
  return refuse(state, trial, now) === undefined;
}

// The form of an id, of no act.
const trialId = actId.parse("a".repeat(26));
