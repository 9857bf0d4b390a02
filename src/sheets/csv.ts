import { unreadableAt } from "./encoding.ts";
import { Interned } from "./interned.ts";
import type { RowProblem, Table } from "./table.ts";

const quote = 0x22;
const newLine = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const longestTitle = 12; // lines above the heading that ministries put there

/**
 * Reads CSV (RFC 4180, UTF-8) into columns of distinct values in one pass over the bytes. The separator is the one of
 * `, ; tab |` that the heading has most of, unless it is given. Lines above the heading are passed over; a row of another width is read as
 * far as it goes and reported. Doubled quotes are undone in `bytes` itself.
 */
export function readCsv(bytes: Uint8Array, name: string, encoding: string, given?: string): Table {
  const separator = given?.charCodeAt(0) ?? separatorOf(bytes);
  const reader = new Cells(bytes.slice(0, 1 << 18), separator); // a copy: quotes are undone in place
  const first: string[][] = [];
  const starts: number[] = [];
  while (first.length < longestTitle && reader.more()) {
    starts.push(reader.at);
    first.push(reader.row().map(([from, to]) => reader.text(from, to)));
  }
  const filled = first.map((row) => row.filter((cell) => cell !== "").length);
  // a title has one cell or two, the heading about as many as the widest row
  const heading = filled.findIndex((count) => count > 0 && count * 2 > Math.max(...filled));
  const headings = first[heading] ?? [];
  const body = new Cells(bytes, separator);
  body.at = starts[heading] ?? 0;
  body.line = heading + 1;
  const unreadable = unreadableAt(bytes);
  let passed = unreadable.findIndex((at) => at >= body.at);
  if (passed < 0) passed = unreadable.length;
  // whether anything unreadable stands before what is read next
  const wasUnreadable = () => {
    const before = passed;
    while (passed < unreadable.length && unreadable[passed]! < body.at) passed++;
    return passed > before;
  };
  if (headings.length > 0) body.row();
  const columns = headings.map(() => ({ interned: new Interned(), cells: new Uint32Array(1024) }));
  const problems: RowProblem[] = [];
  if (wasUnreadable()) problems.push({ line: heading + 1, kind: "unreadable_bytes", cells: headings.length });
  let lines = new Uint32Array(1024);
  let rows = 0;
  while (body.more()) {
    const line = body.line;
    const cells = body.row();
    if (cells.length === 1 && cells[0]![0] === cells[0]![1]) continue; // an empty line
    if (cells.length < columns.length) problems.push({ line, kind: "too_few_cells", cells: cells.length });
    if (cells.length > columns.length && cells.slice(columns.length).some(([from, to]) => to > from))
      problems.push({ line, kind: "too_many_cells", cells: cells.length });
    if (wasUnreadable()) problems.push({ line, kind: "unreadable_bytes", cells: cells.length });
    if (body.unclosed) problems.push({ line, kind: "unclosed_quote", cells: cells.length });
    if (rows === lines.length) {
      lines = wider(lines);
      for (const column of columns) column.cells = wider(column.cells);
    }
    for (let i = 0; i < columns.length; i++) {
      const cell = cells[i];
      const column = columns[i]!;
      column.cells[rows] = cell ? column.interned.add(body.source, cell[0], cell[1]) : 0;
    }
    lines[rows++] = line;
  }
  return {
    name,
    encoding,
    separator: String.fromCharCode(separator),
    heading: heading + 1,
    rows,
    lines: lines.slice(0, rows),
    problems,
    columns: columns.map(({ interned, cells }, i) => ({
      heading: headings[i] ?? "",
      cells: cells.slice(0, rows),
      values: interned.strings(),
    })),
  };
}

function wider(cells: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(cells.length * 2);
  out.set(cells);
  return out;
}

