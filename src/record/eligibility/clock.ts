/**
 * Epoch ms just after the last day of the three months in which a commission's decision is carried out
 * (Geneva III, Annex II art. 12). The day's number, or the month's last day where there is no such number.
 */
export function threeMonthsAfter(civilDay: string): number {
  const [year = 0, month = 0, day = 0] = civilDay.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return Date.UTC(year, month + 2, Math.min(day, last)) + 86_400_000;
}
