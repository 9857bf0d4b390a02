/**
 * The platform's cryptography in a browser: the same exports as native.ts, with the same answers. Hashes and single
 * verifications are noble's; many verifications are WebCrypto's, off this thread, where it knows Ed25519.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 as nobleSha256, sha512 } from "@noble/hashes/sha2.js";

const { Point } = ed25519;
const keptPublicKeys = 10_000;
const publicKeys = new Map<string, Promise<CryptoKey>>();
const nodeInput = new Uint8Array(65).fill(1);

export function sha256(bytes: Uint8Array): Uint8Array {
  return nobleSha256(bytes);
}

/** SHA-256 of bytes that come piece by piece. */
export async function sha256OfPieces(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const whole = nobleSha256.create();
  for await (const piece of pieces) whole.update(piece);
  return whole.digest();
}

/** SHA-256 of each, off this thread where the browser lets it: in Chromium three times as fast as noble. */
export async function sha256All(inputs: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const { subtle } = crypto; // absent outside of a secure context
  if (!subtle) return inputs.map(sha256);
  // never shared memory
  const digests = await Promise.all(inputs.map((input) => subtle.digest("SHA-256", input as BufferSource)));
  return digests.map((digest) => new Uint8Array(digest));
}

/** RFC 6962 node hash of the two hashes that lie side by side in `source[from..from+64)`, written to `out[at..at+32)`. */
export function hashNodeInto(source: Uint8Array, from: number, out: Uint8Array, at: number): void {
  for (let i = 0; i < 64; i++) nodeInput[i + 1] = source[from + i] as number; // the caller owns the bounds
  out.set(nobleSha256(nodeInput), at);
}

/** The public key of a 32-byte seed (RFC 8032). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

/**
 * Whether R is, byte for byte, the encoding of [S]B - [k]A, as OpenSSL asks (RFC 8032 5.1.7 without the cofactor).
 * noble's own `verify` multiplies by the cofactor, and would accept an R with a part of small order.
 */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const s = littleEndian(signature.subarray(32, 64));
  if (signature.length !== 64 || s >= Point.Fn.ORDER) return false;
  try {
    const key = Point.fromBytes(publicKey, false);
    const hash = sha512.create().update(signature.subarray(0, 32)).update(publicKey).update(message).digest();
    const k = Point.Fn.create(littleEndian(hash));
    const expected = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k)).toBytes();
    return expected.every((byte, i) => byte === signature[i]);
  } catch {
    return false; // noble throws for an encoding that is no point
  }
}

/** The same answer from the browser's own threads. */
export async function ed25519VerifyInPool(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (!(await knowsEd25519())) return ed25519Verify(publicKey, message, signature);
  const key = await publicKeyOf(publicKey);
  return crypto.subtle.verify("Ed25519", key, signature as BufferSource, message as BufferSource); // never shared memory
}

export function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  // a call gives at most 65,536 bytes
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

const turns: (() => void)[] = [];
let channel: MessageChannel | undefined;

/** Lets timers and input have their turn. A timer would wait 4 ms each time; a message does not. */
export function nextTurn(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => turns.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    turns.push(resolve);
    port2.postMessage(undefined);
  });
}

let known: Promise<boolean> | undefined;

// Chromium knows it from 137 on; outside of a secure context there is no WebCrypto at all.
function knowsEd25519(): Promise<boolean> {
  known ??= (async () => {
    try {
      await importKey(Point.BASE.toBytes());
      return true;
    } catch {
      return false; // noble does it then
    }
  })();
  return known;
}

function publicKeyOf(publicKey: Uint8Array): Promise<CryptoKey> {
  const id = String.fromCharCode(...publicKey);
  let key = publicKeys.get(id);
  if (key === undefined) {
    key = importKey(publicKey);
    if (publicKeys.size >= keptPublicKeys) publicKeys.clear();
    publicKeys.set(id, key);
  }
  return key;
}

async function importKey(publicKey: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", publicKey as BufferSource, "Ed25519", true, ["verify"]); // never shared memory
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}
