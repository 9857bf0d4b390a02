import type { ProblemEntry } from "./shape.ts";

/** What can be refused about a case or a plan of exchange. Codes are never reused. */
export const exchangeProblems = {
  "exchange.unreadable": {
    status: 422,
    title: "The case or plan could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "exchange.contradictory": {
    status: 422,
    title: "The case contradicts itself.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "exchange.infeasible": {
    status: 422,
    title: "No plan keeps to all locks and limits.",
    detail: (d: { overstepped: number }) =>
      `Who is locked oversteps the limits by ${d.overstepped}. Take a lock out, or widen a limit.`,
  },
  "exchange.unknown_person": {
    status: 404,
    title: "The case has no such person.",
    detail: (d: { person: string }) => `No person has the code ${d.person}.`,
  },
  "exchange.plan_differs": {
    status: 422,
    title: "The plan is not of this case.",
    detail: (d: { person: string }) => `${d.person} stands in the plan and cannot stand so in this case.`,
  },
} as const satisfies Record<string, ProblemEntry>;
