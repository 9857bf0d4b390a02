import { type Problem, problem } from "#base";
import { decodeEntry, type Entry, type EntryHead, parseAct } from "#record";

/** An entry as it stands in a log: its place, its exact bytes, and what they say. */
export type ReadEntry = {
  readonly entry: Entry;
  readonly head: EntryHead;
  /** What the signatures are over. */
  readonly actBytes: Uint8Array;
};

/** Reads the bytes of one leaf. Signatures and proofs are not judged here. */
export function readEntry(seq: number, bytes: Uint8Array): ReadEntry | { readonly problem: Problem } {
  const decoded = decodeEntry(bytes);
  if (!decoded) return { problem: problem("entry.malformed", { seq }) };
  const parsed = parseAct(decoded.actBytes);
  if ("problem" in parsed) return parsed;
  const { head, actBytes } = decoded;
  return {
    entry: { seq, receivedAt: head.receivedAt, roster: head.roster, act: parsed.act },
    head,
    actBytes,
  };
}
