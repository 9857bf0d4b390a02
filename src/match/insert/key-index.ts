import { allKeys, sortedKeys } from "../block/keys.ts";
import type { Part } from "../block/parts.ts";
import type { Source } from "../block/sources.ts";

/** The records that share a key of one source: those that were there in one sorted run, those that came later in a map. */
export type KeyIndex = {
  /** Calls `found` for each record that shares one of the keys, unless more than `cap` do: such a key is left to finer sources. */
  find(keys: Int32Array, cap: number, found: (row: number) => void): void;
  add(keys: Int32Array, row: number): void;
};

/** Keys of the first record of these parts, in one source; empty where the source needs a part that is not there. */
export function keysOfOne(source: Source, parts: ReadonlyMap<string, Part>): Int32Array {
  const needed = source.parts.map((name) => parts.get(name));
  const there = needed.filter((part) => part !== undefined);
  if (there.length < needed.length) return new Int32Array(0);
  const { hashes, count } = allKeys(there, 1);
  return hashes.slice(0, count);
}

/** Sorts the keys of all records of one source. O(n); 8 bytes a key. */
export function keyIndex(source: Source, parts: ReadonlyMap<string, Part>, count: number): KeyIndex {
  const sorted = sortedKeys(
    allKeys(
      source.parts.map((name) => parts.get(name)!),
      count,
    ),
  );
  const hashes = sorted.hashes.slice(0, sorted.count);
  const rows = sorted.rows.slice(0, sorted.count);
  const later = new Map<number, number[]>();
  return {
    find(keys, cap, found) {
      for (const key of keys) {
        const from = firstAtLeast(hashes, key >>> 0);
        let to = from;
        while (to < hashes.length && hashes[to] === key && to - from <= cap) to++;
        const more = later.get(key) ?? [];
        if (to - from + more.length > cap) continue;
        for (let i = from; i < to; i++) found(rows[i]!);
        for (const row of more) found(row);
      }
    },
    add(keys, row) {
      for (const key of keys) {
        const known = later.get(key);
        if (known === undefined) later.set(key, [row]);
        else known.push(row);
      }
    },
  };
}

function firstAtLeast(hashes: Int32Array, key: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! >>> 0 < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
