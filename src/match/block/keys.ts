import { mixed, type Part } from "./parts.ts";

/** Keys of records: a hash and the row that has it, one beside the other. */
export type Keys = { hashes: Int32Array; rows: Uint32Array; count: number };

const mostKeys = 8; // of one record in one source
const own = new Int32Array(mostKeys);
const next = new Int32Array(mostKeys);

/** Room for keys that is used again and again; what `keysOf` and `sortedKeys` answer lies in it until their next call. */
type Room = { a: Keys; b: Keys; shared: Uint8Array };
const room: Room = {
  a: { hashes: new Int32Array(0), rows: new Uint32Array(0), count: 0 },
  b: { hashes: new Int32Array(0), rows: new Uint32Array(0), count: 0 },
  shared: new Uint8Array(0),
};

function widened(keys: Keys, size: number): void {
  if (keys.hashes.length >= size) return;
  const hashes = new Int32Array(size);
  hashes.set(keys.hashes.subarray(0, keys.count));
  const rows = new Uint32Array(size);
  rows.set(keys.rows.subarray(0, keys.count));
  keys.hashes = hashes;
  keys.rows = rows;
}

/**
 * The keys of all records, or those of `before` made finer by more parts; without those that no second record can share. A record has
 * one key for each combination of the keys of its values, at most eight.
 */
export function keysOf(
  parts: readonly Part[],
  listStarts: readonly number[],
  within: boolean,
  before: Keys | undefined,
): Keys {
  return dropLonely(allKeys(parts, listStarts.at(-1)!, before), listStarts, within);
}

/** The same with the keys of one record only. */
export function allKeys(parts: readonly Part[], count: number, before?: Keys): Keys {
  const out = room.a;
  out.count = 0;
  const total = before ? before.count : count;
  widened(out, total + 64);
  for (let i = 0; i < total; i++) {
    const row = before ? before.rows[i]! : i;
    own[0] = before ? before.hashes[i]! : 1;
    let many = 1;
    for (let p = 0; p < parts.length && many > 0; p++) {
      const { cells, starts, keys } = parts[p]!;
      const value = cells[row]!;
      const start = starts[value]!;
      const end = Math.min(starts[value + 1]!, start + mostKeys);
      if (many === 1 && end - start === 1) {
        own[0] = mixed(own[0]!, keys[start]!);
        continue;
      }
      let made = 0;
      for (let key = start; key < end; key++)
        for (let j = 0; j < many && made < mostKeys; j++) next[made++] = mixed(own[j]!, keys[key]!);
      for (let j = 0; j < made; j++) own[j] = next[j]!;
      many = made;
    }
    if (out.count + many > out.hashes.length) widened(out, out.hashes.length * 2);
    for (let j = 0; j < many; j++) {
      out.hashes[out.count] = own[j]!;
      out.rows[out.count++] = row;
    }
  }
  return out;
}

// most keys are of one record only: a table of marks by the key's last bits finds them before they are sorted
function dropLonely(keys: Keys, listStarts: readonly number[], within: boolean): Keys {
  const { hashes, rows, count } = keys;
  let size = 1 << 12;
  while (size < count * 4 && size < 1 << 22) size *= 2;
  if (room.shared.length < size) room.shared = new Uint8Array(size);
  const marks = room.shared;
  marks.fill(0, 0, size);
  const mask = size - 1;
  for (let i = 0, list = 0, lastRow = -1; i < count; i++) {
    const row = rows[i]!;
    if (row < lastRow) list = 0; // refined keys come run after run
    lastRow = row;
    while (row >= listStarts[list + 1]!) list++;
    const at = hashes[i]! & mask;
    const mark = marks[at]!;
    marks[at] = within ? Math.min(2, mark + 1) : mark | (1 << (list & 7));
  }
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const mark = marks[hashes[i]! & mask]!;
    if ((mark & (mark - 1)) === 0 && !(within && mark === 2)) continue;
    hashes[kept] = hashes[i]!;
    rows[kept++] = rows[i]!;
  }
  keys.count = kept;
  return keys;
}

/** Sorts keys by their hash, least significant digit first, 11 bits at a time; stable, so that rows stay in order within a key. */
export function sortedKeys(keys: Keys): Keys {
  const { count } = keys;
  let from = keys;
  let to = from === room.a ? room.b : room.a;
  widened(to, count);
  const places = new Uint32Array(2048);
  for (const shift of [0, 11, 22]) {
    places.fill(0);
    for (let i = 0; i < count; i++) places[(from.hashes[i]! >>> shift) & 2047]!++;
    let sum = 0;
    for (let i = 0; i < 2048; i++) {
      const here = places[i]!;
      places[i] = sum;
      sum += here;
    }
    for (let i = 0; i < count; i++) {
      const at = places[(from.hashes[i]! >>> shift) & 2047]!++;
      to.hashes[at] = from.hashes[i]!;
      to.rows[at] = from.rows[i]!;
    }
    to.count = count;
    const old = from;
    from = to;
    to = old;
  }
  return from;
}
