import { sideOf } from "../access/offices.ts";
import type { Act, PayloadOf } from "../act/kinds.ts";
import { epochMs } from "../act/time.ts";
import { known, type State } from "../fold/state.ts";
import { type Refusal, refusal } from "../rules/refusal.ts";
import { type Footage, isSecondPerson } from "./fold.ts";
import { consentTo, footageGate, isRecalled, mayConsent, personIn, redactionOf } from "./view.ts";

const clockAllowanceMs = 5 * 60_000;
const firstDayMs = 24 * 3_600_000;

/** What may be said of footage. Of what stands in a press office's room its own side's programs judge. */
export function refuseFootage(state: State, act: Act, now: number): Refusal | undefined {
  switch (act.kind) {
    case "footage.registered":
      return hasOriginal(state, act) ? refusal("FG2", "This very file is registered already.") : undefined;
    case "footage.person_marked":
      return refuseUnread(state, act.payload) ?? refuseMarked(act.payload, now);
    case "footage.viewed":
      return refuseUnread(state, act.payload) ?? refuseViewed(state, act.payload);
    case "footage.held_checked":
      return refuseUnread(state, act.payload) ?? refuseUnmarked(state, act.payload);
    case "footage.consent_given":
      return refuseUnread(state, act.payload) ?? refuseConsent(state, act, now);
    case "footage.consent_withdrawn":
      return refuseUnread(state, act.payload) ?? refuseWithdrawal(state, act.payload, now);
    case "footage.redacted":
      return refuseUnread(state, act.payload) ?? refuseRedacted(state, act.payload);
    case "footage.interest_stated":
      return (
        refuseUnread(state, act.payload) ??
        act.payload.persons
          .map((person) => refuseUnmarked(state, { footage: act.payload.footage, person }))
          .find((one) => one !== undefined)
      );
    case "footage.interest_signed":
      return refuseSigned(state, act);
    case "footage.released":
      return refuseReleased(state, act, now);
    case "footage.recalled":
      return refuseRecalled(state, act);
    default:
      return undefined;
  }
}

function hasOriginal(state: State, act: Act<"footage.registered">): boolean {
  return [...state.footage.registered.keys()].some((id) => {
    const { act: other } = known(state, id, "footage.registered");
    return other.room === act.room && other.payload.original.sha256 === act.payload.original.sha256;
  });
}

type Within = { readonly footage: Footage["id"] };

function refuseUnread({ footage }: State, { footage: id }: Within): Refusal | undefined {
  return footage.registered.has(id)
    ? undefined
    : refusal("FG1", "There is no such footage in what this office reads.");
}

function refuseUnmarked(state: State, { footage, person }: Within & { person: number }): Refusal | undefined {
  return state.footage.registered.get(footage)?.persons.has(person)
    ? undefined
    : refusal("FG1", "No person {person} is marked in this footage.", { person });
}

function refuseMarked(marked: PayloadOf<"footage.person_marked">, now: number): Refusal | undefined {
  const { returnedAt, whenFilmed } = marked;
  if ((marked.now === "come_back") !== (returnedAt !== undefined))
    return refusal("FG3", "When he came back is said of who has returned, and of nobody else.");
  if (returnedAt !== undefined && epochMs(returnedAt) > now + clockAllowanceMs) return notYet();
  return whenFilmed === "deceased" && marked.now !== "deceased"
    ? refusal("FG3", "Who was dead when it was filmed is dead now.")
    : undefined;
}

function refuseViewed(state: State, { footage, persons }: PayloadOf<"footage.viewed">): Refusal | undefined {
  return state.footage.registered.get(footage)?.persons.size === persons
    ? undefined
    : refusal("FG4", "The number of persons is that of those who are marked; mark who is not.");
}

function refuseConsent(state: State, act: Act<"footage.consent_given">, now: number): Refusal | undefined {
  const { footage, person, at } = act.payload;
  const one = state.footage.registered.get(footage);
  const marked = one && personIn(state, one, person);
  if (!one || !marked) return refuseUnmarked(state, act.payload);
  if (!mayConsent(marked))
    return refusal("FG5", "Who is held, on his way back or dead does not consent; cover him.");
  if (marked.now === "come_back" && !act.by.office.startsWith("reception-"))
    return refusal("FG6", "Whoever has returned is asked by the reception that received him.");
  if (marked.returnedAt && epochMs(at) < epochMs(marked.returnedAt) + firstDayMs)
    return refusal("FG6", "Nobody is asked on the day of his return: not before 24 hours have passed.");
  if (epochMs(at) > now + clockAllowanceMs) return notYet();
  return consentTo(state, one, person)
    ? refusal("FG7", "A consent of this person stands already.")
    : undefined;
}

