import type { ProblemEntry } from "./shape.ts";

/** What can be refused about a command and its files. Codes are never reused. */
export const commandProblems = {
  "command.usage": {
    status: 400,
    title: "The command was not understood.",
    detail: (d: { reason: string }) => d.reason,
  },
} as const satisfies Record<string, ProblemEntry>;
