import type { ProblemEntry } from "./shape.ts";

/** What can be refused about files of footage. Codes are never reused. */
export const footageProblems = {
  "footage.unreadable": {
    status: 422,
    title: "The file is no footage that can be read.",
    detail: (d: { reason: string }) => d.reason,
  },
  "footage.cover_unreadable": {
    status: 422,
    title: "What is to be covered could not be read.",
    detail: (d: { path: string; reason: string }) => `${d.path}: ${d.reason}`,
  },
  "footage.no_ffmpeg": {
    status: 503,
    title: "There is no ffmpeg here.",
    detail: (d: { reason: string }) => d.reason,
  },
  "footage.not_made": {
    status: 422,
    title: "The covered file could not be made.",
    detail: (d: { reason: string }) => d.reason,
  },
  "footage.needs_ffmpeg": {
    status: 503,
    title: "The file is too long for the ffmpeg of the package.",
    detail: (d: { bytes: number; most: number }) =>
      `It has ${d.bytes} bytes, and the package holds a file of at most ${d.most} in memory. Install ffmpeg on this machine: it reads a file of any length.`,
  },
  "footage.too_large": {
    status: 413,
    title: "The file is too large.",
    detail: (d: { bytes: number; most: number }) =>
      `It has ${d.bytes} bytes; at most ${d.most} are taken. Divide it into parts.`,
  },
} as const satisfies Record<string, ProblemEntry>;
