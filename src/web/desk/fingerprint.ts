import { type Language, spokenWords } from "#i18n";
import { fromBase64, sha256 } from "#ledger";
import { fingerprintOf } from "#replica";

/** Words for a key: 96 bits, out of reach for whoever would have to make a key of his own with the same words. */
const keyBytes = 12;

/** SHA-256 of a public key, or of the text of an age recipient, in hex and groups of eight: as it stands on paper. */
export function keyFingerprint(key: string): string {
  const bytes = key.startsWith("age1") ? new TextEncoder().encode(key) : fromBase64(key);
  return fingerprintOf(bytes ?? new Uint8Array());
}

/** The same fingerprint's beginning as words to compare by voice. */
export function keyWords(language: Language, key: string): readonly string[] {
  return spokenWords(language, sha256(fromBase64(key) ?? new Uint8Array()).subarray(0, keyBytes));
}
