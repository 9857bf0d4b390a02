import type { ProblemEntry } from "./shape.ts";

/** What can be refused about a report that is to be read. Codes are never reused. */
export const readerProblems = {
  "reader.date": {
    status: 400,
    title: "The day of the report is not known.",
    detail: (_: Record<string, never>) => "--date is the day of the report, as 2025-07-23.",
  },
  "reader.not_text": {
    status: 422,
    title: "The file is no text.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "reader.too_long": {
    status: 413,
    title: "The text is too long for one report.",
    detail: (d: { path: string; length: number; most: number }) =>
      `${d.path} has ${d.length} characters; a report has at most ${d.most}. Divide it.`,
  },
  "reader.language": {
    status: 422,
    title: "The reader does not know this language.",
    detail: (d: { known: string }) => `It is none of: ${d.known}.`,
  },
  "reader.parties": {
    status: 422,
    title: "The list of parties could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
} as const satisfies Record<string, ProblemEntry>;
