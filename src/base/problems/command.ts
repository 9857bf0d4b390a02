import type { ProblemEntry } from "./shape.ts";

/** What can be refused about a command and its files. Codes are never reused. */
export const commandProblems = {
  "command.usage": {
    status: 400,
    title: "The command was not understood.",
    detail: (d: { reason: string }) => d.reason,
  },
  "command.subject": {
    status: 404,
    title: "There is nothing of this name in what this office reads.",
    detail: (d: { subject: string; known: string }) =>
      `"${d.subject}" is neither an act's id nor one of: ${d.known}.`,
  },
  "command.draft": {
    status: 422,
    title: "The draft could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "command.host": {
    status: 502,
    title: "The host did not give what was asked.",
    detail: (d: { address: string; reason: string }) => `${d.address}: ${d.reason}`,
  },
  "command.failed": {
    status: 500,
    title: "Something went wrong inside Parley.",
    detail: (d: { reason: string }) =>
      `${d.reason} Nothing was written. Please report this with the command that you ran.`,
  },
} as const satisfies Record<string, ProblemEntry>;
