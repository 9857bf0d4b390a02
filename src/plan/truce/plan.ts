import type { Stop } from "./case/case.ts";

/** The lexicographic levels, first to last; see SPEC.md. */
export const truceLevels = ["lives", "remains", "shareLives", "shareRemains", "slack", "change"] as const;
export type TruceLevelName = (typeof truceLevels)[number];

/**
 * What each level is worth. `lives` in millionths; shares per million, of the side that is served least; `slack` the
 * least minutes to clear-by, of all visits; `change` the stops of the last plan that are gone, and new ones.
 */
export type TruceWorth = Readonly<Record<TruceLevelName, number>>;

/** A level's worth; `bound` is what no plan betters, proven; `gap` is their distance in millionths of the bound. */
export type TruceLevel = {
  readonly name: TruceLevelName;
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
};

/** One team's way: its stops, and when it is at its end. */
export type TeamPlan = { readonly team: string; readonly stops: readonly Stop[]; readonly end: number };

/** Where a team is after a stop, how it leaves the zone from there, and until when it can stay. */
export type Abort = {
  readonly place: string;
  /** Leaving, as planned. */
  readonly leave: number;
  /** The nearest exit of the zone, and slow minutes to it. */
  readonly exit: { readonly x: number; readonly y: number };
  readonly minutes: number;
  /** The last minute at which it can leave and be out by clear-by: the point of no return. */
  readonly last: number;
};
