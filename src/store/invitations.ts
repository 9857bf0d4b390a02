import type { Kysely } from "kysely";
import { invitationCrc } from "./crc.ts";
import type { Schema } from "./schema.ts";
import { seatColumns, seatOf } from "./seats.ts";
import type { Invitation, Seat } from "./sign-in.ts";

type Db = Kysely<Schema>;

export async function addInvitation(db: Db, invitation: Invitation): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("invitation")
    .values({
      token_hash: invitation.tokenHash,
      ...seatColumns(invitation),
      expires_at: invitation.expiresAt,
      crc: invitationCrc(invitation),
      title: invitation.title,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new Error("There is an invitation of this token already.");
}

/** Undefined if the disk changed it. */
export function soundInvitation(row: Schema["invitation"]): Invitation | undefined {
  const { token_hash: tokenHash, title, expires_at: expiresAt } = row;
  const invitation = { tokenHash, ...seatOf(row), title, expiresAt };
  return invitationCrc(invitation) === row.crc ? invitation : undefined;
}

export async function invitationOf(db: Db, tokenHash: string, now: number): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom("invitation")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return openInvitation(row, now);
}

export async function invitationsOfOffice(
  db: Db,
  process: string,
  office: string,
  now: number,
): Promise<Invitation[]> {
  const rows = await db
    .selectFrom("invitation")
    .selectAll()
    .where("process", "=", process)
    .where("office", "=", office)
    .execute();
  return rows
    .flatMap((row) => openInvitation(row, now) ?? [])
    .sort((a, b) => a.expiresAt - b.expiresAt || (a.tokenHash < b.tokenHash ? -1 : 1));
}

/** One statement reads and deletes it: of those who ask at the same moment, one is given the row. */
export async function removeInvitation(
  db: Db,
  tokenHash: string,
  now: number,
): Promise<Invitation | undefined> {
  const row = await db
    .deleteFrom("invitation")
    .where("token_hash", "=", tokenHash)
    .returningAll()
    .executeTakeFirst();
  return openInvitation(row, now);
}

function openInvitation(row: Schema["invitation"] | undefined, now: number): Invitation | undefined {
  const invitation = row && soundInvitation(row);
  return invitation !== undefined && now < invitation.expiresAt ? invitation : undefined;
}

/** Locked in one order, as sessions are. */
export async function removeInvitationsOf(db: Db, seat: Seat, isShared: boolean): Promise<number> {
  const { numDeletedRows } = await db
    .with("withdrawn", (of) =>
      of
        .selectFrom("invitation")
        .select("token_hash")
        .where((its) => its.and(seatColumns(seat)))
        .orderBy("token_hash")
        .$if(isShared, (found) => found.forUpdate()),
    )
    .deleteFrom("invitation")
    .where("token_hash", "in", (of) => of.selectFrom("withdrawn").select("token_hash"))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export async function removeOverInvitations(db: Db, now: number, isShared: boolean): Promise<number> {
  const { numDeletedRows } = await db
    .with("over", (of) =>
      of
        .selectFrom("invitation")
        .select("token_hash")
        .where("expires_at", "<=", now)
        .$if(isShared, (found) => found.forUpdate().skipLocked()),
    )
    .deleteFrom("invitation")
    .where("token_hash", "in", (of) => of.selectFrom("over").select("token_hash"))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