function refuseWithdrawal(
  state: State,
  { footage, person, at }: PayloadOf<"footage.consent_withdrawn">,
  now: number,
): Refusal | undefined {
  const one = state.footage.registered.get(footage);
  const given = one && consentTo(state, one, person);
  if (!given) return refusal("FG7", "There is no standing consent of this person to withdraw.");
  if (epochMs(at) < epochMs(given.act.payload.at))
    return refusal("FG7", "A consent is withdrawn after it was given.");
  return epochMs(at) > now + clockAllowanceMs ? notYet() : undefined;
}

function refuseRedacted(
  state: State,
  { footage, made, cover }: PayloadOf<"footage.redacted">,
): Refusal | undefined {
  const { original } = known(state, footage, "footage.registered").act.payload;
  if (made.sha256 === original.sha256)
    return refusal("FG8", "This is the original itself; a file to be released is made from it.");
  if (redactionOf(state, made.sha256)) return refusal("FG8", "This file is entered already.");
  const named = [...cover.boxes, ...cover.muted].flatMap(({ person }) =>
    person === undefined ? [] : [person],
  );
  return named.map((person) => refuseUnmarked(state, { footage, person })).find((one) => one !== undefined);
}

function refuseSigned(state: State, act: Act<"footage.interest_signed">): Refusal | undefined {
  const { interest } = act.payload;
  const stated = state.footage.interests.get(interest);
  if (!stated) return refusal("FG1", "There is no such reason in what this office reads.");
  if (stated.signedBy !== undefined) return refusal("FG9", "It has its second signature already.");
  return isSecondPerson(stated.by, act.by)
    ? undefined
    : refusal("FG9", "The second signature is that of another person, in another office of the side.");
}

// The host sees of a press room closed papers alone: what is in them it leaves to the side's own program to judge. Where
// there is none, nothing was entered, and it needs to read nothing to know that.
function isClosed(state: State, side: "a" | "b" | undefined): boolean {
  for (const { act } of state.entries.values())
    if (act.kind === "paper.sealed" && act.room === `press-${side}`) return true;
  return false;
}

function refuseReleased(state: State, act: Act<"footage.released">, now: number): Refusal | undefined {
  const { file, ground, reason, boxes, sound } = act.payload;
  if (!/^(video|image|audio)\/[a-z0-9.+-]+$/.test(file.mediaType))
    return refusal("FG10", "What is released is a picture, a video or sound.");
  if ((ground === "public_interest") !== (reason !== undefined))
    return refusal("FG10", "An overriding interest is said with its reason, and no other ground has one.");
  const own = [...state.footage.released.keys()].some((id) => {
    const { act: other } = known(state, id, "footage.released");
    return other.payload.file.digest === file.digest && !isRecalled(state, id);
  });
  if (own) return refusal("FG11", "This file is released already.");
  if (isClosed(state, sideOf(act.by.office))) return undefined;
  const found = redactionOf(state, file.digest);
  if (!found)
    return refusal("FG12", "Only a file that was made in the press office and entered there is released.");
  const { cover } = found.entry.act.payload;
  if (cover.boxes.length !== boxes || cover.sound !== sound)
    return refusal("FG12", "It says of boxes and sound what was signed when the file was made.");
  const gate = footageGate(state, found.one, found.entry.act.payload, now);
  if (gate.lacks.length > 0)
    return refusal("FG13", "It stays withheld: not everything is there that a release needs.");
  return gate.ground === ground
    ? undefined
    : refusal("FG13", "It is released on the ground that is there, and on no other.");
}

function refuseRecalled(state: State, act: Act<"footage.recalled">): Refusal | undefined {
  const { release } = act.payload;
  if (!state.footage.released.has(release))
    return refusal("FG1", "There is no such release in what this office reads.");
  if (isRecalled(state, release)) return refusal("FG14", "It was recalled already.");
  const by = known(state, release, "footage.released").act.by.office;
  return sideOf(by) === sideOf(act.by.office)
    ? undefined
    : refusal("FG14", "A release is recalled by the side that made it.");
}

function notYet(): Refusal {
  return refusal("FG3", "That time is still to come; write it down when it has happened.");
}
