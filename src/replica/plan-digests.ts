import { sha256, toBase64, toHex } from "#ledger";
import { canonicalBytes } from "#record";

/**
 * What a plan was computed from, in base64: SHA-256 over the SHA-256 of the case and, where there was one, of the plan before,
 * each of its canonical bytes.
 */
export function inputsDigest({
  given,
  previous,
}: {
  readonly given: unknown;
  readonly previous?: unknown;
}): string {
  const digest = (value: unknown) => toHex(sha256(canonicalBytes(value)));
  const named = ["parley-window-inputs/v1", digest(given), ...(previous ? [digest(previous)] : []), ""];
  return toBase64(sha256(new TextEncoder().encode(named.join("\n"))));
}

/** The plan itself: SHA-256 of its canonical bytes, in base64. */
export function planDigest(plan: unknown): string {
  return toBase64(sha256(canonicalBytes(plan)));
}

/** A case or a plan as a file: its canonical bytes as text. */
export function canonicalText(value: unknown): string {
  return new TextDecoder().decode(canonicalBytes(value));
}
