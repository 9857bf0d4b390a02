import { z } from "zod";

/** An instant on the wire: ISO 8601 with seconds and an offset, such as 2025-07-23T20:37:00+03:00. */
export const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/,
    "must be an instant with seconds and offset, as 2025-07-23T20:37:00+03:00",
  )
  .refine((text) => isRealInstant(text), { error: "is not an instant that exists" });

/** A civil date, YYYY-MM-DD, without a zone. */
export const civilDate = z.iso.date();

/** When something happened, as exactly as it is known: an instant, a day, or from-to of either. */
export const happened = z.union([
  instant,
  civilDate,
  z
    .strictObject({ from: z.union([instant, civilDate]), to: z.union([instant, civilDate]) })
    .refine(({ from, to }) => Date.parse(from) <= Date.parse(to) || from.slice(0, 10) === to.slice(0, 10), {
      error: "must not end before it starts",
    }),
]);
export type Happened = z.infer<typeof happened>;

// Date.parse rolls 31 June over to 1 July and takes 24:00 as the next day's midnight; both are refused:
// the day and hour as written must exist (talks-and-truces 4.4: no "24:00").
function isRealInstant(text: string): boolean {
  const wall = text.slice(0, 19);
  const at = Date.parse(`${wall}Z`);
  // A text that fails the form above is still asked here: Date.parse takes many forms.
  if (Number.isNaN(at) || Number.isNaN(Date.parse(text))) return false;
  return new Date(at).toISOString().slice(0, 19) === wall;
}

/** Epoch ms of an instant, or of the start of a civil date in UTC. */
export function epochMs(text: string): number {
  return Date.parse(text);
}

/** Epoch ms of the first moment of what happened (a civil date counts from 00:00 UTC). */
export function happenedMs(when: Happened): number {
  return epochMs(typeof when === "string" ? when : when.from);
}

/** Epoch ms just after the end of a due date: the end of a civil day in UTC, or the instant itself. */
export function dueMs<T extends string | undefined>(text: T): T extends string ? number : undefined;
export function dueMs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.length === 10 ? epochMs(text) + 86_400_000 : epochMs(text);
}
