import { z } from "zod";
import { side } from "../access/offices.ts";
import { actId, blobRef, bytes32 } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { civilDate } from "../act/time.ts";
import { source } from "../claims/acts.ts";
import { category } from "../eligibility/categories.ts";
import { persons } from "../eligibility/persons.ts";
import { recordRef } from "../lists/record-ref.ts";

const tranche = actId;

/** Persons of one category whom one side returns to the other. */
const part = z.strictObject({ returnedBy: side, category, persons });

/** What it takes to compute a tranche again, but for the case itself: who holds that sees whether this was it. */
const plan = z.strictObject({
  engine: line(60),
  version: line(40),
  /** Of the lottery between equals. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** SHA-256 of the case's canonical bytes, which hold a number that nobody guesses. */
  inputs: bytes32,
});

export const trancheActs = {
  /** Who returns together; on the table, or in place of an earlier text of it. */
  "tranche.tabled": z.strictObject({
    title: line(),
    number: z.int().positive().max(1_000).optional(),
    agreement: actId.optional(),
    on: civilDate.optional(),
    place: line().optional(),
    parts: z.array(part).min(1).max(24),
    /** From whom alone a person is taken who stands in for another of the same side and category. */
    reserves: z.array(part).max(24).optional(),
    plan: plan.optional(),
    replaces: tranche.optional(),
    source,
  }),
  /** A party's own word. Who tables a text in its place has countered it, and says no more. */
  "tranche.answered": z.strictObject({
    tranche,
    answer: z.enum(["agreed", "agreed_ad_referendum", "under_study", "refused"]),
    words: prose(2_000).optional(),
    source,
  }),
  /** From here on nothing changes but by substitution. The digest is that of the text's canonical bytes. */
  "tranche.locked": z.strictObject({
    tranche,
    digest: z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 digest in hex"),
  }),
  /** One goes in another's place, from the reserves of the same side and category. */
  "tranche.substitution_proposed": z.strictObject({
    tranche,
    out: recordRef,
    in: recordRef,
    reason: z.enum(["not_available", "not_identified", "agreed_change"]),
  }),
  "tranche.substitution_answered": z.strictObject({
    substitution: actId,
    answer: z.enum(["agreed", "refused"]),
  }),
  /** The giving side's word that those whom it returns are together and can travel. */
  "tranche.staged": z.strictObject({
    tranche,
    custodyConfirmed: z.boolean(),
    fitToTravel: z.boolean(),
    manifest: blobRef.optional(),
  }),
  "tranche.readiness_said": z.strictObject({
    tranche,
    answer: z.enum(["go", "no_go"]),
    reason: line().optional(),
  }),
  /** That a handover carried out a tranche is a claim of the office that says so. */
  "tranche.linked": z.strictObject({
    tranche,
    handover: actId,
    /** Those of the tranche who did not come, in this office's word. */
    notCome: persons.optional(),
    source,
  }),
};
