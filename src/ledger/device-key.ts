import { ed25519PublicKey } from "#ledger/native";
import { concatBytes, fromHex } from "./bytes.ts";
import type { Signer } from "./signer.ts";

// RFC 8410: PKCS #8 before the seed of an Ed25519 key
const privateKeyHeader = fromHex("302e020100300506032b657004220420") ?? new Uint8Array(0);

/** A device's signing key: the platform keeps the secret and gives it to nobody, not even to this program. */
export async function newDeviceKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
}

/** The key of 32 secret bytes, handed over to the platform: it signs, and is not read out again. */
export async function importDeviceKey(seed: Uint8Array): Promise<CryptoKeyPair> {
  if (seed.length !== 32) throw new Error(`A seed has 32 bytes, not ${seed.length}.`);
  const [privateKey, publicKey] = await Promise.all([
    // never in shared memory
    crypto.subtle.importKey("pkcs8", concatBytes(privateKeyHeader, seed) as BufferSource, "Ed25519", false, [
      "sign",
    ]),
    crypto.subtle.importKey("raw", ed25519PublicKey(seed) as BufferSource, "Ed25519", true, ["verify"]), // the same
  ]);
  return { privateKey, publicKey };
}

/** A signer by the platform's key. */
export async function signerOf({ privateKey, publicKey }: CryptoKeyPair): Promise<Signer> {
  const raw = await crypto.subtle.exportKey("raw", publicKey);
  return {
    publicKey: new Uint8Array(raw),
    sign: async (message) =>
      // a message is never in shared memory
      new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, message as BufferSource)),
  };
}
