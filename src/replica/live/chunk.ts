import { type EntryHead, encodeEntry, type Signature } from "#record";

/** An entry as it is kept: what the host said of it, the act's exact bytes, and its leaf hash. */
export type KeptEntry = EntryHead & { readonly actBytes: Uint8Array; readonly leaf: Uint8Array };

/**
 * Up to 256 entries of one room, laid out so that they are read again without checking anything twice: the acts as
 * one JSON array, and numbers beside them. Plain data, as IndexedDB keeps it.
 */
export type Chunk = {
  /** A JSON array of the acts in UTF-8. Each act's exact bytes stand in it. */
  readonly acts: Uint8Array;
  /** Where in `acts` each act ends. */
  readonly ends: Uint32Array;
  readonly receivedAt: Float64Array;
  readonly roster: Uint32Array;
  /** A line for each entry: its keys and signatures, by turns. */
  readonly signed: string;
  /** 32 bytes for each entry. */
  readonly leaves: Uint8Array;
};

/** Entries in a full chunk: as many as in an entry bundle of the host (C2SP tlog-tiles). */
export const chunkWidth = 256;

const hashBytes = 32;
const decoder = new TextDecoder();

export function packChunk(entries: readonly KeptEntry[]): Chunk {
  const length = entries.reduce((sum, { actBytes }) => sum + actBytes.length + 1, 1);
  const acts = new Uint8Array(length);
  const ends = new Uint32Array(entries.length);
  const leaves = new Uint8Array(entries.length * hashBytes);
  let at = 0;
  entries.forEach(({ actBytes, leaf }, i) => {
    acts[at] = i === 0 ? 0x5b : 0x2c; // "[" or ","
    acts.set(actBytes, at + 1);
    at += actBytes.length + 1;
    ends[i] = at;
    leaves.set(leaf, i * hashBytes);
  });
  acts[at] = 0x5d; // "]"
  return {
    acts,
    ends,
    leaves,
    receivedAt: Float64Array.from(entries, (one) => one.receivedAt),
    roster: Uint32Array.from(entries, (one) => one.roster),
    signed: entries.map(({ signatures }) => signatures.map(signedText).join(" ")).join("\n"),
  };
}

/** The entries of a chunk, from a place in it up to another. */
export function unpackChunk(chunk: Chunk, from = 0, to = chunk.ends.length): KeptEntry[] {
  const lines = chunk.signed.split("\n");
  return Array.from({ length: Math.max(0, to - from) }, (_, i) =>
    entryAt(chunk, lines[from + i] ?? "", from + i),
  );
}

/** The acts of a chunk, which were read and checked before they were kept. */
export function actsOf(chunk: Chunk): unknown[] {
  return JSON.parse(decoder.decode(chunk.acts));
}

/** An entry's exact bytes: there is one encoding only. */
export function bytesOf(entry: KeptEntry): Uint8Array {
  return encodeEntry(entry, entry.actBytes);
}

/** Entries from a place of their room on, in chunks that begin at multiples of 256, but for the first. */
export function chunksOf(from: number, entries: readonly KeptEntry[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < entries.length; ) {
    const end = at + chunkWidth - ((from + at) % chunkWidth);
    chunks.push(packChunk(entries.slice(at, end)));
    at = end;
  }
  return chunks;
}

/** The chunk with more entries at its end, cut off after `keep` before. */
export function extendChunk(chunk: Chunk | undefined, keep: number, more: readonly KeptEntry[]): Chunk {
  if ((chunk?.ends.length ?? 0) < keep)
    throw new Error(`A chunk has fewer entries than the ${keep} to keep.`);
  return packChunk([...(chunk ? unpackChunk(chunk, 0, keep) : []), ...more]);
}

function entryAt(chunk: Chunk, line: string, at: number): KeptEntry {
  const start = (at === 0 ? 0 : (chunk.ends[at - 1] ?? 0)) + 1;
  const words = line.split(" ");
  const signatures: Signature[] = [];
  for (let i = 0; i + 1 < words.length; i += 2)
    signatures.push({ key: words[i] ?? "", signature: words[i + 1] ?? "" });
  return {
    receivedAt: chunk.receivedAt[at] ?? 0,
    roster: chunk.roster[at] ?? 0,
    signatures,
    actBytes: chunk.acts.subarray(start, chunk.ends[at]),
    leaf: chunk.leaves.subarray(at * hashBytes, (at + 1) * hashBytes),
  };
}

function signedText({ key, signature }: Signature): string {
  return `${key} ${signature}`;
}
