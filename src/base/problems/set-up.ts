import type { ProblemEntry } from "./shape.ts";

/** What can be refused while three heads set up a process. Codes are never reused. */
export const setUpProblems = {
  "set_up.not_founded": {
    status: 409,
    title: "The process is not founded yet.",
    detail: (_: Record<string, never>) =>
      "This server is being set up. The heads of the host and of both parties found the process with their set-up links.",
  },
  "set_up.refused": {
    status: 403,
    title: "The set-up link was refused.",
    detail: (_: Record<string, never>) =>
      "It is not, or is no longer, good here. Parties get a link from the host, and the host from who runs the server.",
  },
  "set_up.hosts_alone": {
    status: 403,
    title: "This is for the host's head alone.",
    detail: (d: { role: string }) =>
      `The link is that of ${d.role}. The host writes the draft, invites the parties' heads and reopens the set-up.`,
  },
  "set_up.too_early": {
    status: 409,
    title: "Something comes before this.",
    detail: (d: { reason: string }) => d.reason,
  },
  "set_up.signed": {
    status: 409,
    title: "The founding act has been signed.",
    detail: (_: Record<string, never>) =>
      "What was signed is not changed. The host can reopen the set-up: that takes back every signature, and each head signs anew.",
  },
  "set_up.joined": {
    status: 409,
    title: "This head has joined already.",
    detail: (d: { role: string }) =>
      `The head of ${d.role} has joined with another key or nonce. If that key is gone, the host reopens the set-up for all to join anew.`,
  },
  "set_up.key_taken": {
    status: 409,
    title: "This key has another use already.",
    detail: (d: { key: string }) =>
      `${d.key} stands in the set-up already; each head, each witness and the log need keys of their own.`,
  },
  "set_up.nonce_differs": {
    status: 422,
    title: "The nonce is not the one that was committed to.",
    detail: (_: Record<string, never>) =>
      "Show the nonce that this head committed himself to when he joined. If it is gone, the host reopens the set-up for all to join anew.",
  },
  "set_up.signature_refused": {
    status: 422,
    title: "The signature does not hold.",
    detail: (_: Record<string, never>) =>
      "It is not this head's over the founding act as it now stands. Read the text again, and sign that.",
  },
  "set_up.founded": {
    status: 409,
    title: "The process is founded.",
    detail: (_: Record<string, never>) =>
      "Nothing of the founding act can be changed any more. Take the invitation to your office and sign in.",
  },
  "set_up.other_process": {
    status: 409,
    title: "Another process of this name stands in the record.",
    detail: (d: { process: string }) =>
      `${d.process} was founded with another founding act. Reopen the set-up and name the process otherwise.`,
  },
} as const satisfies Record<string, ProblemEntry>;
