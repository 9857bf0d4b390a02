/** One column of a list: its heading, and for every row the index of its value among the distinct values. */
export type Column = {
  readonly heading: string;
  /** For each row an index into `values`; 0 is the empty cell. */
  readonly cells: Uint32Array;
  /** Distinct values in order of first appearance; `values[0]` is always empty. */
  readonly values: readonly string[];
};

/** A line of a file that could not be read as it stands, and what was done with it. */
export type RowProblem = {
  /** Counted from 1 as in a spreadsheet, the heading included. */
  readonly line: number;
  readonly kind:
    | "too_few_cells"
    | "too_many_cells"
    | "unclosed_quote"
    | "unreadable_bytes"
    | "no_id"
    | "repeated_id";
  readonly cells: number;
};

/** A list as it was read: columns, rows, and every row that was not as it should be. */
export type Table = {
  readonly name: string;
  readonly encoding: string;
  /** What stood between its cells; a comma where it was a workbook. */
  readonly separator: string;
  /** The line of the heading; those above it are passed over. */
  readonly heading: number;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** The spreadsheet line of each row. */
  readonly lines: Uint32Array;
  readonly problems: readonly RowProblem[];
};

/** How a list is to be read where a person knows better than what is found; a workbook says it itself. */
export type Reading = {
  /** A label of the Encoding Standard, such as `windows-1251`. */
  readonly encoding?: string | undefined;
  /** One ASCII character. */
  readonly separator?: string | undefined;
};
