import { otherSide, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { Act } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { standingSampleConsent } from "./consents.ts";
import { checkOf, holderOf, isSafe, wasTakenBy } from "./custody.ts";
import type { Case, Container } from "./fold.ts";
import { isRevoked, standingOf } from "./identification.ts";
import { carries } from "./rule.ts";

/** The same allowance as for a device's clock: what is entered at once is not in the future. */
const clockAllowanceMs = 5 * 60_000;

/** What may be said of containers, cases and persons. Judged by the author's own program: these rooms are sealed. */
export function refuseForensic(state: State, act: Act, now: number): Refusal | undefined {
  if (act.kind === "act.corrected") return refuseCorrected(state, act);
  if (!act.kind.startsWith("forensic.")) return undefined;
  return refuseOne(state, act) ?? refuseFuture(act, now);
}

function refuseOne(state: State, act: Act): Refusal | undefined {
  switch (act.kind) {
    case "forensic.container_recorded":
      return isCodeTaken(state, act.payload.code) ? codeTaken() : undefined;
    case "forensic.container_checked":
      return refuseOnContainer(state, act.payload.container, act.payload.at);
    case "forensic.effects_packed":
      return refusePacket(state, act);
    case "forensic.custody_given":
      return refuseGiven(state, act);
    case "forensic.custody_taken":
      return refuseTaken(state, act);
    case "forensic.case_opened":
      return refuseCase(state, act);
    case "forensic.case_associated":
      return refuseAssociation(state, act);
    case "forensic.person_entered":
      return isNumberTaken(state, act) ? numberTaken() : undefined;
    case "forensic.identification_stated":
      return refuseStated(state, act);
    case "forensic.identification_answered":
      return refuseAnswer(state, act);
    case "forensic.identification_revoked":
      return refuseRevoked(state, act);
    case "forensic.case_returned":
      return refuseReturned(state, act);
    case "forensic.sample_consented":
      return refuseConsent(state, act);
    case "forensic.sample_withdrawn":
      return refuseWithdrawal(state, act);
    case "forensic.family_told":
      return refuseTold(state, act);
    default:
      return undefined;
  }
}

function refuseFuture({ payload }: Act, now: number): Refusal | undefined {
  const at = payload && "at" in payload ? payload.at : undefined;
  return typeof at === "string" && epochMs(at) > now + clockAllowanceMs
    ? refusal("FR3", "That time is still to come; write it down when it has happened.")
    : undefined;
}

function refuseCorrected(state: State, act: Act<"act.corrected">): Refusal | undefined {
  const first = state.entries.get(act.payload.act)?.act;
  const { code, person } = act.payload.payload;
  if (first?.kind === "forensic.container_recorded" && typeof code === "string")
    return code !== first.payload.code && isCodeTaken(state, code) ? codeTaken() : undefined;
  if (first?.kind === "forensic.person_entered" && typeof person === "number")
    return person !== first.payload.person &&
      isNumberTaken(state, { ...first, payload: { ...first.payload, person } })
      ? numberTaken()
      : undefined;
  return undefined;
}

function refuseOnContainer(state: State, id: ActId, at: string): Refusal | undefined {
  const recorded = entryOf(state, id, "forensic.container_recorded")?.act.payload;
  if (!recorded) return noContainer();
  return epochMs(at) < epochMs(recorded.at)
    ? refusal("FR3", "The container had not been filled at that time.")
    : undefined;
}

function refusePacket(state: State, act: Act<"forensic.effects_packed">): Refusal | undefined {
  const { container: id, packet, at } = act.payload;
  const container = state.forensic.containers.get(id);
  const isThere = container?.packets.some(
    (one) => known(state, one, "forensic.effects_packed").act.payload.packet === packet,
  );
  if (isThere) return refusal("FR8", "This container has a packet of that number already.");
  return refuseOnContainer(state, id, at);
}

function refuseGiven(state: State, act: Act<"forensic.custody_given">): Refusal | undefined {
  const { container: id, to, at } = act.payload;
  const container = state.forensic.containers.get(id);
  if (!container) return noContainer();
  if (to === act.by.office) return refusal("FR5", "Custody passes to another office.");
  if (!isSafe(state, container))
    return checkOf(state, container) === "not_safe"
      ? refusal("FR4", "Ammunition in it is not safe yet; it is handed on once it is.")
      : refusal("FR4", "Somebody looks for ammunition in it before it is handed on.");
  return refuseOnContainer(state, id, at);
}

function refuseTaken(state: State, act: Act<"forensic.custody_taken">): Refusal | undefined {
  const given = entryOf(state, act.payload.given, "forensic.custody_given")?.act.payload;
  if (!given) return refusal("FR1", "There is no such handing on in what this office reads.");
  if (given.to !== act.by.office)
    return refusal("FR6", "Custody is taken by the office to which it was given.");
  return state.forensic.taken.has(act.payload.given)
    ? refusal("FR6", "This office has taken it over already.")
    : undefined;
}

function refuseCase(state: State, act: Act<"forensic.case_opened">): Refusal | undefined {
  const { containers, number, at } = act.payload;
  const { office } = act.by;
  for (const id of containers) {
    const refused = refuseOnContainer(state, id, at);
    if (refused) return refused;
    const container = state.forensic.containers.get(id);
    if (container && holderOf(state, container) !== office)
      return refusal("FR9", "A case is opened by the office that holds the container.");
  }
  const isThere = [...state.forensic.cases.keys()].some((id) => {
    const other = entryOf(state, id, "forensic.case_opened")?.act;
    return other?.by.office === office && other.payload.number === number;
  });
  return isThere ? refusal("FR9", "This office has a case of that number already.") : undefined;
}

function refuseAssociation(state: State, act: Act<"forensic.case_associated">): Refusal | undefined {
  const { case: id, with: other } = act.payload;
  const { containers, cases, persons } = state.forensic;
  if (!cases.has(id)) return noCase();
  if (other.type === "container" && !containers.has(other.container)) return noContainer();
  if (other.type === "person" && !persons.has(other.person)) return noPerson();
  if (other.type !== "case") return undefined;
  if (!cases.has(other.other)) return noCase();
  return other.other === id ? refusal("FR10", "A case is associated with another case.") : undefined;
}

function refuseStated(state: State, act: Act<"forensic.identification_stated">): Refusal | undefined {
  const { case: id, person, level, evidence, at } = act.payload;
  const found = state.forensic.cases.get(id);
  if (!found) return noCase();
  if (!state.forensic.persons.has(person)) return noPerson();
  const opened = known(state, id, "forensic.case_opened").act;
  if (opened.by.office !== act.by.office || !isOwn(state, found, act))
    return refusal(
      "FR12",
      "An identification is stated, on its own case, by the office that received the remains or recovered its own.",
    );
  if (epochMs(at) < epochMs(opened.payload.at))
    return refusal("FR12", "Nobody is identified before the examination, and never at a handover.");
  if (!carries(evidence, level))
    return level === "confirmed"
      ? refusal(
          "FR13",
          "Confirmed needs the person’s own sample from life, or two close relatives, or one by two methods.",
        )
      : refusal("FR13", "What it rests on does not carry it: recognising by sight alone never does.");
  return standingOf(state, found, act.by.office)
    ? refusal("FR14", "This case stands identified; revoke that first, with the reason.")
    : undefined;
}

// Received from another office, or recovered by this one and said to be of its own side.
function isOwn(state: State, found: Case, act: Act): boolean {
  const { containers } = known(state, found.id, "forensic.case_opened").act.payload;
  return containers.every((id) => {
    const container = state.forensic.containers.get(id);
    return (
      container !== undefined &&
      (wasTakenBy(state, container, act.by.office) || isRecoveredBy(state, container, act))
    );
  });
}

function isRecoveredBy(state: State, { id }: Container, { by }: Act): boolean {
  const recorded = known(state, id, "forensic.container_recorded").act;
  return recorded.by.office === by.office && recorded.payload.belongs === sideOf(by.office);
}

function refuseAnswer(state: State, act: Act<"forensic.identification_answered">): Refusal | undefined {
  const { identification } = act.payload;
  const stated = entryOf(state, identification, "forensic.identification_stated")?.act;
  if (!stated) return noIdentification();
  if (stated.by.office === act.by.office)
    return refusal("FR16", "An identification is answered by the others who read it.");
  return isRevoked(state, identification)
    ? refusal("FR16", "It was revoked; there is nothing to answer.")
    : undefined;
}

function refuseRevoked(state: State, act: Act<"forensic.identification_revoked">): Refusal | undefined {
  const { identification, at } = act.payload;
  const stated = entryOf(state, identification, "forensic.identification_stated")?.act;
  if (!stated) return noIdentification();
  if (stated.by.office !== act.by.office)
    return refusal("FR15", "An office revokes its own identification; another answers that it differs.");
  if (isRevoked(state, identification)) return refusal("FR15", "It was revoked already.");
  return epochMs(at) < epochMs(stated.payload.at)
    ? refusal("FR15", "It is revoked after it was stated.")
    : undefined;
}

function refuseReturned(state: State, act: Act<"forensic.case_returned">): Refusal | undefined {
  const found = state.forensic.cases.get(act.payload.case);
  const own = sideOf(act.by.office);
  if (!found) return noCase();
  const opened = known(state, found.id, "forensic.case_opened").act;
  if (opened.by.office !== act.by.office || own === undefined || act.payload.to !== otherSide(own))
    return refusal("FR20", "An office returns a case of its own to the other side.");
  if (epochMs(act.payload.at) < epochMs(opened.payload.at))
    return refusal("FR20", "Remains are returned after they were examined.");
  return standingOf(state, found, act.by.office)
    ? refusal("FR20", "This case stands identified; revoke that first, with the reason.")
    : undefined;
}

function refuseConsent(state: State, act: Act<"forensic.sample_consented">): Refusal | undefined {
  const { person: id, sample, purpose, relation } = act.payload;
  const person = state.forensic.persons.get(id);
  if (!person) return noPerson();
  if (standingSampleConsent(state, person, sample, purpose))
    return refusal("FR21", "A consent to this use of the sample stands already.");
  const others = [...state.forensic.persons.values()].flatMap((one) => one.consents);
  const isOfAnother = others.some((one) => {
    const { payload } = known(state, one, "forensic.sample_consented").act;
    return payload.sample === sample && (payload.person !== id || payload.relation !== relation);
  });
  return isOfAnother
    ? refusal("FR21", "The number of a sample is of one relative of one person.")
    : undefined;
}

function refuseWithdrawal(state: State, act: Act<"forensic.sample_withdrawn">): Refusal | undefined {
  const { consent, at } = act.payload;
  const given = entryOf(state, consent, "forensic.sample_consented")?.act.payload;
  if (!given) return refusal("FR1", "There is no such consent of a relative in what this office reads.");
  if (state.forensic.withdrawals.has(consent)) return refusal("FR22", "This consent was withdrawn already.");
  return epochMs(at) < epochMs(given.at)
    ? refusal("FR22", "A consent is withdrawn after it was given.")
    : undefined;
}

function refuseTold(state: State, act: Act<"forensic.family_told">): Refusal | undefined {
  const { identification, news, at } = act.payload;
  const stated = entryOf(state, identification, "forensic.identification_stated")?.act;
  if (!stated) return noIdentification();
  if (stated.by.office !== act.by.office || stated.payload.level !== "confirmed")
    return refusal(
      "FR25",
      "A family is told of what its own side’s office has confirmed, and of nothing less.",
    );
  const revocation = state.forensic.revoked.get(identification);
  if ((news === "revoked") !== (revocation !== undefined))
    return refusal("FR25", "What the family is told is what stands now: that it was identified, or revoked.");
  return epochMs(at) < epochMs(stated.payload.at)
    ? refusal("FR25", "A family is told after it was decided.")
    : undefined;
}

function isCodeTaken({ forensic, entries }: State, code: string): boolean {
  return [...forensic.containers.keys()].some((id) => {
    const act = entries.get(id)?.act;
    return act?.kind === "forensic.container_recorded" && act.payload.code === code;
  });
}

function isNumberTaken(
  { forensic, entries }: State,
  { by, payload }: Act<"forensic.person_entered">,
): boolean {
  return [...forensic.persons.keys()].some((id) => {
    const act = entries.get(id)?.act;
    return (
      act?.kind === "forensic.person_entered" &&
      act.payload.person === payload.person &&
      act.by.office === by.office
    );
  });
}

function codeTaken(): Refusal {
  return refusal("FR2", "Another container has this code; each bag has a code of its own.");
}

function numberTaken(): Refusal {
  return refusal("FR11", "This office has a person of that number already.");
}

function noContainer(): Refusal {
  return refusal("FR1", "There is no such container in what this office reads.");
}

function noCase(): Refusal {
  return refusal("FR1", "There is no such case in what this office reads.");
}

function noPerson(): Refusal {
  return refusal("FR1", "There is no such person sought in what this office reads.");
}

function noIdentification(): Refusal {
  return refusal("FR1", "There is no such identification in what this office reads.");
}
