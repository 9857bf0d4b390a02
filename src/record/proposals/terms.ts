import { z } from "zod";
import { side } from "../access/offices.ts";
import { line, name, prose } from "../act/text.ts";
import { civilDate, instant } from "../act/time.ts";
import { amount, unit } from "../claims/acts.ts";

/** Names a term within a lineage of proposals, so that a re-tabled one can be compared term by term. */
export const termKey = z
  .string()
  .regex(/^[a-z]+(_[a-z0-9]+)*$/, "must be a key such as duration")
  .max(40);
const term = { key: termKey };

const hours = z
  .int()
  .positive()
  .max(24 * 366 * 10);
const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** What a proposal or an agreed point consists of, each term typed so that it can be compared and completed. */
const anyTerm = z.discriminatedUnion("type", [
  /** Whole hours; a range as long as the parties have not fixed one length. */
  z.strictObject({ ...term, type: z.literal("duration"), minHours: hours, maxHours: hours.optional() }),
  z.strictObject({
    ...term,
    type: z.literal("zone"),
    extent: z.enum(["certain_areas", "line_of_contact", "whole_front", "polygon", "object_classes"]),
    words: line(),
    depthMetres: z.int().positive().optional(),
    /** Longitude and latitude in degrees (WGS 84), closed by the reader. */
    ring: z.array(point).min(3).max(500).optional(),
  }),
  z.strictObject({
    ...term,
    type: z.literal("purpose"),
    purposes: z
      .array(
        z.enum([
          "evacuate_wounded",
          "recover_dead",
          "exchange_prisoners",
          "aid_access",
          "repair_works",
          "end_hostilities",
          "negotiate",
          "confidence",
        ]),
      )
      .min(1),
  }),
  z.strictObject({ ...term, type: z.literal("date_by"), what: line(), by: civilDate }),
  z.strictObject({ ...term, type: z.literal("date_on"), what: line(), on: z.union([instant, civilDate]) }),
  /** As many from each side, as in an exchange of 1,200 from each. */
  z.strictObject({ ...term, type: z.literal("count_per_side"), amount, unit, category: line().optional() }),
  /** A count in one direction. */
  z.strictObject({
    ...term,
    type: z.literal("count"),
    from: side,
    to: side,
    amount,
    unit,
    category: line().optional(),
  }),
  z.strictObject({ ...term, type: z.literal("category"), words: line(), unit, all: z.boolean() }),
  z.strictObject({
    ...term,
    type: z.literal("participants"),
    persons: z.array(z.strictObject({ name, capacity: line() })).max(20),
    offices: z.array(line()).max(20),
  }),
  z.strictObject({ ...term, type: z.literal("place"), words: line() }),
  z.strictObject({
    ...term,
    type: z.literal("body_to_create"),
    body: line(),
    tasks: line().optional(),
    format: line().optional(),
  }),
  z.strictObject({ ...term, type: z.literal("object_list"), objects: z.array(line()).min(1).max(60) }),
  z.strictObject({
    ...term,
    type: z.literal("condition"),
    requires: line(),
    of: z.enum(["a", "b", "both", "other"]),
  }),
  z.strictObject({ ...term, type: z.literal("sequence"), first: termKey, next: termKey }),
  z.strictObject({ ...term, type: z.literal("reciprocity"), words: line() }),
  z.strictObject({ ...term, type: z.literal("text"), words: prose(4_000) }),
]);
export type Term = z.infer<typeof anyTerm>;

/** The terms of one text; no key twice. */
export const terms = z
  .array(anyTerm)
  .max(60)
  .refine((all) => new Set(all.map((one) => one.key)).size === all.length, {
    error: "a term's key stands twice",
  });