function separatorOf(bytes: Uint8Array): number {
  const counts = new Map([",", ";", "\t", "|"].map((one) => [one.charCodeAt(0), 0]));
  let quoted = false;
  for (let i = 0, lines = 0; i < bytes.length && lines < longestTitle; i++) {
    const byte = bytes[i]!;
    if (byte === quote) quoted = !quoted;
    else if (byte === newLine) lines++;
    else if (!quoted) counts.set(byte, (counts.get(byte) ?? Number.NaN) + 1);
  }
  let best = ",".charCodeAt(0);
  for (const one of [";", "\t", "|"].map((text) => text.charCodeAt(0)))
    if ((counts.get(one) ?? 0) > (counts.get(best) ?? 0)) best = one;
  return best;
}

/** Walks over the cells; a cell that holds doubled quotes is written anew behind the file's own bytes. */
class Cells {
  readonly source: Uint8Array;
  at = 0;
  line = 1;
  unclosed = false;
  readonly #length: number;
  readonly #separator: number;
  readonly #row: [number, number][] = [];

  constructor(bytes: Uint8Array, separator: number) {
    this.source = bytes;
    this.#length = bytes.length;
    this.#separator = separator;
  }

  more(): boolean {
    return this.at < this.#length;
  }

  text(from: number, to: number): string {
    return new TextDecoder().decode(this.source.subarray(from, to));
  }

  /** The cells of the next row as [from, to) in `source`, without the blanks around them. Reused by the next call. */
  row(): [number, number][] {
    const row = this.#row;
    let count = 0;
    this.unclosed = false;
    for (;;) {
      const cell = row[count] ?? [0, 0];
      row[count] = cell;
      count++;
      const ended = this.#cell(cell);
      if (ended) break;
    }
    this.line++;
    row.length = count;
    return row;
  }

  // reads one cell, answers whether the row ends after it
  #cell(cell: [number, number]): boolean {
    const bytes = this.source;
    const end = this.#length;
    let i = this.at;
    while (i < end && bytes[i] === blank) i++;
    if (bytes[i] === quote && i < end) return this.#quoted(cell, i + 1);
    const from = i;
    while (i < end && bytes[i] !== this.#separator && bytes[i] !== newLine) i++;
    let to = i;
    while (to > from && (bytes[to - 1] === blank || bytes[to - 1] === carriageReturn)) to--;
    cell[0] = from;
    cell[1] = to;
    const last = i >= end || bytes[i] === newLine;
    this.at = i + 1;
    return last;
  }

  #quoted(cell: [number, number], start: number): boolean {
    const end = this.#length;
    const bytes = this.source;
    let i = start;
    let doubled = false;
    let lines = 0;
    while (i < end) {
      if (bytes[i] === quote) {
        if (bytes[i + 1] !== quote || i + 1 >= end) break;
        doubled = true;
        i++;
      } else if (bytes[i] === newLine) lines++;
      i++;
    }
    if (i >= end) {
      // the quote stands for itself: the cell ends with its line, so that the rest of the file is not lost in it
      this.unclosed = true;
      i = start;
      while (i < end && bytes[i] !== newLine && bytes[i] !== this.#separator) i++;
      cell[0] = start;
      cell[1] = i;
      this.at = i + 1;
      return i >= end || bytes[i] === newLine;
    }
    this.line += lines;
    cell[0] = start;
    cell[1] = i;
    if (doubled) this.#rewrite(cell);
    i++;
    while (i < end && bytes[i] !== this.#separator && bytes[i] !== newLine) i++;
    const last = i >= end || bytes[i] === newLine;
    this.at = i + 1;
    while (cell[1] > cell[0] && this.source[cell[1] - 1] === blank) cell[1]--;
    while (cell[1] > cell[0] && this.source[cell[0]] === blank) cell[0]++;
    return last;
  }

  // removes one of each two quotes, in place: nothing behind the cell moves
  #rewrite(cell: [number, number]): void {
    const bytes = this.source;
    let to = cell[0];
    for (let i = cell[0]; i < cell[1]; i++) {
      bytes[to++] = bytes[i]!;
      if (bytes[i] === quote) i++;
    }
    cell[1] = to;
  }
}
