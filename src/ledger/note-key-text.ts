import { refuse } from "#base";
import { fromBase64, toBase64 } from "./base64.ts";
import { concatBytes } from "./bytes.ts";
import { cosigningKeyFromSeed, signingKeyFromSeed } from "./keys.ts";
import {
  type Cosigner,
  cosignatureVerifier,
  cosigner,
  type NoteSigner,
  noteSigner,
  noteVerifier,
  typeByte,
  type Verifier,
  verifierOf,
} from "./note-key.ts";

const privatePrefix = "PRIVATE+KEY+";

/** `<name>+<8 hex digits of key id>+<base64 of type byte and key>` (C2SP signed-note: a vkey). */
export function formatVerifierKey(verifier: Verifier): string {
  return format(verifier, verifier.publicKey);
}

/** Reads what `formatVerifierKey` writes; the type byte tells notes from cosignatures. */
export function parseVerifierKey(text: string): Verifier {
  const { name, hash, type, key } = parts(text);
  const verifier = type === typeByte.note ? noteVerifier(name, key) : cosignatureVerifier(name, key);
  return withHash(verifier, hash, verifier);
}

/** The same with a seed in place of the key, after `PRIVATE+KEY+`, as Go's note package writes it. A secret. */
export function formatSignerKey(signer: NoteSigner | Cosigner): string {
  return privatePrefix + format(verifierOf(signer), signer.key.seed);
}

/** Reads what `formatSignerKey` writes. */
export function parseSignerKey(text: string): NoteSigner | Cosigner {
  if (!text.startsWith(privatePrefix))
    refuse("ledger.key_malformed", { reason: `It does not begin ${privatePrefix}.` });
  const { name, hash, type, key } = parts(text.slice(privatePrefix.length));
  const signer =
    type === typeByte.note
      ? noteSigner(name, signingKeyFromSeed(key))
      : cosigner(name, cosigningKeyFromSeed(key));
  return withHash(signer, hash, verifierOf(signer));
}

function format(verifier: Verifier, key: Uint8Array): string {
  const material = toBase64(concatBytes(Uint8Array.of(typeByte[verifier.kind]), key));
  return `${verifier.name}+${hashText(verifier)}+${material}`;
}

function parts(text: string): { name: string; hash: string; type: number; key: Uint8Array } {
  const [, name, hash, material] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const bytes = fromBase64(material ?? "");
  if (name === undefined || hash === undefined || bytes === undefined) {
    refuse("ledger.key_malformed", { reason: "It is not name+id+base64." });
  }
  const type = bytes[0];
  if (type !== typeByte.note && type !== typeByte.cosignature) {
    refuse("ledger.key_malformed", {
      reason: `It is of type ${type}; known are 1 (note) and 4 (cosignature).`,
    });
  }
  if (bytes.length !== 33)
    refuse("ledger.key_malformed", { reason: `The key has ${bytes.length - 1} bytes, not 32.` });
  return { name, hash, type, key: bytes.subarray(1) };
}

function withHash<T>(value: T, hash: string, verifier: Verifier): T {
  if (hashText(verifier) === hash) return value;
  refuse("ledger.key_malformed", { reason: `Its id is ${hash}; name and key give ${hashText(verifier)}.` });
}

function hashText(verifier: Verifier): string {
  return verifier.keyHash.toString(16).padStart(8, "0");
}
