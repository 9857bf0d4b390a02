import type { Append, Guard } from "./store.ts";

/** One call of append. */
export type Request = { readonly appends: readonly Append[]; readonly guards: readonly Guard[] };

const MAX_NAME_LENGTH = 255;
const MAX_ENTRY_BYTES = 65_535;
const HASH_BYTES = 32;
const ROW_OVERHEAD_BYTES = 200;

/** Holds the caller to the face's promises: whatever is wrong here is a mistake in the program above. */
export function checkRequest(request: Request): void {
  if (request.appends.length === 0) throw new Error("An append names at least one log.");
  const seen = new Set<string>();
  for (const append of request.appends) {
    checkName("log", append.log);
    if (seen.has(append.log)) throw new Error(`The log ${append.log} is named twice in one append.`);
    seen.add(append.log);
    checkAppend(append);
  }
  for (const guard of request.guards) {
    checkName("log", guard.log);
    checkCount("guarded size", guard.size);
  }
}

/** Roughly what a request weighs in memory and in the database. */
export function requestBytes({ appends }: Request): number {
  let bytes = 0;
  for (const { rows } of appends) for (const row of rows) bytes += row.entry.length + ROW_OVERHEAD_BYTES;
  return bytes;
}

function checkAppend({ log, expectedSize, rows, checkpoint }: Append): void {
  checkCount("expected size", expectedSize);
  if (rows.length === 0) throw new Error(`An append to ${log} carries at least one row.`);
  for (const row of rows) {
    checkName("id", row.id);
    if (!Number.isSafeInteger(row.receivedAt)) {
      throw new Error(`The time ${row.receivedAt} of ${row.id} is not a whole number of milliseconds.`);
    }
    checkHash(`leaf hash of ${row.id}`, row.leafHash);
    if (row.entry.length > MAX_ENTRY_BYTES) {
      throw new Error(`The entry ${row.id} has ${row.entry.length} bytes; at most ${MAX_ENTRY_BYTES} fit.`);
    }
  }
  if (checkpoint.size !== expectedSize + rows.length) {
    throw new Error(
      `The checkpoint of ${log} speaks of ${checkpoint.size} rows; with this append there are ${expectedSize + rows.length}.`,
    );
  }
  checkHash(`root of ${log}`, checkpoint.root);
  checkText(`note of ${log}`, checkpoint.note);
}

export function checkName(what: string, name: string): void {
  if (name.length === 0 || name.length > MAX_NAME_LENGTH) {
    throw new Error(
      `The ${what} "${name}" has ${name.length} characters; 1 to ${MAX_NAME_LENGTH} are allowed.`,
    );
  }
  checkText(what, name);
}

/** PostgreSQL keeps no NUL in text, and half a surrogate pair has no UTF-8. */
export function checkText(what: string, text: string): void {
  if (!text.isWellFormed() || text.includes("\0")) {
    throw new Error(`The ${what} ${JSON.stringify(text)} is not well-formed text without NUL.`);
  }
}

export function checkCount(what: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`The ${what} ${count} is not a count.`);
}

export function checkDigest(digest: string): void {
  if (!/^[0-9a-f]{64}$/.test(digest)) {
    throw new Error(`"${digest}" is not a SHA-256 in 64 lower-case hexadecimal digits.`);
  }
}

function checkHash(what: string, hash: Uint8Array): void {
  if (hash.length !== HASH_BYTES)
    throw new Error(`The ${what} has ${hash.length} bytes instead of ${HASH_BYTES}.`);
}
