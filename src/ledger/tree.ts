import { hashNodeInto } from "#ledger/native";
import { emptyRoot, hashBytes, nodeHash } from "./leaf.ts";

const largestSize = 2 ** 31 - 1;

/** A growing RFC 6962 Merkle tree in memory: 64 bytes a leaf, any earlier root and any proof in O(log n) hashes. */
export class Tree {
  /** Hashes of all complete subtrees of 2^level leaves, in order. */
  readonly #levels: Uint8Array[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds one leaf hash and answers its index. */
  append(leaf: Uint8Array): number {
    if (leaf.length !== hashBytes) throw new Error(`A leaf hash has ${hashBytes} bytes, not ${leaf.length}.`);
    const index = this.#size;
    if (index === largestSize) throw new Error(`A tree holds at most ${largestSize} leaves.`);
    this.#level(0, index).set(leaf, index * hashBytes);
    this.#size = index + 1;
    // every trailing 1 bit of the index completes one more subtree
    for (let level = 0, at = index; (at & 1) === 1; level++, at >>>= 1) {
      const parents = this.#level(level + 1, at >>> 1);
      hashNodeInto(this.#stored(level), (at - 1) * hashBytes, parents, (at >>> 1) * hashBytes);
    }
    return index;
  }

  /** Adds the leaf hashes that lie end to end in `leaves`. */
  appendAll(leaves: Uint8Array): void {
    if (leaves.length % hashBytes !== 0)
      throw new Error(`${leaves.length} bytes are no whole number of hashes.`);
    for (let at = 0; at < leaves.length; at += hashBytes) this.append(leaves.subarray(at, at + hashBytes));
  }

  /** Takes the last leaves away again, so that `size` are left. */
  truncate(size: number): void {
    this.#checkSize(size);
    this.#size = size; // the hashes beyond are written over before they are read again
  }

  /** The root when the tree had `size` leaves. */
  root(size: number = this.#size): Uint8Array {
    this.#checkSize(size);
    return size === 0 ? emptyRoot() : this.#rangeHash(0, size);
  }

  /** The hash of the complete subtree over leaves [index * 2^level, (index + 1) * 2^level). */
  subtree(level: number, index: number): Uint8Array {
    if (!(Number.isInteger(level) && Number.isInteger(index) && level >= 0 && index >= 0)) {
      throw new Error(`There is no subtree ${index} at level ${level}.`);
    }
    if ((index + 1) * 2 ** level > this.#size) {
      throw new Error(`Subtree ${index} at level ${level} is not complete in a tree of ${this.#size}.`);
    }
    return this.#stored(level).slice(index * hashBytes, (index + 1) * hashBytes);
  }

  /** RFC 6962 2.1.1: the hashes from the leaf's sibling up, that lead from leaf `index` to the root at `size`. */
  inclusionProof(index: number, size: number = this.#size): Uint8Array[] {
    this.#checkSize(size);
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new Error(`There is no leaf ${index} in a tree of ${size}.`);
    }
    const proof: Uint8Array[] = [];
    let low = 0;
    let high = size;
    while (high - low > 1) {
      const middle = low + splitOf(high - low);
      if (index < middle) {
        proof.push(this.#rangeHash(middle, high));
        high = middle;
      } else {
        proof.push(this.#rangeHash(low, middle));
        low = middle;
      }
    }
    return proof.reverse();
  }

  /** RFC 6962 2.1.2: the hashes that prove the tree of `oldSize` to be the beginning of the tree of `newSize`. */
  consistencyProof(oldSize: number, newSize: number = this.#size): Uint8Array[] {
    this.#checkSize(newSize);
    this.#checkSize(oldSize);
    if (oldSize > newSize) throw new Error(`A tree of ${newSize} does not continue a tree of ${oldSize}.`);
    if (oldSize === 0 || oldSize === newSize) return [];
    const proof: Uint8Array[] = [];
    let low = 0;
    let high = newSize;
    while (high !== oldSize) {
      const middle = low + splitOf(high - low);
      if (oldSize <= middle) {
        proof.push(this.#rangeHash(middle, high));
        high = middle;
      } else {
        proof.push(this.#rangeHash(low, middle));
        low = middle;
      }
    }
    // the old tree's own last subtree is left out where the old root already is that subtree
    if (low > 0) proof.push(this.#rangeHash(low, high));
    return proof.reverse();
  }

  /** Hash over leaves [low, high), where `low` is a multiple of the largest power of two within the range. */
  #rangeHash(low: number, high: number): Uint8Array {
    const level = 31 - Math.clz32(high - low);
    const middle = low + 2 ** level;
    const left = this.subtree(level, low / 2 ** level);
    return middle === high ? left : nodeHash(left, this.#rangeHash(middle, high));
  }

  #checkSize(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.#size) {
      throw new Error(`There is no size ${size} in a tree of ${this.#size}.`);
    }
  }

  #stored(level: number): Uint8Array {
    const stored = this.#levels[level];
    if (stored === undefined) throw new Error(`Level ${level} of the tree is missing.`);
    return stored;
  }

  /** The storage of a level with room for the hash at `index`; grows by doubling. */
  #level(level: number, index: number): Uint8Array {
    const old = this.#levels[level];
    if (old !== undefined && (index + 1) * hashBytes <= old.length) return old;
    const grown = new Uint8Array(Math.max(16 * hashBytes, 2 * (old?.length ?? 0)));
    if (old !== undefined) grown.set(old);
    this.#levels[level] = grown;
    return grown;
  }
}

/** The largest power of two below `count` (RFC 6962's k). */
function splitOf(count: number): number {
  return 2 ** (31 - Math.clz32(count - 1));
}
