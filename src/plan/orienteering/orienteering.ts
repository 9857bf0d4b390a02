/**
 * Team orienteering with time windows: which sites to visit, by which team, in which order, so that the prizes of the
 * visited sum to most. Point 0 is where every route starts and ends. All times are whole numbers of one unit.
 */
export type Orienteering = {
  /** Points, the depot among them. */
  readonly size: number;
  readonly teams: number;
  /** `size * size`, row by row: from i to j. Need not obey the triangle inequality. */
  readonly travel: Int32Array;
  readonly service: Int32Array;
  readonly prize: Int32Array;
  /** Earliest and latest start of service; `close[0]` is when a route must have ended. */
  readonly open: Int32Array;
  readonly close: Int32Array;
};

/** Sites in the order of visit, one list a team; the depot is not in it. */
export type Routes = readonly (readonly number[])[];

/** An instance as read from a file. */
export type Instance = {
  readonly given: Orienteering;
  /** How many units of time make one of the file. */
  readonly unit: number;
  /** What the file calls the points. */
  readonly labels: readonly number[];
};
