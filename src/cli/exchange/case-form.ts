import { z } from "zod";
import { barReasons, type Case, modes } from "#exchange";

const most = 1_000_000;
const count = z.int().min(0).max(most);
/** Opaque: letters, digits and a few signs, no spaces, so that no name fits in by chance. */
const code = z.string().regex(/^[A-Za-z0-9._:-]{1,40}$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const side = z.enum(["a", "b"]);
const mode = z.enum(modes);
const ratio = z.int().min(1).max(1000);

const parity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("number"), delta: count }),
  z.strictObject({ kind: z.literal("ratio"), a: ratio, b: ratio, delta: count }),
  z.strictObject({ kind: z.literal("coverage") }),
  z.strictObject({ kind: z.literal("none") }),
]);

const person = z.strictObject({
  code,
  to: side,
  site: code.exactOptional(),
  mode,
  medical: code.exactOptional(),
  lane: z.boolean().exactOptional(),
  rank: z.int().min(0).max(100).exactOptional(),
  captivityDays: z.int().min(0).max(40_000),
  ready: z.int().min(1).max(10_000).exactOptional(),
  barred: z.enum(barReasons).exactOptional(),
  group: code.exactOptional(),
  categories: z.array(code).max(50).exactOptional(),
});

const places = z.strictObject({
  seat: count,
  stretcher: count,
  icu: count,
  pickups: count.exactOptional(),
});

const terms = z.strictObject({
  sites: z.array(z.strictObject({ code, bus: count.exactOptional() })).max(10_000),
  places: z.array(places).max(400),
  wards: z
    .array(
      z.strictObject({
        code,
        modes: z.array(mode).min(1),
        beds: count,
        stayDays: z.int().min(1).max(1000),
      }),
    )
    .max(100)
    .exactOptional(),
  noShow: z.number().min(0).max(1).exactOptional(),
});

/** The form of a case of exchange; what a form cannot see, the engine's `faultsOf` does. */
export const caseForm: z.ZodType<Case> = z.strictObject({
  format: z.literal("parley-exchange-case/1"),
  nonce: z
    .string()
    .regex(/^[A-Za-z0-9+/]{1,86}={0,2}$/)
    .exactOptional(),
  start: date,
  tranches: z.array(z.strictObject({ date })).min(1).max(400),
  total: z.strictObject({ limit: count.exactOptional(), delta: count.exactOptional() }),
  alternation: z.int().min(1).max(most).exactOptional(),
  categories: z.array(z.strictObject({ code, parity })).max(100),
  ladder: z
    .strictObject({
      thresholds: z
        .array(z.strictObject({ from: z.int().min(0).max(100), delta: count }))
        .max(100)
        .exactOptional(),
      points: z.strictObject({ values: z.array(count).max(101), delta: count }).exactOptional(),
    })
    .exactOptional(),
  medical: z
    .array(
      z.strictObject({
        code,
        harm: z
          .array(z.tuple([z.int().min(0).max(40_000), count]))
          .min(1)
          .max(400),
        never: count,
      }),
    )
    .max(100),
  sides: z.strictObject({ a: terms, b: terms }),
  persons: z.array(person).max(most),
  pairs: z
    .array(z.strictObject({ kind: z.enum(["together", "apart", "swap"]), persons: z.tuple([code, code]) }))
    .max(100_000)
    .exactOptional(),
  locks: z
    .array(z.strictObject({ person: code, tranche: z.int().min(1).max(400).nullable() }))
    .max(most)
    .exactOptional(),
  drill: z
    .strictObject({ tranche: z.int().min(1).max(400), absent: z.array(code).max(most) })
    .exactOptional(),
});

/** What is read of a published plan; all else in it can be computed again. */
export const planForm = z.object({
  format: z.literal("parley-exchange-plan/1"),
  seed: z.int(),
  tranches: z.array(z.object({ tranche: z.int().min(1).max(400), date, a: z.array(code), b: z.array(code) })),
});
export type PublishedPlan = z.infer<typeof planForm>;
