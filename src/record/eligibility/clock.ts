/**
 * Epoch ms just after the last day of the three months in which a commission's decision is carried out
 * (Geneva III, Annex II art. 12).
 */
export function threeMonthsAfter(civilDay: string): number {
  return monthsAfter(civilDay, 3);
}

/**
 * Epoch ms just after the last day of the six months within which a commission comes to a camp again, and with it to
 * those whom it put off (Geneva III, Annex II art. 10 and 14).
 */
export function sixMonthsAfter(civilDay: string): number {
  return monthsAfter(civilDay, 6);
}

// The day's number, or the month's last day where there is no such number.
function monthsAfter(civilDay: string, months: number): number {
  const [year = 0, month = 0, day = 0] = civilDay.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month + months - 1, Math.min(day, last)) + 86_400_000;
}
