import { z } from "zod";
import { clock } from "./forms.ts";
import { point, said } from "./truce-form.ts";

const code = z.string().regex(/^[A-Za-z0-9._:-]{1,40}$/);
const instant = z.iso.datetime({ offset: true });
const metres = z.int().min(-2_000_000).max(2_000_000);
const onPlane = z.strictObject({ x: metres, y: metres });
const count = z.int().min(0).max(100_000);
const load = z.strictObject({
  persons: z
    .array(z.strictObject({ group: code, class: code, place: z.enum(["stretcher", "seat"]), count }))
    .max(500),
  remains: count,
});

const pack = z.strictObject({
  team: code,
  kind: z.enum(["medical", "recovery", "clearance", "liaison"]),
  side: z.enum(["a", "b", "neutral"]),
  window: z.strictObject({ from: instant, until: instant }),
  start: z.strictObject({ at: onPlane, leave: instant }),
  end: z.strictObject({ at: onPlane, arrive: instant, last: instant }),
  stops: z
    .array(
      z.strictObject({
        kind: z.enum(["site", "facility"]),
        place: code,
        at: onPlane,
        arrive: instant,
        start: instant,
        leave: instant,
        load,
        aboard: load,
        way: z
          .strictObject({ last: instant, out: instant, exit: onPlane, minutes: z.int().min(0) })
          .optional(),
        access: z
          .array(z.tuple([instant, instant]))
          .max(50)
          .optional(),
        clearance: z.literal(true).optional(),
        joint: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(500),
});

/** What the packs of one plan have in common: it is printed as far as it is of this team. */
const cover = z.strictObject({
  on: z.iso.date(),
  from: said.optional(),
  parties: z
    .strictObject({ a: z.strictObject({ name: said }), b: z.strictObject({ name: said }) })
    .optional(),
  /** Of both sides, that of the party which is named first before the other. */
  clocks: z.array(clock).max(2).optional(),
  /** Where the plan's plane touches the earth, as [lon, lat]. */
  origin: point.optional(),
  hotline: said.optional(),
  dutyToWarn: said.optional(),
  returnFireLadder: z.array(z.string().max(60)).max(20).optional(),
  /** How each facility is reached, by its code. */
  contacts: z.record(code, z.string().max(300)).optional(),
  /** Of the plan, as the record has it. */
  digest: z.string().max(100).optional(),
});

export const teamPackForm = z.strictObject({ cover, pack });
export type PackContent = z.infer<typeof teamPackForm>;
export type PackedStop = PackContent["pack"]["stops"][number];
