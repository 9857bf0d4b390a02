import type { ProblemEntry } from "./shape.ts";

/** What can be refused about lists of persons and their columns. Codes are never reused. */
export const listsProblems = {
  "lists.unreadable": {
    status: 422,
    title: "A list could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "lists.columns": {
    status: 422,
    title: "The columns of a list could not be told apart.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "lists.mapping": {
    status: 422,
    title: "The mapping of columns could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
} as const satisfies Record<string, ProblemEntry>;
