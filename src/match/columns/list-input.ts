/** A list as the engine takes it; the tables of `#sheets` are of this form. */
export type ListInput = {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly heading: string;
    /** For each row an index into `values`; 0 is the empty cell. */
    readonly cells: Uint32Array;
    readonly values: readonly string[];
  }[];
};
