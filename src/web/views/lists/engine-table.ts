import { type ListRow, nameIn, rowFields, writtenIn } from "#record";
import type { EngineTable } from "./engine/protocol.ts";

/** The engine's role for each field; what an author numbers or remarks by is not compared. */
const roleOf = {
  key: undefined,
  surname: "family",
  given: "given",
  patronymic: "patronymic",
  written: undefined,
  born: "birth",
  rank: "rank",
  unit: "unit",
  number: "number",
  place: "place",
  date: "seen",
  remark: undefined,
} as const satisfies Record<keyof ListRow, string | undefined>;

const nameFields: readonly (keyof ListRow)[] = ["surname", "given", "patronymic"];

/**
 * The lines of a list in the engine's columns, each cell as written. Where some lines have their name in one piece, all
 * names are given so: the engine reads a list's names in one way. A line that cannot be read is an empty one: nobody's line moves.
 */
export function engineTable(name: string, rows: readonly (ListRow | undefined)[]): EngineTable {
  const isWhole = (row: ListRow | undefined) =>
    row?.written !== undefined && nameFields.every((field) => row[field] === undefined);
  const inOne = rows.some(isWhole);
  const fields = rowFields.flatMap((field) => {
    const heading = roleOf[field];
    if (heading === undefined || (inOne && nameFields.includes(field))) return [];
    return [columnOf(heading, rows, (row) => writtenIn(row, field))];
  });
  const columns = inOne ? [columnOf("full", rows, nameIn), ...fields] : fields;
  return { name, rows: rows.length, columns: columns.filter(({ values }) => values.length > 1) };
}

function columnOf(
  heading: string,
  rows: readonly (ListRow | undefined)[],
  cell: (row: ListRow) => string | undefined,
): EngineTable["columns"][number] {
  const numbers = new Map([["", 0]]);
  const cells = Uint32Array.from(rows, (row) => {
    const text = (row && cell(row)) ?? "";
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { heading, cells, values: [...numbers.keys()] };
}
