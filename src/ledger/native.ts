/**
 * The platform's own cryptography: the only file of this module that knows Node.
 * A browser gets another file with the same exports, chosen by an import condition.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign as nodeSign,
  verify as nodeVerify,
  randomFillSync,
} from "node:crypto";

// DER headers of RFC 8410 for a raw Ed25519 key: PKCS #8 before the seed, SPKI before the public key
const privateKeyHeader = Buffer.from("302e020100300506032b657004220420", "hex");
const publicKeyHeader = Buffer.from("302a300506032b6570032100", "hex");
const keptPublicKeys = 10_000;

const privateKeys = new WeakMap<Uint8Array, KeyObject>();
const publicKeys = new Map<string, KeyObject>();
const nodeInput = Buffer.alloc(65, 1);

/** Writes SHA-256 of `bytes` at `out[at..at+32)`. Three times as fast by way of a Latin-1 string as of a Buffer. */
function sha256Into(bytes: Uint8Array, out: Uint8Array, at: number): void {
  const digest = hash("sha256", bytes, "binary");
  for (let i = 0; i < 32; i++) out[at + i] = digest.charCodeAt(i);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(32);
  sha256Into(bytes, out, 0);
  return out;
}

/** SHA-256 of bytes that come piece by piece. */
export async function sha256OfPieces(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const whole = createHash("sha256");
  for await (const piece of pieces) whole.update(piece);
  return new Uint8Array(whole.digest());
}

/** SHA-256 of each. */
export async function sha256All(inputs: readonly Uint8Array[]): Promise<Uint8Array[]> {
  return inputs.map(sha256);
}

/** RFC 6962 node hash of the two hashes that lie side by side in `source[from..from+64)`, written to `out[at..at+32)`. */
export function hashNodeInto(source: Uint8Array, from: number, out: Uint8Array, at: number): void {
  for (let i = 0; i < 64; i++) nodeInput[i + 1] = source[from + i] as number; // the caller owns the bounds
  sha256Into(nodeInput, out, at);
}

/** The public key of a 32-byte seed (RFC 8032). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: "der", type: "spki" });
  return new Uint8Array(spki.subarray(publicKeyHeader.length));
}

export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(nodeSign(null, message, privateKeyOf(seed)));
}

export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return nodeVerify(null, message, publicKeyOf(publicKey), signature);
}

/** The same answer from the thread pool, so that several cores work. */
export function ed25519VerifyInPool(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    nodeVerify(null, message, publicKeyOf(publicKey), signature, (error, valid) =>
      error ? reject(error) : resolve(valid),
    );
  });
}

export function randomBytes(length: number): Uint8Array {
  return randomFillSync(new Uint8Array(length));
}

/** Lets timers and input have their turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  let key = privateKeys.get(seed);
  if (key === undefined) {
    key = createPrivateKey({ key: Buffer.concat([privateKeyHeader, seed]), format: "der", type: "pkcs8" });
    privateKeys.set(seed, key);
  }
  return key;
}

function publicKeyOf(publicKey: Uint8Array): KeyObject {
  const id = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.byteLength).toString("latin1");
  let key = publicKeys.get(id);
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.concat([publicKeyHeader, publicKey]), format: "der", type: "spki" });
    if (publicKeys.size >= keptPublicKeys) publicKeys.clear();
    publicKeys.set(id, key);
  }
  return key;
}
