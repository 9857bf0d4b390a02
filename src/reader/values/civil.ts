/** Days of the calendar as `YYYY-MM-DD`, reckoned without clock or zone. */
const dayMs = 86_400_000;

export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || !Number.isFinite(date.getTime()))
    return undefined;
  return date.toISOString().slice(0, 10);
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = lastOfMonth(new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7));
  const wanted = new Date(Date.UTC(year, month - 1 + months, Math.min(date, Number(last.slice(8)))))
    .toISOString()
    .slice(0, 10);
  return wanted;
}

export function lastOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / dayMs);
}

/** Easter Sunday of the Gregorian calendar, by the method of Gauss as Butcher wrote it down. */
export function easterOf(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const moon =
    (19 * a +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * late + 114;
  return isoDay(year, Math.floor(sum / 31), (sum % 31) + 1) ?? "";
}
