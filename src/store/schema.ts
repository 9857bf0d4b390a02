import type { Generated } from "kysely";

type SeatColumns = { process: string; office: string; member: string | null };

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
  session: SeatColumns & {
    token_hash: string;
    created_at: number;
    expires_at: number;
    crc: number;
    last_used_at: number;
    used_crc: number;
  };
  invitation: SeatColumns & { token_hash: string; expires_at: number; crc: number; title: string };
  credential: SeatColumns & {
    id: string;
    public_key: Uint8Array;
    /** A JSON array of texts. */
    transports: string;
    created_at: number;
    crc: number;
    counter: number;
    last_used_at: number | null;
    used_crc: number;
  };
  challenge: { challenge: string; purpose: string; expires_at: number; subject: string | null; crc: number };
  seat_request: {
    process: string;
    office: string;
    member: string;
    key: string;
    recipient: string;
    title: string;
    requested_at: number;
    crc: number;
  };
};

/** The columns of each table, to see at opening that a file has them. */
export const tableColumns = {
  log: ["number", "name"],
  act: ["log", "seq", "id", "received_at", "leaf_hash", "crc", "entry"],
  checkpoint: ["log", "size", "root", "crc", "note"],
  blob: ["digest", "crc", "bytes"],
  tile: ["log", "level", "place", "crc", "bytes"],
  snapshot: ["name", "up_to", "crc", "bytes"],
  session: [
    "token_hash",
    "process",
    "office",
    "member",
    "created_at",
    "expires_at",
    "crc",
    "last_used_at",
    "used_crc",
  ],
  invitation: ["token_hash", "process", "office", "member", "expires_at", "crc", "title"],
  credential: [
    "id",
    "process",
    "office",
    "member",
    "public_key",
    "transports",
    "created_at",
    "crc",
    "counter",
    "last_used_at",
    "used_crc",
  ],
  challenge: ["challenge", "purpose", "expires_at", "subject", "crc"],
  seat_request: ["process", "office", "member", "key", "recipient", "title", "requested_at", "crc"],
} as const satisfies { readonly [T in keyof Schema]: readonly (keyof Schema[T])[] };
