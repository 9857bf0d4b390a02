import { ed25519 } from "@noble/curves/ed25519.js";
import { seededRandom } from "#base";
import {
  leafHash,
  type SignedBytes,
  sign,
  signingKeyFromSeed,
  Tree,
  verifyConsistency,
  verifyInclusion,
  verifyMany,
  verifySignature,
} from "./index.ts";

const rounds = 5;

/** One thing measured: does `count` operations and throws if an answer is wrong. */
type Subject = { readonly name: string; readonly count: number; readonly run: () => void | Promise<void> };

/** Prints operations a second: best and median of interleaved rounds. Seeded; every round checks its answers. */
export async function bench(): Promise<void> {
  const random = seededRandom(2026);
  const subjects = [...signatures(random.bytes), ...trees()];
  const times = new Map(subjects.map((subject) => [subject, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) {
      const start = performance.now();
      await subject.run();
      times.get(subject)?.push(performance.now() - start);
    }
  }
  console.log(`ledger: operations a second, best and median of ${rounds} interleaved rounds`);
  for (const [{ name, count }, measured] of times) {
    const sorted = measured.sort((a, b) => a - b);
    const [best, median] = [sorted[0], sorted[rounds >> 1]].map((ms) =>
      Math.round((count / (ms ?? Number.NaN)) * 1000),
    );
    console.log(`${name.padEnd(52)} ${String(best).padStart(9)} ${String(median).padStart(9)}`);
  }
}

function signatures(bytes: (length: number) => Uint8Array): Subject[] {
  const keys = Array.from({ length: 16 }, () => signingKeyFromSeed(bytes(32)));
  const items = Array.from({ length: 20_000 }, (_, i): SignedBytes & { right: boolean } => {
    const key = keys[i % keys.length] ?? fail("no key");
    const message = bytes(200);
    const signature = sign(key, message);
    if (i % 10 === 0) message[3] = (message[3] ?? 0) ^ 1;
    return { publicKey: key.publicKey, message, signature, right: i % 10 !== 0 };
  });
  const some = items.slice(0, 4000);
  const few = items.slice(0, 200);
  return [
    {
      name: "sign, 200 bytes",
      count: some.length,
      run: () => {
        for (const [i, item] of some.entries()) {
          const signature = sign(keys[i % keys.length] ?? fail("no key"), item.message);
          check((signature[0] === item.signature[0] && signature[40] === item.signature[40]) || !item.right);
        }
      },
    },
    {
      name: "verifySignature",
      count: some.length,
      run: () => {
        for (const i of some) check(verifySignature(i.publicKey, i.message, i.signature) === i.right);
      },
    },
    {
      name: "verifyMany, thread pool",
      count: items.length,
      run: async () => {
        const answers = await verifyMany(items);
        check(items.every((item, i) => item.right === answers[i]));
      },
    },
    {
      name: "peer: @noble/curves 2.4.0, zip215: false",
      count: few.length,
      run: () => {
        for (const i of few) {
          check(ed25519.verify(i.signature, i.message, i.publicKey, { zip215: false }) === i.right);
        }
      },
    },
  ];
}

function trees(): Subject[] {
  const count = 200_000;
  const leaves = Array.from({ length: count }, (_, i) => leafHash(Uint8Array.of(i, i >> 8, i >> 16)));
  const full = new Tree();
  for (const leaf of leaves) full.append(leaf);
  const root = full.root();
  const proofs = 5000;
  const at = (i: number) => (i * 7919) % count;
  return [
    {
      name: "leaf hashes, 200 bytes",
      count: 100_000,
      run: () => {
        const entry = new Uint8Array(200);
        for (let i = 0; i < 100_000; i++) {
          entry[i % 200] = i & 255;
          check(leafHash(entry).length === 32);
        }
      },
    },
    {
      name: "Tree.append to 200,000, root at the end",
      count,
      run: () => {
        const tree = new Tree();
        for (const leaf of leaves) tree.append(leaf);
        check(tree.root().join() === root.join());
      },
    },
    {
      name: "inclusion proof made and verified, of 200,000",
      count: proofs,
      run: () => {
        for (let i = 0; i < proofs; i++) {
          const index = at(i);
          check(verifyInclusion(leaves[index] ?? root, index, count, full.inclusionProof(index), root));
        }
      },
    },
    {
      name: "consistency proof made and verified, with old root",
      count: proofs,
      run: () => {
        for (let i = 0; i < proofs; i++) {
          const old = 1 + at(i);
          check(verifyConsistency(old, count, full.consistencyProof(old), full.root(old), root));
        }
      },
    },
  ];
}

function check(right: boolean): void {
  if (!right) fail("an answer is wrong");
}

function fail(why: string): never {
  throw new Error(`The bench stops: ${why}.`);
}
