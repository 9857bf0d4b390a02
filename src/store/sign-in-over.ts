import type { Kysely } from "kysely";
import { addChallenge, removeChallenge, removeOverChallenges } from "./challenges.ts";
import { addCredential, credentialOf, credentialsOfSeat, noteUse, removeCredential } from "./credentials.ts";
import {
  addInvitation,
  invitationOf,
  invitationsOfOffice,
  removeInvitation,
  removeInvitationsOf,
  removeOverInvitations,
} from "./invitations.ts";
import { checkCount, checkName } from "./request.ts";
import type { Schema } from "./schema.ts";
import { keepSeatRequest, removeSeatRequests, seatRequestsOfOffice } from "./seat-requests.ts";
import {
  addSession,
  moveLastUse,
  removeOverSessions,
  removeSession,
  removeSessionsOf,
  sessionOf,
} from "./sessions.ts";
import type { SignIn } from "./sign-in.ts";
import {
  checkChallenge,
  checkCredential,
  checkInvitation,
  checkSeat,
  checkSeatRequest,
  checkSession,
  checkTime,
  checkTokenHash,
  isChallenge,
  isCredentialId,
} from "./sign-in-request.ts";

type Wrapped = <T>(work: () => Promise<T>) => Promise<T>;

export type SignInBackend = {
  readonly db: Kysely<Schema>;
  /** Whether other processes may write to the same tables. */
  readonly isShared: boolean;
  readonly asked: Wrapped;
  readonly writing: Wrapped;
};

/** Signing in, over one database: the terms of the face, then the statement. */
export function signInOver({ db, isShared, asked, writing }: SignInBackend): SignIn {
  return {
    putSession: (session) =>
      writing(async () => {
        checkSession(session);
        await addSession(db, session);
      }),
    session: (tokenHash) =>
      asked(async () => {
        checkTokenHash(tokenHash);
        return sessionOf(db, tokenHash);
      }),
    touchSession: (tokenHash, at) =>
      writing(async () => {
        checkTokenHash(tokenHash);
        checkTime("use", at);
        await moveLastUse(db, tokenHash, at);
      }),
    endSession: (tokenHash) =>
      writing(async () => {
        checkTokenHash(tokenHash);
        await removeSession(db, tokenHash);
      }),
    endSessionsOf: (process, office, member) =>
      writing(async () => {
        const seat = { process, office, member };
        checkSeat(seat);
        return removeSessionsOf(db, seat, isShared);
      }),
    sweepSessions: (now, idleMs) =>
      writing(async () => {
        checkTime("sweep", now);
        checkCount("idle time", idleMs);
        return removeOverSessions(db, now, idleMs, isShared);
      }),

    putInvitation: (invitation) =>
      writing(async () => {
        checkInvitation(invitation);
        await addInvitation(db, invitation);
      }),
    takeInvitation: (tokenHash, now) =>
      writing(async () => {
        checkTokenHash(tokenHash);
        checkTime("taking", now);
        return removeInvitation(db, tokenHash, now);
      }),
    invitation: (tokenHash, now) =>
      asked(async () => {
        checkTokenHash(tokenHash);
        checkTime("looking", now);
        return invitationOf(db, tokenHash, now);
      }),
    invitationsOf: (process, office, now) =>
      asked(async () => {
        checkSeat({ process, office, member: undefined });
        checkTime("looking", now);
        return invitationsOfOffice(db, process, office, now);
      }),
    dropInvitationsOf: (process, office, member) =>
      writing(async () => {
        const seat = { process, office, member };
        checkSeat(seat);
        return removeInvitationsOf(db, seat, isShared);
      }),

    putCredential: (credential) =>
      writing(async () => {
        checkCredential(credential);
        return addCredential(db, credential);
      }),
    credential: (id) => asked(async () => (isCredentialId(id) ? credentialOf(db, id) : undefined)),
    credentialsOf: (process, office, member) =>
      asked(async () => {
        const seat = { process, office, member };
        checkSeat(seat);
        return credentialsOfSeat(db, seat);
      }),
    noteCredentialUse: (id, counter, at) =>
      writing(async () => {
        checkCount("counter", counter);
        checkTime("use", at);
        return isCredentialId(id) && noteUse(db, id, counter, at);
      }),
    dropCredential: (id) =>
      writing(async () => {
        if (isCredentialId(id)) await removeCredential(db, id);
      }),

    putSeatRequest: (request) =>
      writing(async () => {
        checkSeatRequest(request);
        await keepSeatRequest(db, request);
      }),
    seatRequestsOf: (process, office) =>
      asked(async () => {
        checkSeat({ process, office, member: undefined });
        return seatRequestsOfOffice(db, process, office);
      }),
    dropSeatRequests: (process, office, key) =>
      writing(async () => {
        checkSeat({ process, office, member: undefined });
        checkName("key", key);
        return removeSeatRequests(db, { process, office, key }, isShared);
      }),

    putChallenge: (challenge) =>
      writing(async () => {
        checkChallenge(challenge);
        await addChallenge(db, challenge);
      }),
    takeChallenge: (challenge, purpose, now) =>
      writing(async () => {
        checkName("purpose", purpose);
        checkTime("taking", now);
        return isChallenge(challenge) ? removeChallenge(db, challenge, purpose, now) : undefined;
      }),

    sweepUntaken: (now) =>
      writing(async () => {
        checkTime("sweep", now);
        const invitations = await removeOverInvitations(db, now, isShared);
        return invitations + (await removeOverChallenges(db, now, isShared));
      }),
  };
}
