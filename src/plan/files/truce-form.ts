import { z } from "zod";
import { type Anchor, type TruceCase, teamKinds } from "../truce/case/case.ts";
import type { TeamPlan } from "../truce/plan.ts";
import type { TruceEvent } from "../truce/replan/event.ts";

/** Opaque: letters, digits and a few signs, no spaces, so that no name fits in by chance. */
const code = z.string().regex(/^[A-Za-z0-9._:-]{1,40}$/);
const side = z.enum(["a", "b"]);
const party = z.enum(["a", "b", "neutral"]);
const count = z.int().min(0).max(100_000);
const some = z.int().min(1).max(100_000);
const minute = z.int().min(0).max(20_000);
const stay = z.int().min(1).max(1440);
const share = z.int().min(0).max(1_000_000);
const metres = z.int().min(-2_000_000).max(2_000_000);
const point = z.strictObject({ x: metres, y: metres });

// Six decimals are less than a plane's metre.
const degrees = (most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .refine((one) => Math.round(one * 1e6) / 1e6 === one, {
      error: "must have at most six decimals of a degree",
    });

/** Where on earth a plane lies: within what the map draws. */
export const anchorForm: z.ZodType<Anchor> = z.strictObject({ lon: degrees(180), lat: degrees(85) });

const group = z.strictObject({
  code,
  class: code,
  of: side,
  count: some,
  reported: z.int().min(-20_000).max(20_000),
  loading: z.int().min(0).max(240),
});

const site = z.strictObject({
  code,
  x: metres,
  y: metres,
  zone: code,
  ground: side,
  windows: z.array(z.tuple([minute, minute])).max(50),
  setup: stay,
  clearance: stay.exactOptional(),
  joint: z.boolean().exactOptional(),
  persons: z.array(group).max(50),
  remains: z.strictObject({ of: side, count: some, handling: z.int().min(0).max(240) }).exactOptional(),
});

const stop = z.strictObject({
  kind: z.enum(["site", "facility"]),
  place: code,
  arrive: minute,
  start: minute,
  leave: minute,
  persons: z.array(z.strictObject({ group: code, count: some })),
  bodies: z.array(z.strictObject({ site: code, count: some })),
});

const beds = z.record(code, count);

/** The form of a case of a truce; what a form cannot see, the engine's `truceFaults` does. */
export const truceCaseForm: z.ZodType<TruceCase> = z.strictObject({
  format: z.literal("parley-plan-case/1"),
  window: z.strictObject({ from: z.iso.datetime({ offset: true }), minutes: z.int().min(1).max(10_080) }),
  zones: z.array(z.strictObject({ code, clearBy: minute, exits: z.array(point).max(100) })).max(1000),
  classes: z
    .array(
      z.strictObject({
        code,
        place: z.enum(["stretcher", "seat"]),
        survival: z
          .array(z.tuple([z.int().min(0).max(100_000), share]))
          .min(1)
          .max(400),
        without: share,
        ride: some.exactOptional(),
      }),
    )
    .max(100),
  facilities: z
    .array(
      z.strictObject({
        code,
        side: party,
        x: metres,
        y: metres,
        beds,
        care: z.record(code, share),
        intake: z.strictObject({ every: some, most: count }).exactOptional(),
        unload: stay,
        remains: count,
      }),
    )
    .max(200),
  sites: z.array(site).max(2000),
  teams: z
    .array(
      z.strictObject({
        code,
        kind: z.enum(teamKinds),
        side: party,
        start: point,
        end: point,
        duty: z.tuple([minute, minute]),
        places: z.strictObject({ stretcher: count, seat: count, cold: count }),
        ground: z.array(side).max(2),
        speed: z.int().min(1).max(5000),
      }),
    )
    .max(200),
  travel: z.strictObject({
    detour: z.int().min(1000).max(10_000),
    slow: z.int().min(1000).max(10_000),
    gamma: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    matrix: z
      .strictObject({ places: z.array(code).max(2200), minutes: z.array(z.array(minute)).max(2200) })
      .exactOptional(),
  }),
  anchor: anchorForm.exactOptional(),
  progress: z
    .strictObject({
      now: minute,
      teams: z.array(
        z.strictObject({ team: code, stops: z.array(stop), free: minute, lost: z.boolean().exactOptional() }),
      ),
    })
    .exactOptional(),
});

/** What is read of a plan; all else in it can be computed again. */
export const trucePlanForm: z.ZodType<{ teams: TeamPlan[] }> = z.object({
  format: z.literal("parley-plan/1"),
  teams: z.array(z.object({ team: code, stops: z.array(stop), end: minute })),
});

/** The form of what has happened. */
export const truceEventForm: z.ZodType<TruceEvent> = z.strictObject({
  format: z.literal("parley-plan-event/1"),
  at: minute,
  announced: minute.exactOptional(),
  changes: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("team_delayed"), team: code, minutes: some }),
        z.strictObject({ kind: z.literal("team_lost"), team: code }),
        z.strictObject({ kind: z.literal("site_closed"), site: code }),
        z.strictObject({ kind: z.literal("site_added"), site }),
        z.strictObject({ kind: z.literal("patients"), site: code, persons: z.array(group).min(1) }),
        z.strictObject({ kind: z.literal("retriaged"), group: code, class: code }),
        z.strictObject({ kind: z.literal("facility_full"), facility: code }),
        z.strictObject({ kind: z.literal("window"), minutes: some }),
      ]),
    )
    .max(1000),
});
