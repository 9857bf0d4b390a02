import type { ProblemEntry } from "./shape.ts";

/** What can be refused about the data folder and the database. Codes are never reused. */
export const storeProblems = {} as const satisfies Record<string, ProblemEntry>;
