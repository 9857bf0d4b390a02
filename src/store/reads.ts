import { type Kysely, sql } from "kysely";
import { refuse } from "#base";
import { blobCrc, checkpointCrc, snapshotCrc, tileCrc } from "./crc.ts";
import { isCosigned } from "./migrations/2026-11-22-05-cosigned.ts";
import { type ActColumns, actColumns, plainBytes, storedRow } from "./rows.ts";
import type { Schema } from "./schema.ts";
import type { Checkpoint, LogSize, Snapshot, StoredRow } from "./store.ts";

type Db = Kysely<Schema>;

const PAGE_ROWS = 256;
const PAGE_HASHES = 16_384;
const HASH_BYTES = 32;

/** The number of a log's name as a subquery. */
const numberOf = (db: Db, log: string) => db.selectFrom("log").select("number").where("name", "=", log);

export async function logSizes(db: Db): Promise<LogSize[]> {
  const found = await db
    .selectFrom("log")
    .select((of) => [
      "name",
      of
        .selectFrom("act")
        .select((act) => act.fn.max("seq").as("last"))
        .whereRef("act.log", "=", "log.number")
        .as("last"),
    ])
    .execute();
  return found
    .filter((row) => row.last !== null)
    .map((row) => ({ log: row.name, size: Number(row.last) + 1 }))
    .sort((a, b) => (a.log < b.log ? -1 : 1));
}

export async function logSize(db: Db, log: string): Promise<number> {
  const found = await db
    .selectFrom("act")
    .select((act) => act.fn.max("seq").as("last"))
    .where("log", "=", numberOf(db, log))
    .executeTakeFirst();
  return found === undefined || found.last === null ? 0 : Number(found.last) + 1;
}

export async function* readRows(
  db: Db,
  log: string,
  from: number,
  limit?: number,
): AsyncGenerator<StoredRow> {
  const end = limit === undefined ? Number.POSITIVE_INFINITY : from + limit;
  let next = from;
  while (next < end) {
    const wanted = Math.min(PAGE_ROWS, end - next);
    const page: ActColumns[] = await db
      .selectFrom("act")
      .select(actColumns)
      .where("log", "=", numberOf(db, log))
      .where("seq", ">=", next)
      .orderBy("seq")
      .limit(wanted)
      .execute();
    for (const found of page) {
      yield storedRow(log, next, found);
      next++;
    }
    if (page.length < wanted) return;
  }
}

/** Not checked row by row: the tree over them must give the root of the checkpoint. */
export async function allLeafHashes(db: Db, log: string): Promise<Uint8Array> {
  const size = await logSize(db, log);
  const hashes = new Uint8Array(size * HASH_BYTES);
  for (let next = 0; next < size; ) {
    const page = await db
      .selectFrom("act")
      .select(["seq", "leaf_hash"])
      .where("log", "=", numberOf(db, log))
      .where("seq", ">=", next)
      .where("seq", "<", size)
      .orderBy("seq")
      .limit(PAGE_HASHES)
      .execute();
    for (const found of page) {
      if (found.seq !== next || found.leaf_hash.length !== HASH_BYTES) {
        refuse("store.row_damaged", { log, seq: next, reason: "its leaf hash is missing" });
      }
      hashes.set(found.leaf_hash, next * HASH_BYTES);
      next++;
    }
    if (page.length === 0) refuse("store.row_damaged", { log, seq: next, reason: "it is missing" });
  }
  return hashes;
}

export async function seqOfId(db: Db, log: string, id: string): Promise<number | undefined> {
  const found = await db
    .selectFrom("act")
    .select("seq")
    .where("log", "=", numberOf(db, log))
    .where("id", "=", id)
    .executeTakeFirst();
  return found?.seq;
}

const checkpointColumns = ["size", "root", "crc", "note"] as const;

function checkedCheckpoint(log: string, found: Omit<Schema["checkpoint"], "log">): Checkpoint {
  const checkpoint = { size: found.size, root: plainBytes(found.root), note: found.note };
  if (checkpointCrc(log, checkpoint) !== found.crc) {
    refuse("store.content_damaged", { what: `The checkpoint of ${log} at size ${found.size}` });
  }
  return checkpoint;
}

export async function newestCheckpoint(db: Db, log: string): Promise<Checkpoint | undefined> {
  const found = await db
    .selectFrom("checkpoint")
    .select(checkpointColumns)
    .where("log", "=", numberOf(db, log))
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return found && checkedCheckpoint(log, found);
}

export async function checkpointAt(db: Db, log: string, size: number): Promise<Checkpoint | undefined> {
  const found = await db
    .selectFrom("checkpoint")
    .select(checkpointColumns)
    .where("log", "=", numberOf(db, log))
    .where("size", "=", size)
    .executeTakeFirst();
  return found && checkedCheckpoint(log, found);
}

export async function newestCosigned(db: Db, log: string, most: number): Promise<Checkpoint[]> {
  const found = await db
    .selectFrom("checkpoint")
    .select(checkpointColumns)
    .where("log", "=", numberOf(db, log))
    .where(sql<boolean>`${sql.raw(isCosigned)}`) // word for word that of the index
    .orderBy("size", "desc")
    .limit(most)
    .execute();
  return found.map((row) => checkedCheckpoint(log, row));
}

export async function* readCheckpoints(db: Db, log: string, fromSize: number): AsyncGenerator<Checkpoint> {
  let from = fromSize;
  for (;;) {
    const page = await db
      .selectFrom("checkpoint")
      .select(checkpointColumns)
      .where("log", "=", numberOf(db, log))
      .where("size", ">=", from)
      .orderBy("size")
      .limit(PAGE_ROWS)
      .execute();
    for (const found of page) {
      yield checkedCheckpoint(log, found);
      from = found.size + 1;
    }
    if (page.length < PAGE_ROWS) return;
  }
}

export async function blobBytes(db: Db, digest: string): Promise<Uint8Array | undefined> {
  const found = await db
    .selectFrom("blob")
    .select(["crc", "bytes"])
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  if (blobCrc(digest, found.bytes) !== found.crc)
    refuse("store.content_damaged", { what: `The blob ${digest}` });
  return plainBytes(found.bytes);
}

export async function isBlobHeld(db: Db, digest: string): Promise<boolean> {
  const found = await db.selectFrom("blob").select("crc").where("digest", "=", digest).executeTakeFirst();
  return found !== undefined;
}

export async function tileBytes(
  db: Db,
  log: string,
  level: number,
  index: number,
): Promise<Uint8Array | undefined> {
  const found = await db
    .selectFrom("tile")
    .select(["crc", "bytes"])
    .where("log", "=", numberOf(db, log))
    .where("level", "=", level)
    .where("place", "=", index)
    .executeTakeFirst();
  if (found === undefined || tileCrc(log, level, index, found.bytes) !== found.crc) return undefined;
  return plainBytes(found.bytes);
}

export async function snapshotOf(db: Db, key: string): Promise<Snapshot | undefined> {
  const found = await db
    .selectFrom("snapshot")
    .select(["up_to", "crc", "bytes"])
    .where("name", "=", key)
    .executeTakeFirst();
  if (found === undefined || snapshotCrc(key, found.up_to, found.bytes) !== found.crc) return undefined;
  return { upTo: found.up_to, bytes: plainBytes(found.bytes) };
}
