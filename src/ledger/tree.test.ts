import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { sha256 } from "#ledger/native";
import { fromHex, sameBytes, toHex } from "./bytes.ts";
import { emptyRoot, leafHash, nodeHash } from "./leaf.ts";
import { verifyConsistency, verifyInclusion } from "./proof.ts";
import { Tree } from "./tree.ts";

const hex = (text: string) => fromHex(text) ?? expect.fail(`${text} is not hexadecimal`);

/** RFC 6962 2.1 word for word: the oracle. `memo` keeps subtrees by their ends. */
class PlainTree {
  readonly leaves: Uint8Array[];
  readonly memo = new Map<number, Uint8Array>();
  constructor(leaves: Uint8Array[]) {
    this.leaves = leaves;
  }
  root(low: number, high: number): Uint8Array {
    if (low === high) return sha256(new Uint8Array(0));
    if (high - low === 1) return this.leaves[low] as Uint8Array;
    const kept = this.memo.get(low * 4096 + high);
    if (kept !== undefined) return kept;
    const middle = low + split(high - low);
    const hash = nodeHash(this.root(low, middle), this.root(middle, high));
    this.memo.set(low * 4096 + high, hash);
    return hash;
  }
  path(index: number, low: number, high: number): Uint8Array[] {
    if (high - low === 1) return [];
    const middle = low + split(high - low);
    return index < middle
      ? [...this.path(index, low, middle), this.root(middle, high)]
      : [...this.path(index, middle, high), this.root(low, middle)];
  }
  subproof(oldSize: number, low: number, high: number, whole: boolean): Uint8Array[] {
    if (oldSize === high) return whole ? [] : [this.root(low, high)];
    const middle = low + split(high - low);
    return oldSize <= middle
      ? [...this.subproof(oldSize, low, middle, whole), this.root(middle, high)]
      : [...this.subproof(oldSize, middle, high, false), this.root(low, middle)];
  }
}

function split(count: number): number {
  let k = 1;
  while (2 * k < count) k *= 2;
  return k;
}

function grown(size: number): { tree: Tree; plain: PlainTree } {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(Uint8Array.of(i, i >> 8, i >> 16)));
  const tree = new Tree();
  for (const [index, leaf] of leaves.entries()) expect(tree.append(leaf)).toBe(index);
  return { tree, plain: new PlainTree(leaves) };
}

const { tree, plain } = grown(1100);

/** All ways in which a proof is bent a little. */
function bent(proof: readonly Uint8Array[], at: number): Uint8Array[][] {
  const flipped = proof.map((hash, i) =>
    hash.map((byte, k) => (i === at % proof.length && k === 7 ? byte ^ 1 : byte)),
  );
  const doubled = [...proof, ...proof.slice(-1)];
  const longer = [...proof, new Uint8Array(32)];
  const swapped = [...proof.slice(1), ...proof.slice(0, 1)];
  return [
    flipped,
    doubled,
    longer,
    swapped,
    proof.slice(1),
    proof.slice(0, -1),
    [new Uint8Array(32), ...proof],
  ].filter(
    (other) =>
      other.length !== proof.length || other.some((hash, i) => !sameBytes(hash, proof[i] as Uint8Array)),
  );
}

