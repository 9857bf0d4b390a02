import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import type { Purpose } from "./codes.ts";
import type { Return } from "./fold.ts";

/** A consent as it stands: withdrawn, or never free because it was given before the person was received, or standing. */
export type ConsentStatus = "stands" | "withdrawn" | "not_free";

export function consentStatus(state: State, id: ActId): ConsentStatus {
  if (state.returns.withdrawals.has(id)) return "withdrawn";
  const { payload } = known(state, id, "consent.given").act;
  const received = entryOf(state, payload.return, "return.received")?.act.payload.at;
  return received !== undefined && epochMs(payload.at) >= epochMs(received) ? "stands" : "not_free";
}

/** The consent of a person to one purpose that stands now. */
export function standingConsent(state: State, person: Return, purpose: Purpose): ActId | undefined {
  return consentsFor(state, person, purpose).find((id) => consentStatus(state, id) === "stands");
}

/** Whether a person has consented to this, taken it back, and not consented again. */
export function isWithdrawnFor(state: State, person: Return, purpose: Purpose): boolean {
  const all = consentsFor(state, person, purpose);
  return (
    all.some((id) => consentStatus(state, id) === "withdrawn") && !standingConsent(state, person, purpose)
  );
}

function consentsFor(state: State, person: Return, purpose: Purpose): readonly ActId[] {
  return person.consents.filter((id) => known(state, id, "consent.given").act.payload.purpose === purpose);
}

/**
 * Whether an act rests on a consent that was withdrawn: then nothing of it is shown but that (RT15). A correction
 * rests on what the act that it corrects rests on.
 */
export function isWithheld(state: State, act: Act): boolean {
  switch (act.kind) {
    case "consent.given":
      return state.returns.withdrawals.has(act.id);
    case "forensic.sample_consented":
      return state.forensic.withdrawals.has(act.id);
    case "return.finding_recorded":
    case "return.impression_recorded":
      return state.returns.withdrawals.has(act.payload.consent);
    case "return.step_done": {
      const person = state.returns.received.get(act.payload.return);
      const isRecord = act.payload.step === "protocol_record";
      return isRecord && person !== undefined && isWithdrawnFor(state, person, "protocol_record");
    }
    case "act.corrected": {
      const first = state.entries.get(act.payload.act)?.act;
      return first !== undefined && first.kind !== "act.corrected" && isWithheld(state, first);
    }
    default:
      return false;
  }
}
