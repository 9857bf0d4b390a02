import {
  fromBase64,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  toBase64,
  verifyConsistency,
  verifyInclusion,
} from "#ledger";
import type { WrittenLog } from "./written-log.ts";

/** What the Go program has signed and proven over the same entries. */
export type FromGo = {
  readonly key: string;
  readonly note: string;
  readonly trees: readonly {
    readonly size: number;
    readonly root: string;
    readonly inclusion: readonly { readonly at: number; readonly proof: readonly string[] }[];
    readonly consistency: readonly { readonly at: number; readonly proof: readonly string[] }[];
  }[];
};

export type Judgement = { passed: number; readonly failed: string[] };

/** Verifies Go's notes and proofs with our code, and that our code refuses the same with a change. */
export function judgeGo(go: FromGo, { entries, tree }: WrittenLog): Judgement {
  const judged: Judgement = { passed: 0, failed: [] };
  const expect = (what: string, right: boolean) => {
    if (right) judged.passed++;
    else judged.failed.push(what);
  };
  const key = parseVerifierKey(go.key);
  if (key.kind !== "note") throw new Error("Go has made a key that is not for notes.");
  const opens = (note: string) => {
    try {
      return openCheckpoint(new TextEncoder().encode(note), { log: key }).checkpoint;
    } catch {
      return undefined; // refused: that is the answer asked for
    }
  };
  const checkpoint = opens(go.note);
  expect("Go's note", checkpoint?.size === tree.size && toBase64(checkpoint.root) === toBase64(tree.root()));
  expect("refuse Go's note with another size", opens(go.note.replace("70000", "70001")) === undefined);
  expect("refuse Go's note without its end", opens(go.note.slice(0, -1)) === undefined);

  for (const { size, root: rootText, inclusion, consistency } of go.trees) {
    const root = bytes(rootText);
    expect(`Go's root at ${size}`, toBase64(tree.root(size)) === rootText);
    for (const { at, proof: texts } of inclusion) {
      const leaf = leafHash(entries[at] ?? new Uint8Array(0));
      const proof = texts.map(bytes);
      expect(`Go's inclusion of ${at} in ${size}`, verifyInclusion(leaf, at, size, proof, root));
      expect("refuse another leaf", !verifyInclusion(leafHash(leaf), at, size, proof, root));
      expect("refuse one hash more", !verifyInclusion(leaf, at, size, [...proof, leaf], root));
      if (proof.length > 0)
        expect("refuse one hash less", !verifyInclusion(leaf, at, size, proof.slice(1), root));
    }
    for (const { at, proof: texts } of consistency) {
      const old = tree.root(at);
      const proof = texts.map(bytes);
      expect(`Go's consistency of ${at} with ${size}`, verifyConsistency(at, size, proof, old, root));
      expect("refuse another old root", !verifyConsistency(at, size, proof, leafHash(old), root));
      if (proof.length > 0)
        expect("refuse one hash less", !verifyConsistency(at, size, proof.slice(1), old, root));
    }
  }
  return judged;
}

function bytes(text: string): Uint8Array {
  return fromBase64(text) ?? new Uint8Array(0);
}
