import type { Kysely } from "kysely";
import { sessionCrc, sessionUseCrc } from "./crc.ts";
import type { Schema } from "./schema.ts";
import { seatColumns, seatOf } from "./seats.ts";
import type { Seat, Session } from "./sign-in.ts";

type Db = Kysely<Schema>;

export async function addSession(db: Db, session: Session): Promise<void> {
  const { tokenHash, createdAt, lastUsedAt, expiresAt } = session;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("session")
    .values({
      token_hash: tokenHash,
      ...seatColumns(session),
      created_at: createdAt,
      expires_at: expiresAt,
      crc: sessionCrc(session),
      last_used_at: lastUsedAt,
      used_crc: sessionUseCrc(tokenHash, lastUsedAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new Error("There is a session of this token already.");
}

/** Undefined if the disk changed it. */
export function soundSession(row: Schema["session"]): Session | undefined {
  const session = {
    tokenHash: row.token_hash,
    ...seatOf(row),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  };
  const isSound =
    sessionCrc(session) === row.crc && sessionUseCrc(row.token_hash, row.last_used_at) === row.used_crc;
  return isSound ? session : undefined;
}

export async function sessionOf(db: Db, tokenHash: string): Promise<Session | undefined> {
  const row = await db
    .selectFrom("session")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row && soundSession(row);
}

export async function moveLastUse(db: Db, tokenHash: string, at: number): Promise<void> {
  await db
    .updateTable("session")
    .set({ last_used_at: at, used_crc: sessionUseCrc(tokenHash, at) })
    .where("token_hash", "=", tokenHash)
    .where("last_used_at", "<", at)
    .execute();
}

export async function removeSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom("session").where("token_hash", "=", tokenHash).execute();
}

/** Processes that end the same sessions at once lock them in one order, and so never wait for each other in a ring. */
export async function removeSessionsOf(db: Db, seat: Seat, isShared: boolean): Promise<number> {
  const { numDeletedRows } = await db
    .with("ended", (of) =>
      of
        .selectFrom("session")
        .select("token_hash")
        .where((its) => its.and(seatColumns(seat)))
        .orderBy("token_hash")
        .$if(isShared, (found) => found.forUpdate()),
    )
    .deleteFrom("session")
    .where("token_hash", "in", (of) => of.selectFrom("ended").select("token_hash"))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** A sweep passes over what another process holds at the moment: it waits for nobody. */
export async function removeOverSessions(
  db: Db,
  now: number,
  idleMs: number,
  isShared: boolean,
): Promise<number> {
  const { numDeletedRows } = await db
    .with("over", (of) =>
      of
        .selectFrom("session")
        .select("token_hash")
        .where((its) => its.or([its("expires_at", "<=", now), its("last_used_at", "<=", now - idleMs)]))
        .$if(isShared, (found) => found.forUpdate().skipLocked()),
    )
    .deleteFrom("session")
    .where("token_hash", "in", (of) => of.selectFrom("over").select("token_hash"))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
