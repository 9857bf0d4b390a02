import type { ProblemEntry } from "./shape.ts";

/** What can be refused about a request before anyone looks at what it says. Codes are never reused. */
export const apiProblems = {
  "api.no_such_operation": {
    status: 404,
    title: "There is no such operation.",
    detail: (_: Record<string, never>) => "The operations are listed at /api/openapi.json.",
  },
  "api.malformed": {
    status: 400,
    title: "The request does not fit its form.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}.`,
  },
  "api.foreign_origin": {
    status: 403,
    title: "The request came from another site.",
    detail: (_: Record<string, never>) =>
      "Acts are sent from this host's own pages, or by a program that is no browser.",
  },
  "api.session_needed": {
    status: 401,
    title: "Sign in first.",
    detail: (_: Record<string, never>) =>
      "This operation belongs to an office; there is no session, or it has ended.",
  },
  "api.sign_in_refused": {
    status: 403,
    title: "The sign-in was refused.",
    detail: (_: Record<string, never>) => "The link is not, or is no longer, good for this office.",
  },
  "api.seat_needed": {
    status: 403,
    title: "This needs a seat.",
    detail: (_: Record<string, never>) =>
      "You are signed in, and hold no seat in your office now. The head of your office grants seats; ask for one.",
  },
  "api.member_needed": {
    status: 403,
    title: "This session is nobody's in particular.",
    detail: (_: Record<string, never>) =>
      "A session of the demonstration without a device key has no member. Sign in with a device key or a passkey.",
  },
  "api.invitation_refused": {
    status: 403,
    title: "The invitation was refused.",
    detail: (_: Record<string, never>) =>
      "It is not, or is no longer, good here. Ask the office that invited you for a new one.",
  },
  "api.passkey_refused": {
    status: 403,
    title: "The passkey was refused.",
    detail: (_: Record<string, never>) =>
      "Begin again; if it goes on, use another passkey of yours, or ask your office for a new invitation.",
  },
  "api.key_in_use": {
    status: 409,
    title: "This device key has another use already.",
    detail: (d: { key: string }) =>
      `${d.key} is a head's key, or serves another member or office. Make a new key on this device, and ask again with that.`,
  },
  "api.not_readable": {
    status: 403,
    title: "This office does not read that.",
    detail: (d: { room: string }) =>
      `The room ${d.room} is not among those that this session's office reads.`,
  },
  "api.not_found": {
    status: 404,
    title: "There is nothing at this place.",
    detail: (_: Record<string, never>) => "Nothing that this office reads stands there.",
  },
  "api.other_office": {
    status: 403,
    title: "The act is another office's.",
    detail: (d: { office: string }) =>
      `This session speaks for ${d.office}; the act names another office as its author.`,
  },
  "api.too_often": {
    status: 429,
    title: "Too many requests.",
    detail: (d: { seconds: number }) => `Wait ${d.seconds} s and send it again; nothing of it was written.`,
  },
  "api.blob_differs": {
    status: 422,
    title: "The content is not what its digest says.",
    detail: (d: { digest: string }) => `The bytes sent do not have the SHA-256 ${d.digest}.`,
  },
  "api.failed": {
    status: 500,
    title: "Something went wrong inside Parley.",
    detail: (d: { reference: string }) =>
      `Nothing was acknowledged. The host's log has it under ${d.reference}.`,
  },
} as const satisfies Record<string, ProblemEntry>;
