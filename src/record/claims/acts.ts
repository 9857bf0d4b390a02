import { z } from "zod";
import { side } from "../access/offices.ts";
import { actId, bytes32 } from "../act/act.ts";
import { line, name, prose } from "../act/text.ts";
import { civilDate, happened, instant } from "../act/time.ts";

/** What is counted. A "person" count includes both servicemen and civilians. */
export const unit = z.enum([
  "persons",
  "servicemen",
  "civilians",
  "children",
  "bodies",
  "sites",
  "hours",
  "days",
  "violations",
]);
export type Unit = z.infer<typeof unit>;

const whole = z.int().nonnegative();

/** A whole number, or the range that was said: "at least 1,200" has no max, "over 1,000" starts at 1,001. */
export const amount = z.union([
  z.strictObject({ value: whole }),
  z.strictObject({ min: whole, max: whole.optional() }).refine((r) => r.max === undefined || r.min <= r.max, {
    error: "the least must not exceed the most",
  }),
  z.strictObject({ max: whole }),
  /** The office says that it happened and withholds the number, as for reasons of security. */
  z.strictObject({ undisclosed: z.literal(true) }),
]);
export type Amount = z.infer<typeof amount>;

/**
 * Places in a report, which is named by the SHA-256 of its text in UTF-8. They count UTF-16 units of the text; the
 * text itself stays with who read it. In base64: it is no file beside the log.
 */
const report = z.strictObject({
  digest: bytes32,
  length: z.int().positive().max(5_000_000),
  spans: z
    .array(z.strictObject({ from: z.int().nonnegative(), to: z.int().positive() }))
    .min(1)
    .max(40),
});
export type ReportCited = z.infer<typeof report>;

/** Where a text or number was published or written, so that a reader can look it up. */
export const source = z.strictObject({
  kind: z.enum(["own_record", "document", "official_site", "press_conference", "news"]),
  publisher: line(200),
  title: line(300).optional(),
  published: z.union([civilDate, instant]).optional(),
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  report: report.optional(),
});
export type Source = z.infer<typeof source>;

/**
 * One number as one office says it. Whose it is and when it was said are the act's own;
 * totals of two parties are never merged.
 */
export const claim = z.strictObject({
  amount,
  unit,
  /** A count of one event, of an addition to an earlier count, or of all so far. */
  kind: z.enum(["single", "incremental", "cumulative"]),
  approximate: z.boolean().optional(),
  asOf: z.union([civilDate, instant]).optional(),
  source,
});
export type Claim = z.infer<typeof claim>;

/** The inclusive range of an amount; an open end is undefined. */
export function rangeOf(said: Amount): {
  readonly min: number | undefined;
  readonly max: number | undefined;
} {
  if ("value" in said) return { min: said.value, max: said.value };
  return { min: "min" in said ? said.min : undefined, max: "max" in said ? said.max : undefined };
}

/** One side's account of one handover of persons or of remains. */
export const handoverAccount = z.strictObject({
  from: side,
  to: side,
  on: happened,
  count: claim,
  /** Parts of the count as this side gives them. */
  parts: z.array(claim).max(12).optional(),
  place: line().optional(),
  facilitators: z.array(name).max(8).optional(),
  /** An act of the other account, where this office says that both speak of the same handover. */
  same: actId.optional(),
  note: prose(2_000).optional(),
});

/** Whether a handover executes an agreement is itself a claim of the office that says so. */
export const linkClaim = z.strictObject({
  handover: actId,
  agreement: actId,
  stance: z.enum(["counts", "counts_in_part", "does_not_count"]),
  /** How many of the handover count; needed for a part. */
  amount: amount.optional(),
  source,
});
