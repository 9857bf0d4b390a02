import type { ProblemEntry } from "./shape.ts";

/** What can be refused about a case or a plan of a truce. Codes are never reused. */
export const planProblems = {
  "plan.unreadable": {
    status: 422,
    title: "The case or plan could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "plan.contradictory": {
    status: 422,
    title: "The case contradicts itself.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
} as const satisfies Record<string, ProblemEntry>;
