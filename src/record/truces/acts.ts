import { z } from "zod";
import { actId } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { happened, instant } from "../act/time.ts";
import { claim, source } from "../claims/acts.ts";
import { truceTerms } from "./terms.ts";

const truce = actId;

export const truceActs = {
  /** A text of terms on the table; it may still lack parts. */
  "truce.tabled": z.strictObject({
    title: line(),
    terms: truceTerms,
    /** The proposal or agreed point that this text carries out. */
    agreement: actId.optional(),
    /** The earlier text of these terms. */
    retables: actId.optional(),
    source,
  }),
  "truce.answered": z.strictObject({
    truce,
    answer: z.enum(["under_study", "agreed_in_principle", "accepted", "reserved", "declined"]),
    words: prose(2_000).optional(),
    source,
  }),
  /** The order to one's own troops is the instrument, not the text (Hague Regulations art. 38). */
  "truce.order_issued": z.strictObject({
    truce,
    number: line(100),
    signatory: line(),
    issuedAt: instant,
    echelonReached: z.enum(["command", "army", "corps", "brigade", "battalion", "company"]),
  }),
  /** An assurance for a named time, area and work. */
  "truce.guarantee_given": z.strictObject({ truce, words: prose(2_000), until: instant }),
  "truce.readiness_said": z.strictObject({
    truce,
    answer: z.enum(["go", "no_go"]),
    reason: line().optional(),
  }),
  /** One party's own declaration binds it alone. */
  "truce.declared": z.strictObject({
    title: line(),
    terms: truceTerms,
    window: happened,
    source,
  }),
  "truce.declaration_answered": z.strictObject({
    declaration: actId,
    answer: z.enum(["reciprocated", "reciprocated_in_part", "declined"]),
    words: prose(2_000).optional(),
    source,
  }),
  /** A right on serious violation by the other party, with warning (Hague Regulations art. 40-41). */
  "truce.denounced": z.strictObject({ truce, reason: prose(2_000), effectiveAt: instant }),
  /** A count of events in a window, as one office gives it. */
  "truce.count_claimed": z.strictObject({ declaration: actId, what: line(), count: claim }),
};
