import type { ProblemEntry } from "./shape.ts";

/** What can be refused about what is to be planned. Codes are never reused. */
export const planProblems = {
  "plan.instance_unreadable": {
    status: 422,
    title: "The instance could not be read.",
    detail: (d: { line: number; reason: string }) => `Line ${d.line}: ${d.reason}`,
  },
  "plan.unreadable": {
    status: 422,
    title: "The case, plan or event could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "plan.contradictory": {
    status: 422,
    title: "The case contradicts itself.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
} as const satisfies Record<string, ProblemEntry>;
