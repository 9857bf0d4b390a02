import { z } from "zod";
import { line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const list = z.array(line()).min(1).max(60);

/** An instant with the two local prints that the sides' orders will carry, so that nobody computes them alone. */
const moment = z.strictObject({ at: instant, localA: line(40), localB: line(40) });

/**
 * What a short truce must say before it can be executed: the United Nations list of 2022 (written; purpose;
 * date, time, duration and review; area; prohibited and permitted; monitoring, coordination, disputes,
 * de-escalation) with what practice adds. Every part may be absent while the text grows; the gate tells which.
 */
export const truceTerms = z.strictObject({
  /** The parties' own word for it, and its typed kind. */
  label: line().optional(),
  kind: z
    .enum([
      "humanitarian_pause",
      "local_arrangement",
      "suspension_of_fire",
      "window_of_silence",
      "ceasefire",
      "moratorium",
    ])
    .optional(),
  /** Such as Geneva Convention I, art. 15(2). */
  legalBasis: line().optional(),
  purpose: z
    .array(z.enum(["evacuate_wounded", "recover_dead", "exchange_prisoners", "aid_access", "repair_works"]))
    .min(1)
    .optional(),
  start: moment.optional(),
  end: moment.optional(),
  zones: z
    .array(
      z.strictObject({
        name: line(),
        ring: z.array(point).min(3).max(500),
        altitudeMetres: z.int().optional(),
      }),
    )
    .min(1)
    .max(60)
    .optional(),
  mapEdition: line().optional(),
  forcesBound: list.optional(),
  prohibited: list.optional(),
  permitted: list.optional(),
  offensiveMeans: prose(2_000).optional(),
  returnFire: prose(2_000).optional(),
  longRangeWeapons: prose(1_000).optional(),
  /** Rotation, resupply, engineering works, reconnaissance: else the truce serves the better supplied. */
  regrouping: prose(2_000).optional(),
  dutyToWarn: prose(1_000).optional(),
  hotline: line().optional(),
  monitoring: prose(2_000).optional(),
  disputes: prose(2_000).optional(),
  violationClasses: list.optional(),
  breachEffect: prose(2_000).optional(),
  extension: prose(1_000).optional(),
  publication: prose(1_000).optional(),
  withoutPrejudice: prose(1_000).optional(),
});
export type TruceTerms = z.infer<typeof truceTerms>;
