import type { Generated } from "kysely";

/** The tables, the same in both databases. `crc` is the check value of row-check.ts. */
export type Schema = {
  log: { number: Generated<number>; name: string };
  act: {
    log: number;
    seq: number;
    id: string;
    received_at: number;
    leaf_hash: Uint8Array;
    crc: number;
    entry: Uint8Array;
  };
  checkpoint: { log: number; size: number; root: Uint8Array; crc: number; note: string };
  blob: { digest: string; crc: number; bytes: Uint8Array };
  tile: { log: number; level: number; place: number; crc: number; bytes: Uint8Array };
  snapshot: { name: string; up_to: string; crc: number; bytes: Uint8Array };
};

/** The columns of each table, to see at opening that a file has them. */
export const tableColumns = {
  log: ["number", "name"],
  act: ["log", "seq", "id", "received_at", "leaf_hash", "crc", "entry"],
  checkpoint: ["log", "size", "root", "crc", "note"],
  blob: ["digest", "crc", "bytes"],
  tile: ["log", "level", "place", "crc", "bytes"],
  snapshot: ["name", "up_to", "crc", "bytes"],
} as const satisfies { readonly [T in keyof Schema]: readonly (keyof Schema[T])[] };
