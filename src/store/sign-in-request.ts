import { checkCount, checkDigest, checkName, checkText } from "./request.ts";
import type { Challenge, Invitation, NewCredential, Seat, SeatRequest, Session } from "./sign-in.ts";

const MAX_KEY_BYTES = 65_535;

/** Holds the caller to the face's promises. What a stranger may send is not checked here: it reads as absent. */

/** Does not repeat what it was given: a caller's mistake may have been to give the token itself. */
export function checkTokenHash(tokenHash: string): void {
  try {
    checkDigest(tokenHash);
  } catch {
    // the sentence of a digest would quote it
    throw new Error("The hash of a token is a SHA-256 in 64 lower-case hexadecimal digits; this is none.");
  }
}

export function checkSeat({ process, office, member }: Seat): void {
  checkName("process", process);
  checkName("office", office);
  if (member !== undefined) checkName("member", member);
}

export function checkTime(what: string, epochMs: number): void {
  if (!Number.isSafeInteger(epochMs)) {
    throw new Error(`The time ${epochMs} of the ${what} is not a whole number of milliseconds.`);
  }
}

export function checkSession(session: Session): void {
  checkTokenHash(session.tokenHash);
  checkSeat(session);
  checkTime("beginning", session.createdAt);
  checkTime("last use", session.lastUsedAt);
  checkTime("end", session.expiresAt);
}

export function checkInvitation(invitation: Invitation): void {
  checkTokenHash(invitation.tokenHash);
  checkSeat(invitation);
  checkText("title", invitation.title);
  checkTime("end", invitation.expiresAt);
}

export function checkSeatRequest(request: SeatRequest): void {
  checkSeat(request);
  checkName("key", request.key);
  checkText("recipient", request.recipient);
  checkText("title", request.title);
  checkTime("request", request.requestedAt);
}

/** 1,023 bytes in base64url (WebAuthn level 3, section 4: credential id). */
export const isCredentialId = (id: string): boolean => /^[A-Za-z0-9_-]{1,1364}$/.test(id);

export function checkCredential(credential: NewCredential): void {
  const { id, publicKey, counter, transports, createdAt } = credential;
  if (!isCredentialId(id)) {
    throw new Error(`The passkey's id ${JSON.stringify(id)} is not base64url of at most 1,023 bytes.`);
  }
  checkSeat(credential);
  if (publicKey.length === 0 || publicKey.length > MAX_KEY_BYTES) {
    throw new Error(`The public key of ${id} has ${publicKey.length} bytes; 1 to ${MAX_KEY_BYTES} fit.`);
  }
  checkCount("counter", counter);
  for (const transport of transports) checkName("transport", transport);
  checkTime("registration", createdAt);
}

export function checkChallenge({ challenge, purpose, expiresAt, subject }: Challenge): void {
  checkName("challenge", challenge);
  checkName("purpose", purpose);
  checkTime("end", expiresAt);
  if (subject !== undefined) checkText("subject", subject);
}

/** Whether a challenge that a stranger sent can have been put at all; a NUL would be an error of PostgreSQL. */
export const isChallenge = (challenge: string): boolean =>
  challenge.length > 0 && challenge.isWellFormed() && !challenge.includes("\0");
