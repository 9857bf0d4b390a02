import type { LngLat } from "./mercator.ts";

/** A way over the map, drawn by the pattern of its place among others of its kind. */
type ShownPath = {
  readonly id: string;
  readonly label: string;
  readonly place: number;
  readonly points: readonly LngLat[];
};

/** One side's line of contact, in as many pieces as it says. */
type ShownLine = {
  readonly id: string;
  readonly label: string;
  readonly place: number;
  readonly pieces: readonly (readonly LngLat[])[];
};

type ShownArea = { readonly id: string; readonly label: string; readonly ring: readonly LngLat[] };

export type ShownPoint = {
  readonly id: string;
  readonly label: string;
  readonly kind: "site" | "facility" | "team" | "exit";
  readonly at: LngLat;
  /** Not visited, or out of reach: drawn hollow. */
  readonly isOpen?: boolean;
};

/** All that a map shows beside land. What somebody does not read is not in it. */
export type Shown = {
  readonly lines: readonly ShownLine[];
  /** Between two lines that differ. */
  readonly disputed: readonly ShownArea[];
  readonly zones: readonly ShownArea[];
  readonly cells: readonly ShownArea[];
  readonly points: readonly ShownPoint[];
  readonly routes: readonly ShownPath[];
};

export const nothingShown: Shown = {
  lines: [],
  disputed: [],
  zones: [],
  cells: [],
  points: [],
  routes: [],
};

/** Every corner of what is shown, to find where to look. */
export function cornersOf({ lines, zones, cells, points, routes }: Shown): readonly LngLat[] {
  return [
    ...lines.flatMap(({ pieces }) => pieces.flat()),
    ...[...zones, ...cells].flatMap(({ ring }) => ring),
    ...points.map(({ at }) => at),
    ...routes.flatMap((one) => one.points),
  ];
}
