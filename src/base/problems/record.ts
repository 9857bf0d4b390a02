import type { ProblemEntry } from "./shape.ts";

/** What can be refused about an act: its bytes, its author, its room, its rules. Codes are never reused. */
export const recordProblems = {} as const satisfies Record<string, ProblemEntry>;
