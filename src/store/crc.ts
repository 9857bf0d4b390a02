import { crc32 } from "node:zlib";
import type { Challenge, Invitation, NewCredential, Seat, SeatRequest, Session } from "./sign-in.ts";
import type { Checkpoint, Row } from "./store.ts";

/**
 * CRC-32 over the names and the bytes: it finds bytes that the disk changed, and rows under a wrong name or place.
 * It is no protection against people; signatures and the tree are.
 */
function crcOf(words: readonly (string | number | null)[], ...parts: readonly Uint8Array[]): number {
  let crc = crc32(JSON.stringify(words));
  for (const part of parts) crc = crc32(part, crc);
  return crc;
}

export const rowCrc = (log: string, seq: number, row: Row): number =>
  crcOf(["act", log, seq, row.id, row.receivedAt], row.leafHash, row.entry);

export const checkpointCrc = (log: string, it: Checkpoint): number =>
  crcOf(["checkpoint", log, it.size, it.note], it.root);

export const blobCrc = (digest: string, bytes: Uint8Array): number => crcOf(["blob", digest], bytes);

export const tileCrc = (log: string, level: number, index: number, bytes: Uint8Array): number =>
  crcOf(["tile", log, level, index], bytes);

export const snapshotCrc = (key: string, upTo: string, bytes: Uint8Array): number =>
  crcOf(["snapshot", key, upTo], bytes);

const wordsOf = ({ process, office, member }: Seat) => [process, office, member ?? null];

export const sessionCrc = (it: Omit<Session, "lastUsedAt">): number =>
  crcOf(["session", it.tokenHash, ...wordsOf(it), it.createdAt, it.expiresAt]);

/** What each use changes has a check value of its own, so that one statement can write both. */
export const sessionUseCrc = (tokenHash: string, lastUsedAt: number): number =>
  crcOf(["session used", tokenHash, lastUsedAt]);

/** Invitations had no title at first: without one the check value is what it was. */
export const invitationCrc = (it: Invitation): number =>
  crcOf(["invitation", it.tokenHash, ...wordsOf(it), it.expiresAt, ...(it.title === "" ? [] : [it.title])]);

export const credentialCrc = (
  it: Omit<NewCredential, "counter" | "transports">,
  transports: string,
): number => crcOf(["credential", it.id, ...wordsOf(it), transports, it.createdAt], it.publicKey);

export const credentialUseCrc = (id: string, counter: number, lastUsedAt: number | undefined): number =>
  crcOf(["credential used", id, counter, lastUsedAt ?? null]);

export const seatRequestCrc = (it: SeatRequest): number =>
  crcOf(["seat request", ...wordsOf(it), it.key, it.recipient, it.title, it.requestedAt]);

export const challengeCrc = (it: Challenge): number =>
  crcOf(["challenge", it.challenge, it.purpose, it.expiresAt, it.subject ?? null]);
