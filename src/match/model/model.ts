import type { Field } from "../values/field.ts";
import { comparatorOf } from "../values/field.ts";
import type { Factor } from "./factors.ts";

/**
 * What each cell of each factor is worth, for three relations in this order: two records are of one person, of two who are kin, or of two
 * of one name. All is measured against any two persons. Plain data: it goes to workers as it is.
 */
export type Model = {
  readonly factors: readonly Factor[];
  /** For each relation, factor and cell: the logarithm of how much likelier the cell is there than for any two persons. */
  readonly worth: readonly (readonly Float64Array[])[];
  /** For each relation the logarithm of the odds that two records taken at random stand in it. */
  readonly priors: readonly [number, number, number];
  /** For each field and class of values, what an equal value is worth more than the level says: the rarer, the more. */
  readonly rarity: readonly (Float64Array | undefined)[];
};

/** Compares pairs of records; `levels` and `cells` hold the last pair's. */
export type Scorer = {
  readonly levels: Uint8Array;
  readonly cells: Uint16Array;
  /** What the equal values of the last pair are worth more than their levels say. */
  rarity(a: number, b: number): number;
  compare(a: number, b: number): void;
  /**
   * The logarithm of the odds that the two are one person, before their rivals are looked at; minus infinity as soon as it is sure to be
   * below `lowest`, and then `levels` and `cells` are not whole.
   */
  score(a: number, b: number, lowest?: number): number;
};

// what is compared first: what most often tells two persons apart
const first = ["birth", "given", "family", "patronymic"];
function decisive(fields: readonly Field[], { fields: own }: Factor): number {
  const at = first.indexOf(fields[own[0]!]!.name);
  return at < 0 ? first.length : at;
}

// below this no other relation can make a pair worth keeping
const hopeless = -12;

export function scorerOf(fields: readonly Field[], model: Model, rows: Uint32Array): Scorer {
  const compares = fields.map(({ data }) => comparatorOf(data));
  const classes = fields.map((field) => field.classes);
  const size = fields.length;
  const levels = new Uint8Array(size);
  const { factors } = model;
  const many = factors.length;
  const cells = new Uint16Array(many);
  const [same, kin, namesake] = model.worth as [
    readonly Float64Array[],
    readonly Float64Array[],
    readonly Float64Array[],
  ]; // three relations
  const order = factors
    .map((_, i) => i)
    .toSorted((x, y) => decisive(fields, factors[x]!) - decisive(fields, factors[y]!) || x - y);
  const best = factors.map((factor, i) => {
    const most = same[i]!.reduce((top, worth) => Math.max(top, worth), 0);
    return factor.fields.reduce(
      (sum, f) => sum + (model.rarity[f]?.reduce((top, one) => Math.max(top, one), 0) ?? 0),
      most,
    );
  });
  const rest = new Float64Array(many); // the most that the factors after each can add
  for (let at = many - 2; at >= 0; at--) rest[at] = rest[at + 1]! + best[order[at + 1]!]!;
  // the fields in that order; one that ends a factor names it
  const steps = order.flatMap((i, at) =>
    factors[i]!.fields.map((f, j, own) => ({
      f,
      stride: factors[i]!.strides[j]!,
      compare: compares[f]!,
      rare: model.rarity[f],
      classes: classes[f]!,
      ends: j === own.length - 1,
      factor: i,
      worth: same[i]!,
      rest: rest[at]!,
    })),
  );
  function compare(a: number, b: number): void {
    for (let f = 0; f < size; f++) levels[f] = compares[f]!(rows[a * size + f]!, rows[b * size + f]!);
    for (let i = 0; i < many; i++) {
      const { fields: own, strides } = factors[i]!;
      let cell = 0;
      for (let j = 0; j < own.length; j++) cell += strides[j]! * levels[own[j]!]!;
      cells[i] = cell;
    }
  }
  function rarity(a: number, b: number): number {
    let sum = 0;
    for (let f = 0; f < size; f++) {
      const rare = model.rarity[f];
      if (levels[f] !== 1 || rare === undefined) continue;
      const x = rare[classes[f]![rows[a * size + f]!]!]!;
      const y = rare[classes[f]![rows[b * size + f]!]!]!;
      sum += x < y ? x : y;
    }
    return sum;
  }
  return {
    levels,
    cells,
    compare,
    rarity,
    score(a, b, lowest = Number.NEGATIVE_INFINITY) {
      const floor = Math.max(lowest, hopeless);
      let one = model.priors[0];
      let rare = 0;
      let cell = 0;
      for (let at = 0; at < steps.length; at++) {
        const step = steps[at]!;
        const { f } = step;
        const x = rows[a * size + f]!;
        const y = rows[b * size + f]!;
        const level = step.compare(x, y);
        levels[f] = level;
        cell += step.stride * level;
        if (level === 1 && step.rare !== undefined) {
          const p = step.rare[step.classes[x]!]!;
          const q = step.rare[step.classes[y]!]!;
          rare += p < q ? p : q;
        }
        if (!step.ends) continue;
        cells[step.factor] = cell;
        one += step.worth[cell]!;
        cell = 0;
        // the best that is still to come cannot save the pair
        if (one + rare + step.rest < floor) return Number.NEGATIVE_INFINITY;
      }
      one += rare;
      let two = model.priors[1] + rare;
      let three = model.priors[2] + rare;
      for (let i = 0; i < many; i++) {
        two += kin[i]![cells[i]!]!;
        three += namesake[i]![cells[i]!]!;
      }
      return one - Math.log1p(Math.exp(two) + Math.exp(three));
    },
  };
}
