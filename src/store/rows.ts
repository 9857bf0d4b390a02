import { refuse } from "#base";
import { rowCrc } from "./crc.ts";
import type { Schema } from "./schema.ts";
import type { StoredRow } from "./store.ts";

export type ActColumns = Omit<Schema["act"], "log">;
export const actColumns = ["seq", "id", "received_at", "leaf_hash", "crc", "entry"] as const;

/** One row as the caller sees it, or a refusal: what the disk changed is never shown. */
export function storedRow(log: string, expectedSeq: number, found: ActColumns): StoredRow {
  const damaged = (reason: string): never => refuse("store.row_damaged", { log, seq: expectedSeq, reason });
  if (found.seq !== expectedSeq) damaged(`the next one found is ${found.seq}`);
  if (!isWellTyped(found)) damaged("its columns are not of their types");
  const row = {
    seq: found.seq,
    id: found.id,
    receivedAt: found.received_at,
    leafHash: plainBytes(found.leaf_hash),
    entry: plainBytes(found.entry),
  };
  if (rowCrc(log, row.seq, row) !== found.crc) damaged("its bytes do not match their check value");
  return row;
}

/** A damaged page can hold any type in any column, whatever the schema says. */
function isWellTyped(found: ActColumns): boolean {
  return (
    typeof found.id === "string" &&
    typeof found.received_at === "number" &&
    found.leaf_hash instanceof Uint8Array &&
    found.entry instanceof Uint8Array
  );
}

/** pg gives Buffers, some of which share memory with others; callers get a Uint8Array of their own. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  return Buffer.isBuffer(bytes) ? new Uint8Array(bytes) : bytes;
}
