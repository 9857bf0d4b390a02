import { refuse } from "#base";
import { readCsv } from "./csv.ts";
import { toUtf8 } from "./encoding.ts";
import { inflated, isGzip } from "./gzip.ts";
import type { Reading, Table } from "./table.ts";
import { xlsxToCsv } from "./xlsx.ts";
import { isZip } from "./zip.ts";

const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a list as an office sends it: CSV in UTF-8, UTF-16, Windows-1251 or 1254, or XLSX, either of them packed with
 * gzip. What a row did not hold as it should stands in `problems`. Throws `lists.unreadable` where nothing can be read.
 */
export async function readTable(name: string, file: Uint8Array, reading: Reading = {}): Promise<Table> {
  try {
    const bytes = isGzip(file) ? await inflated(file, "gzip") : file;
    refuseOldExcel(name, bytes);
    const isBook = isZip(bytes);
    const plain = isBook
      ? { bytes: await xlsxToCsv(bytes), encoding: "xlsx" }
      : toUtf8(bytes === file ? bytes.slice() : bytes, reading.encoding);
    const table = readCsv(plain.bytes, name, plain.encoding, isBook ? "," : reading.separator);
    if (table.rows === 0)
      refuse("lists.unreadable", { path: name, reason: "it has no rows under a heading." });
    return table;
  } catch (error) {
    return unreadable(name, error);
  }
}

function refuseOldExcel(name: string, bytes: Uint8Array): void {
  if (!oldExcel.every((byte, i) => bytes[i] === byte)) return;
  const reason = "it is in the format of Excel before 2007. Save it as XLSX or CSV.";
  refuse("lists.unreadable", { path: name, reason });
}

function unreadable(name: string, error: unknown): never {
  if (error instanceof Error && error.name !== "ProblemError")
    return refuse("lists.unreadable", { path: name, reason: `${error.message.replace(/\.$/, "")}.` });
  throw error;
}
