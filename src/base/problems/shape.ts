/** One entry of the catalogue: what happened in general, and the sentence for one case of it. */
export type ProblemEntry = {
  /** HTTP status (RFC 9457). */
  readonly status: number;
  /** The same words for every case of this problem. */
  readonly title: string;
  /** One full sentence about this case; says what to do where there is something to do. */
  // biome-ignore lint/suspicious/noExplicitAny: each entry declares its own details; problem() checks them
  readonly detail: (details: any) => string;
};
