import type { Pairs } from "./marginals.ts";

const largestExact = 400; // records of one side in one component; above it the greatest weight is taken first

/**
 * The one-to-one links of greatest total weight, where unmatched is allowed: within each connected component by successive augmenting
 * paths of greatest gain (Jonker and Volgenant 1987, sparse), exact up to `largestExact` records a side. Weights of 0 and below are never
 * taken. `sideA` and `sideB` number each record once for each list that it can be linked with. Answers 1 for each chosen pair.
 */
export function assigned(
  pairs: Pairs,
  sideA: Uint32Array,
  sideB: Uint32Array,
  sides: number,
  weights: Float64Array,
): Uint8Array {
  const chosen = new Uint8Array(pairs.count);
  const useful = usefulPairs(pairs.count, weights);
  for (const component of components(useful, sideA, sideB, sides)) {
    const left = new Set<number>();
    for (const pair of component) left.add(sideA[pair]!);
    if (component.length === 1) chosen[component[0]!] = 1;
    else if (left.size <= largestExact) exact(component, sideA, sideB, weights, chosen);
    else greedy(component, sideA, sideB, weights, chosen);
  }
  return chosen;
}

function usefulPairs(count: number, weights: Float64Array): readonly number[] {
  const out: number[] = [];
  for (let i = 0; i < count; i++) if (weights[i]! > 0) out.push(i);
  return out;
}

function components(
  pairs: readonly number[],
  sideA: Uint32Array,
  sideB: Uint32Array,
  sides: number,
): readonly (readonly number[])[] {
  // left sides are numbered from 0, right sides from `sides`
  const parent = Uint32Array.from({ length: sides * 2 }, (_, i) => i);
  const root = (x: number) => {
    let at = x;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const pair of pairs) {
    const x = root(sideA[pair]!);
    const y = root(sides + sideB[pair]!);
    if (x < y) parent[y] = x;
    else parent[x] = y;
  }
  const found = new Map<number, number[]>();
  for (const pair of pairs) {
    const at = root(sideA[pair]!);
    const known = found.get(at);
    if (known === undefined) found.set(at, [pair]);
    else known.push(pair);
  }
  return [...found.values()];
}

function greedy(
  component: readonly number[],
  sideA: Uint32Array,
  sideB: Uint32Array,
  weights: Float64Array,
  chosen: Uint8Array,
): void {
  const taken = new Set<number>();
  for (const pair of component.toSorted((x, y) => weights[y]! - weights[x]! || x - y)) {
    const a = sideA[pair]! * 2;
    const b = sideB[pair]! * 2 + 1;
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    chosen[pair] = 1;
  }
}

// one augmentation for each left record: the path of greatest gain through what is already chosen (Bellman and Ford, components are small)
function exact(
  component: readonly number[],
  sideA: Uint32Array,
  sideB: Uint32Array,
  weights: Float64Array,
  chosen: Uint8Array,
): void {
  const ofLeft = Map.groupBy(component, (pair) => sideA[pair]!);
  const mateOfRight = new Map<number, number>(); // right record to its chosen pair
  const mateOfLeft = new Map<number, number>();
  for (const start of ofLeft.keys()) {
    // gain of reaching each left record as one that loses its mate
    const gain = new Map<number, number>([[start, 0]]);
    const cameBy = new Map<number, number>(); // right record to the pair by which it was reached
    const reached = new Map<number, number>();
    for (let changed = true; changed; ) {
      changed = false;
      for (const [left, had] of gain) {
        for (const pair of ofLeft.get(left)!) {
          const right = sideB[pair]!;
          if (mateOfLeft.get(left) === pair) continue;
          const next = had + weights[pair]!;
          if (next <= (reached.get(right) ?? Number.NEGATIVE_INFINITY) + 1e-12) continue;
          reached.set(right, next);
          cameBy.set(right, pair);
          const mate = mateOfRight.get(right);
          if (mate === undefined) continue;
          const lost = next - weights[mate]!;
          const other = sideA[mate]!;
          if (lost > (gain.get(other) ?? Number.NEGATIVE_INFINITY) + 1e-12) {
            gain.set(other, lost);
            changed = true;
          }
        }
      }
    }
    let best = 0;
    let endRight = -1;
    let endLeft = -1;
    for (const [right, total] of reached)
      if (!mateOfRight.has(right) && total > best + 1e-12) {
        best = total;
        endRight = right;
      }
    // or a left record gives up its mate for nothing
    for (const [left, total] of gain)
      if (left !== start && total > best + 1e-12) {
        best = total;
        endLeft = left;
        endRight = -1;
      }
    if (endRight < 0 && endLeft < 0) continue;
    let right = endRight >= 0 ? endRight : sideB[mateOfLeft.get(endLeft)!]!;
    if (endRight < 0) mateOfLeft.delete(endLeft);
    for (;;) {
      const pair = cameBy.get(right)!;
      const left = sideA[pair]!;
      const before = mateOfLeft.get(left);
      mateOfLeft.set(left, pair);
      mateOfRight.set(right, pair);
      if (left === start || before === undefined) break;
      right = sideB[before]!;
    }
  }
  for (const pair of mateOfLeft.values()) chosen[pair] = 1;
}
