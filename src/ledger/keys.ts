import { ed25519PublicKey, randomBytes, sha256 } from "#ledger/native";
import { concatBytes, toHex } from "./bytes.ts";
import { toUtf8 } from "./utf8.ts";

/** Signs acts and notes. Never cosigns. */
export type SigningKey = {
  readonly kind: "signing";
  /** 32 secret bytes. */
  readonly seed: Uint8Array;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
};

/** A witness's key: cosigns checkpoints, and signs nothing else (C2SP tlog-cosignature). */
export type CosigningKey = {
  readonly kind: "cosigning";
  /** 32 secret bytes. */
  readonly seed: Uint8Array;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
};

/** A key from fresh randomness. */
export function newSigningKey(): SigningKey {
  return signingKeyFromSeed(randomBytes(32));
}

/** The key of 32 secret bytes that were kept. */
export function signingKeyFromSeed(seed: Uint8Array): SigningKey {
  return { kind: "signing", ...pairOf(seed) };
}

/** A witness's key from fresh randomness. */
export function newCosigningKey(): CosigningKey {
  return cosigningKeyFromSeed(randomBytes(32));
}

/** The witness's key of 32 secret bytes that were kept. */
export function cosigningKeyFromSeed(seed: Uint8Array): CosigningKey {
  return { kind: "cosigning", ...pairOf(seed) };
}

const keyIdTag = toUtf8("parley-key/v1\n");

/** A short stable name of a public key: 16 hexadecimal digits. For people and indexes; not a proof of anything. */
export function keyId(publicKey: Uint8Array): string {
  return toHex(sha256(concatBytes(keyIdTag, publicKey))).slice(0, 16);
}

function pairOf(seed: Uint8Array): { seed: Uint8Array; publicKey: Uint8Array } {
  if (seed.length !== 32) throw new Error(`A key's seed has 32 bytes, not ${seed.length}.`);
  const kept = Uint8Array.from(seed);
  return { seed: kept, publicKey: ed25519PublicKey(kept) };
}
