import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { consentStatus, isWithdrawnFor, isWithheld, standingConsent } from "./consents.ts";
import type { Return } from "./fold.ts";
import { courseOf, latestOf } from "./pathway.ts";

/** The same allowance as for a device's clock: what is entered at once is not in the future. */
const clockAllowanceMs = 5 * 60_000;
const firstDayMs = 24 * 3_600_000;

/** What may be said about those who came back. Judged by the author's own program: these rooms are sealed. */
export function refuseReturns(state: State, act: Act, now: number): Refusal | undefined {
  switch (act.kind) {
    case "return.received":
      return refuseReceived(state, act, now);
    case "return.step_done":
      return refuseStep(state, act, now);
    case "return.finding_recorded":
    case "return.impression_recorded":
      return refuseExamined(state, act, now);
    case "consent.given":
      return refuseConsent(state, act, now);
    case "consent.withdrawn":
      return refuseWithdrawal(state, act, now);
    case "act.corrected":
      return refuseCorrected(state, act);
    default:
      return undefined;
  }
}

function refuseReceived(state: State, act: Act<"return.received">, now: number): Refusal | undefined {
  const { person, at } = act.payload;
  if (isTaken(state, act, person)) return taken(person);
  return epochMs(at) > now + clockAllowanceMs ? notYet() : undefined;
}

function refuseCorrected(state: State, act: Act<"act.corrected">): Refusal | undefined {
  const first = state.entries.get(act.payload.act)?.act;
  if (first && isWithheld(state, first)) return withdrawn();
  const { person } = act.payload.payload;
  if (first?.kind !== "return.received" || typeof person !== "number") return undefined;
  return person !== first.payload.person && isTaken(state, act, person) ? taken(person) : undefined;
}

function isTaken({ returns, entries }: State, { by }: Act, person: number): boolean {
  return [...returns.received.keys()].some((id) => {
    const act = entries.get(id)?.act;
    return act?.kind === "return.received" && act.payload.person === person && act.by.office === by.office;
  });
}

function taken(person: number): Refusal {
  return refusal("RT2", "The number {person} is another person’s; give this one a number of his own.", {
    person,
  });
}

function refuseStep(state: State, act: Act<"return.step_done">, now: number): Refusal | undefined {
  const { return: id, step, at, outcome, until } = act.payload;
  const person = state.returns.received.get(id);
  if (!person) return noReturn();
  const when = refuseWhen(state, person, at, now);
  if (when) return when;
  if ((outcome === "postponed") !== (until !== undefined))
    return refusal("RT5", "A step that is postponed says until when, and no other step does.");
  if (until !== undefined && epochMs(until) <= epochMs(at))
    return refusal("RT5", "A step is postponed to a later time.");
  if (latestOf(state, person, step)?.act.payload.outcome === "done")
    return refusal("RT4", "This step was done; a slip in what was written down is corrected.");
  if (outcome !== "done") return undefined;
  const { opensMs, needs } = courseOf(step);
  if (epochMs(at) < receivedAt(state, person) + opensMs)
    return refusal("RT7", "The window of this follow-up has not opened yet.");
  if (needs && isWithdrawnFor(state, person, needs)) return withdrawn();
  return step === "protocol_record" && !standingConsent(state, person, "protocol_record")
    ? refusal("RT21", "A protocol record is done only while the person’s consent to it stands.")
    : undefined;
}

function refuseExamined(
  state: State,
  act: Act<"return.finding_recorded" | "return.impression_recorded">,
  now: number,
): Refusal | undefined {
  const { return: id, consent, at, independent } = act.payload;
  const person = state.returns.received.get(id);
  if (!person) return noReturn();
  const given = entryOf(state, consent, "consent.given")?.act.payload;
  if (
    given?.return !== id ||
    given.purpose !== "protocol_record" ||
    consentStatus(state, consent) !== "stands"
  )
    return refusal("RT20", "This rests on a standing consent of the same person to the protocol record.");
  if (epochMs(at) < epochMs(given.at))
    return refusal(
      "RT20",
      "The person consented later than that; what was found before is not written down.",
    );
  if (!independent)
    return refusal("RT22", "An examiner takes no part in questioning the person for any other purpose.");
  return refuseWhen(state, person, at, now);
}

function refuseConsent(state: State, act: Act<"consent.given">, now: number): Refusal | undefined {
  const { return: id, purpose, at, shares, reach } = act.payload;
  const person = state.returns.received.get(id);
  if (!person) return noReturn();
  const received = receivedAt(state, person);
  if (epochMs(at) < received)
    return refusal("RT10", "A consent given before the person was received was not free; ask again.");
  if (epochMs(at) > now + clockAllowanceMs) return notYet();
  if (standingConsent(state, person, purpose))
    return refusal("RT11", "A consent to this purpose stands already.");
  if (purpose === "media" && epochMs(at) < received + firstDayMs)
    return refusal("RT12", "Consent to the media is not asked for on the first day.");
  if ((purpose === "family_contact") !== (shares !== undefined))
    return refusal("RT13", "Consent to contact with the family, and no other, says what may be shared.");
  if ((shares?.includes("how_to_reach") ?? false) !== (reach !== undefined))
    return refusal("RT13", "How to reach the person is written down exactly where he shares it.");
  return undefined;
}

function refuseWithdrawal(state: State, act: Act<"consent.withdrawn">, now: number): Refusal | undefined {
  const { consent, at } = act.payload;
  const given = entryOf(state, consent, "consent.given")?.act.payload;
  if (!given) return refusal("RT1", "There is no such consent in what this office reads.");
  if (state.returns.withdrawals.has(consent)) return refusal("RT14", "This consent was withdrawn already.");
  if (epochMs(at) < epochMs(given.at)) return refusal("RT14", "A consent is withdrawn after it was given.");
  return epochMs(at) > now + clockAllowanceMs ? notYet() : undefined;
}

function refuseWhen(state: State, person: Return, at: string, now: number): Refusal | undefined {
  if (epochMs(at) < receivedAt(state, person))
    return refusal("RT3", "The person had not been received at that time.");
  return epochMs(at) > now + clockAllowanceMs ? notYet() : undefined;
}

function receivedAt(state: State, person: Return): number {
  return epochMs(known(state, person.id, "return.received").act.payload.at);
}

function noReturn(): Refusal {
  return refusal("RT1", "There is no such returned person in what this office reads.");
}

function notYet(): Refusal {
  return refusal("RT3", "That time is still to come; write it down when it has happened.");
}

function withdrawn(): Refusal {
  return refusal("RT16", "The person has withdrawn the consent that this rests on.");
}
