import type { ProblemEntry } from "./shape.ts";

/** What can be refused about keys, signatures, trees, notes and seals. Codes are never reused. */
export const ledgerProblems = {
  "ledger.key_malformed": {
    status: 400,
    title: "A key's text is not in its form.",
    detail: (d: { reason: string }) => d.reason,
  },
  "ledger.key_inadmissible": {
    status: 400,
    title: "A public key cannot be admitted.",
    detail: (d: { name: string }) =>
      `The key of ${d.name} is not the canonical encoding of a point of prime order; it needs another key.`,
  },
  "ledger.key_listed_twice": {
    status: 400,
    title: "One key is listed twice.",
    detail: (d: { name: string }) =>
      `The key of ${d.name} is listed under another name or for another use too; each name and each use needs its own key.`,
  },
  "ledger.note_malformed": {
    status: 400,
    title: "A signed note is not in its form.",
    detail: (d: { reason: string }) => d.reason,
  },
  "ledger.note_signature_invalid": {
    status: 403,
    title: "A signature on a note does not hold.",
    detail: (d: { name: string }) =>
      `The signature in the name of ${d.name} does not fit the note and the known key.`,
  },
  "ledger.note_unsigned": {
    status: 403,
    title: "A note carries no signature of a known key.",
    detail: (d: { known: readonly string[] }) =>
      `None of ${d.known.join(", ") || "no known names"} has signed it.`,
  },
  "ledger.checkpoint_malformed": {
    status: 400,
    title: "A checkpoint is not in its form.",
    detail: (d: { reason: string }) => d.reason,
  },
  "ledger.checkpoint_origin": {
    status: 403,
    title: "A checkpoint is of another log.",
    detail: (d: { expected: string; found: string }) => `It is of ${d.found}; ${d.expected} was expected.`,
  },
  "ledger.receipt_malformed": {
    status: 400,
    title: "A receipt is not in its form.",
    detail: (d: { reason: string }) => d.reason,
  },
  "ledger.receipt_unproven": {
    status: 403,
    title: "A receipt does not prove the entry.",
    detail: (d: { index: number; size: number }) =>
      `Its hashes do not lead from this entry at index ${d.index} to the root of the checkpoint of size ${d.size}.`,
  },
  "ledger.tile_path_malformed": {
    status: 400,
    title: "A path names no tile.",
    detail: (d: { path: string }) =>
      `${JSON.stringify(d.path)} is not the path of a tile or of an entry bundle.`,
  },
  "ledger.bundle_malformed": {
    status: 400,
    title: "An entry bundle is not in its form.",
    detail: (d: { reason: string }) => d.reason,
  },
  "ledger.entry_too_long": {
    status: 413,
    title: "An entry is too long for the log.",
    detail: (d: { bytes: number; limit: number }) =>
      `It has ${d.bytes} bytes; an entry has at most ${d.limit}. Put what is long into a blob and enter its digest.`,
  },
  "ledger.recipient_malformed": {
    status: 400,
    title: "A seal has no such recipient.",
    detail: (d: { reason: string }) => d.reason,
  },
  "ledger.seal_identity_malformed": {
    status: 400,
    title: "An identity that opens seals is not in its form.",
    detail: (d: { reason: string }) => d.reason,
  },
  "ledger.seal_not_for_identity": {
    status: 403,
    title: "The seal is not for this identity.",
    detail: (d: { identities: number }) => `None of the ${d.identities} identities given opens it.`,
  },
  "ledger.seal_damaged": {
    status: 400,
    title: "A sealed file is damaged.",
    detail: (d: { reason: string }) => d.reason,
  },
} as const satisfies Record<string, ProblemEntry>;
