import { sha256 } from "#ledger/native";
import { concatBytes, sameBytes } from "./bytes.ts";
import { toUtf8 } from "./utf8.ts";

const tag = toUtf8("parley-commitment/v1\n");

/** Bytes of the random salt that keeps what can be guessed, as names and dates, from being found by trying. */
export const saltBytes = 32;

/**
 * SHA-256(tag || length of context in 8 bytes || context || salt || bytes): binds to the bytes and to the context,
 * shows neither. The context names process, room, party and kind, so that nobody can pass off another's as his.
 */
export function commitment(context: string, salt: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (salt.length !== saltBytes) throw new Error(`A salt has ${saltBytes} bytes, not ${salt.length}.`);
  const contextBytes = toUtf8(context);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(contextBytes.length));
  return sha256(concatBytes(tag, length, contextBytes, salt, bytes));
}

/** Is this what was committed to? False for a salt or a commitment of another length. */
export function opens(committed: Uint8Array, context: string, salt: Uint8Array, bytes: Uint8Array): boolean {
  return salt.length === saltBytes && sameBytes(commitment(context, salt, bytes), committed);
}
