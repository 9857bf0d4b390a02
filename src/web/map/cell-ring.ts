import { type Cell, cellBounds } from "#record";
import type { LngLat } from "./mercator.ts";

/** The corners of a cell of some 25 square kilometres, in degrees. */
export function cellRing(cell: Cell): readonly LngLat[] {
  const { west, south, east, north } = cellBounds(cell);
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return corners.map(([lng, lat]) => [lng / 1e6, lat / 1e6] as const);
}
