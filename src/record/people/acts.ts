import { z } from "zod";
import { office } from "../access/offices.ts";
import { bytes32, memberId } from "../act/act.ts";
import { language, line, name, prose } from "../act/text.ts";
import { source } from "../claims/acts.ts";

const label = z.strictObject({ en: line(120), uk: line(120), ru: line(120), tr: line(120) });
const zone = z
  .string()
  .regex(/^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z_]+)*$/, "must be an IANA time zone")
  .max(64);
const partyRow = z.strictObject({ label, zone, head: bytes32 });

/** A key of the tlog world: `name+hash+base64`. */
const verifierKey = z
  .string()
  .regex(/^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/, "must be a verifier key")
  .max(200);

/** The founding act: everything else chains to it. Signed by the host's and both parties' heads. */
export const foundingForm = z.strictObject({
  title: label,
  /** The first part of every log's origin: the host's name, as in parley.example. */
  hostName: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .max(100),
  host: partyRow,
  parties: z.strictObject({ a: partyRow, b: partyRow }),
  /** Who is named first at the start, as drawn by lot; the order alternates from there. */
  order: z.union([z.tuple([z.literal("a"), z.literal("b")]), z.tuple([z.literal("b"), z.literal("a")])]),
  /** Keys of the heads of all other offices that are filled from the start. */
  heads: z.array(z.strictObject({ office, head: bytes32 })).max(16),
  log: verifierKey,
  witnesses: z.array(z.strictObject({ office, key: verifierKey })).max(8),
  languages: z.array(language).min(1).max(8),
  /** True in a process that was built to show the software: every screen says so. */
  demonstration: z.boolean(),
  note: prose(4_000).optional(),
});

/** A device key certified by the head of the office, for one member. The roster names nobody. */
export const seatForm = z.strictObject({
  office,
  member: memberId,
  key: bytes32,
  /** The member's age recipient; needed to read sealed papers. */
  recipient: z
    .string()
    .regex(/^age1[a-z0-9]+$/, "must be an age recipient")
    .max(4_000)
    .optional(),
  title: line(120),
});

export const peopleActs = {
  "process.opened": foundingForm,
  "seat.granted": seatForm,
  "seat.revoked": z.strictObject({ office, member: memberId, key: bytes32, reason: line() }),
  /** The head's key passes on: signed by the old key and the new. */
  "head.replaced": z.strictObject({ office, head: bytes32, reason: line() }),
  /** Full powers name the persons who may negotiate, adopt or authenticate a text (VCLT art. 2(1)(c)). */
  "powers.presented": z.strictObject({
    authority: line(),
    reference: line(),
    persons: z
      .array(z.strictObject({ name, capacity: line() }))
      .min(1)
      .max(40),
    extent: z
      .array(z.enum(["negotiate", "adopt", "authenticate", "sign"]))
      .min(1)
      .max(4),
    source: source.optional(),
  }),
};
