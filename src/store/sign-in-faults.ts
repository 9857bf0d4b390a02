import type { Kysely } from "kysely";
import { type Problem, problem } from "#base";
import { soundChallenge } from "./challenges.ts";
import { soundCredential } from "./credentials.ts";
import { soundInvitation } from "./invitations.ts";
import type { Schema } from "./schema.ts";
import { soundSeatRequest } from "./seat-requests.ts";
import { soundSession } from "./sessions.ts";

/** What is damaged of sessions, invitations, passkeys, challenges and requests for seats. Only a passkey's id is no secret of anybody. */
export async function signInFaults(db: Kysely<Schema>): Promise<Problem[]> {
  const sessions = await db.selectFrom("session").selectAll().execute();
  const invitations = await db.selectFrom("invitation").selectAll().execute();
  const credentials = await db.selectFrom("credential").selectAll().execute();
  const challenges = await db.selectFrom("challenge").selectAll().execute();
  const requests = await db.selectFrom("seat_request").selectAll().execute();
  const damaged = [
    ...sessions.filter((row) => !soundSession(row)).map((row) => `A session of ${row.office}`),
    ...invitations.filter((row) => !soundInvitation(row)).map((row) => `An invitation of ${row.office}`),
    ...credentials
      .filter((row) => !soundCredential(row))
      .map((row) => `The passkey ${row.id} of ${row.office}`),
    ...challenges.filter((row) => !soundChallenge(row)).map((row) => `A challenge for ${row.purpose}`),
    ...requests.filter((row) => !soundSeatRequest(row)).map((row) => `A request for a seat of ${row.office}`),
  ];
  return damaged.map((what) => problem("store.sign_in_damaged", { what }));
}
