import { z } from "zod";
import { side } from "../access/offices.ts";
import { actId } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { civilDate } from "../act/time.ts";
import { source } from "../claims/acts.ts";

export const positionActs = {
  "issue.opened": z.strictObject({ title: line(), words: prose(2_000) }),
  /** A position as its side holds it, cited to the statement or document that it comes from, and dated. */
  "position.cited": z.strictObject({
    issue: actId,
    side,
    position: prose(2_000),
    dated: civilDate,
    /** The captured statement that it comes from, where there is one. */
    statement: actId.optional(),
    /** The entry of a report that it comes from, where there is one. */
    entry: actId.optional(),
    source,
  }),
  /** Where the positions on an issue stand to each other, as one office sees it (CCHN, island of agreement). */
  "issue.classified": z.strictObject({
    issue: actId,
    box: z.enum(["agreed_facts", "contested_facts", "convergent_norms", "divergent_norms"]),
    words: prose(2_000),
    basis: z.array(actId).min(1).max(20),
  }),
  /** What may come, by a named author, over a named time, on a stated basis. Never a number for distance. */
  "outlook.given": z.strictObject({
    author: line(),
    horizon: civilDate,
    confidence: z.enum(["low", "moderate", "high"]),
    words: prose(4_000),
    basis: z.array(actId).min(1).max(20),
    source,
  }),
};
