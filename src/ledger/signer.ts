import type { SigningKey } from "./keys.ts";
import { sign } from "./signature.ts";

/** Signs as a SigningKey does, where the secret itself may be out of reach. */
export type Signer = {
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
  /** Ed25519 (RFC 8032), 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
};

/** A signer of a key whose seed is at hand; a signer is answered as it is. */
export function signerFromKey(key: SigningKey | Signer): Signer {
  if (!("kind" in key)) return key;
  return { publicKey: key.publicKey, sign: async (message) => sign(key, message) };
}
