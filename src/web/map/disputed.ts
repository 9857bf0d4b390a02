import type { LngLat } from "./mercator.ts";

/**
 * The band between two lines of contact: along one and back along the other, its ends joined the shorter way. Where the lines
 * cross, both sides of the crossing lie in it by the even-odd rule. Which line is named first changes nothing that is drawn.
 */
export function bandBetween(one: readonly LngLat[], other: readonly LngLat[]): readonly LngLat[] | undefined {
  const [a, z] = [one[0], one.at(-1)];
  const [b, y] = [other[0], other.at(-1)];
  if (!a || !z || !b || !y || one.length < 2 || other.length < 2) return undefined;
  const isAlong = apart(a, b) + apart(z, y) <= apart(a, y) + apart(z, b);
  return [...one, ...(isAlong ? other.toReversed() : other)];
}

// Degrees on a plane that is true enough for neighbours.
function apart([x1, y1]: LngLat, [x2, y2]: LngLat): number {
  return Math.hypot((x1 - x2) * Math.cos((y1 * Math.PI) / 180), y1 - y2);
}
