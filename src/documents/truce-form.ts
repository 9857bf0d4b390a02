import { z } from "zod";

const words = z.string().min(1).max(2_000);
/** Free words as they were written, or in each language by its code. */
export const said = z.union([words, z.partialRecord(z.enum(["en", "uk", "ru", "tr"]), words)]);
const list = z.array(said).min(1).max(60);
const moment = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  localA: z.string(),
  localB: z.string(),
});
export const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const party = z.strictObject({ name: said });

/** The file of a truce's sheet: the terms as the record has them, and free words in one or more languages. */
export const truceForm = z.strictObject({
  on: z.iso.date(),
  title: said,
  status: z.string().max(60).optional(),
  parties: z.strictObject({ a: party, b: party }),
  /** Which party is named first. */
  first: z.enum(["a", "b"]),
  terms: z.strictObject({
    label: said.optional(),
    kind: z.string().max(60).optional(),
    legalBasis: said.optional(),
    purpose: z.array(z.string().max(60)).optional(),
    start: moment.optional(),
    end: moment.optional(),
    zones: z
      .array(
        z.strictObject({
          name: said,
          ring: z.array(point).min(3).max(500),
          depthMetres: z.number().optional(),
          altitudeMetres: z.number().optional(),
        }),
      )
      .optional(),
    mapEdition: said.optional(),
    forcesBound: list.optional(),
    prohibited: list.optional(),
    permitted: list.optional(),
    conduct: z
      .array(
        z.strictObject({
          act: z.string().max(60),
          may: z.string().max(60),
          fromCalibreMm: z.number().optional(),
          words: said.optional(),
        }),
      )
      .optional(),
    offensiveMeans: said.optional(),
    returnFire: said.optional(),
    returnFireLadder: z.array(z.string().max(60)).optional(),
    longRangeWeapons: said.optional(),
    regrouping: said.optional(),
    dutyToWarn: said.optional(),
    hotline: said.optional(),
    monitoring: said.optional(),
    disputes: said.optional(),
    violationClasses: list.optional(),
    breachEffect: said.optional(),
    breachResponse: z.string().max(60).optional(),
    warningHours: z.number().optional(),
    extension: said.optional(),
    publication: said.optional(),
    withoutPrejudice: said.optional(),
  }),
});
export type TruceContent = z.infer<typeof truceForm>;
export type Words = z.infer<typeof said>;
