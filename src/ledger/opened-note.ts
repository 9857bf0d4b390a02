import { refuse } from "#base";
import { cosignedAt } from "./cosignature.ts";
import { checkText, formatNote, type NoteSignature, parseNote } from "./note.ts";
import { checkDistinctKeys, type NoteSigner, type Verifier, verifierOf } from "./note-key.ts";
import { sign, verifySignature } from "./signature.ts";
import { toUtf8 } from "./utf8.ts";

/** A signature that was verified with a known key; a cosignature also says when. */
export type VerifiedSignature =
  | { readonly kind: "note"; readonly name: string; readonly publicKey: Uint8Array }
  | {
      readonly kind: "cosignature";
      readonly name: string;
      readonly publicKey: Uint8Array;
      readonly epochMs: number;
    };

export type OpenedNote = {
  readonly text: string;
  /** At least one. */
  readonly verified: readonly VerifiedSignature[];
  /** Of keys that were not given; they mean nothing and are kept so that the note can be passed on. */
  readonly unknown: readonly NoteSignature[];
};

/** A note with one signature line for each signer, in their order. */
export function signNote(text: string, signers: readonly NoteSigner[]): Uint8Array {
  checkText(text);
  checkDistinctKeys(signers.map(verifierOf));
  const message = toUtf8(text);
  const signatures = signers.map((signer) => ({
    name: signer.name,
    keyHash: verifierOf(signer).keyHash,
    signature: sign(signer.key, message),
  }));
  return formatNote({ text, signatures });
}

/** The note with further signature lines, such as the cosignatures that witnesses have sent. */
export function withSignatures(note: Uint8Array, more: readonly NoteSignature[]): Uint8Array {
  const { text, signatures } = parseNote(note);
  return formatNote({ text, signatures: [...signatures, ...more] });
}

/**
 * Reads a note and verifies every signature of a known key. Refuses a note with a false or a second signature
 * of a known key, and one without any signature of a known key.
 */
export function openNote(bytes: Uint8Array, known: readonly Verifier[]): OpenedNote {
  checkDistinctKeys(known);
  const { text, signatures } = parseNote(bytes);
  const message = toUtf8(text);
  const verified = new Map<Verifier, VerifiedSignature>();
  const unknown: NoteSignature[] = [];
  for (const line of signatures) {
    const verifier = known.find(({ name, keyHash }) => name === line.name && keyHash === line.keyHash);
    if (verifier === undefined) {
      unknown.push(line);
      continue;
    }
    if (verified.has(verifier))
      refuse("ledger.note_malformed", { reason: `${line.name} has signed it twice.` });
    const signature = verify(verifier, text, message, line.signature);
    verified.set(verifier, signature ?? refuse("ledger.note_signature_invalid", { name: line.name }));
  }
  if (verified.size === 0) refuse("ledger.note_unsigned", { known: known.map(({ name }) => name) });
  return { text, verified: [...verified.values()], unknown };
}

function verify(
  verifier: Verifier,
  text: string,
  message: Uint8Array,
  signature: Uint8Array,
): VerifiedSignature | undefined {
  const { name, publicKey } = verifier;
  if (verifier.kind === "note") {
    return verifySignature(publicKey, message, signature) ? { kind: "note", name, publicKey } : undefined;
  }
  const epochMs = cosignedAt(verifier, text, signature);
  return epochMs === undefined ? undefined : { kind: "cosignature", name, publicKey, epochMs };
}
