import { commitment, fromBase64, opens, sha256, toBase64 } from "#ledger";
import type { Side } from "#record";

/** One head's part in the lot: his public key and the nonce that he drew, 32 bytes each, in base64. */
export type Drawn = { readonly head: string; readonly nonce: string };

const context = "parley-lot/v1";

/** What a head gives before anybody shows a nonce: he cannot choose it by the others', nor take over another's. */
export function lotCommitment({ head, nonce }: Drawn): string {
  return toBase64(commitment(context, bytesOf(nonce), bytesOf(head)));
}

export function opensLot(committed: string, { head, nonce }: Drawn): boolean {
  return opens(bytesOf(committed), context, bytesOf(nonce), bytesOf(head));
}

/**
 * Who of the two parties is named first. One bit of SHA-256 over all three keys and nonces names one of the parties'
 * keys as they are sorted: nobody alone decides it, anyone can draw it again, and it does not hang on which party is
 * called a.
 */
export function drawnOrder(host: Drawn, a: Drawn, b: Drawn): readonly ["a", "b"] | readonly ["b", "a"] {
  const lines = [host, a, b].map(({ head, nonce }) => `${head} ${nonce}\n`).sort();
  const digest = sha256(new TextEncoder().encode(`${context}\n${lines.join("")}`));
  const lower: Side = a.head < b.head ? "a" : "b";
  const isLowerFirst = ((digest[0] ?? 0) & 1) === 0;
  return (lower === "a") === isLowerFirst ? ["a", "b"] : ["b", "a"];
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (!bytes) throw new Error(`"${text}" is not base64; its form should have refused it.`);
  return bytes;
}
