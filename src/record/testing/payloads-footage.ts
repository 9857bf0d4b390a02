import type { Random } from "#base";
import { known } from "../fold/state.ts";
import type { footageActs, SealedFile } from "../footage/acts.ts";
import { footageStatuses } from "../footage/acts.ts";
import { footageGate } from "../footage/view.ts";
import { instantOf, keyOf } from "./builders.ts";
import { anyOf, type Context, chance, maybe, type Payloads } from "./context.ts";

const ways = ["face", "voice"] as const;

/** 32 bytes in hex. */
export function hexOf(random: Random): string {
  return [...random.bytes(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function sealedFileOf(random: Random): SealedFile {
  return {
    file: { digest: hexOf(random), bytes: 1_000 },
    fileKey: `${keyOf(random).slice(0, 21)}A==`,
    sha256: hexOf(random),
    bytes: 900,
    mediaType: "video/mp4",
  };
}

function anyFootage({ state, random }: Context) {
  return anyOf(random, state.footage.registered.values());
}

/** A piece of footage and, mostly, a person who is marked in it. */
function anyMarked(context: Context) {
  const one = anyFootage(context);
  const person = one && (anyOf(context.random, one.persons.keys()) ?? 1);
  return one && person !== undefined ? { one, person } : undefined;
}

export const footagePayloads: Payloads<keyof typeof footageActs> = {
  "footage.registered": ({ random }) => ({
    title: "Arrival at the border",
    original: sealedFileOf(random),
    source: "The ministry’s cameraman, as he says",
    credentials: { found: "no_credentials" },
  }),
  "footage.person_marked": (context) => {
    const { random, now } = context;
    const one = anyFootage(context);
    const status = chance(random, 0.5) ? "come_back" : random.pick(footageStatuses);
    const returnedAt = status === "come_back" ? instantOf(now - random.below(4) * 20 * 3_600_000) : undefined;
    return (
      one && {
        footage: one.id,
        person: 1 + random.below(2),
        whenFilmed: chance(random, 0.9) ? "captive" : random.pick(footageStatuses),
        now: status,
        ...maybe("returnedAt", returnedAt),
        shownBy: ways.slice(0, 1 + random.below(2)),
      }
    );
  },
  "footage.viewed": (context) => {
    const one = anyFootage(context);
    return one && { footage: one.id, persons: one.persons.size };
  },
  "footage.held_checked": (context) => {
    const found = anyMarked(context);
    const word = () => (chance(context.random, 0.9) ? ("not_held" as const) : ("held" as const));
    return found && { footage: found.one.id, person: found.person, himself: word(), comrades: word() };
  },
  "footage.consent_given": (context) => {
    const found = anyMarked(context);
    const words = "He was told who will see it, and that he may take it back.";
    return (
      found && {
        footage: found.one.id,
        person: found.person,
        at: instantOf(context.now),
        words,
        language: "uk",
      }
    );
  },
  "footage.consent_withdrawn": (context) => {
    const found = anyMarked(context);
    return found && { footage: found.one.id, person: found.person, at: instantOf(context.now) };
  },
  "footage.redacted": (context) => {
    const { random } = context;
    const one = anyFootage(context);
    const corner = { x: 10, y: 10, w: 40, h: 50 };
    const boxes = [...(one?.persons.keys() ?? [])]
      .filter(() => chance(random, 0.6))
      .map((person) => ({
        covers: "face" as const,
        person,
        moments: [
          { ms: 0, ...corner },
          { ms: 5_000, ...corner },
        ],
      }));
    const sound = random.pick(["sound_kept", "muted_whole"] as const);
    return one && { footage: one.id, made: sealedFileOf(random), cover: { boxes, sound, muted: [] } };
  },
  "footage.interest_stated": (context) => {
    const found = anyMarked(context);
    const reason = "He is sought by a court, and the public is asked where he is.";
    return found && { footage: found.one.id, persons: [found.person], reason };
  },
  "footage.interest_signed": ({ state, random }) => {
    const interest = anyOf(random, state.footage.interests.keys());
    return interest && { interest };
  },
  "footage.released": (context) => {
    const { state, random, now } = context;
    const one = anyFootage(context);
    const id = one && anyOf(random, one.redactions);
    if (!one || !id) return undefined;
    const redaction = known(state, id, "footage.redacted").act.payload;
    const { made, cover } = redaction;
    const { ground } = footageGate(state, one, redaction, now);
    return {
      title: "Arrival at the border",
      file: { digest: made.sha256, bytes: made.bytes, mediaType: made.mediaType },
      ground,
      ...maybe("reason", ground === "public_interest" ? "A court seeks him." : undefined),
      boxes: cover.boxes.length,
      sound: cover.sound,
    };
  },
  "footage.recalled": ({ state, random }) => {
    const release = anyOf(random, state.footage.released.keys());
    return release && { release };
  },
};
