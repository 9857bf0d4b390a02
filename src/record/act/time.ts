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
  const number = (from: number, to: number) => Number(text.slice(from, to));
  const [year, month, day] = [number(0, 4), number(5, 7), number(8, 10)];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return false;
  if (!(number(11, 13) <= 23 && number(14, 16) <= 59 && number(17, 19) <= 59)) return false;
  if (text.endsWith("Z")) return true;
  return number(text.length - 5, text.length - 3) <= 23 && number(text.length - 2, text.length) <= 59;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
