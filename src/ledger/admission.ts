import { ed25519 } from "@noble/curves/ed25519.js";
import { toHex } from "./bytes.ts";

const keptAnswers = 10_000;
const answers = new Map<string, boolean>();

/**
 * May this public key be registered? Only 32 bytes that are the canonical encoding of a point of prime order:
 * neither of small order nor with a part of small order. About a millisecond the first time, then remembered.
 */
export function admissibleKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  const id = toHex(publicKey);
  let answer = answers.get(id);
  if (answer === undefined) {
    answer = hasPrimeOrder(publicKey);
    if (answers.size >= keptAnswers) answers.clear();
    answers.set(id, answer);
  }
  return answer;
}

function hasPrimeOrder(publicKey: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(publicKey, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false; // noble throws for an encoding that is no point
  }
}
