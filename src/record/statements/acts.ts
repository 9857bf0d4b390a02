import { z } from "zod";
import { office } from "../access/offices.ts";
import { actId } from "../act/act.ts";
import { language, line, name, prose } from "../act/text.ts";
import { claim, source } from "../claims/acts.ts";

export const statementActs = {
  /** Words said in public, as they were said; who captured them is the act's author, not the speaker. */
  "statement.captured": z.strictObject({
    speaker: z.strictObject({ name, capacity: line() }),
    /** The office on whose behalf he spoke; undefined for those outside the process. */
    onBehalfOf: office.optional(),
    occasion: line(),
    verbatim: prose(),
    language,
    /** False where only a translation or a report of the words is at hand. */
    original: z.boolean(),
    translations: z
      .array(z.strictObject({ language, text: prose(), by: line() }))
      .max(8)
      .optional(),
    about: z.array(actId).max(20).optional(),
    source,
  }),
  /** A claim found in the words: its span counts characters of the verbatim text. */
  "statement.claim_noted": z.strictObject({
    statement: actId,
    type: z.enum(["proposes", "agrees", "gives_number", "denies", "conditions", "accuses", "thanks"]),
    span: z.strictObject({ from: z.int().nonnegative(), to: z.int().positive() }),
    claim: claim.optional(),
  }),
  /** The office on whose behalf it was said answers for it. */
  "statement.answered": z.strictObject({
    statement: actId,
    answer: z.enum(["confirmed", "corrected", "disowned"]),
    words: prose(2_000).optional(),
  }),
};
