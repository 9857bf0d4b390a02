import { sideOf } from "../access/offices.ts";
import type { Act } from "../act/kinds.ts";
import { dueMs } from "../act/time.ts";
import { knowsAgreement } from "../claims/rules.ts";
import { keyOf, type RecordRef, refsOf } from "../eligibility/persons.ts";
import { refusePersons } from "../eligibility/rules.ts";
import { withheldPersons } from "../eligibility/view.ts";
import { known, type State } from "../fold/state.ts";
import { personKeys } from "../persons/view.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import {
  mayStandIn,
  openSubstitutions,
  personsOf,
  placedIn,
  substitutionAnswer,
  textOf,
} from "./persons-of.ts";
import { isAgreedByBoth, isLocked, sidesGiving, trancheStatus } from "./view.ts";

/** What may be said of tranches, and when. */
export function refuseTranches(state: State, act: Act, now: number): Refusal | undefined {
  switch (act.kind) {
    case "tranche.tabled":
      return refuseTabled(state, act);
    case "tranche.answered": {
      const tranche = state.tranches.tabled.get(act.payload.tranche);
      if (!tranche) return noTranche();
      if (isLocked(state, tranche)) return locked();
      return trancheStatus(state, tranche) === "superseded"
        ? refusal("TN5", "Another text stands in its place; there is nothing left to answer here.")
        : undefined;
    }
    case "tranche.locked": {
      const tranche = state.tranches.tabled.get(act.payload.tranche);
      if (!tranche) return noTranche();
      if (isLocked(state, tranche)) return locked();
      if (!isAgreedByBoth(state, tranche) || trancheStatus(state, tranche) === "superseded")
        return refusal(
          "TN6",
          "A party locks what both have agreed to, each for itself: in principle, or ad referendum, is not yet agreed.",
        );
      const { on, place } = textOf(state, tranche);
      if (on === undefined || place === undefined)
        return refusal("TN7", "What moves people needs a day and a place: table them before it is locked.");
      return undefined;
    }
    case "tranche.substitution_proposed":
      return refuseSubstitution(state, act);
    case "tranche.substitution_answered": {
      const substitution = state.tranches.substitutions.get(act.payload.substitution);
      if (!substitution) return refusal("TN1", "There is no such substitution in what this office reads.");
      const { by } = known(state, substitution.id, "tranche.substitution_proposed").act;
      if (sideOf(by.office) === sideOf(act.by.office))
        return refusal("TN10", "A substitution is answered by the other side.");
      return substitutionAnswer(state, substitution)
        ? refusal("TN10", "It has been answered; another substitution is proposed.")
        : undefined;
    }
    case "tranche.staged": {
      const tranche = state.tranches.tabled.get(act.payload.tranche);
      if (!tranche) return noTranche();
      if (!isLocked(state, tranche)) return notLocked();
      return sidesGiving(state, tranche).some((side) => side === sideOf(act.by.office))
        ? undefined
        : refusal("TN11", "A side speaks of those whom it returns itself, and of no others.");
    }
    case "tranche.readiness_said": {
      const tranche = state.tranches.tabled.get(act.payload.tranche);
      if (!tranche) return noTranche();
      if (!isLocked(state, tranche)) return notLocked();
      const end = dueMs(textOf(state, tranche).on);
      return end !== undefined && now >= end
        ? refusal("TN12", "Go or no-go is said before the day is over.")
        : undefined;
    }
    case "tranche.linked":
      return refuseLink(state, act);
    default:
      return undefined;
  }
}

