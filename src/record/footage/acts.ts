import { z } from "zod";
import { actId, blobRef } from "../act/act.ts";
import { language, line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";

/** What a person in footage was when it was filmed, and what he is now. */
export const footageStatuses = [
  "captive",
  "handed_over",
  "come_back",
  "civilian",
  "deceased",
  "other",
] as const;

/** By what a person is recognised: seen in the picture, or heard. */
export const seenWays = ["face", "body_mark", "name_in_picture", "plate"] as const;
export const heardWays = ["voice", "name_in_sound"] as const;

const person = z.int().min(1).max(999);
/** Milliseconds from the beginning of the footage. */
const place = z.int().min(0).max(86_400_000);
const hex = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 digest in hex");
const pixel = z.int().min(0).max(16_384);

/** A file that only those read who read this act: what the host keeps, what opens it, and what is inside. */
const sealedFile = z.strictObject({
  file: blobRef.pick({ digest: true, bytes: true }),
  fileKey: z.string().regex(/^[A-Za-z0-9+/]{22}==$/, "must be 16 bytes"),
  sha256: hex,
  bytes: z.int().positive(),
  mediaType: line(100),
});
export type SealedFile = z.infer<typeof sealedFile>;

/** Where a box stands at a moment, in pixels of the picture; between two moments it moves in a straight line. */
const boxKey = z.strictObject({ ms: place, x: pixel, y: pixel, w: pixel.min(1), h: pixel.min(1) });
/** From its first moment to its last the box is filled; in the picture nothing of what it covers is left. */
const box = z.strictObject({
  covers: z.enum([...seenWays, "other"]),
  person: person.optional(),
  moments: z
    .array(boxKey)
    .min(2)
    .max(400)
    .refine((moments) => moments.every(({ ms }, i) => i === 0 || ms > (moments[i - 1]?.ms ?? 0)), {
      error: "must be in the order of time",
    }),
});
export type FootageBox = z.infer<typeof box>;

const muted = z
  .strictObject({ from: place, to: place, person: person.optional() })
  .refine(({ from, to }) => from < to, { error: "must end after it begins" });

/** What was covered: the picture by boxes, the sound whole or by spans. */
export const coverPlan = z
  .strictObject({
    boxes: z.array(box).max(60),
    sound: z.enum(["sound_kept", "muted_in_spans", "muted_whole"]),
    muted: z.array(muted).max(60),
  })
  .refine(({ boxes }) => boxes.reduce((sum, { moments }) => sum + moments.length, 0) <= 400, {
    error: "has more than 400 moments; leave out moments between which a box moves straight",
  })
  .refine(
    ({ sound, muted: { length } }) =>
      sound === "sound_kept" ? length === 0 : sound === "muted_whole" || length > 0,
    {
      error: "has spans where the sound is muted in spans, and none where it is kept",
    },
  );
export type CoverPlan = z.infer<typeof coverPlan>;

export const footageActs = {
  /** Footage comes into the keeping of a press office: the original as it is, sealed, with its digest. */
  "footage.registered": z.strictObject({
    title: line(),
    original: sealedFile,
    /** Who handed it in, and who filmed, as they said. */
    source: line(),
    /** Content Credentials (C2PA) as the file states them; a claim of whoever made it, not checked here. */
    credentials: z.strictObject({
      found: z.enum(["no_credentials", "credentials_present", "credentials_unreadable"]),
      generator: line(200).optional(),
    }),
  }),
  /** A person in it, by a number of this footage: no name. The latest word on a person counts. */
  "footage.person_marked": z.strictObject({
    footage: actId,
    person,
    whenFilmed: z.enum(footageStatuses),
    now: z.enum(footageStatuses),
    returnedAt: instant.optional(),
    /** Empty: he cannot be recognised. */
    shownBy: z.array(z.enum([...seenWays, ...heardWays])).max(6),
  }),
  /** Somebody has seen and heard all of it, and everyone who can be recognised is marked. */
  "footage.viewed": z.strictObject({ footage: actId, persons: z.int().min(0).max(999) }),
  /** Whether he is still held, and others whom his picture could identify or endanger. */
  "footage.held_checked": z.strictObject({
    footage: actId,
    person,
    himself: z.enum(["held", "not_held", "not_known"]),
    comrades: z.enum(["held", "not_held", "not_known"]),
  }),
  /** A person's own free consent to the release of this footage, as he was told of it. */
  "footage.consent_given": z.strictObject({
    footage: actId,
    person,
    at: instant,
    words: prose(2_000),
    language,
  }),
  "footage.consent_withdrawn": z.strictObject({ footage: actId, person, at: instant }),
  /** A file made from the original: covered as is said here, without any metadata. Its author answers for it. */
  "footage.redacted": z.strictObject({ footage: actId, made: sealedFile, cover: coverPlan }),
  /** Why the public has to see persons who have not consented; counts with a second signature. */
  "footage.interest_stated": z.strictObject({
    footage: actId,
    persons: z.array(person).min(1).max(50),
    reason: prose(4_000),
  }),
  "footage.interest_signed": z.strictObject({ interest: actId }),
  /** The file that everybody may see. It names nothing of the press office's room. */
  "footage.released": z.strictObject({
    title: line(),
    file: blobRef.omit({ rows: true }),
    ground: z.enum(["nobody_recognisable", "by_consent", "public_interest"]),
    reason: prose(4_000).optional(),
    boxes: z.int().min(0).max(60),
    sound: z.enum(["sound_kept", "muted_in_spans", "muted_whole"]),
  }),
  /** The file is taken back; that it was released stays. No reason: it could tell of a person. */
  "footage.recalled": z.strictObject({ release: actId }),
};
