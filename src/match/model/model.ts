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
  /** The logarithm of the odds that the two are one person, before their rivals are looked at. */
  score(a: number, b: number): number;
};

// below this no other relation can make a pair worth keeping
const hopeless = -12;

export function scorerOf(fields: readonly Field[], model: Model): Scorer {
  const compares = fields.map(({ data }) => comparatorOf(data));
  const columns = fields.map((field) => field.cells);
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
  function compare(a: number, b: number): void {
    for (let f = 0; f < size; f++) levels[f] = compares[f]!(columns[f]![a]!, columns[f]![b]!);
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
      const x = rare[classes[f]![columns[f]![a]!]!]!;
      const y = rare[classes[f]![columns[f]![b]!]!]!;
      sum += x < y ? x : y;
    }
    return sum;
  }
  return {
    levels,
    cells,
    compare,
    rarity,
    score(a, b) {
      compare(a, b);
      const rare = rarity(a, b);
      let one = model.priors[0] + rare;
      for (let i = 0; i < many; i++) one += same[i]![cells[i]!]!;
      if (one < hopeless) return one;
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
