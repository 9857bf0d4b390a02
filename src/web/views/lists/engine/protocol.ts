/** A list as the engine takes it: columns headed by the engine's own roles, line 1 first, every cell as written. */
export type EngineTable = {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly heading: string;
    /** For each line an index into `values`; 0 is the empty cell. */
    readonly cells: Uint32Array;
    readonly values: readonly string[];
  }[];
};

export type ToCompare = {
  readonly left: EngineTable;
  readonly right: EngineTable;
  /** The engine takes the two in the order of their digests, so that both sides get the same whichever list they began with. */
  readonly isTurned: boolean;
};

/** Two lines that may be of one person; lines are counted from 1. */
export type Pair = {
  readonly left: number;
  readonly right: number;
  /** Calibrated probability in thousandths, its rivals weighed in. */
  readonly perMille: number;
};

export type Compared = {
  readonly engine: { readonly name: string; readonly version: string };
  /** The likeliest first. */
  readonly pairs: readonly Pair[];
  /** Pairs that the engine gave too little to be shown. */
  readonly below: number;
};

/** Why two lines may be of one person: bits for and against, each of which doubles the odds or halves them. */
export type Reasons = {
  readonly reasons: readonly {
    readonly fields: readonly {
      readonly field: string;
      readonly left: string;
      readonly right: string;
      readonly level: string;
    }[];
    readonly bits: number;
  }[];
  readonly rarityBits: number;
  readonly othersBits: number;
  readonly priorBits: number;
};

export type ToEngine =
  | ({ readonly kind: "compare" } & ToCompare)
  | { readonly kind: "explain"; readonly pairs: readonly Pair[] };

export type FromEngine =
  | { readonly kind: "progress"; readonly step: number; readonly share: number }
  | ({ readonly kind: "compared" } & Compared)
  | { readonly kind: "failed" }
  | {
      readonly kind: "explained";
      readonly all: readonly { readonly pair: Pair; readonly reasons: Reasons }[];
    };
