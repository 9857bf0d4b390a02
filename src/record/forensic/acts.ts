import { z } from "zod";
import { side } from "../access/offices.ts";
import { actId, memberId } from "../act/act.ts";
import { language, line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";
import { codePattern, isCode } from "../lineday/code.ts";
import { recordRef } from "../lists/record-ref.ts";
import {
  belongings,
  discs,
  findings,
  geneMethods,
  holdings,
  identificationAnswers,
  levels,
  minglings,
  newsTold,
  partWishes,
  relations,
  returnCauses,
  revocations,
  samplePurposes,
  seals,
  stances,
  supportingMethods,
  tellers,
  tellingPlaces,
} from "./codes.ts";

const code = z
  .string()
  .regex(codePattern, "must be a bag's code of eight characters")
  .refine(isCode, { error: "is misread: its check character does not fit" });
const numbers = z.array(line(40)).max(12);
const digest = z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 digest in hex");
/** Who can have custody: those who read this room. */
const keeper = z.enum(["operator", "forensic-a", "forensic-b"]);
/** A number of the office's own register; no name. */
const number = z.int().min(1).max(9_999_999);

/** One thing that an identification rests on. A relative is a number of the office's own samples: no name, no kinship. */
const evidence = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("lifetime_sample") }),
  z.strictObject({
    type: z.literal("relative"),
    sample: number,
    genes: z.enum(geneMethods),
    close: z.boolean(),
  }),
  z.strictObject({ type: z.literal("dental") }),
  z.strictObject({ type: z.literal("fingerprint") }),
  ...supportingMethods.map((one) => z.strictObject({ type: z.literal(one) })),
]);
export type Evidence = z.infer<typeof evidence>;

/** What a case is held against: containers, other cases and persons are three things, each many to many. */
const other = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("container"), container: actId }),
  z.strictObject({ type: z.literal("case"), other: actId }),
  z.strictObject({ type: z.literal("person"), person: actId }),
]);

export const forensicActs = {
  /** A bag as it was filled where the remains lay. Nobody's name is in it. */
  "forensic.container_recorded": z.strictObject({
    code,
    /** The tag written with a permanent marker where the remains lay. */
    tag: line(60),
    at: instant,
    /** Coarse: a district or a square of the map, never coordinates. */
    where: line(120),
    by: line(160),
    holds: z.enum(holdings),
    commingled: z.enum(minglings),
    seals: numbers,
    photo: z.strictObject({ digest }).optional(),
    belongs: z.enum(belongings),
    words: prose(2_000).optional(),
  }),
  "forensic.container_checked": z.strictObject({ container: actId, at: instant, found: z.enum(findings) }),
  /** Custody passes in two words: of the one who gives, and of the one who takes. */
  "forensic.custody_given": z.strictObject({
    container: actId,
    to: keeper,
    at: instant,
    place: line(120),
    seals: z.enum(seals),
    numbers,
    words: prose(2_000).optional(),
  }),
  "forensic.custody_taken": z.strictObject({
    given: actId,
    at: instant,
    seals: z.enum(seals),
    numbers,
    words: prose(2_000).optional(),
  }),
  /** Geneva I art. 16-17: what was found on the dead, in a sealed packet with its inventory. It is never valued. */
  "forensic.effects_packed": z.strictObject({
    container: actId,
    packet: line(40),
    seal: line(40),
    at: instant,
    disc: z.enum(discs),
    items: z.array(z.strictObject({ count: z.int().min(1).max(9_999), what: line(200) })).max(200),
    complete: z.boolean(),
  }),
  /** Opened at an examination: one set of remains, or a part. */
  "forensic.case_opened": z.strictObject({
    number: line(40),
    containers: z.array(actId).min(1).max(20),
    at: instant,
    holds: z.enum(holdings),
    words: prose(4_000).optional(),
  }),
  /** What an office thinks belongs together, in its own words: no program judges it. */
  "forensic.case_associated": z.strictObject({
    case: actId,
    with: other,
    stance: z.enum(stances),
    support: prose(4_000),
  }),
  /** Somebody who is sought, by a line of a list or as unknown; a number and no name. */
  "forensic.person_entered": z.strictObject({ person: number, record: recordRef.optional() }),
  "forensic.identification_stated": z.strictObject({
    case: actId,
    person: actId,
    level: z.enum(levels),
    evidence: z.array(evidence).min(1).max(20),
    /** Who decided: an investigator, not a laboratory. */
    decidedBy: memberId,
    at: instant,
    words: prose(4_000).optional(),
  }),
  "forensic.identification_answered": z.strictObject({
    identification: actId,
    answer: z.enum(identificationAnswers),
    words: prose(4_000).optional(),
  }),
  "forensic.identification_revoked": z.strictObject({
    identification: actId,
    reason: z.enum(revocations),
    at: instant,
    words: prose(4_000),
  }),
  /** Remains that came to the wrong side go on; custody passes as at every handover. */
  "forensic.case_returned": z.strictObject({
    case: actId,
    to: side,
    cause: z.enum(returnCauses),
    at: instant,
    words: prose(2_000),
  }),
  /** The consent of a relative to one use of a sample. Read by the side's own forensic office alone. */
  "forensic.sample_consented": z.strictObject({
    person: actId,
    sample: number,
    relation: z.enum(relations),
    purpose: z.enum(samplePurposes),
    at: instant,
    words: prose(4_000),
    language,
    takenBy: z.enum(tellers),
  }),
  "forensic.sample_withdrawn": z.strictObject({ consent: actId, at: instant }),
  /** A person told the family, face to face. No program does. */
  "forensic.family_told": z.strictObject({
    identification: actId,
    news: z.enum(newsTold),
    at: instant,
    teller: memberId,
    capacity: z.enum(tellers),
    place: z.enum(tellingPlaces),
    language,
    furtherParts: z.enum(partWishes),
  }),
};
