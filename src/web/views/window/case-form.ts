import "../../desk/no-eval.ts";
import { z } from "zod";
import type { TeamPlan, TruceCase } from "./engine/protocol.ts";

const minute = z.int().min(-100_000).max(100_000);
const count = z.int().min(0).max(100_000);
const share = z.int().min(0).max(1_000_000);
const code = z.string().min(1).max(60);
const side = z.enum(["a", "b"]);
const anySide = z.enum(["a", "b", "neutral"]);
const metres = z.int().min(-1_000_000).max(1_000_000);
const point = z.strictObject({ x: metres, y: metres });
const span = z.tuple([minute, minute]);

const stop = z.strictObject({
  kind: z.enum(["site", "facility"]),
  place: code,
  arrive: minute,
  start: minute,
  leave: minute,
  persons: z.array(z.strictObject({ group: code, count })).max(200),
  bodies: z.array(z.strictObject({ site: code, count })).max(200),
});

const travel = z.strictObject({
  detour: z.int().min(1000).max(10_000),
  slow: z.int().min(1000).max(10_000),
  gamma: z.literal([0, 1, 2]),
  matrix: z
    .strictObject({ places: z.array(code).max(1000), minutes: z.array(z.array(count)).max(1000) })
    .exactOptional(),
});

/** A truce's case in a file; what a form cannot see, the planner refuses with its place. */
const caseForm: z.ZodType<TruceCase> = z.strictObject({
  format: z.literal("parley-plan-case/1"),
  window: z.strictObject({ from: z.string().min(1).max(40), minutes: z.int().min(1).max(20_000) }),
  zones: z.array(z.strictObject({ code, clearBy: count, exits: z.array(point).max(60) })).max(60),
  classes: z
    .array(
      z.strictObject({
        code,
        place: z.enum(["stretcher", "seat"]),
        survival: z.array(z.tuple([count, share])).max(60),
        without: share,
        ride: count.exactOptional(),
      }),
    )
    .max(20),
  facilities: z
    .array(
      z.strictObject({
        code,
        side: anySide,
        x: metres,
        y: metres,
        beds: z.record(code, count),
        care: z.record(code, share),
        intake: z.strictObject({ every: z.int().min(1).max(10_000), most: count }).exactOptional(),
        unload: count,
        remains: count,
      }),
    )
    .max(200),
  sites: z
    .array(
      z.strictObject({
        code,
        x: metres,
        y: metres,
        zone: code,
        ground: side,
        windows: z.array(span).max(20),
        setup: count,
        clearance: count.exactOptional(),
        joint: z.boolean().exactOptional(),
        persons: z
          .array(z.strictObject({ code, class: code, of: side, count, reported: minute, loading: count }))
          .max(40),
        remains: z.strictObject({ of: side, count, handling: count }).exactOptional(),
      }),
    )
    .max(1000),
  teams: z
    .array(
      z.strictObject({
        code,
        kind: z.enum(["medical", "recovery", "clearance", "liaison"]),
        side: anySide,
        start: point,
        end: point,
        duty: span,
        places: z.strictObject({ stretcher: count, seat: count, cold: count }),
        ground: z.array(side).max(2),
        speed: z.int().min(1).max(5000),
      }),
    )
    .max(200),
  travel,
  progress: z
    .strictObject({
      now: minute,
      teams: z
        .array(
          z.strictObject({
            team: code,
            stops: z.array(stop).max(200),
            free: minute,
            lost: z.boolean().exactOptional(),
          }),
        )
        .max(200),
    })
    .exactOptional(),
});

// What is read of a plan before: all else in it can be computed again.
const plan = z.object({
  format: z.literal("parley-plan/1"),
  teams: z.array(z.object({ team: code, stops: z.array(stop), end: minute })),
});

export type InputFiles = {
  readonly given: TruceCase | undefined;
  /** The first thing in the case that is in no form: where, and why. */
  readonly wrong: { readonly path: string; readonly reason: string } | undefined;
  readonly previous: readonly TeamPlan[] | undefined;
};

/** A case, and the plan before it, out of the texts of files. */
export function inputIn(texts: readonly string[]): InputFiles {
  const read = texts.map(parsed);
  const given = read.find((one) => formatOf(one) === "parley-plan-case/1");
  const before = plan.safeParse(read.find((one) => formatOf(one) === "parley-plan/1"));
  const judged = caseForm.safeParse(given);
  const issue = judged.error?.issues[0];
  return {
    given: judged.data,
    wrong: issue && given !== undefined ? { path: issue.path.join("."), reason: issue.message } : undefined,
    previous: before.success ? before.data.teams : undefined,
  };
}

function formatOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // another file was chosen
  }
}
