import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import type { State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";

/** What may be said about a line of contact. */
export function refuseContact(_: State, act: Act): Refusal | undefined {
  if (act.kind !== "contact.claimed") return undefined;
  return epochMs(act.payload.asOf) > epochMs(act.saidAt)
    ? refusal("LC1", "A line of contact is of a time that has come.")
    : undefined;
}
