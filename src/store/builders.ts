import { seededRandom } from "#base";
import type { Append, Row } from "./store.ts";

/** What the tests append. Everything follows from the log, the place and the seed, so that it can be made again. */

export const emptyRoot: Uint8Array = new Uint8Array(32);

/** WebCrypto: the store itself knows no cryptography. */
export async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", Buffer.concat(parts)));
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Stands for a tree: the store does not know what a root is made of. */
export async function chainRoot(before: Uint8Array, leafHashes: readonly Uint8Array[]): Promise<Uint8Array> {
  let root = before;
  for (const hash of leafHashes) root = await sha256(root, hash);
  return root;
}

export async function rowAt(log: string, seq: number, bytes = 40): Promise<Row> {
  const seed = [...`${log}:${seq}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
  const entry = seededRandom(seed).bytes(bytes);
  return { id: `${log}#${seq}`, receivedAt: 1_750_000_000_000 + seq, leafHash: await sha256(entry), entry };
}

/** `count` rows for the end of a log of that size and root. */
export async function appendAt(log: string, size: number, count = 1, root = emptyRoot): Promise<Append> {
  const rows = await Promise.all(Array.from({ length: count }, (_, i) => rowAt(log, size + i)));
  return appendOf(log, size, rows, root);
}

export async function appendOf(
  log: string,
  size: number,
  rows: readonly Row[],
  root = emptyRoot,
): Promise<Append> {
  const checkpoint = {
    size: size + rows.length,
    root: await chainRoot(
      root,
      rows.map((row) => row.leafHash),
    ),
    note: `${log}\n${size + rows.length}\n`,
  };
  return { log, expectedSize: size, rows, checkpoint };
}
