import type { ProblemEntry } from "./shape.ts";

/** What can be refused about entries, papers and copies of the record. Codes are never reused. */
export const replicaProblems = {
  "entry.malformed": {
    status: 422,
    title: "An entry of the log could not be read.",
    detail: (d: { seq: number }) => `The entry at place ${d.seq} is not in the form parley-entry/v1.`,
  },
  "entry.too_large": {
    status: 413,
    title: "The entry is too large.",
    detail: (d: { bytes: number; most: number }) =>
      `It has ${d.bytes} bytes with its signatures; at most ${d.most} are taken.`,
  },
  "paper.damaged": {
    status: 422,
    title: "A sealed paper could not be taken as genuine.",
    detail: (d: { id: string; reason: string }) => `The paper ${d.id}: ${d.reason}. It is not shown.`,
  },
  "paper.no_readers": {
    status: 409,
    title: "Nobody could read this paper.",
    detail: (d: { room: string }) =>
      `No seat that reads the room ${d.room} has an age recipient. Grant a seat with one first.`,
  },
  "witness.unknown": {
    status: 403,
    title: "This is no witness of the process.",
    detail: (d: { witness: string }) =>
      `${d.witness} is not among the witnesses that the founding act names.`,
  },
  "witness.refused": {
    status: 422,
    title: "A cosignature was not taken.",
    detail: (d: { room: string; reason: string }) => `${d.room}: ${d.reason}`,
  },
  "verify.no_founding": {
    status: 422,
    title: "The copy has no founding act.",
    detail: (d: { reason: string }) =>
      `${d.reason} Without it nothing can be verified. Ask for a new export, or take the other delegation's.`,
  },
  "verify.signature": {
    status: 422,
    title: "A signature does not hold.",
    detail: (d: { room: string; seq: number; key: string }) =>
      `${d.room}, place ${d.seq}: the signature by ${d.key} does not hold over the act. Keep this copy as evidence and compare with the other delegation's.`,
  },
  "verify.authority": {
    status: 422,
    title: "An act was signed by a key that may not sign it.",
    detail: (d: { room: string; seq: number; reason: string }) => `${d.room}, place ${d.seq}: ${d.reason}`,
  },
  "verify.entry": {
    status: 422,
    title: "An entry does not stand where it may.",
    detail: (d: { room: string; seq: number; reason: string }) => `${d.room}, place ${d.seq}: ${d.reason}`,
  },
  "verify.checkpoint": {
    status: 422,
    title: "A checkpoint does not fit its log.",
    detail: (d: { room: string; reason: string }) =>
      `${d.room}: ${d.reason} Keep this copy as evidence and compare with the other delegation's.`,
  },
  "verify.history": {
    status: 422,
    title: "Two histories of one room were shown.",
    detail: (d: { room: string; size: number; reason: string }) =>
      `${d.room} at size ${d.size}: ${d.reason} Keep both copies as evidence; the log's own signatures prove that both were given out.`,
  },
  "verify.blob": {
    status: 422,
    title: "Content kept by its digest is not what the digest says.",
    detail: (d: { digest: string }) =>
      `The blob ${d.digest} has other bytes. Fetch it again from another copy.`,
  },
  "verify.receipt": {
    status: 422,
    title: "A receipt does not hold.",
    detail: (d: { file: string; reason: string }) => `${d.file}: ${d.reason}`,
  },
  "verify.fingerprint": {
    status: 422,
    title: "This is another process than the one expected.",
    detail: (d: { expected: string; found: string }) =>
      `The founding act has the fingerprint ${d.found}; expected was ${d.expected}. Compare with the paper signed at the preparatory meeting.`,
  },
  "replica.no_key": {
    status: 403,
    title: "This device holds no key to sign with.",
    detail: (d: { office: string }) =>
      `It holds none for the office ${d.office}. Ask the head of the office to certify this device.`,
  },
  "replica.unreachable": {
    status: 503,
    title: "The host cannot be reached.",
    detail: (d: { reason: string }) =>
      `${d.reason} What was received is still here, and what is said now is sent as soon as the host answers.`,
  },
  "replica.other_office": {
    status: 403,
    title: "The session is another office's.",
    detail: (d: { expected: string; found: string }) =>
      `The host knows this session as ${d.found}; this copy is that of ${d.expected}. Sign in as ${d.expected} to go on with it.`,
  },
  "keep.damaged": {
    status: 500,
    title: "What this device has kept is damaged.",
    detail: (d: { room: string }) =>
      `The log of the room ${d.room} is not whole. Forget what is kept on this device and take the record again from the host.`,
  },
  "keep.forgotten": {
    status: 409,
    title: "What this device had kept was forgotten.",
    detail: (d: { room: string }) =>
      `Another page has removed the log of the room ${d.room} meanwhile. Open this page again.`,
  },
  "keep.unwritable": {
    status: 507,
    title: "This device could not keep the record.",
    detail: (d: { reason: string }) => `${d.reason} Make room on the device, then open this page again.`,
  },
  "registry.tampered": {
    status: 500,
    title: "The record is not what was signed.",
    detail: (d: { log: string; reason: string }) =>
      `${d.log}: ${d.reason}. The host does not continue it. Keep the file as it is, and restore from a delegation's replica with \`parley clone\`.`,
  },
  "registry.rolled_back": {
    status: 500,
    title: "This is an older record than a witness has seen.",
    detail: (d: { log: string; size: number; seen: number }) =>
      `${d.log} has ${d.size} entries here, and a witness has seen ${d.seen} or other ones. Going on would sign a second history. ` +
      "Put this folder aside, and restore from a replica that holds the newest record, with `parley clone`.",
  },
  "process.log_key": {
    status: 422,
    title: "The founding act names another log key.",
    detail: (d: { expected: string }) =>
      `This host signs its logs with ${d.expected}; the founding act must name that key.`,
  },
} as const satisfies Record<string, ProblemEntry>;
