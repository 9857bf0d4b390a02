import { randomBytes } from "#ledger/native";

/** A text that only the holder of the wrapping key reads. */
export type WrappedSecret = { readonly nonce: Uint8Array; readonly bytes: Uint8Array };

const nonceBytes = 12;

/** A key that the platform keeps: what is wrapped with it is opened on this device alone. */
export async function newWrappingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** AES-256-GCM under a fresh random nonce; `use` is bound to it, so that one secret is not taken for another. */
export async function wrapSecret(key: CryptoKey, secret: string, use: string): Promise<WrappedSecret> {
  const nonce = randomBytes(nonceBytes);
  const bytes = await crypto.subtle.encrypt(algorithm(nonce, use), key, new TextEncoder().encode(secret));
  return { nonce, bytes: new Uint8Array(bytes) };
}

/** The text that was wrapped for this use; undefined where it was wrapped otherwise or changed. */
export async function unwrapSecret(
  key: CryptoKey,
  { nonce, bytes }: WrappedSecret,
  use: string,
): Promise<string | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(algorithm(nonce, use), key, bytes as BufferSource); // never shared memory
    return new TextDecoder().decode(plain);
  } catch {
    return undefined; // another key, another use, or damaged: WebCrypto does not tell which
  }
}

function algorithm(nonce: Uint8Array, use: string): AesGcmParams {
  return { name: "AES-GCM", iv: nonce as BufferSource, additionalData: new TextEncoder().encode(use) };
}
