import { PairHeap } from "./heap.ts";
import type { Pairs } from "./marginals.ts";

/** Two records that are certainly not one person, by a human decision or since one list verified both. */
export type CannotLink = readonly [number, number];

const strongest = 9; // one pair, however sure, speaks for no more than itself
const unseen = -3; // what a pair that no key brought together says against a group

type Edge = { sum: number; count: number };

/**
 * Groups of records of one person: average linkage, the nearest two groups first, as long as the average over all pairs between them
 * speaks for one person. A pair that is missing is evidence against; a cannot-link forbids. Never connected components: a chain of
 * likenesses does not make one man. `scores` are logarithms of odds. Answers for each record the lowest record of its group.
 */
export function clusters(
  count: number,
  { count: pairs, a, b, scores }: Pairs,
  cannot: readonly CannotLink[],
): Uint32Array {
  const parent = Uint32Array.from({ length: count }, (_, i) => i);
  const sizes = new Uint32Array(count).fill(1);
  const near: (Map<number, Edge> | undefined)[] = new Array(count);
  const heap = new PairHeap();
  const link = (x: number, y: number, edge: Edge) => {
    for (const [one, other] of [
      [x, y],
      [y, x],
    ] as const) {
      const known = near[one] ?? new Map<number, Edge>();
      near[one] = known.set(other, edge);
    }
  };
  for (let i = 0; i < pairs; i++) {
    const sum = Math.max(-strongest, Math.min(strongest, scores[i]!));
    link(a[i]!, b[i]!, { sum, count: 1 });
    if (sum > 0) heap.push(sum, Math.min(a[i]!, b[i]!), Math.max(a[i]!, b[i]!));
  }
  for (const [x, y] of cannot) link(x, y, { sum: Number.NEGATIVE_INFINITY, count: 1 });
  const average = (x: number, y: number, edge: Edge) => {
    const all = sizes[x]! * sizes[y]!;
    return (edge.sum + (all - edge.count) * unseen) / all;
  };
  while (heap.size > 0) {
    const { weight, a: x, b: y } = heap.pop();
    if (parent[x] !== x || parent[y] !== y) continue;
    const edge = near[x]?.get(y);
    if (edge === undefined || average(x, y, edge) !== weight) continue;
    // y goes into x, the lower number
    parent[y] = x;
    const own = near[x]!;
    own.delete(y);
    for (const [other, theirs] of near[y]!) {
      if (other === x) continue;
      near[other]!.delete(y);
      const known = own.get(other);
      if (known === undefined) link(x, other, theirs);
      else {
        known.sum += theirs.sum;
        known.count += theirs.count;
      }
    }
    near[y] = undefined;
    sizes[x]! += sizes[y]!;
    for (const [other, one] of own) {
      const next = average(x, other, one);
      if (next > 0) heap.push(next, Math.min(x, other), Math.max(x, other));
    }
  }
  for (let i = 0; i < count; i++) {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
  }
  return parent;
}
