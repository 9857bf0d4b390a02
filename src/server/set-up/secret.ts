import { fromHex, randomBytes, sha256, toHex } from "#ledger";

/** A secret of 256 bits for a link; only its hash is kept. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = toHex(randomBytes(32));
  return { secret, hash: secretHash(secret) };
}

export function secretHash(secret: string): string {
  return toHex(hashOf(secret));
}

/** Whether a secret has this hash. The time that it takes tells nothing of how much of a guess was right. */
export function isSecretOf(secret: string, hash: string | null): boolean {
  const given = hashOf(secret);
  const kept = fromHex(hash ?? "") ?? new Uint8Array();
  let differing = kept.length ^ given.length;
  for (let i = 0; i < given.length; i++) differing |= (given[i] ?? 0) ^ (kept[i] ?? 0);
  return differing === 0;
}

function hashOf(secret: string): Uint8Array {
  return sha256(new TextEncoder().encode(secret));
}
