import { crc32 } from "node:zlib";
import type { Checkpoint, Row } from "./store.ts";

/**
 * CRC-32 over the names and the bytes: it finds bytes that the disk changed, and rows under a wrong name or place.
 * It is no protection against people; signatures and the tree are.
 */
function crcOf(words: readonly (string | number)[], ...parts: readonly Uint8Array[]): number {
  let crc = crc32(JSON.stringify(words));
  for (const part of parts) crc = crc32(part, crc);
  return crc;
}

export const rowCrc = (log: string, seq: number, row: Row): number =>
  crcOf(["act", log, seq, row.id, row.receivedAt], row.leafHash, row.entry);

export const checkpointCrc = (log: string, it: Checkpoint): number =>
  crcOf(["checkpoint", log, it.size, it.note], it.root);

export const blobCrc = (digest: string, bytes: Uint8Array): number => crcOf(["blob", digest], bytes);

export const tileCrc = (log: string, level: number, index: number, bytes: Uint8Array): number =>
  crcOf(["tile", log, level, index], bytes);

export const snapshotCrc = (key: string, upTo: string, bytes: Uint8Array): number =>
  crcOf(["snapshot", key, upTo], bytes);
