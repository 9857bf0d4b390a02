import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concatBytes } from "./bytes.ts";
import type { SignedBytes } from "./verify-many.ts";

const { Point } = ed25519;
type Point = InstanceType<typeof Point>;
const order = Point.Fn.ORDER;
const prime = Point.Fp.ORDER;

/** A point as an attacker may write it; `scalar` is its part of prime order. */
type Written = { readonly bytes: Uint8Array; readonly scalar: bigint };

function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** The eight points of small order. */
export function torsionPoints(): Point[] {
  const generator = Point.fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
  return Array.from({ length: 8 }, (_, i) => generator.multiplyUnsafe(BigInt(i)));
}

/** Encodings that only ZIP-215 reads: y not below p, or the sign of x = 0 set. */
export function otherEncodings(): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let excess = 0n; excess < 19n; excess++) {
    for (const signBit of [0n, 1n << 255n]) found.push(littleEndian(prime + excess + signBit));
  }
  for (const y of [1n, prime - 1n]) found.push(littleEndian(y + (1n << 255n)));
  return found.filter(isRead);
}

/** Keys or commitments: of prime order, mixed with each point of small order, of small order, and written otherwise. */
function writings(scalar: bigint): Written[] {
  const point = Point.BASE.multiply(scalar);
  const torsion = torsionPoints();
  return [
    ...torsion.map((small) => ({ bytes: point.add(small).toBytes(), scalar })),
    ...torsion.map((small) => ({ bytes: small.toBytes(), scalar: 0n })),
    ...otherEncodings().map((bytes) => ({ bytes, scalar: 0n })),
  ];
}

const keyScalars = [0x1234_5678_9abc_def0_1234_5678n, 3n, order - 5n];
const commitmentScalar = 0x0fed_cba9_8765_4321_0fed_cba9n;

/** Signatures made to divide verifiers, in the manner of the CCTV set (Chalkias, Garillot, Nikolaenko 2020). */
export function edgeSignatures(): SignedBytes[] {
  const cases: SignedBytes[] = [];
  for (const key of keyScalars.flatMap(writings)) {
    for (const commitment of writings(commitmentScalar)) {
      const message = Uint8Array.of(cases.length & 0xff, cases.length >> 8);
      const challenge = numberOf(sha512(concatBytes(commitment.bytes, key.bytes, message))) % order;
      const answer = (commitment.scalar + challenge * key.scalar) % order;
      for (const scalar of [answer, answer + order, 0n]) {
        const signature = concatBytes(commitment.bytes, littleEndian(scalar));
        cases.push({ publicKey: key.bytes, message, signature });
      }
    }
  }
  return cases;
}

function isRead(bytes: Uint8Array): boolean {
  try {
    Point.fromBytes(bytes, true);
    return true;
  } catch {
    return false; // no point of the curve has this y
  }
}
