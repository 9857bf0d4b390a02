import { type Keys, keysOf, sortedKeys } from "./keys.ts";
import type { Part } from "./parts.ts";
import type { Source } from "./sources.ts";

/** The candidates of one source: for each left record some runs of `rows`. */
export type Blocks = {
  readonly source: Source;
  /** Where the runs of each record begin in `from` and `to`; between lists those of the last one have none. */
  readonly starts: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly rows: Uint32Array;
  /** What this source costs: pairs that it names, before any are found to be named twice. */
  readonly pairs: number;
  /** Records whose keys were shared by too many, even with all that could be added. */
  readonly left: number;
};

/**
 * The blocks of one source. A key that more than `cap` records of the later list share is refined by the next part of `more`, at most
 * three times; what is then still too large is left to the other sources. `ends[list]` is where each list ends: a record is compared
 * with records of later lists, or, with `within`, with every later record.
 */
export function blocksOf(
  source: Source,
  parts: ReadonlyMap<string, Part>,
  listStarts: readonly number[],
  within: boolean,
  cap: number,
): Blocks {
  const count = listStarts.at(-1)!;
  let keys = keysOf(
    source.parts.map((name) => parts.get(name)!),
    listStarts,
    within,
    undefined,
  );
  const kept: { rows: Uint32Array[]; left: Uint32Array[]; from: Uint32Array[]; to: Uint32Array[] } = {
    rows: [],
    left: [],
    from: [],
    to: [],
  };
  let base = 0;
  let pairs = 0;
  let over = 0;
  const used = [...source.parts];
  for (let round = 0; ; round++) {
    const sorted = sortedKeys(keys);
    const found = runs(sorted, listStarts, within, cap, base);
    kept.rows.push(found.rows);
    kept.left.push(found.left);
    kept.from.push(found.from);
    kept.to.push(found.to);
    base += found.rows.length;
    pairs += found.pairs;
    over = found.over.count;
    const next = source.more[round];
    if (over === 0 || next === undefined || round === 3) break;
    used.push(next);
    keys = keysOf([parts.get(next)!], listStarts, within, found.over);
  }
  return {
    source,
    ...byRecord(kept, within ? count : listStarts.at(-2)!),
    rows: joined(kept.rows),
    pairs,
    left: over,
  };
}

function runs(
  { hashes, rows, count }: Keys,
  listStarts: readonly number[],
  within: boolean,
  cap: number,
  base: number,
) {
  const keptRows: number[] = [];
  const left: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const over = { hashes: new Int32Array(64), rows: new Uint32Array(64), count: 0 };
  const lists = listStarts.length - 1;
  let pairs = 0;
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && hashes[end] === hashes[start]) end++;
    const size = end - start;
    if (size > 1 && (within || rows[start]! < listStarts[lists - 1]!)) {
      const crossing = within || listOf(rows[start]!, listStarts) !== listOf(rows[end - 1]!, listStarts);
      if (crossing) {
        if (largest(rows, start, end, listStarts, within) > cap) {
          for (let i = start; i < end; i++) push(over, hashes[i]!, rows[i]!);
        } else {
          const at = base + keptRows.length;
          for (let i = start; i < end; i++) keptRows.push(rows[i]!);
          for (let i = start; i < end - 1; i++) {
            let first = i + 1;
            if (!within) {
              const limit = listStarts[listOf(rows[i]!, listStarts) + 1]!;
              while (first < end && rows[first]! < limit) first++;
            }
            if (first === end) continue;
            left.push(rows[i]!);
            from.push(at + first - start);
            to.push(at + size);
            pairs += end - first;
          }
        }
      }
    }
    start = end;
  }
  return {
    rows: Uint32Array.from(keptRows),
    left: Uint32Array.from(left),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    over,
    pairs,
  };
}

// the most records of one list in a run: what a record of another list would be compared with
function largest(
  rows: Uint32Array,
  start: number,
  end: number,
  listStarts: readonly number[],
  within: boolean,
): number {
  if (within) return end - start;
  let most = 0;
  let list = -1;
  let here = 0;
  for (let i = start; i < end; i++) {
    const own = listOf(rows[i]!, listStarts);
    if (own !== list) {
      list = own;
      here = 0;
    }
    here++;
    if (here > most) most = here;
  }
  return most;
}

export function listOf(row: number, listStarts: readonly number[]): number {
  let list = 0;
  while (row >= listStarts[list + 1]!) list++;
  return list;
}

function push(keys: Keys, hash: number, row: number): void {
  if (keys.count === keys.hashes.length) {
    const hashes = new Int32Array(keys.count * 2);
    hashes.set(keys.hashes);
    keys.hashes = hashes;
    const rows = new Uint32Array(keys.count * 2);
    rows.set(keys.rows);
    keys.rows = rows;
  }
  keys.hashes[keys.count] = hash;
  keys.rows[keys.count++] = row;
}

function joined(all: readonly Uint32Array[]): Uint32Array {
  const out = new Uint32Array(all.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of all) {
    out.set(one, at);
    at += one.length;
  }
  return out;
}

function byRecord(kept: { left: Uint32Array[]; from: Uint32Array[]; to: Uint32Array[] }, count: number) {
  const left = joined(kept.left);
  const fromAll = joined(kept.from);
  const toAll = joined(kept.to);
  const starts = new Uint32Array(count + 1);
  for (const row of left) starts[row + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  const place = starts.slice(0, count);
  const from = new Uint32Array(left.length);
  const to = new Uint32Array(left.length);
  for (let i = 0; i < left.length; i++) {
    const at = place[left[i]!]!++;
    from[at] = fromAll[i]!;
    to[at] = toAll[i]!;
  }
  return { starts, from, to };
}
