import type { ProblemEntry } from "./shape.ts";

/** What can be refused about an act: its bytes, its author, its room, its rules. Codes are never reused. */
export const recordProblems = {
  "act.too_large": {
    status: 413,
    title: "The act is too large.",
    detail: (d: { bytes: number; most: number }) =>
      `It has ${d.bytes} bytes; at most ${d.most} are taken. Put large content into a blob and name its digest.`,
  },
  "act.not_json": {
    status: 400,
    title: "The act could not be read.",
    detail: (_: Record<string, never>) => "Its bytes are not JSON in UTF-8.",
  },
  "act.malformed": {
    status: 422,
    title: "The act does not fit its form.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}.`,
  },
  "act.mixed_scripts": {
    status: 422,
    title: "A name mixes letters of several scripts.",
    detail: (d: { path: string }) =>
      `${d.path}: one word has letters of more than one script, which look alike and are not. Write it in one script.`,
  },
  "act.not_canonical": {
    status: 422,
    title: "The act's bytes are not in canonical form.",
    detail: (_: Record<string, never>) =>
      "Write the act as RFC 8785 JSON: sorted keys, no spaces, no doubled keys.",
  },
  "act.unknown_kind": {
    status: 422,
    title: "This kind of act is not known.",
    detail: (d: { kind: string }) => `There is no kind "${d.kind}".`,
  },
  "act.sealed_mismatch": {
    status: 422,
    title: "The act is in clear where it must be sealed, or sealed where it must be in clear.",
    detail: (d: { kind: string; room: string }) =>
      `A "${d.kind}" in the room ${d.room}: internal rooms take only "paper.sealed", and other rooms none.`,
  },
  "act.wrong_process": {
    status: 422,
    title: "The act belongs to another process.",
    detail: (d: { process: string; expected: string }) => `It names "${d.process}"; this is "${d.expected}".`,
  },
  "act.not_permitted": {
    status: 403,
    title: "This office may not say this here.",
    detail: (d: { office: string; kind: string; room: string; reason: string }) =>
      `${d.office} may not say "${d.kind}" in the room ${d.room}: ${d.reason}.`,
  },
  "act.signature_refused": {
    status: 422,
    title: "A signature was refused.",
    detail: (d: { key: string }) =>
      `The signature by the key ${d.key} does not hold over the act's exact bytes.`,
  },
  "act.unsigned": {
    status: 422,
    title: "The act is not signed as it must be.",
    detail: (d: { reason: string }) => d.reason,
  },
  "act.seat_unknown": {
    status: 403,
    title: "The key holds no seat.",
    detail: (d: { key: string; member: string; office: string }) =>
      `The key ${d.key} holds no seat as ${d.member} in the office ${d.office}. The head of the office grants seats.`,
  },
  "act.seat_revoked": {
    status: 403,
    title: "The seat of this key was revoked.",
    detail: (d: { key: string; member: string; office: string }) =>
      `The seat of ${d.member} in the office ${d.office} with the key ${d.key} is revoked. Use the key of a valid seat.`,
  },
  "act.replayed": {
    status: 409,
    title: "The act is already recorded.",
    detail: (d: { id: string; seq: number }) => `${d.id} stands in this room at place ${d.seq}.`,
  },
  "act.id_taken": {
    status: 409,
    title: "The id of the act is taken.",
    detail: (d: { id: string }) =>
      `Another act of this process has the id ${d.id}; an id stands for one act in one room. Make a new one.`,
  },
  "act.said_in_future": {
    status: 422,
    title: "The act says a time that has not come.",
    detail: (d: { saidAt: string }) => `saidAt is ${d.saidAt}. Check the clock and the offset of the device.`,
  },
  "act.said_too_early": {
    status: 422,
    title: "The act says a time too far in the past.",
    detail: (d: { saidAt: string; earliest: string }) =>
      `saidAt is ${d.saidAt}; the earliest that is taken is ${d.earliest}. When something happened is written in happenedAt.`,
  },
  "act.seen_differs": {
    status: 409,
    title: "The author saw another history of this room.",
    detail: (d: { room: string; size: number }) =>
      `The head at size ${d.size} that the act names is not this log's. Keep the act and the checkpoint that its author saw, and compare them with the other delegation.`,
  },
  "act.refused_by_rule": {
    status: 422,
    title: "The rules refuse this.",
    detail: (d: { rule: string; words: string; params?: Readonly<Record<string, unknown>> }) =>
      `[${d.rule}] ${d.words}`,
  },
  "process.not_open": {
    status: 409,
    title: "The process is not open.",
    detail: (_: Record<string, never>) =>
      "The first act must be process.opened in the room process, signed by the host's head and both parties' heads.",
  },
} as const satisfies Record<string, ProblemEntry>;
