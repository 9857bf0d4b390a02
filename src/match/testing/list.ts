import type { ListInput } from "../columns/list-input.ts";

/** A list from its heading and rows, as `#sheets` would read it. */
export function listOfRows(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  name = "list",
): ListInput {
  return {
    name,
    rows: rows.length,
    columns: headings.map((heading, column) => {
      const numbers = new Map([["", 0]]);
      const cells = Uint32Array.from(rows, (row) => {
        const text = row[column] ?? "";
        const known = numbers.get(text) ?? numbers.size;
        numbers.set(text, known);
        return known;
      });
      return { heading, cells, values: [...numbers.keys()] };
    }),
  };
}

/** A list from CSV without quotation marks. */
export function listOfCsv(csv: string, name = "list"): ListInput {
  const [headings = [], ...rows] = csv.split("\n").map((line) => line.split(","));
  return listOfRows(headings, rows, name);
}
