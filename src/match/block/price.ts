import type { Blocks } from "./blocks.ts";

/** What one source of candidates costs, known from the counts of its keys before any pair is compared. */
export type SourcePrice = {
  readonly parts: readonly string[];
  readonly pairs: number;
  readonly leftOut: number;
};

/** What all sources cost together; a pair that several sources name is counted for each. */
export type Price = {
  readonly sources: readonly SourcePrice[];
  readonly pairs: number;
  readonly perRecord: number;
  readonly cap: number;
};

/** Most candidates of one record that are paid for on average; beyond it keys must be rarer. */
export const budgetPerRecord = 400;

export function priceOf(all: readonly Blocks[], records: number, cap: number): Price {
  const sources = all.map(({ source, pairs, left }) => ({ parts: source.parts, pairs, leftOut: left }));
  const pairs = sources.reduce((sum, one) => sum + one.pairs, 0);
  return { sources, pairs, perRecord: pairs / Math.max(1, records), cap };
}
