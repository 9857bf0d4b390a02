import type { Kysely } from "kysely";
import { refuse } from "#base";
import { blobCrc, checkpointCrc, snapshotCrc, tileCrc } from "./crc.ts";
import { checkpointAt } from "./reads.ts";
import type { Schema } from "./schema.ts";

type Db = Kysely<Schema>;

/** One statement decides, so that two processes cannot both replace the same note. */
export async function replaceNote(
  db: Db,
  log: string,
  size: number,
  note: string,
  previous?: string,
): Promise<boolean> {
  const held = await checkpointAt(db, log, size);
  if (held === undefined) refuse("store.checkpoint_unknown", { log, size });
  const result = await db
    .updateTable("checkpoint")
    .set({ note, crc: checkpointCrc(log, { ...held, note }) })
    .where("log", "=", (of) => of.selectFrom("log").select("number").where("name", "=", log))
    .where("size", "=", size)
    .$if(previous !== undefined, (update) => update.where("note", "=", previous ?? ""))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A sound blob stays as it is; a damaged one is replaced, which is how it is healed from a replica. */
export async function keepBlob(db: Db, digest: string, bytes: Uint8Array): Promise<void> {
  const crc = blobCrc(digest, bytes);
  const result = await db
    .insertInto("blob")
    .values({ digest, crc, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 1n) return;
  const held = await db
    .selectFrom("blob")
    .select(["crc", "bytes"])
    .where("digest", "=", digest)
    .executeTakeFirstOrThrow();
  const isSound = blobCrc(digest, held.bytes) === held.crc;
  if (!isSound) {
    await db.updateTable("blob").set({ crc, bytes }).where("digest", "=", digest).execute();
  } else if (!isSame(held.bytes, bytes)) {
    refuse("store.content_differs", { what: `The blob ${digest}` });
  }
}

export async function removeBlob(db: Db, digest: string): Promise<void> {
  await db.deleteFrom("blob").where("digest", "=", digest).execute();
}

export async function keepTile(db: Db, log: string, level: number, index: number, bytes: Uint8Array) {
  const number = await numberOfLog(db, log);
  const crc = tileCrc(log, level, index, bytes);
  const result = await db
    .insertInto("tile")
    .values({ log: number, level, place: index, crc, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 1n) return;
  const here = db.selectFrom("tile").where("log", "=", number).where("level", "=", level);
  const held = await here.where("place", "=", index).select(["crc", "bytes"]).executeTakeFirstOrThrow();
  const isSound = tileCrc(log, level, index, held.bytes) === held.crc;
  if (!isSound) {
    await db
      .updateTable("tile")
      .set({ crc, bytes })
      .where("log", "=", number)
      .where("level", "=", level)
      .where("place", "=", index)
      .execute();
  } else if (!isSame(held.bytes, bytes)) {
    refuse("store.content_differs", { what: `Tile ${level}/${index} of ${log}` });
  }
}

export async function keepSnapshot(db: Db, key: string, upTo: string, bytes: Uint8Array): Promise<void> {
  const values = { up_to: upTo, crc: snapshotCrc(key, upTo, bytes), bytes };
  await db
    .insertInto("snapshot")
    .values({ name: key, ...values })
    .onConflict((conflict) => conflict.column("name").doUpdateSet(values))
    .execute();
}

async function numberOfLog(db: Db, log: string): Promise<number> {
  const found = await db.selectFrom("log").select("number").where("name", "=", log).executeTakeFirst();
  if (found === undefined) throw new Error(`There is no log ${log} to keep a tile of.`);
  return found.number;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
