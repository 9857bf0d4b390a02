import { z } from "zod";
import { actId } from "../act/act.ts";
import { line } from "../act/text.ts";
import { civilDate, instant } from "../act/time.ts";
import { codePattern, isCode } from "./code.ts";

/** The largest list of one manifest; spare wristbands come beside it. */
const mostPersons = 400;

const code = z
  .string()
  .regex(codePattern, "must be a wristband's code of eight characters")
  .refine(isCode, { error: "is misread: its check character does not fit" });

/** One line of one list: who it is stands there, never here. */
const recordRef = z.strictObject({ list: actId, line: z.int().min(1).max(100_000) });

const counting = z.enum(["counts", "does_not_count"]);
const block = z.int().min(1).max(mostPersons);
const heads = z.int().min(0).max(1_000);
const codes = (most: number) => z.array(code).max(most);

/** Who counts at the line. */
export const counters = ["giver", "receiver", "operator"] as const;
export type Counter = (typeof counters)[number];

export const steps = ["boarded", "arrived", "identity_checked", "counted_out", "counted_in"] as const;
export type Step = (typeof steps)[number];

/** What became of a listed person who did not simply come. */
export const exceptionTypes = [
  "no_show",
  "died_before_delivery",
  "died_after_delivery",
  "substituted",
  "not_available",
  "misidentified",
] as const;
export type ExceptionType = (typeof exceptionTypes)[number];

const exception = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("no_show"),
    code,
    cause: z.enum(["escaped", "ill", "died", "withheld", "administrative", "not_said"]),
  }),
  z.strictObject({ type: z.literal("died_in_transit"), code }),
  /** `came` is the spare wristband of the person who was brought instead. */
  z.strictObject({ type: z.literal("substituted"), code, came: code, record: recordRef.optional() }),
  /** The spare wristband of somebody whom no line names; a description has no name in it. */
  z.strictObject({ type: z.literal("unexpected_person"), code, description: line(160).optional() }),
  /** One word for every reason that is private: no field could hold one (Geneva III art. 109(3)). */
  z.strictObject({ type: z.literal("not_available"), code }),
  z.strictObject({ type: z.literal("misidentified"), code }),
]);
export type Exception = z.infer<typeof exception>;

export const lineActs = {
  /** Who is brought, by the side that gives, before anybody is moved. */
  "line.manifest_made": z
    .strictObject({
      tranche: actId,
      day: civilDate,
      place: line(120),
      largestBlock: z.int().min(1).max(100),
      operatorCounts: z.boolean(),
      countRule: z.strictObject({ diedBefore: counting, diedAfter: counting }),
      persons: z
        .array(z.strictObject({ code, record: recordRef }))
        .min(1)
        .max(mostPersons),
      /** Wristbands for whoever is brought instead, or unexpectedly. */
      spares: codes(40),
      replaces: actId.optional(),
    })
    .refine(({ persons, spares }) => isDistinct([...persons.map((one) => one.code), ...spares]), {
      error: "gives one code to two persons",
    }),
  "line.steps_noted": z.strictObject({
    manifest: actId,
    steps: z.array(z.strictObject({ code, step: z.enum(steps), at: instant })).max(200),
  }),
  /** `told`: counts of the block before that were said at the line and have not reached this tablet. */
  "line.block_opened": z
    .strictObject({
      manifest: actId,
      block,
      codes: codes(100).min(1),
      told: z.array(z.strictObject({ counter: z.enum(counters), heads })).max(3),
    })
    .refine((opened) => isDistinct(opened.codes), { error: "gives one code to two persons" }),
  "line.counted": z.strictObject({ manifest: actId, block, heads }),
  "line.exception_noted": z.strictObject({ manifest: actId, exception }),
  /** What one side, or the operator, signs at the end: of every listed person what became of him. */
  "line.receipt_signed": z.strictObject({
    manifest: actId,
    came: codes(mostPersons),
    exceptions: z
      .array(z.strictObject({ type: z.enum(exceptionTypes), codes: codes(mostPersons).min(1) }))
      .max(6),
    unexpected: codes(40),
    firstAt: instant,
    lastAt: instant,
  }),
};

function isDistinct(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}
