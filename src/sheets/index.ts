export { readTable } from "./read.ts";
export type { Column, RowProblem, Table } from "./table.ts";
