import { hashNodeInto, sha256, sha256All } from "#ledger/native";
import { concatBytes } from "./bytes.ts";

/** Bytes in one hash of the tree. */
export const hashBytes = 32;

const leafPrefix = Uint8Array.of(0x00);

/** RFC 6962 2.1: SHA-256(0x00 || entry). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(leafPrefix, entry));
}

/** The leaf hash of each entry: the same, and faster for many where the platform has other threads. */
export function leafHashes(entries: readonly Uint8Array[]): Promise<Uint8Array[]> {
  return sha256All(entries.map((entry) => concatBytes(leafPrefix, entry)));
}

/** RFC 6962 2.1: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const out = new Uint8Array(hashBytes);
  hashNodeInto(concatBytes(left, right), 0, out, 0);
  return out;
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0));
}
