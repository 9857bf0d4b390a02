import { z } from "zod";
import { actId } from "../act/act.ts";
import { line, name, prose } from "../act/text.ts";
import { civilDate, happened } from "../act/time.ts";
import { source } from "../claims/acts.ts";

/** A node of the conditions graph: "meeting" is the meeting itself; others are named by the parties. */
const node = z
  .string()
  .regex(/^[a-z]+(_[a-z0-9]+)*$/, "must be a node such as agreed_text")
  .max(40);

export const tracks = [
  "agenda",
  "outcome_text",
  "venue",
  "date",
  "participants",
  "security",
  "immunities",
  "travel",
  "protocol",
  "interpretation",
  "media",
] as const;

export const summitActs = {
  "summit.proposed": z.strictObject({
    title: line(),
    by: civilDate,
    participants: z
      .array(z.strictObject({ name, capacity: line() }))
      .min(2)
      .max(10),
    venue: line().optional(),
    purpose: prose(2_000),
    retables: actId.optional(),
    round: actId.optional(),
    source,
  }),
  "summit.answered": z.strictObject({
    summit: actId,
    answer: z.enum(["agreed", "conditional", "under_study", "declined"]),
    words: prose(2_000).optional(),
    source,
  }),
  /** This party holds that `node` cannot come before `requires`. */
  "summit.condition_set": z.strictObject({
    summit: actId,
    node,
    requires: node,
    words: prose(2_000),
    source,
  }),
  "summit.condition_lifted": z.strictObject({ condition: actId, words: prose(2_000), source }),
  "summit.condition_met": z.strictObject({ condition: actId, words: prose(2_000), source }),
  "summit.track_set": z.strictObject({
    summit: actId,
    track: z.enum(tracks),
    state: z.enum(["open", "offered", "agreed"]),
    value: line().optional(),
    source,
  }),
  "summit.held": z.strictObject({ summit: actId, on: happened, outcome: prose(4_000), source }),
};
