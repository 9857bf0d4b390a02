/** Scored pairs of records: `a` from an earlier list than `b`. */
export type Pairs = {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly scores: Float64Array;
};

const rounds = 30;

/**
 * The probability of each pair, where a record has at most one counterpart in the other list: marginals of the monomer-dimer model by
 * belief propagation (Zdeborová and Mézard 2006), exact where rivals form no ring. `groupOf` numbers a record's side: records compete
 * with the rivals that pair with the same record. `scores` are logarithms of odds.
 */
export function marginals(
  { count, a, b, scores }: Pairs,
  sideA: Uint32Array,
  sideB: Uint32Array,
  sides: number,
): Float64Array {
  void a;
  void b;
  const weights = Float64Array.from(scores.subarray(0, count), (score) => Math.exp(Math.min(score, 40)));
  // what a record tells a pair: the chance that it is free of all its other pairs
  let freeA = new Float64Array(count).fill(1);
  let freeB = new Float64Array(count).fill(1);
  const sumA = new Float64Array(sides);
  const sumB = new Float64Array(sides);
  for (let round = 0; round < rounds; round++) {
    sumA.fill(0);
    sumB.fill(0);
    for (let i = 0; i < count; i++) {
      sumA[sideA[i]!]! += weights[i]! * freeB[i]!;
      sumB[sideB[i]!]! += weights[i]! * freeA[i]!;
    }
    const nextA = new Float64Array(count);
    const nextB = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      nextA[i] = 1 / (1 + Math.max(0, sumA[sideA[i]!]! - weights[i]! * freeB[i]!));
      nextB[i] = 1 / (1 + Math.max(0, sumB[sideB[i]!]! - weights[i]! * freeA[i]!));
    }
    freeA = nextA;
    freeB = nextB;
  }
  return Float64Array.from({ length: count }, (_, i) => {
    const odds = weights[i]! * freeA[i]! * freeB[i]!;
    return odds / (1 + odds);
  });
}
