import { refuse } from "#base";
import { tileWidth } from "./tile.ts";

/** Bytes that one entry of a log can have: a bundle writes the length in 16 bits. */
export const longestEntry = 65_535;

/** Refuses an entry that no bundle can hold. Ask before appending. */
export function checkEntry(entry: Uint8Array): void {
  if (entry.length > longestEntry)
    refuse("ledger.entry_too_long", { bytes: entry.length, limit: longestEntry });
}

/** The entries of one tile, each after its big-endian 16-bit length (C2SP tlog-tiles). */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0 || entries.length > tileWidth) {
    throw new Error(`A bundle holds 1 to ${tileWidth} entries, not ${entries.length}.`);
  }
  let length = 0;
  for (const entry of entries) {
    checkEntry(entry);
    length += 2 + entry.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const entry of entries) {
    bytes[at] = entry.length >>> 8;
    bytes[at + 1] = entry.length & 0xff;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The entries of a bundle that must hold exactly `width` of them, as views into it: copy what is to outlive the others. */
export function parseBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (end > bytes.length) malformed(`Entry ${entries.length} is cut off.`);
    if (entries.length === width) malformed(`It holds more than ${width} entries.`);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length < width) malformed(`It holds ${entries.length} entries, not ${width}.`);
  return entries;
}

function malformed(reason: string): never {
  refuse("ledger.bundle_malformed", { reason });
}
