/** No count below this, but none, leaves the room in which the persons are named. */
const smallestShown = 5;

/** A count, or that it is not shown. */
export type Shown = number | "withheld";

/**
 * Counts of one row with their total as they may be shown where the persons are not. A count of one to four is withheld,
 * and with it the smallest of the larger ones, all that are equal to it: whoever knows the total and this rule then sees
 * any of the withheld counts in the place of any other. Where there is no larger one, the total is withheld. O(n).
 */
export function aggregated<K extends string>(
  counts: Readonly<Record<K, number>>,
): { readonly cells: Readonly<Record<K, Shown>>; readonly total: Shown } {
  const cells = Object.entries<number>(counts) as [K, number][]; // the keys of the argument
  const isSmall = (count: number) => count > 0 && count < smallestShown;
  const large = cells.map(([, count]) => count).filter((count) => count >= smallestShown);
  const beside = Math.min(...large);
  const hasSmall = cells.some(([, count]) => isSmall(count));
  const shown = cells.map(([key, count]): [K, Shown] => [
    key,
    isSmall(count) || (hasSmall && count === beside) ? "withheld" : count,
  ]);
  const total = cells.reduce((sum, [, count]) => sum + count, 0);
  return {
    cells: Object.fromEntries(shown) as Record<K, Shown>, // as above
    total: hasSmall && large.length === 0 ? "withheld" : total,
  };
}
