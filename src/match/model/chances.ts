import { seededRandom } from "#base";
import { listOf } from "../block/blocks.ts";
import type { Records } from "../columns/records.ts";
import { type Field, levelsOf } from "../values/field.ts";
import { type Factor, smoothed } from "./factors.ts";
import { generalShares } from "./general.ts";
import { type Model, scorerOf } from "./model.ts";

/** What of the records is needed to compare them. */
export type Comparable = Pick<Records, "fields" | "listStarts" | "rows">;

const randomPairs = 400_000;
const sharesWeigh = 2000; // pairs of any two persons, for what is known in general

/** How likely each cell of each factor is for any two persons: counted over random pairs, and in closed form for equal values, which are rare. */
export function chances(
  { fields, listStarts, rows: cells }: Comparable,
  factors: readonly Factor[],
  within: boolean,
  seed: number,
): readonly Float64Array[] {
  const rows = listStarts.at(-1)!;
  const random = seededRandom(seed);
  const blank: Model = {
    factors,
    worth: [0, 1, 2].map(() => factors.map(({ cells }) => new Float64Array(cells))),
    priors: [0, 0, 0],
    rarity: fields.map(() => undefined),
  };
  const scorer = scorerOf(fields, blank, cells);
  const seen = factors.map(({ cells }) => new Float64Array(cells));
  const allPairs = rows * rows;
  const pairs = Math.min(randomPairs, allPairs);
  for (let i = 0; i < pairs; i++) {
    const a = random.below(rows);
    const b = random.below(rows);
    if (a === b || (!within && listOf(a, listStarts) === listOf(b, listStarts))) continue;
    scorer.compare(Math.min(a, b), Math.max(a, b));
    for (let f = 0; f < factors.length; f++) seen[f]![scorer.cells[f]!]!++;
  }
  const sizes = fields.map(({ data }) => levelsOf(data.kind).length);
  return factors.map((factor, i) => {
    const counts = seen[i]!;
    if (factor.fields.length > 1) return smoothed(factor, sizes, counts, 5);
    const field = fields[factor.fields[0]!]!;
    const all = counts.reduce((sum, one) => sum + one, 0) + 1;
    const present = all - counts[0]!;
    const general = generalShares(field, "any");
    return counts.map((count, level) => {
      if (level === 0) return (count + 1) / all;
      const believed = general === undefined ? undefined : (general[level]! * present) / all;
      const counted = (count + 0.2) / all;
      const measured =
        believed === undefined
          ? counted
          : (counted * allPairs + believed * sharesWeigh) / (allPairs + sharesWeigh);
      return level === 1 && countsByFrequency(field)
        ? Math.max((equalByChance(field) * present) / all, 0.1 / all)
        : measured;
    });
  });
}

/** Fields whose equal values count by how rare they are. */
function countsByFrequency(field: Field): boolean {
  return field.counts.length > 3 && field.data.kind !== "seen" && field.data.kind !== "birth";
}

/** The chance that two records that have the field have equal values of it. */
function equalByChance({ counts }: Field): number {
  const present = counts.reduce((sum, one) => sum + one, 0);
  let equal = 0;
  for (const count of counts)
    equal += (count / Math.max(1, present)) * (Math.max(0, count - 1) / Math.max(1, present - 1));
  return Math.max(equal, 1e-9);
}

/** For each class of values what its equality is worth more than that of the average: the logarithm of how much rarer it is. */
export function rarityOf(field: Field): Float64Array | undefined {
  if (!countsByFrequency(field) || field.data.kind === "place") return undefined;
  const present = field.counts.reduce((sum, one) => sum + one, 0);
  const average = Math.log(equalByChance(field));
  return Float64Array.from(
    field.counts,
    (count) => average - Math.log(Math.max(count, 1) / Math.max(present, 1)),
  );
}
