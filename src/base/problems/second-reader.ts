import type { ProblemEntry } from "./shape.ts";

/** What can go wrong where a second reader is asked. Codes are never reused. */
export const secondReaderProblems = {
  "second_reader.off": {
    status: 404,
    title: "No second reader is asked here.",
    detail: (_: Record<string, never>) => "Whoever runs this host has named none.",
  },
  "second_reader.address": {
    status: 400,
    title: "The address of the second reader cannot be used.",
    detail: (_: Record<string, never>) =>
      "Name its base address, as https://reader.example/v1: HTTPS, or HTTP on this machine, without a user or a query.",
  },
  "second_reader.unreachable": {
    status: 502,
    title: "The second reader could not be reached.",
    detail: (d: { to: string; reason: string }) => `${d.to}: ${d.reason}`,
  },
  "second_reader.too_slow": {
    status: 504,
    title: "The second reader did not answer in time.",
    detail: (d: { to: string; seconds: number }) => `${d.to} had ${d.seconds} seconds.`,
  },
  "second_reader.busy": {
    status: 503,
    title: "The second reader takes no more texts now.",
    detail: (d: { to: string }) => `${d.to} asks to wait. Try later.`,
  },
  "second_reader.refused": {
    status: 502,
    title: "The second reader refused the text.",
    detail: (d: { to: string; status: number }) => `${d.to} answered with status ${d.status}.`,
  },
  "second_reader.redirected": {
    status: 502,
    title: "The second reader sent elsewhere.",
    detail: (d: { to: string }) => `${d.to} names another address; the text goes to no other.`,
  },
  "second_reader.too_long": {
    status: 502,
    title: "The answer of the second reader is too long.",
    detail: (d: { to: string; most: number }) => `${d.to} sent more than ${d.most} bytes; none was used.`,
  },
  "second_reader.not_understood": {
    status: 502,
    title: "The answer of the second reader was not understood.",
    detail: (d: { to: string; reason: string }) => `${d.to}: ${d.reason}`,
  },
} as const satisfies Record<string, ProblemEntry>;
