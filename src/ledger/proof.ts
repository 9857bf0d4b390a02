import { sameBytes } from "./bytes.ts";
import { emptyRoot, hashBytes, nodeHash } from "./leaf.ts";

/** The most hashes a proof over at most 2^53 leaves can have, with room: what a reader accepts. */
export const longestProof = 63;

/** Is `leaf` the leaf at `index` of the tree with this size and root? Total. RFC 9162 2.1.3.2. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes(proof) || !areHashes([leaf, root]))
    return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      // at the right edge, rise to where this subtree is a right child
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(hash, root);
}

/** Is the tree of `newSize` a continuation of the tree of `oldSize`? Total. RFC 9162 2.1.4.2. */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (!areHashes(proof) || !areHashes([oldRoot, newRoot])) return false;
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot());
  return leadsToBoth(oldSize, newSize, proof, oldRoot, newRoot);
}

/** The walk itself, for 0 < oldSize < newSize. */
function leadsToBoth(
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  let at = oldSize - 1;
  let last = newSize - 1;
  // begin at the old tree's last complete subtree
  while (at % 2 === 1) {
    at = (at - 1) / 2;
    last = Math.floor(last / 2);
  }
  const first = at === 0 ? oldRoot : proof[0];
  if (first === undefined) return false;
  let oldHash = first;
  let newHash = first;
  for (const sibling of at === 0 ? proof : proof.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, newRoot);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(values: readonly Uint8Array[]): boolean {
  if (!Array.isArray(values) || values.length > longestProof) return false;
  for (const value of values) if (!(value instanceof Uint8Array) || value.length !== hashBytes) return false;
  return true;
}
