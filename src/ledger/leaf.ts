import { hashLeaf, hashNodeInto, sha256 } from "#ledger/native";
import { concatBytes } from "./bytes.ts";

/** Bytes in one hash of the tree. */
export const hashBytes = 32;

/** RFC 6962 2.1: SHA-256(0x00 || entry). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return hashLeaf(entry);
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
