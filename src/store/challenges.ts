import type { Kysely } from "kysely";
import { challengeCrc } from "./crc.ts";
import type { Schema } from "./schema.ts";
import type { Challenge } from "./sign-in.ts";

type Db = Kysely<Schema>;

export async function addChallenge(db: Db, challenge: Challenge): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("challenge")
    .values({
      challenge: challenge.challenge,
      purpose: challenge.purpose,
      expires_at: challenge.expiresAt,
      subject: challenge.subject ?? null,
      crc: challengeCrc(challenge),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new Error("There is such a challenge already.");
}

/** Undefined if the disk changed it. */
export function soundChallenge(row: Schema["challenge"]): Challenge | undefined {
  const challenge = {
    challenge: row.challenge,
    purpose: row.purpose,
    expiresAt: row.expires_at,
    subject: row.subject ?? undefined,
  };
  return challengeCrc(challenge) === row.crc ? challenge : undefined;
}

/** One statement reads and deletes it. Asked for another purpose, it stays. */
export async function removeChallenge(
  db: Db,
  challenge: string,
  purpose: string,
  now: number,
): Promise<Challenge | undefined> {
  const row = await db
    .deleteFrom("challenge")
    .where("challenge", "=", challenge)
    .where("purpose", "=", purpose)
    .returningAll()
    .executeTakeFirst();
  const taken = row && soundChallenge(row);
  return taken !== undefined && now < taken.expiresAt ? taken : undefined;
}

export async function removeOverChallenges(db: Db, now: number, isShared: boolean): Promise<number> {
  const { numDeletedRows } = await db
    .with("over", (of) =>
      of
        .selectFrom("challenge")
        .select("challenge")
        .where("expires_at", "<=", now)
        .$if(isShared, (found) => found.forUpdate().skipLocked()),
    )
    .deleteFrom("challenge")
    .where("challenge", "in", (of) => of.selectFrom("over").select("challenge"))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
