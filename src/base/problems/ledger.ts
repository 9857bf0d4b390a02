import type { ProblemEntry } from "./shape.ts";

/** What can be refused about keys, signatures, trees, notes and seals. Codes are never reused. */
export const ledgerProblems = {} as const satisfies Record<string, ProblemEntry>;
