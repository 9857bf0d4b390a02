import { z } from "zod";
import { line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const list = z.array(line()).min(1).max(60);

/** An instant with the two local prints that the sides' orders will carry, so that nobody computes them alone. */
export const truceMoment = z.strictObject({ at: instant, localA: line(40), localB: line(40) });

/** The classes of act on which truces have been disputed; of each the text says whether it may be done. */
export const conductClasses = [
  "fire",
  "sniper_fire",
  "uav_strike",
  "uav_reconnaissance",
  "electronic_warfare",
  "movement",
  "engineering_works",
  "mining",
  "rotation_resupply",
] as const;
export type ConductClass = (typeof conductClasses)[number];

/** From the mildest to the last: a shot is not answered before the earlier steps have failed (the ladder of July 2020). */
export const returnFireSteps = [
  "take_cover",
  "report_up",
  "call_hotline",
  "ask_monitor",
  "fire_on_order",
] as const;

/** What one breach does to the rest. */
export const breachResponses = ["graduated", "local_suspension", "whole_truce_ends"] as const;

const conduct = z.strictObject({
  act: z.enum(conductClasses),
  may: z.enum(["prohibited", "permitted", "as_described"]),
  /** Fire of this calibre and above. */
  fromCalibreMm: z.int().min(1).max(2_000).optional(),
  words: line().optional(),
});

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
  start: truceMoment.optional(),
  end: truceMoment.optional(),
  zones: z
    .array(
      z.strictObject({
        name: line(),
        ring: z.array(point).min(3).max(500),
        /** How deep it reaches on each side of the line. */
        depthMetres: z.int().min(0).max(1_000_000).optional(),
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
  /** The same by class, where the text goes through them one by one. */
  conduct: z
    .array(conduct)
    .min(1)
    .max(40)
    .refine(
      (all) => new Set(all.map(({ act, fromCalibreMm }) => `${act} ${fromCalibreMm}`)).size === all.length,
      {
        error: "must name each class once",
      },
    )
    .optional(),
  offensiveMeans: prose(2_000).optional(),
  returnFire: prose(2_000).optional(),
  returnFireLadder: z.array(z.enum(returnFireSteps)).min(1).max(returnFireSteps.length).optional(),
  longRangeWeapons: prose(1_000).optional(),
  /** Rotation, resupply, engineering works, reconnaissance: else the truce serves the better supplied. */
  regrouping: prose(2_000).optional(),
  dutyToWarn: prose(1_000).optional(),
  hotline: line().optional(),
  monitoring: prose(2_000).optional(),
  disputes: prose(2_000).optional(),
  violationClasses: list.optional(),
  breachEffect: prose(2_000).optional(),
  breachResponse: z.enum(breachResponses).optional(),
  /** How long before it takes effect a denunciation is told (Hague Regulations art. 36). */
  warningHours: z.int().min(0).max(168).optional(),
  extension: prose(1_000).optional(),
  publication: prose(1_000).optional(),
  withoutPrejudice: prose(1_000).optional(),
});
export type TruceTerms = z.infer<typeof truceTerms>;
export type TruceMoment = z.infer<typeof truceMoment>;
export type TruceZone = NonNullable<TruceTerms["zones"]>[number];
