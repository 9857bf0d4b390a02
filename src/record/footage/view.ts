import { type Office, sideOf } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { entryOf, known, type State } from "../fold/state.ts";
import type { Owed } from "../gate/owed.ts";
import { heardWays, seenWays } from "./acts.ts";
import type { Footage } from "./fold.ts";

/** How long a word on who is still held counts: whoever is held today may be free, and a comrade taken, tomorrow. */
export const heldCheckMs = 24 * 3_600_000;

type Marked = PayloadOf<"footage.person_marked">;

/** What stands in the way of a release: of one person, or of the whole where none is named. */
export type FootageLack = {
  readonly what: "viewing" | "held_check" | "still_held" | "consent" | "interest";
  readonly person: number | undefined;
};

export type FootageGate = {
  readonly lacks: readonly FootageLack[];
  /** On what it may be released; of weight only where nothing lacks. */
  readonly ground: PayloadOf<"footage.released">["ground"];
};

export function personIn(state: State, one: Footage, person: number): Marked | undefined {
  const id = one.persons.get(person);
  return id && known(state, id, "footage.person_marked").act.payload;
}

/** Consent counts of who can give it freely: never of who is held, on his way, or dead (Geneva III art. 7, 13). */
export function mayConsent({ now }: Marked): boolean {
  return now === "come_back" || now === "civilian" || now === "other";
}

/** The consent of a person that stands; undefined where he gave none or withdrew it. */
export function consentTo(state: State, one: Footage, person: number) {
  const id = one.consents.get(person);
  return id && entryOf(state, id, "footage.consent_given");
}

/** Whether nothing by which a person is recognised is left in a file, by the plan that its author signed. */
export function isCovered({ person, shownBy }: Marked, { cover }: PayloadOf<"footage.redacted">): boolean {
  return shownBy.every((way) =>
    (heardWays as readonly string[]).includes(way) // one of the ways
      ? cover.sound === "muted_whole" || cover.muted.some((span) => span.person === person)
      : (seenWays as readonly string[]).includes(way) &&
        cover.boxes.some((box) => box.person === person && box.covers === way),
  );
}

/** The interest that two of a side have signed for a person. */
export function interestIn(state: State, one: Footage, person: number): ActId | undefined {
  return one.interests.find(
    (id) =>
      state.footage.interests.get(id)?.signedBy !== undefined &&
      known(state, id, "footage.interest_stated").act.payload.persons.includes(person),
  );
}

/**
 * The gate of public curiosity (Geneva III art. 13(2)): what lacks before a file may be released. Withheld by default.
 * At `now` a word on who is held counts a day; without it, whatever its age: what was released is not recalled by time.
 */
export function footageGate(
  state: State,
  one: Footage,
  redaction: PayloadOf<"footage.redacted">,
  now?: number,
): FootageGate {
  const lacks: FootageLack[] = [];
  let ground: FootageGate["ground"] = "nobody_recognisable";
  if (!isViewed(state, one)) lacks.push({ what: "viewing", person: undefined });
  for (const [person, id] of one.persons) {
    const marked = known(state, id, "footage.person_marked").act.payload;
    if (isCovered(marked, redaction)) continue;
    const held = heldWord(state, one, person, now);
    if (held !== "not_held") {
      lacks.push({ what: held === "held" ? "still_held" : "held_check", person });
    } else if (mayConsent(marked) && consentTo(state, one, person)) {
      if (ground === "nobody_recognisable") ground = "by_consent";
    } else if (interestIn(state, one, person)) {
      ground = "public_interest";
    } else {
      lacks.push({ what: mayConsent(marked) ? "consent" : "interest", person });
    }
  }
  return { lacks, ground };
}

function isViewed(state: State, one: Footage): boolean {
  return (
    one.viewed !== undefined &&
    known(state, one.viewed, "footage.viewed").act.payload.persons === one.persons.size
  );
}

// Held is whoever is said to be; a captive by his mark is held whatever else is said.
function heldWord(state: State, one: Footage, person: number, now?: number) {
  const status = personIn(state, one, person)?.now;
  if (status === "captive" || status === "handed_over") return "held";
  const id = one.held.get(person);
  const entry = id && known(state, id, "footage.held_checked");
  if (!entry) return "not_known";
  const { himself, comrades } = entry.act.payload;
  if (himself === "held" || comrades === "held") return "held";
  if (himself === "not_known" || comrades === "not_known") return "not_known";
  return now !== undefined && now - entry.receivedAt > heldCheckMs ? "not_known" : "not_held";
}

/** Files made of footage that this viewer reads, by the digest of what is inside. */
export function redactionOf(state: State, sha256: string) {
  for (const one of state.footage.registered.values())
    for (const id of one.redactions) {
      const entry = known(state, id, "footage.redacted");
      if (entry.act.payload.made.sha256 === sha256) return { one, entry };
    }
  return undefined;
}

export function isRecalled(state: State, release: ActId): boolean {
  return state.footage.released.get(release)?.recalledBy !== undefined;
}

/** Whether a release of this file stands: one that was not recalled. */
export function isFileReleased(state: State, digest: string): boolean {
  return [...state.footage.released].some(
    ([id, { recalledBy }]) =>
      recalledBy === undefined && known(state, id, "footage.released").act.payload.file.digest === digest,
  );
}

/**
 * Releases for which the gate is not open: a consent was withdrawn, somebody is held after all, or the file was never
 * entered in the press room, whatever program sent it. Told to who reads that room.
 */
export function owedOnFootage(state: State): readonly Owed[] {
  const { registered, released } = state.footage;
  const read = new Set([...registered.keys()].map((id) => known(state, id, "footage.registered").act.room));
  if (read.size === 0) return [];
  return [...released.keys()].flatMap((id): readonly Owed[] => {
    const { act } = known(state, id, "footage.released");
    const by: Office = sideOf(act.by.office) === "a" ? "press-a" : "press-b";
    if (isRecalled(state, id) || !read.has(by)) return [];
    const found = redactionOf(state, act.payload.file.digest);
    if (found && footageGate(state, found.one, found.entry.act.payload).lacks.length === 0) return [];
    const { title } = act.payload;
    return [{ what: "footage_recall", subject: id, title, by, due: undefined, detail: {} }];
  });
}
