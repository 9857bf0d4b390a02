import { z } from "zod";
import { actId, blobRef } from "../act/act.ts";
import { language, line, name, prose } from "../act/text.ts";
import { civilDate, happened, instant } from "../act/time.ts";
import { source } from "../claims/acts.ts";
import { terms } from "../proposals/terms.ts";

const person = z.strictObject({ name, capacity: line() });
const round = actId;

export const talksActs = {
  "round.proposed": z.strictObject({
    title: line(),
    number: z.int().positive(),
    venue: line().optional(),
    on: z.union([instant, civilDate]),
    format: z.enum(["plenary", "heads", "proximity", "shuttle", "working_group", "online"]),
    source: source.optional(),
  }),
  /** Each of host and parties says for itself whether it comes. */
  "round.date_answered": z.strictObject({
    round,
    answer: z.enum(["agreed", "other_date_asked", "declined"]),
    otherDate: z.union([instant, civilDate]).optional(),
    reason: line().optional(),
    source: source.optional(),
  }),
  /** A meeting before the plenary: heads one-to-one, or with the host. */
  "preparatory.held": z.strictObject({
    round,
    format: z.enum(["heads_one_to_one", "with_host", "experts"]),
    with: z.array(line()).min(1).max(10),
    on: happened,
    subject: prose(2_000).optional(),
    source,
  }),
  /** The list of a delegation, by the delegation itself. */
  "composition.listed": z.strictObject({
    round,
    head: person,
    members: z.array(person).max(40),
    mandate: line().optional(),
    source,
  }),
  "agenda.set": z.strictObject({ round, items: z.array(line()).min(1).max(30), source: source.optional() }),
  "round.opened": z.strictObject({
    round,
    at: happened,
    chair: person,
    venue: line(),
    openingWords: prose().optional(),
    source: source.optional(),
  }),
  "round.closed": z.strictObject({
    round,
    at: happened,
    nextContact: prose(1_000).optional(),
    source: source.optional(),
  }),
  "document.handed_over": z.strictObject({
    round,
    title: line(),
    to: z
      .array(z.enum(["host", "party-a", "party-b"]))
      .min(1)
      .max(3),
    at: happened,
    language: language.optional(),
    blob: blobRef.optional(),
    source,
  }),
  /** A point read out as agreed. It is agreed where each party has confirmed it, and not before. */
  "point.recorded": z.strictObject({ round, text: prose(4_000), terms, source }),
  "point.answered": z.strictObject({
    point: actId,
    answer: z.enum(["confirmed", "confirmed_in_principle", "reserved", "denied"]),
    reservation: prose(2_000).optional(),
    source,
  }),
  /** One office's own account of the round. The host's is a third account, not the truth. */
  "readout.given": z.strictObject({
    round,
    speaker: person,
    text: prose(),
    language,
    points: z.array(line()).max(20),
    source,
  }),
  "record.accepted": z.strictObject({ round, reservation: prose(2_000).optional() }),
};
