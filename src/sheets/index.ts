export { inflated } from "./gzip.ts";
export { readTable } from "./read.ts";
export type { Column, Reading, RowProblem, Table } from "./table.ts";
