import { z } from "zod";
import { side } from "../access/offices.ts";
import { actId } from "../act/act.ts";
import { line, prose } from "../act/text.ts";
import { instant } from "../act/time.ts";
import { lat, lon } from "../sites/acts.ts";
import { bands } from "../sites/band.ts";
import { hazards } from "../sites/codes.ts";
import { echelons, emblems, events, hazardStates, outcomes, tasks, teamSteps, teamTypes } from "./codes.ts";

const cell = z.strictObject({ row: z.int().min(0).max(3_999), column: z.int().min(0).max(7_999) });
const band = z.enum(bands);
const teamName = line(20);
const many = z.int().min(0).max(10_000);

export const missionActs = {
  /** What may be known of a site outside its own room: a cell and bands. It names no site. */
  "mission.area_noticed": z.strictObject({
    cell,
    wounded: band,
    remains: band,
    hazards: z.array(z.enum(hazards)).max(hazards.length),
    validUntil: instant,
  }),
  "mission.planned": z.strictObject({
    code: line(24),
    task: z.enum(tasks),
    emergency: z.boolean(),
    cells: z.array(cell).min(1).max(20),
    startsAt: instant,
    endsAt: instant,
    radioEveryMinutes: z.int().min(5).max(240),
    teams: z
      .array(
        z.strictObject({
          team: teamName,
          type: z.enum(teamTypes),
          vehicles: z.int().min(0).max(50),
          crew: z.int().min(1).max(200),
          abortAt: instant,
        }),
      )
      .min(1)
      .max(20),
    replaces: actId.optional(),
  }),
  /** What only one side and the operator know: said in that side's sealed room. */
  "mission.detailed": z.strictObject({
    mission: actId,
    sites: z.array(actId).max(50),
    route: z.array(z.strictObject({ lon, lat })).max(200),
    routeWords: prose(2_000),
    alternate: prose(2_000).optional(),
    vehicles: z
      .array(
        z.strictObject({ team: teamName, description: line(60), plate: line(20), emblem: z.enum(emblems) }),
      )
      .max(50),
    phones: z.array(line(40)).max(20),
    radio: line(200).optional(),
    receiving: line(160),
  }),
  "mission.notified": z.strictObject({ mission: actId, to: side, at: instant, channel: line(120) }),
  /** How far it has come in the side's own word; `recalled` takes back what was said before. */
  "mission.acknowledged": z.strictObject({
    mission: actId,
    echelon: z.enum([...echelons, "recalled"]),
    at: instant,
    words: line(300).optional(),
  }),
  "mission.guarantee_said": z.strictObject({
    mission: actId,
    given: z.boolean(),
    startsAt: instant,
    endsAt: instant,
    words: prose(2_000),
  }),
  "mission.hazard_said": z.strictObject({
    mission: actId,
    state: z.enum(hazardStates),
    at: instant,
    words: prose(1_000).optional(),
  }),
  /** The operator's own decision, and nobody else's. */
  "mission.decided": z.strictObject({
    mission: actId,
    answer: z.enum(["go", "no_go"]),
    words: prose(1_000).optional(),
  }),
  "mission.step_noted": z.strictObject({
    mission: actId,
    team: teamName,
    step: z.enum(teamSteps),
    at: instant,
    to: side.optional(),
    /** In bands: the other side reads it too, and one to four are one word. */
    wounded: band.optional(),
    remains: band.optional(),
  }),
  "mission.event_noted": z.strictObject({
    mission: actId,
    event: z.enum(events),
    at: instant,
    words: line(300).optional(),
  }),
  /**
   * The receipt of the side that received, in bands: how many of its own came back is its own to tell. Those of the adverse
   * party are told exactly, so that none of them is lost, with whether their record is made (Geneva I art. 16).
   */
  "mission.received": z.strictObject({
    mission: actId,
    at: instant,
    wounded: band,
    remains: band,
    adverse: z.strictObject({ count: many, recordMade: z.boolean() }).optional(),
  }),
  "mission.ended": z.strictObject({
    mission: actId,
    outcome: z.enum(outcomes),
    at: instant,
    words: prose(2_000).optional(),
    left: z.strictObject({ wounded: band, remains: band }).optional(),
  }),
};
