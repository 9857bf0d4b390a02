import type { Field } from "../values/field.ts";
import { levelsOf } from "../values/field.ts";

/** Fields that are weighed together, since they do not come one without another; a cell is one combination of their levels. */
export type Factor = {
  readonly fields: readonly number[];
  /** For each of its fields what its level counts for in the number of the cell. */
  readonly strides: readonly number[];
  readonly cells: number;
};

// where men were last seen, with what unit and when is one event: to share all three says little more than to share one
const together = [["unit", "place", "seen"]];

/** The factors of these fields: those that belong together as one, every other field by itself. */
export function factorsOf(fields: readonly Field[]): readonly Factor[] {
  const of = (indexes: readonly number[]): Factor => {
    const strides: number[] = [];
    let cells = 1;
    for (const index of indexes) {
      strides.push(cells);
      cells *= levelsOf(fields[index]!.data.kind).length;
    }
    return { fields: indexes, strides, cells };
  };
  const taken = new Set<number>();
  const out: Factor[] = [];
  for (const names of together) {
    const indexes = names
      .map((name) => fields.findIndex((field) => field.name === name))
      .filter((index) => index >= 0);
    if (indexes.length < 2) continue;
    out.push(of(indexes));
    for (const index of indexes) taken.add(index);
  }
  fields.forEach((_, index) => {
    if (!taken.has(index)) out.push(of([index]));
  });
  return out;
}

/** Spreads what was counted over the cells of a factor: `sums` keep their own, and `weight` observations more as if its fields were independent. */
export function smoothed(
  factor: Factor,
  sizes: readonly number[],
  sums: Float64Array,
  weight: number,
): Float64Array {
  let all = 0;
  for (const sum of sums) all += sum;
  const margins = factor.fields.map((field, i) => {
    const margin = new Float64Array(sizes[field]!).fill(0.05);
    for (let cell = 0; cell < factor.cells; cell++) margin[levelIn(factor, sizes, cell, i)]! += sums[cell]!;
    const total = margin.reduce((sum, one) => sum + one, 0);
    return margin.map((one) => one / total);
  });
  return Float64Array.from({ length: factor.cells }, (_, cell) => {
    let apart = 1;
    for (let i = 0; i < factor.fields.length; i++) apart *= margins[i]![levelIn(factor, sizes, cell, i)]!;
    return (sums[cell]! + weight * apart) / (all + weight);
  });
}

/** The level of the i-th field of a factor in one of its cells. */
export function levelIn(factor: Factor, sizes: readonly number[], cell: number, i: number): number {
  return Math.floor(cell / factor.strides[i]!) % sizes[factor.fields[i]!]!;
}
