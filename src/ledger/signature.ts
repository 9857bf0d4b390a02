import { ed25519Sign, ed25519Verify } from "#ledger/native";
import { admissibleKey } from "./admission.ts";
import { isReducedPoint, isReducedScalar, isSmallOrderPoint } from "./edwards-bytes.ts";
import type { SigningKey } from "./keys.ts";

/** Ed25519 (RFC 8032), 64 bytes. */
export function sign(key: SigningKey, message: Uint8Array): Uint8Array {
  if (key.kind !== "signing") throw new Error(`A ${key.kind} key must not sign messages.`);
  return ed25519Sign(key.seed, message);
}

/**
 * Is this a signature that every verifier accepts? Total: false for any bytes of any length.
 *
 * Accepted is what node:crypto and noble strict (`zip215: false`) both accept, with a key of prime order, and with
 * R not of small order. Only node:crypto is run, for it implies the other. OpenSSL accepts when R is, byte for
 * byte, the encoding of [S]B - [k]A. With A and B of prime order that point has prime order or is the identity,
 * and its encoding is canonical; so noble can decode it, gets the same k from the same bytes, and its weaker
 * equation [8][S]B = [8]R + [8][k]A holds too. The checks of S and R stand here so that nothing hangs on OpenSSL's
 * own. Small order leaves out R = identity alone, which libsodium, dalek's strict verifier and Node 24's
 * OpenSSL refuse.
 */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return mayBeAccepted(publicKey, signature) && ed25519Verify(publicKey, message, signature);
}

/** All that can be refused before the curve equation is computed. */
export function mayBeAccepted(publicKey: Uint8Array, signature: Uint8Array): boolean {
  return (
    signature.length === 64 &&
    isReducedScalar(signature, 32) &&
    isReducedPoint(signature, 0) &&
    !isSmallOrderPoint(signature, 0) &&
    admissibleKey(publicKey)
  );
}
