import { refuse } from "#base";
import { sha256 } from "#ledger/native";
import { admissibleKey } from "./admission.ts";
import { concatBytes } from "./bytes.ts";
import type { CosigningKey, SigningKey } from "./keys.ts";
import { toUtf8 } from "./utf8.ts";

/** The signature type byte of C2SP signed-note: what a key is for is part of its id. */
export const typeByte = { note: 0x01, cosignature: 0x04 } as const;

/** Who may sign notes, by name, key and the 32-bit id that C2SP signed-note derives from both. */
export type NoteVerifier = {
  readonly kind: "note";
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly keyHash: number;
};

/** Who may cosign checkpoints: a witness. */
export type CosignatureVerifier = {
  readonly kind: "cosignature";
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly keyHash: number;
};

export type Verifier = NoteVerifier | CosignatureVerifier;

export type NoteSigner = { readonly kind: "note"; readonly name: string; readonly key: SigningKey };
export type Cosigner = { readonly kind: "cosignature"; readonly name: string; readonly key: CosigningKey };

/** Refuses a name that cannot stand in a signature line, and a key that is not admissible. */
export function noteVerifier(name: string, publicKey: Uint8Array): NoteVerifier {
  return { kind: "note", ...checked("note", name, publicKey) };
}

/** The same for a witness. */
export function cosignatureVerifier(name: string, publicKey: Uint8Array): CosignatureVerifier {
  return { kind: "cosignature", ...checked("cosignature", name, publicKey) };
}

/** A log, or whoever signs notes: the name is the origin of the log. */
export function noteSigner(name: string, key: SigningKey): NoteSigner {
  if (key.kind !== "signing") throw new Error(`A ${key.kind} key must not sign notes.`);
  noteVerifier(name, key.publicKey);
  return { kind: "note", name, key };
}

/** A witness. One key has one name: the name is not under the signature. */
export function cosigner(name: string, key: CosigningKey): Cosigner {
  if (key.kind !== "cosigning") throw new Error(`A ${key.kind} key must not cosign.`);
  cosignatureVerifier(name, key.publicKey);
  return { kind: "cosignature", name, key };
}

/** The public side of a signer. */
export function verifierOf(signer: NoteSigner): NoteVerifier;
export function verifierOf(signer: Cosigner): CosignatureVerifier;
export function verifierOf(signer: NoteSigner | Cosigner): Verifier;
export function verifierOf(signer: NoteSigner | Cosigner): Verifier {
  return signer.kind === "note"
    ? noteVerifier(signer.name, signer.key.publicKey)
    : cosignatureVerifier(signer.name, signer.key.publicKey);
}

/** Not empty, no Unicode space, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return name !== "" && name.isWellFormed() && !/[\s\u0085+\u0000-\u001f]/.test(name);
}

/** The first four bytes of SHA-256(name || "\n" || type byte || public key), as a number. */
function keyHashOf(kind: Verifier["kind"], name: string, publicKey: Uint8Array): number {
  const digest = sha256(concatBytes(toUtf8(`${name}\n`), Uint8Array.of(typeByte[kind]), publicKey));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** Refuses a set in which one key stands under two names or for two uses: an Ed25519 cosignature binds neither. */
export function checkDistinctKeys(verifiers: readonly Verifier[]): void {
  const seen = new Set<string>();
  for (const { name, publicKey } of verifiers) {
    const key = publicKey.join();
    if (seen.has(key)) refuse("ledger.key_listed_twice", { name });
    seen.add(key);
  }
}

function checked(kind: Verifier["kind"], name: string, publicKey: Uint8Array) {
  if (!isKeyName(name)) {
    refuse("ledger.key_malformed", {
      reason: `${JSON.stringify(name)} is not a key name: no spaces, no plus.`,
    });
  }
  if (!admissibleKey(publicKey)) refuse("ledger.key_inadmissible", { name });
  return { name, publicKey: Uint8Array.from(publicKey), keyHash: keyHashOf(kind, name, publicKey) };
}
