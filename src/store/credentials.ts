import type { Kysely } from "kysely";
import { credentialCrc, credentialUseCrc } from "./crc.ts";
import { plainBytes } from "./rows.ts";
import type { Schema } from "./schema.ts";
import { seatColumns, seatOf } from "./seats.ts";
import type { Credential, NewCredential, Seat } from "./sign-in.ts";

type Db = Kysely<Schema>;

export async function addCredential(db: Db, credential: NewCredential): Promise<boolean> {
  const { id, publicKey, counter, createdAt } = credential;
  const transports = JSON.stringify(credential.transports);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("credential")
    .values({
      id,
      ...seatColumns(credential),
      public_key: publicKey,
      transports,
      created_at: createdAt,
      crc: credentialCrc(credential, transports),
      counter,
      last_used_at: null,
      used_crc: credentialUseCrc(id, counter, undefined),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Undefined if the disk changed it. */
export function soundCredential(row: Schema["credential"]): Credential | undefined {
  // a damaged page can hold any type in any column
  if (!(row.public_key instanceof Uint8Array)) return undefined;
  const fixed = {
    id: row.id,
    ...seatOf(row),
    publicKey: plainBytes(row.public_key),
    createdAt: row.created_at,
  };
  const lastUsedAt = row.last_used_at ?? undefined;
  const isSound =
    credentialCrc(fixed, row.transports) === row.crc &&
    credentialUseCrc(row.id, row.counter, lastUsedAt) === row.used_crc;
  if (!isSound) return undefined;
  // its check value says that these are the texts that were put
  const transports = JSON.parse(row.transports) as string[];
  return { ...fixed, counter: row.counter, transports, lastUsedAt };
}

export async function credentialOf(db: Db, id: string): Promise<Credential | undefined> {
  const row = await db.selectFrom("credential").selectAll().where("id", "=", id).executeTakeFirst();
  return row && soundCredential(row);
}

export async function credentialsOfSeat(db: Db, seat: Seat): Promise<Credential[]> {
  const rows = await db
    .selectFrom("credential")
    .selectAll()
    .where((its) => its.and(seatColumns(seat)))
    .execute();
  return rows
    .flatMap((row) => soundCredential(row) ?? [])
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** One statement decides, so that of two copies of a key that give the same count one is refused. */
export async function noteUse(db: Db, id: string, counter: number, at: number): Promise<boolean> {
  // a count that the disk changed would be made good by the new one
  if ((await credentialOf(db, id)) === undefined) return false;
  const { numUpdatedRows } = await db
    .updateTable("credential")
    .set({ counter, last_used_at: at, used_crc: credentialUseCrc(id, counter, at) })
    .where("id", "=", id)
    .where("counter", counter === 0 ? "=" : "<", counter)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function removeCredential(db: Db, id: string): Promise<void> {
  await db.deleteFrom("credential").where("id", "=", id).execute();
}
