import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assigned } from "./assignment.ts";
import { clusters } from "./clusters.ts";
import { marginals, type Pairs } from "./marginals.ts";

function pairsOf(edges: readonly (readonly [number, number, number])[]): Pairs {
  return {
    count: edges.length,
    a: Uint32Array.from(edges, ([a]) => a),
    b: Uint32Array.from(edges, ([, b]) => b),
    scores: Float64Array.from(edges, ([, , score]) => score),
  };
}

// every choice of pairs that shares no record
function* choices(edges: readonly (readonly [number, number, number])[]): Generator<readonly number[]> {
  for (let bits = 0; bits < 1 << edges.length; bits++) {
    const taken = edges.map((_, i) => i).filter((i) => (bits >> i) & 1);
    const ends = taken.flatMap((i) => [`a${edges[i]![0]}`, `b${edges[i]![1]}`]);
    if (new Set(ends).size === ends.length) yield taken;
  }
}

const edges = fc
  .uniqueArray(
    fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: -20, max: 40 }),
    ),
    {
      selector: ([a, b]) => a * 4 + b,
      maxLength: 9,
    },
  )
  .map((all) => all.map(([a, b, score]) => [a, b, score / 10] as const));

describe("one to one", () => {
  it("[MA16] chooses the greatest total weight, as trying all choices does", () => {
    fc.assert(
      fc.property(edges, (all) => {
        const pairs = pairsOf(all);
        const chosen = assigned(pairs, pairs.a, pairs.b, 4, pairs.scores);
        const total = (taken: readonly number[]) => taken.reduce((sum, i) => sum + all[i]![2], 0);
        const own = all.map((_, i) => i).filter((i) => chosen[i] === 1);
        const ends = own.flatMap((i) => [`a${all[i]![0]}`, `b${all[i]![1]}`]);
        expect(new Set(ends).size).toBe(ends.length);
        expect(total(own)).toBeCloseTo(Math.max(...[...choices(all)].map(total)), 9);
      }),
    );
  });

  it("[MA16] gives the exact marginals where rivals form no ring", () => {
    const chain = [
      [0, 0, 1],
      [1, 0, 0.5],
      [1, 1, -0.3],
      [2, 1, 2],
      [2, 2, 0.1],
    ] as const;
    const weigh = (taken: readonly number[]) => Math.exp(taken.reduce((sum, i) => sum + chain[i]![2], 0));
    const every = [...choices(chain)];
    const all = every.reduce((sum, taken) => sum + weigh(taken), 0);
    const pairs = pairsOf(chain);
    marginals(
      pairs,
      pairs.a,
      pairs.b.map((b) => 3 + b),
      6,
    ).forEach((share, i) => {
      const own = every.filter((taken) => taken.includes(i)).reduce((sum, taken) => sum + weigh(taken), 0);
      expect(share).toBeCloseTo(own / all, 6);
    });
  });
});

describe("groups", () => {
  it("[MA17] are not joined by a chain of likenesses", () => {
    // two groups of four, all alike within, and one likeness between them
    const within = (start: number) =>
      [0, 1, 2, 3].flatMap((i) =>
        [0, 1, 2, 3].filter((j) => j > i).map((j) => [start + i, start + j, 6] as const),
      );
    const root = clusters(8, pairsOf([...within(0), ...within(4), [3, 4, 5]]), []);
    expect([...root]).toEqual([0, 0, 0, 0, 4, 4, 4, 4]);
  });

  it("[MA18] never hold both records of a cannot-link", () => {
    const scores = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: -5, max: 9 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (all, x, y) => {
        fc.pre(x !== y);
        const own = all.filter(([a, b]) => a < b && !(a === Math.min(x, y) && b === Math.max(x, y)));
        const unique = [...new Map(own.map((one) => [`${one[0]} ${one[1]}`, one])).values()];
        const root = clusters(10, pairsOf(unique), [[Math.min(x, y), Math.max(x, y)]]);
        expect(root[x]).not.toBe(root[y]);
      }),
    );
  });
});