describe("hashes", () => {
  it("[LG8] hashes leaves, nodes and nothing as RFC 6962: the vectors of Certificate Transparency", () => {
    const inputs = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ];
    const roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    const known = new Tree();
    expect(toHex(known.root())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (const [i, input] of inputs.entries()) {
      known.append(leafHash(hex(input)));
      expect(toHex(known.root())).toBe(roots[i]);
    }
    expect(inputs.map((_, i) => toHex(known.root(i + 1)))).toEqual(roots);
    // inclusion of leaf 5 in 8, and consistency of 3 in 7, as the same project publishes them
    expect(known.inclusionProof(5, 8).map(toHex)).toEqual([
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
  });
});

describe("Tree", () => {
  it("[LG9] has at every size the root of the recursive definition", () => {
    for (let size = 0; size <= 600; size++) expect(tree.root(size)).toEqual(plain.root(0, size));
    expect(tree.root()).toEqual(plain.root(0, 1100));
  });

  it("[LG9] is the same tree however its leaves were added", () => {
    const other = new Tree();
    const leaves = new Uint8Array(1100 * 32);
    for (const [i, leaf] of plain.leaves.entries()) leaves.set(leaf, 32 * i);
    other.appendAll(leaves.subarray(0, 37 * 32));
    other.appendAll(leaves.subarray(37 * 32));
    expect(other.size).toBe(1100);
    expect(other.root()).toEqual(tree.root());
    expect(other.subtree(3, 5)).toEqual(plain.root(40, 48));
  });

  it("[LG9] is the same tree when leaves were added and taken away again", () => {
    const random = seededRandom(9);
    const other = new Tree();
    for (let size = 0; size < 1100; ) {
      const more = 1 + random.below(90);
      const wrong = 1 + random.below(90);
      for (let i = 0; i < wrong; i++) other.append(leafHash(Uint8Array.of(i)));
      other.truncate(size);
      for (const leaf of plain.leaves.slice(size, size + more)) other.append(leaf);
      size = Math.min(1100, size + more);
      expect(other.root()).toEqual(plain.root(0, size));
    }
    expect(other.inclusionProof(700)).toEqual(plain.path(700, 0, 1100));
    expect(() => other.truncate(1101)).toThrow("no size");
  });

  it("[LG10] proves inclusion as defined, for every leaf of every size up to 130 and a sample up to 1100", () => {
    const random = seededRandom(10);
    for (let size = 1; size <= 130; size++)
      for (let index = 0; index < size; index++) checkInclusion(index, size);
    for (let i = 0; i < 3000; i++) {
      const size = 1 + random.below(1100);
      checkInclusion(random.below(size), size);
    }
  });

  it("[LG11] proves consistency as defined, for every pair of sizes up to 130 and a sample up to 1100", () => {
    const random = seededRandom(11);
    for (let size = 0; size <= 130; size++) for (let old = 0; old <= size; old++) checkConsistency(old, size);
    for (let i = 0; i < 3000; i++) {
      const size = 1 + random.below(1100);
      checkConsistency(random.below(size + 1), size);
    }
  });

  it("[LG9] refuses sizes, indexes and hashes that it cannot have", () => {
    expect(() => tree.root(1101)).toThrow("no size 1101");
    expect(() => tree.root(-1)).toThrow("no size");
    expect(() => tree.inclusionProof(5, 5)).toThrow("no leaf 5");
    expect(() => tree.consistencyProof(7, 6)).toThrow("does not continue");
    expect(() => tree.subtree(8, 4)).toThrow("not complete");
    expect(() => tree.append(new Uint8Array(31))).toThrow("32 bytes");
  });
});

describe("verifying proofs", () => {
  it("[LG12] refuses every bent inclusion proof, and every other leaf, index, size and root", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1100 }), fc.nat(), fc.nat(40), (size, n, at) => {
        const index = n % size;
        const leaf = plain.leaves[index] as Uint8Array;
        const proof = tree.inclusionProof(index, size);
        const root = tree.root(size);
        for (const other of bent(proof, at))
          expect(verifyInclusion(leaf, index, size, other, root)).toBe(false);
        const otherIndex = (index + 1 + (at % (size - 1))) % size;
        expect(verifyInclusion(leaf, otherIndex, size, proof, root)).toBe(false);
        expect(verifyInclusion(leafHash(leaf), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof, tree.root(size - 1))).toBe(false);
        expect(verifyInclusion(leaf, index, index, proof, root)).toBe(false);
      }),
    );
  });

  it("[LG12] refuses every bent consistency proof, and other roots", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 1100 }), fc.nat(), fc.nat(40), (size, n, at) => {
        const old = 1 + (n % (size - 1));
        const proof = tree.consistencyProof(old, size);
        const [oldRoot, newRoot] = [tree.root(old), tree.root(size)];
        for (const other of bent(proof, at)) {
          expect(verifyConsistency(old, size, other, oldRoot, newRoot)).toBe(false);
        }
        expect(verifyConsistency(old, size, proof, newRoot, newRoot)).toBe(false);
        expect(verifyConsistency(old, size, proof, oldRoot, oldRoot)).toBe(false);
        expect(verifyConsistency(old, size, proof, tree.root(old - 1), newRoot)).toBe(false);
        expect(verifyConsistency(size, old, proof, newRoot, oldRoot)).toBe(false);
      }),
    );
  });

  it("[LG13] looks at sizes and lengths first, and answers false to anything at all", () => {
    const short = new Uint8Array(12);
    expect(verifyConsistency(0, 0, [], short, short)).toBe(false);
    expect(verifyConsistency(5, 5, [], short, short)).toBe(false);
    expect(verifyConsistency(0, 5, [], emptyRoot(), tree.root(5))).toBe(true);
    expect(verifyConsistency(0, 5, [], tree.root(5), tree.root(5))).toBe(false);
    expect(verifyConsistency(0, 5, [short], emptyRoot(), tree.root(5))).toBe(false);
    expect(verifyInclusion(short, 0, 1, [], short)).toBe(false);
    const sizes = fc.oneof(
      fc.nat(50),
      fc.double(),
      fc.constantFrom(2 ** 53, 2 ** 53 - 1, -1, 2 ** 31, 2 ** 32),
    );
    const hash = fc.oneof(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 40 }));
    fc.assert(
      fc.property(sizes, sizes, fc.array(hash, { maxLength: 70 }), hash, hash, (a, b, proof, x, y) => {
        expect(verifyInclusion(x, a, b, proof, y)).toBe(
          a === 0 && b === 1 && proof.length === 0 && sameBytes(x, y),
        );
        expect(typeof verifyConsistency(a, b, proof, x, y)).toBe("boolean");
      }),
    );
    // @ts-expect-error whatever a parser may let through
    expect(verifyInclusion(undefined, 0, 1, null, [])).toBe(false);
    // @ts-expect-error whatever a parser may let through
    expect(verifyConsistency(1, 2, ["x"], undefined, undefined)).toBe(false);
  });

  it("[LG12] refuses a proof too long for the size, though its hashes lead to the root", () => {
    const [a, b, c] = [1, 2, 3].map((n) => leafHash(Uint8Array.of(n))) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]; // three
    expect(verifyInclusion(a, 0, 1, [b], nodeHash(b, a))).toBe(false);
    expect(verifyInclusion(a, 0, 1, [b], nodeHash(a, b))).toBe(false);
    expect(verifyInclusion(a, 1, 2, [b, c], nodeHash(c, nodeHash(b, a)))).toBe(false);
    expect(verifyConsistency(1, 2, [b, c], a, nodeHash(c, nodeHash(a, b)))).toBe(false);
    // 3 leaves to 4, and one hash above both roots
    const [left, right] = [nodeHash(a, b), nodeHash(c, a)];
    expect(verifyConsistency(3, 4, [c, a, left], nodeHash(left, c), nodeHash(left, right))).toBe(true);
    const [oldRoot, newRoot] = [nodeHash(b, nodeHash(left, c)), nodeHash(b, nodeHash(left, right))];
    expect(verifyConsistency(3, 4, [c, a, left, b], oldRoot, newRoot)).toBe(false);
  });

  it("[LG12] verifies in trees of more than 2^32 leaves, where bits must not wrap", () => {
    // a tree of 2^40 equal leaves: each level has one hash
    const levels = [leafHash(Uint8Array.of(1))];
    for (let level = 0; level < 40; level++) {
      const below = levels[level] as Uint8Array;
      levels.push(nodeHash(below, below));
    }
    const [leaf, root] = [levels[0] as Uint8Array, levels[40] as Uint8Array];
    const proof = levels.slice(0, 40);
    expect(verifyInclusion(leaf, 2 ** 40 - 5, 2 ** 40, proof, root)).toBe(true);
    expect(verifyInclusion(leaf, 2 ** 40 - 5, 2 ** 41, proof, root)).toBe(false);
    expect(
      verifyConsistency(2 ** 39, 2 ** 40, [levels[39] as Uint8Array], levels[39] as Uint8Array, root),
    ).toBe(true);
  });
});

function checkInclusion(index: number, size: number): void {
  const proof = tree.inclusionProof(index, size);
  expect(proof).toEqual(plain.path(index, 0, size));
  expect(verifyInclusion(plain.leaves[index] as Uint8Array, index, size, proof, tree.root(size))).toBe(true);
}

function checkConsistency(old: number, size: number): void {
  const proof = tree.consistencyProof(old, size);
  expect(proof).toEqual(old === 0 ? [] : plain.subproof(old, 0, size, true));
  expect(verifyConsistency(old, size, proof, tree.root(old), tree.root(size))).toBe(true);
}
