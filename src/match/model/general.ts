import { general } from "../tables/general.ts";
import { type Field, levelsOf } from "../values/field.ts";
import { type Factor, levelIn } from "./factors.ts";

const lines = new Map(
  general
    .trim()
    .split("\n")
    .map((line) => {
      const [field = "", of = "", ...shares] = line.split(" ");
      return [`${field} ${of}`, new Map(shares.map((one) => splitAt(one)))] as const;
    }),
);

function splitAt(share: string): readonly [string, number] {
  const [level = "", size = ""] = share.split("=");
  return [level, Number(size)];
}

/** The shares of the levels of a field where it is there, as tables/general.ts has them; undefined where it says nothing of the field. */
export function generalShares({ name, data }: Field, of: "one" | "any"): Float64Array | undefined {
  const line = lines.get(`${name} ${of}`);
  if (line === undefined) return undefined;
  return Float64Array.from(levelsOf(data.kind), (level) => line.get(level) ?? 0);
}

const missing = 0.2; // of a field among those that are weighed together; what is missing is measured, this only fills each pattern

/** The general shares of the cells of a factor for one person, its fields taken as independent; undefined where one of them is not known. */
export function generalCells(
  factor: Factor,
  fields: readonly Field[],
  sizes: readonly number[],
): Float64Array | undefined {
  const margins = factor.fields.map((field) => generalShares(fields[field]!, "one"));
  if (margins.some((margin) => margin === undefined)) return undefined;
  return Float64Array.from({ length: factor.cells }, (_, cell) => {
    let share = 1;
    for (let i = 0; i < factor.fields.length; i++) {
      const level = levelIn(factor, sizes, cell, i);
      share *= level === 0 ? missing : (1 - missing) * margins[i]![level]!;
    }
    return share;
  });
}