function refuseTabled(state: State, { payload }: Act<"tranche.tabled">): Refusal | undefined {
  const { replaces, agreement, parts, reserves = [] } = payload;
  const earlier = replaces && state.tranches.tabled.get(replaces);
  if (replaces && !earlier) return noTranche();
  if (earlier && isLocked(state, earlier)) return locked();
  if (earlier?.replacedBy)
    return refusal("TN2", "Another text stands in its place already; edit the latest one.");
  if (agreement && !knowsAgreement(state, agreement))
    return refusal("TN3", "There is no such agreed point or proposal in what this office reads.");
  for (const { persons } of [...parts, ...reserves]) {
    const refused = refusePersons(state, persons);
    if (refused) return refused;
  }
  const keys = placedIn(payload).map(({ ref }) => keyOf(ref));
  if (new Set(keys).size < keys.length)
    return refusal("TN4", "A person stands once in a tranche, in one category, and goes or stands by.");
  const personOf = personKeys(state);
  if (new Set(placedIn(payload).map(({ ref }) => personOf(ref))).size < keys.length)
    return refusal("TN4", "Two of the lines named here are of one person, by a confirmed match.");
  const withheld = withheldPersons(state);
  return keys.some((key) => withheld.has(key)) ? notAvailable() : undefined;
}

function refuseSubstitution(
  state: State,
  { payload, by }: Act<"tranche.substitution_proposed">,
): Refusal | undefined {
  const tranche = state.tranches.tabled.get(payload.tranche);
  if (!tranche) return noTranche();
  if (!isLocked(state, tranche)) return notLocked();
  const standing = new Map(personsOf(state, tranche).map((one) => [keyOf(one.ref), one]));
  const [out, into] = [standing.get(keyOf(payload.out)), standing.get(keyOf(payload.in))];
  if (!out || !into || !mayStandIn(out, into))
    return refusal("TN8", "One who goes is replaced from the reserves of the same side and category.");
  if (out.returnedBy !== sideOf(by.office))
    return refusal("TN9", "A substitution is proposed by the side that returns the person.");
  const taken = openSubstitutions(state, tranche).some((id) => {
    const open = known(state, id, "tranche.substitution_proposed").act.payload;
    return keyOf(open.out) === keyOf(payload.out) || keyOf(open.in) === keyOf(payload.in);
  });
  if (taken) return refusal("TN8", "Another substitution of one of these two waits for an answer.");
  if (goesAlready(state, payload.in))
    return refusal(
      "TN8",
      "Who would come in goes already: by this line, or by another that a confirmed match holds to be the same person.",
    );
  return withheldPersons(state).has(keyOf(payload.in)) ? notAvailable() : undefined;
}

// In this tranche or another that is locked and not carried out, under whichever of his records.
function goesAlready(state: State, ref: RecordRef): boolean {
  const personOf = personKeys(state);
  const person = personOf(ref);
  return [...state.tranches.tabled.values()].some(
    (tranche) =>
      isLocked(state, tranche) &&
      trancheStatus(state, tranche) !== "carried_out" &&
      personsOf(state, tranche).some((one) => !one.isReserve && personOf(one.ref) === person),
  );
}

function refuseLink(state: State, { payload }: Act<"tranche.linked">): Refusal | undefined {
  const tranche = state.tranches.tabled.get(payload.tranche);
  if (!tranche) return noTranche();
  if (!isLocked(state, tranche)) return notLocked();
  const account = state.exchanges.byAccount.has(payload.handover) && state.entries.get(payload.handover)?.act;
  // All who read a tranche see what became of it: the account is in a room that they all read.
  if (!account || !["exchange", "public"].includes(account.room))
    return refusal("TN13", "There is no account of such a handover where all who read the tranche read it.");
  if (!payload.notCome) return undefined;
  const refused = refusePersons(state, payload.notCome);
  if (refused) return refused;
  const named = new Set(personsOf(state, tranche).map(({ ref }) => keyOf(ref)));
  return refsOf(payload.notCome).every((ref) => named.has(keyOf(ref)))
    ? undefined
    : refusal("TN13", "Only who stood in the tranche can be missing from it.");
}

function noTranche(): Refusal {
  return refusal("TN1", "There is no such tranche in what this office reads.");
}

function locked(): Refusal {
  return refusal("TN14", "Both have locked it: nothing changes but by substitution.");
}

function notLocked(): Refusal {
  return refusal("TN15", "This follows the lock of both parties.");
}

function notAvailable(): Refusal {
  return refusal("TN16", "Somebody named here is said to be not available.");
}
