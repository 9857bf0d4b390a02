import type { ListInput } from "../columns/list-input.ts";
import type { Records } from "../columns/records.ts";
import type { Mapping } from "../columns/roles.ts";

/** One row of a list: its cells in the order of the columns. */
export type Row = readonly string[];

/** A list of a few rows with the headings of another. */
export function smallList(list: ListInput, rows: readonly Row[]): ListInput {
  return {
    name: list.name,
    rows: rows.length,
    columns: list.columns.map(({ heading }, column) => {
      const values = [""];
      const cells = Uint32Array.from(rows, (row) => {
        const text = row[column] ?? "";
        const known = values.indexOf(text);
        return known >= 0 ? known : values.push(text) - 1;
      });
      return { heading, values, cells };
    }),
  };
}

/** The roles that the columns have, as a mapping: a few rows would not show them again. */
export function mappingOf({ roles }: Records): Mapping {
  return Object.fromEntries(
    roles.flatMap((list) => list.map(({ heading, role }) => [heading, role] as const)),
  );
}
