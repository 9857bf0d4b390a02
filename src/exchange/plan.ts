import type { Side } from "./case/case.ts";

/** The lexicographic levels, first to last; see SPEC.md. */
export const levels = [
  "coverage",
  "harm",
  "returned",
  "service",
  "captivity",
  "envy",
  "peak",
  "pickups",
  "days",
  "change",
] as const;
export type LevelName = (typeof levels)[number];
/** Whether a level is to be large or small. */
export const sense: Readonly<Record<LevelName, "most" | "least">> = {
  coverage: "least",
  harm: "least",
  returned: "most",
  service: "most",
  captivity: "most",
  envy: "least",
  peak: "least",
  pickups: "least",
  days: "least",
  change: "least",
};

/** A level's worth in a plan; `bound` is what no plan can better, proven; `gap` is their distance as a share of the bound. */
export type Level = {
  readonly name: LevelName;
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
  readonly proven: "bound" | "exhausted";
};

/** What each level is worth; `service` is the sorted vector of shares, least first. */
export type Worth = {
  readonly coverage: number;
  readonly harm: number;
  readonly returned: number;
  readonly service: readonly number[];
  readonly captivity: number;
  readonly envy: number;
  readonly peak: number;
  readonly pickups: number;
  readonly days: number;
  readonly change: number;
};

/** A stretch of a handover: these pass, then the other side's. `lane` are those who are not counted. */
export type Block = { readonly to: Side; readonly lane: boolean; readonly persons: readonly string[] };

export type Tranche = {
  readonly tranche: number;
  readonly date: string;
  readonly a: readonly string[];
  readonly b: readonly string[];
};
