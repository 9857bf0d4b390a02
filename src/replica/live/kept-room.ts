import { ProblemError, problem } from "#base";
import { type Act, type Entry, type Room, roomTable } from "#record";
import type { Paper } from "../opened.ts";
import { actsOf, chunkWidth, type KeptEntry, unpackChunk } from "./chunk.ts";
import type { Keep } from "./keep.ts";

/** Entries of one room read back from a keep, where they were put only after they had been checked. */
export type KeptPart = {
  readonly entries: readonly Entry[];
  readonly papers: readonly Paper[];
  /** Leaf hashes, end to end, in pieces. */
  readonly leaves: readonly Uint8Array[];
};

const hashBytes = 32;

/** The entries of a room from one place up to another, as they are folded. */
export async function readPart(keep: Keep, room: Room, from: number, to: number): Promise<KeptPart> {
  const chunks = await keep.chunks(room, from, to);
  const entries: Entry[] = [];
  const papers: Paper[] = [];
  const leaves: Uint8Array[] = [];
  let first = from % chunkWidth;
  for (const chunk of chunks) {
    const acts = actsOf(chunk);
    const end = Math.min(acts.length, first + to - from - entries.length);
    const signed = roomTable[room].sealed ? unpackChunk(chunk) : [];
    for (let at = first; at < end; at++) {
      const act = acts[at] as Act; // read and checked before it was kept
      const [receivedAt, roster] = [chunk.receivedAt[at] ?? 0, chunk.roster[at] ?? 0];
      const entry = { seq: from + entries.length, receivedAt, roster, act };
      entries.push(entry);
      const [signature] = signed[at]?.signatures ?? [];
      if (signature) papers.push({ outer: entry as Paper["outer"], signedBy: signature.key }); // a sealed room holds papers only
    }
    leaves.push(chunk.leaves.subarray(first * hashBytes, end * hashBytes));
    first = 0;
  }
  if (entries.length !== to - from) throw new ProblemError(problem("keep.damaged", { room }));
  return { entries, papers, leaves };
}

/** The same with their exact bytes and signatures. */
export async function readKept(
  keep: Keep,
  room: Room,
  from: number,
  to: number,
): Promise<readonly KeptEntry[]> {
  const chunks = await keep.chunks(room, from, to);
  const skip = from % chunkWidth;
  const entries = chunks.flatMap((chunk) => unpackChunk(chunk)).slice(skip, skip + to - from);
  if (entries.length !== to - from) throw new ProblemError(problem("keep.damaged", { room }));
  return entries;
}
