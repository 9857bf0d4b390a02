import type { ListInput } from "./columns/list-input.ts";
import { fromGiven } from "./columns/order.ts";
import { levelIn } from "./model/factors.ts";
import { scorerOf } from "./model/model.ts";
import type { Prepared } from "./prepare.ts";
import { levelsOf } from "./values/field.ts";

/** What one field says for or against a pair. */
export type FieldReason = {
  /** The role, or the heading of a text. */
  readonly field: string;
  /** As written in the two lists; a name in one column stands whole for each of its parts. */
  readonly left: string;
  readonly right: string;
  /** The name of the level, as `same` or `slip`. */
  readonly level: string;
  /** Readings of a name in sounds, where both have one. */
  readonly readings?: readonly [string, string] | undefined;
};

/** Fields that were weighed as one, with their weight in bits: each bit doubles the odds, or halves them. */
export type Reason = { readonly fields: readonly FieldReason[]; readonly bits: number };

/** Why two records may be one person. */
export type Explanation = {
  readonly reasons: readonly Reason[];
  /** Bits of rarity: how much rarer the equal values are than usual. */
  readonly rarityBits: number;
  /** Bits by which kin and namesakes explain the likeness as well; never positive. */
  readonly othersBits: number;
  /** Bits against any two records, before they are compared. */
  readonly priorBits: number;
  /** Keys that brought the two together, each by the names of its parts. */
  readonly keys: readonly (readonly string[])[];
};

const alphabet = "abvgdeiklmnoprstufzcCSJ";

/** Makes a function that explains pairs; it compares them anew, so that anybody with the lists gets the same reasons. */
export function explainer(
  prepared: Prepared,
  lists: readonly ListInput[],
): (a: number, b: number) => Explanation {
  const { records, model, blocks } = prepared;
  const scorer = scorerOf(records.fields, model, records.rows);
  const sizes = records.fields.map(({ data }) => levelsOf(data.kind).length);
  const place = fromGiven(records);
  return (left, right) => {
    // the scorer knows records in the order of `records`
    const a = Math.min(place(left), place(right));
    const b = Math.max(place(left), place(right));
    const isTurned = place(left) > place(right);
    const score = scorer.score(a, b);
    const rarity = scorer.rarity(a, b);
    let sum = model.priors[0] + rarity;
    const reasons = model.factors.map((factor, f): Reason => {
      const cell = scorer.cells[f]!;
      const worth = model.worth[0]![f]![cell]!;
      sum += worth;
      const fields = factor.fields.map((index, i): FieldReason => {
        const field = records.fields[index]!;
        const level = levelsOf(field.data.kind)[levelIn(factor, sizes, cell, i)]!;
        return {
          field: field.name,
          left: written(prepared, lists, field.name, left),
          right: written(prepared, lists, field.name, right),
          level,
          readings:
            field.data.kind === "name" ? readings(field, isTurned ? b : a, isTurned ? a : b) : undefined,
        };
      });
      return { fields, bits: worth / Math.LN2 };
    });
    const keys = blocks.filter((block) => meets(block, a, b)).map(({ source }) => source.parts);
    return {
      reasons,
      rarityBits: rarity / Math.LN2,
      othersBits: Math.min(0, (score - sum) / Math.LN2),
      priorBits: model.priors[0] / Math.LN2,
      keys,
    };
  };
}

function readings(
  field: Prepared["records"]["fields"][number],
  a: number,
  b: number,
): readonly [string, string] | undefined {
  if (field.data.kind !== "name") return undefined;
  const { names } = field.data;
  const of = (row: number) => {
    const value = field.cells[row]!;
    const reading =
      names.starts[value] === names.starts[value + 1] ? 0 : names.readings[names.starts[value]!]!;
    return [...names.sounds.bytes.subarray(names.sounds.starts[reading], names.sounds.starts[reading + 1])]
      .map((sound) => alphabet[sound - 1])
      .join("");
  };
  return [of(a), of(b)];
}

function written({ records }: Prepared, lists: readonly ListInput[], name: string, row: number): string {
  let at = 0;
  let own = row;
  while (own >= lists[at]!.rows) own -= lists[at++]!.rows;
  const list = lists[at]!;
  const roles = records.roles[at]!;
  const isName = ["family", "given", "patronymic"].includes(name);
  let column = roles.findIndex(
    ({ role, heading }) =>
      role === name ||
      ((role === "text" || role === "date") &&
        heading
          .trim()
          .toLowerCase()
          .replaceAll(/[\s_]+/g, "_") === name),
  );
  if (column < 0 && isName) column = roles.findIndex(({ role }) => role === "full");
  const found = list.columns[column];
  return found === undefined ? "" : found.values[found.cells[own]!]!;
}

function meets({ starts, from, to, rows }: Prepared["blocks"][number], a: number, b: number): boolean {
  if (a + 1 >= starts.length) return false;
  for (let run = starts[a]!; run < starts[a + 1]!; run++)
    for (let i = from[run]!; i < to[run]!; i++) if (rows[i] === b) return true;
  return false;
}
