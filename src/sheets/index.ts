export { inflated, UnpacksTooLarge } from "./gzip.ts";
export { readTable } from "./read.ts";
export type { Column, Reading, RowProblem, Table } from "./table.ts";
export { isZip, zipEntries } from "./zip.ts";
