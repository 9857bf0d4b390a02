export { readTable, textOf } from "./read.ts";
export type { Column, RowProblem, Table } from "./table.ts";
