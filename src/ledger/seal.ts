import type { Decrypter } from "age-encryption";
import { refuse } from "#base";
import { pad, unpad } from "./padding.ts";

/** Loaded at the first seal: whoever only reads what is open, or checks it, does without. */
const age = () => import("age-encryption");

/** Opens seals (secret), and to whom they are made (public). Hybrid: X25519 and ML-KEM-768. */
export type SealIdentity = { readonly identity: string; readonly recipient: string };

// age 1.3: a file for these stays closed to those who record now and decrypt later
const recipientPrefix = "age1pq1";
const identityPrefix = "AGE-SECRET-KEY-PQ-1";

export async function newSealIdentity(): Promise<SealIdentity> {
  const { generateHybridIdentity, identityToRecipient } = await age();
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient of an identity that is kept. */
export async function sealRecipient(identity: string): Promise<string> {
  if (!identity.startsWith(identityPrefix)) badIdentity(`It does not begin ${identityPrefix}.`);
  const { identityToRecipient } = await age();
  try {
    return await identityToRecipient(identity);
  } catch (error) {
    return badIdentity(reasonOf(error));
  }
}

/**
 * An age file that each of the recipients can open, padded so that its size tells little. It does not say who made
 * it: sign what is inside, with the room and the recipients.
 */
export async function seal(plaintext: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0) throw new Error("A seal needs at least one recipient.");
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    if (!recipient.startsWith(recipientPrefix))
      badRecipient(`${recipient} does not begin ${recipientPrefix}.`);
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      badRecipient(`${recipient}: ${reasonOf(error)}`);
    }
  }
  return encrypter.encrypt(pad(plaintext));
}

/** The exact bytes that were sealed; opened with identities, or with the key of this very file. */
export async function openSeal(
  file: Uint8Array,
  keys: readonly string[] | { readonly fileKey: Uint8Array },
): Promise<Uint8Array> {
  const plaintext = unpad(await decryptAge(file, keys));
  return plaintext ?? refuse("ledger.seal_damaged", { reason: "What is inside is not padded as seals are." });
}

/** The key of one file: it opens that file and no other, whoever holds it. */
export function fileKeyOf(file: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  return withKeys(identities, (decrypter) => decrypter.decryptHeader(file));
}

/** The content of any age file, as it is. */
export function decryptAge(
  file: Uint8Array,
  keys: readonly string[] | { readonly fileKey: Uint8Array },
): Promise<Uint8Array> {
  return withKeys(keys, (decrypter) => decrypter.decrypt(file));
}

async function withKeys(
  keys: readonly string[] | { readonly fileKey: Uint8Array },
  read: (decrypter: Decrypter) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  if ("fileKey" in keys) decrypter.addIdentity({ unwrapFileKey: () => keys.fileKey });
  else
    for (const identity of keys) {
      try {
        decrypter.addIdentity(identity);
      } catch (error) {
        badIdentity(reasonOf(error));
      }
    }
  try {
    return await read(decrypter);
  } catch (error) {
    const reason = reasonOf(error);
    // age-encryption has no error types; this sentence is the only mark of a whole file for somebody else
    if (reason.startsWith("no identity matched")) {
      refuse("ledger.seal_not_for_identity", { identities: "fileKey" in keys ? 1 : keys.length });
    }
    return refuse("ledger.seal_damaged", { reason: `The age file cannot be read: ${reason}.` });
  }
}

function badRecipient(reason: string): never {
  refuse("ledger.recipient_malformed", { reason });
}

function badIdentity(reason: string): never {
  refuse("ledger.seal_identity_malformed", { reason });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
