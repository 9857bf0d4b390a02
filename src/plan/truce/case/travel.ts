import type { Point, Travel } from "./case.ts";

/** A point, with a code where it is a site or facility. */
export type Spot = Point & { readonly code?: string };

/** Whole metres in a straight line, rounded up. */
export function metresBetween(one: Point, other: Point): number {
  const square = (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
  let root = Math.floor(Math.sqrt(square));
  while (root * root < square) root++;
  while (root > 0 && (root - 1) * (root - 1) >= square) root--;
  return root;
}

/** Usual minutes from one spot to another for a team of this speed, rounded up. */
export function usualMinutes(travel: Travel, speed: number, from: Spot, to: Spot): number {
  const { matrix, detour } = travel;
  if (matrix && from.code !== undefined && to.code !== undefined) {
    const row = matrix.places.indexOf(from.code);
    const column = matrix.places.indexOf(to.code);
    const minutes = row < 0 || column < 0 ? undefined : matrix.minutes[row]?.[column];
    if (minutes !== undefined) return minutes;
  }
  return Math.ceil((metresBetween(from, to) * detour) / (1000 * speed));
}

/** Minutes of a slow journey. */
export function slowMinutes({ slow }: Travel, usual: number): number {
  return Math.ceil((usual * slow) / 1000);
}
