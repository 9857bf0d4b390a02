/** Where a long work stands. */
export type Progress = {
  readonly step: "read" | "block" | "train" | "score" | "settle";
  readonly done: number;
  readonly of: number;
};

/** How long work is watched and stopped: a progress handler that answers a promise is awaited, so that a page or a signal gets its turn. */
export type Watch = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void | Promise<void>) | undefined;
};

/** What may be chosen about matching. */
export type MatchOptions = Watch & {
  /** Headings to roles; what it does not name is read from headings and content. */
  readonly mapping?: import("./columns/roles.ts").Mapping | undefined;
  /** For random pairs; the same seed gives the same bytes. */
  readonly seed?: number | undefined;
  /** Pairs of rows, counted over all lists, that a human decision holds for two persons. */
  readonly cannotLinks?: readonly (readonly [number, number])[] | undefined;
  /** Links below this are not answered. */
  readonly lowest?: number | undefined;
};

/** Tells how far a step is, and stops if the signal says so. */
export async function stepped(watch: Watch, step: Progress["step"], done: number, of: number): Promise<void> {
  watch.signal?.throwIfAborted();
  await watch.onProgress?.({ step, done, of });
  watch.signal?.throwIfAborted();
}
