import { type Keys, keysOf, sortedKeys } from "./keys.ts";
import { Numbers } from "./numbers.ts";
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
  let keys = keysOf(
    source.parts.map((name) => parts.get(name)!),
    listStarts,
    within,
    undefined,
  );
  let pairs = 0;
  let over = 0;
  for (let round = 0; ; round++) {
    const found = runs(sortedKeys(keys), listStarts, within, cap);
    pairs += found.pairs;
    over = found.over.count;
    const next = source.more[round];
    if (over === 0 || next === undefined || round === 3) break;
    keys = keysOf([parts.get(next)!], listStarts, within, found.over);
  }
  const records = within ? listStarts.at(-1)! : listStarts.at(-2)!;
  return { source, ...byRecord(records), rows: room.rows.taken(), pairs, left: over };
}

// what is found of one source: `left[i]` may be compared with the rows from `from[i]` to `to[i]`
const room = { rows: new Numbers(), left: new Numbers(), from: new Numbers(), to: new Numbers() };

function runs({ hashes, rows, count }: Keys, listStarts: readonly number[], within: boolean, cap: number) {
  const over: Keys = { hashes: new Int32Array(64), rows: new Uint32Array(64), count: 0 };
  const lastList = within ? listStarts.at(-1)! : listStarts.at(-2)!;
  let pairs = 0;
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && hashes[end] === hashes[start]) end++;
    const crosses =
      end - start > 1 &&
      rows[start]! < lastList &&
      (within || listOf(rows[start]!, listStarts) !== listOf(rows[end - 1]!, listStarts));
    if (crosses && largest(rows, start, end, listStarts, within) > cap)
      for (let i = start; i < end; i++) push(over, hashes[i]!, rows[i]!);
    else if (crosses) pairs += keptRun(rows, start, end, listStarts, within);
    start = end;
  }
  return { over, pairs };
}

// keeps the rows of one key, and for each of them which of the others it may be compared with; answers how many pairs that is
function keptRun(
  rows: Uint32Array,
  start: number,
  end: number,
  listStarts: readonly number[],
  within: boolean,
): number {
  const at = room.rows.size;
  let pairs = 0;
  for (let i = start; i < end; i++) room.rows.push(rows[i]!);
  let first = start + 1;
  for (let i = start; i < end - 1; i++) {
    if (first <= i) first = i + 1;
    if (!within) {
      const limit = listStarts[listOf(rows[i]!, listStarts) + 1]!;
      while (first < end && rows[first]! < limit) first++;
    }
    if (first === end) break;
    room.left.push(rows[i]!);
    room.from.push(at + first - start);
    room.to.push(at + end - start);
    pairs += end - first;
  }
  return pairs;
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

function byRecord(records: number) {
  const { left } = room;
  const fromAll = room.from.taken();
  const toAll = room.to.taken();
  const starts = new Uint32Array(records + 1);
  for (let i = 0; i < left.size; i++) starts[left.at(i) + 1]!++;
  for (let i = 0; i < records; i++) starts[i + 1]! += starts[i]!;
  const from = new Uint32Array(left.size);
  const to = new Uint32Array(left.size);
  for (let i = 0; i < left.size; i++) {
    const at = starts[left.at(i)]!++;
    from[at] = fromAll[i]!;
    to[at] = toAll[i]!;
  }
  // each start now stands where the next one did
  starts.copyWithin(1, 0, records);
  starts[0] = 0;
  left.clear();
  return { starts, from, to };
}
