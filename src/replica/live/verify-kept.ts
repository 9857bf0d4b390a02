import { ProblemError, problem } from "#base";
import { fromBase64, type SignedBytes, verifyMany } from "#ledger";
import type { Room } from "#record";
import { type Chunk, type KeptEntry, unpackChunk } from "./chunk.ts";

type Signed = SignedBytes & { readonly seq: number; readonly key: string };

/** Verifies the signatures of entries that stand one after another, in the platform's threads; throws at a false one. */
export async function verifyKept(room: Room, from: number, entries: readonly KeptEntry[]): Promise<void> {
  const keys = new Map<string, Uint8Array>();
  const signed = entries.flatMap(({ actBytes, signatures }, i) =>
    signatures.map(({ key, signature }): Signed => {
      const publicKey = keys.get(key) ?? bytesOf(key);
      keys.set(key, publicKey);
      return { publicKey, message: actBytes, signature: bytesOf(signature), seq: from + i, key };
    }),
  );
  const holds = await verifyMany(signed);
  const bad = signed[holds.indexOf(false)];
  if (bad) throw new ProblemError(problem("verify.signature", { room, seq: bad.seq, key: bad.key }));
}

/** The same of entries as they are laid out to be kept. */
export async function verifyChunks(room: Room, from: number, chunks: readonly Chunk[]): Promise<void> {
  let at = from;
  for (const chunk of chunks) {
    await verifyKept(room, at, unpackChunk(chunk));
    at += chunk.ends.length;
  }
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (!bytes) throw new Error("An entry's head was read with a key or a signature that is not base64.");
  return bytes;
}
