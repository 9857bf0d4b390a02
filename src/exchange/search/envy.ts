import type { Model } from "./model.ts";

/**
 * Pairs of one kind where the shorter held goes earlier, counted by Fenwick trees over the ranks of captivity, one for
 * each kind and tranche (P. Fenwick 1994). Mutated by `add`.
 */
export class Envy {
  private readonly model: Model;
  private readonly tree: Int32Array;
  private readonly start: Int32Array;
  private readonly total: Int32Array;

  constructor(model: Model, at: Int16Array) {
    this.model = model;
    const { T, kindRanks } = model;
    this.start = new Int32Array(kindRanks.length + 1);
    for (let k = 0; k < kindRanks.length; k++)
      this.start[k + 1] = (this.start[k] ?? 0) + ((kindRanks[k] ?? 0) + 1) * (T + 1);
    this.tree = new Int32Array(this.start[kindRanks.length] ?? 0);
    this.total = new Int32Array(kindRanks.length * (T + 1));
    for (let i = 0; i < at.length; i++) this.add(i, at[i] ?? T, 1);
  }

  add(i: number, t: number, by: number): void {
    const k = this.model.kind[i] ?? -1;
    if (k < 0) return;
    const size = this.model.kindRanks[k] ?? 0;
    const base = (this.start[k] ?? 0) + t * (size + 1);
    for (let at = (this.model.captivityRank[i] ?? 0) + 1; at <= size; at += at & -at)
      this.tree[base + at] = (this.tree[base + at] ?? 0) + by;
    const cell = k * (this.model.T + 1) + t;
    this.total[cell] = (this.total[cell] ?? 0) + by;
  }

  /** Pairs that somebody would be in, in tranche t; he himself is not counted in. */
  pairsOf(i: number, t: number): number {
    const { model } = this;
    const k = model.kind[i] ?? -1;
    if (k < 0) return 0;
    const { T } = model;
    const rank = model.captivityRank[i] ?? 0;
    let pairs = 0;
    for (let day = 0; day <= T; day++) {
      if (day === t) continue;
      const n = this.total[k * (T + 1) + day] ?? 0;
      if (n === 0) continue;
      // earlier than he: those held shorter; later: those held longer
      pairs += day < t ? this.below(k, day, rank) : n - this.below(k, day, rank + 1);
    }
    return pairs;
  }

  // How many of a kind in a tranche have a rank below this one.
  private below(k: number, t: number, rank: number): number {
    const base = (this.start[k] ?? 0) + t * ((this.model.kindRanks[k] ?? 0) + 1);
    let n = 0;
    for (let at = rank; at > 0; at -= at & -at) n += this.tree[base + at] ?? 0;
    return n;
  }
}
