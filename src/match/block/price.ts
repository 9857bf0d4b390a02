import type { Blocks } from "./blocks.ts";

/** What one source of candidates costs, known from the counts of its keys before any pair is compared. */
export type SourcePrice = {
  readonly parts: readonly string[];
  readonly pairs: number;
  readonly leftOut: number;
  readonly cap: number;
};

/** What all sources cost together; a pair that several sources name is counted for each. */
export type Price = {
  readonly sources: readonly SourcePrice[];
  readonly pairs: number;
  readonly perRecord: number;
};

/** The most pairs that are paid for: small lists may be searched through, large ones by rare keys only. */
export function budget(records: number): number {
  return 4_000_000 + 30 * records;
}

export function priceOf(all: readonly Blocks[], records: number, caps: readonly number[]): Price {
  const sources = all.map(({ source, pairs, left }, i) => ({
    parts: source.parts,
    pairs,
    leftOut: left,
    cap: caps[i]!,
  }));
  const pairs = sources.reduce((sum, one) => sum + one.pairs, 0);
  return { sources, pairs, perRecord: pairs / Math.max(1, records) };
}
