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
 * belief propagation (Zdeborová and Mézard 2006), exact where rivals form no ring. `sideA` and `sideB` give each pair its two sides, counted in one line: pairs of one side
 * are rivals. `scores` are logarithms of odds.
 */
export function marginals(
  { count, scores }: Pairs,
  sideA: Uint32Array,
  sideB: Uint32Array,
  sides: number,
): Float64Array {
  const weights = Float64Array.from(scores.subarray(0, count), (score) => Math.exp(Math.min(score, 40)));
  const pairsOf = new Uint32Array(sides);
  for (let i = 0; i < count; i++) {
    pairsOf[sideA[i]!]!++;
    pairsOf[sideB[i]!]!++;
  }
  // most pairs have no rivals: nothing is to be told about them
  const rivals = Uint32Array.from(weights.keys()).filter(
    (i) => pairsOf[sideA[i]!]! > 1 || pairsOf[sideB[i]!]! > 1,
  );
  // what a record tells a pair: the chance that it is free of all its other pairs
  const freeA = new Float64Array(count).fill(1);
  const freeB = new Float64Array(count).fill(1);
  const sums = new Float64Array(sides);
  for (let round = 0; round < rounds; round++) {
    sums.fill(0);
    for (const i of rivals) {
      sums[sideA[i]!]! += weights[i]! * freeB[i]!;
      sums[sideB[i]!]! += weights[i]! * freeA[i]!;
    }
    for (const i of rivals) {
      const ofA = weights[i]! * freeB[i]!;
      const ofB = weights[i]! * freeA[i]!;
      freeA[i] = 1 / (1 + Math.max(0, sums[sideA[i]!]! - ofA));
      freeB[i] = 1 / (1 + Math.max(0, sums[sideB[i]!]! - ofB));
    }
  }
  return weights.map((weight, i) => {
    const odds = weight * freeA[i]! * freeB[i]!;
    return odds / (1 + odds);
  });
}
