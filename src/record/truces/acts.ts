import { z } from "zod";
import { actId } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { happened, instant } from "../act/time.ts";
import { claim, source } from "../claims/acts.ts";
import { truceMoment, truceTerms } from "./terms.ts";

const truce = actId;

/** How far down one's own troops an order has come. */
const echelon = z.enum(["command", "army", "corps", "brigade", "battalion", "company"]);

/** Where each party says whether it is ready: so many hours before the start. */
export const checkpoints = ["t24", "t6", "t1"] as const;
export type Checkpoint = (typeof checkpoints)[number];

export function hoursBefore(checkpoint: Checkpoint): number {
  return Number(checkpoint.slice(1));
}

/** An order is received, passed on, and confirmed by those who hold the weapons: one after the other. */
export const orderSteps = ["received", "passed_to_units", "confirmed_by_units"] as const;

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
    echelonReached: echelon,
  }),
  /** How far one's own order has come; said by the side whose order it is. */
  "truce.order_acknowledged": z.strictObject({
    truce,
    order: actId,
    step: z.enum(orderSteps),
    echelonReached: echelon,
    at: instant,
  }),
  /** An assurance for a named time, area and work. */
  "truce.guarantee_given": z.strictObject({ truce, words: prose(2_000), until: instant }),
  "truce.readiness_said": z.strictObject({
    truce,
    answer: z.enum(["go", "no_go"]),
    /** Left out where it is said at another time. */
    checkpoint: z.enum(checkpoints).optional(),
    reason: line().optional(),
  }),
  /** A later end, in force when both have said yes before the end that stands. */
  "truce.extension_proposed": z.strictObject({ truce, end: truceMoment, reason: prose(2_000).optional() }),
  "truce.extension_answered": z.strictObject({
    truce,
    extension: actId,
    answer: z.enum(["accepted", "declined"]),
    words: prose(2_000).optional(),
  }),
  /** One side takes one zone, or a part of it, out for a time; the rest goes on. */
  "truce.suspended_locally": z.strictObject({
    truce,
    zone: line(),
    part: line().optional(),
    reason: prose(2_000),
    from: instant,
  }),
  "truce.resumed": z.strictObject({ truce, suspension: actId, at: instant }),
  /** Afterwards, each for itself: what was done in these hours. */
  "truce.closing_reported": z.strictObject({
    truce,
    words: prose(4_000),
    wounded: claim.optional(),
    bodies: claim.optional(),
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
