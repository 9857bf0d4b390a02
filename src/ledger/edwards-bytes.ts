import { fromHex } from "./bytes.ts";

/** Byte checks on the two halves of an Ed25519 signature: no curve arithmetic, constant small cost. */

// L = 2^252 + 27742317777372353535851937790883648493, the order of the base point, little-endian (RFC 8032 5.1)
const order = bytesOf("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

// y of the eight points of small order, sign bit cleared: 0, 1, p - 1, and the two of order 8
const smallOrderY = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map(bytesOf);

/** Is the number at `bytes[at..at+32)` below L? */
export function isReducedScalar(bytes: Uint8Array, at: number): boolean {
  for (let i = 31; i >= 0; i--) {
    const difference = (bytes[at + i] ?? 0) - (order[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Is y at `bytes[at..at+32)` below p = 2^255 - 19? */
export function isReducedPoint(bytes: Uint8Array, at: number): boolean {
  if (((bytes[at + 31] ?? 0) & 0x7f) !== 0x7f) return true;
  for (let i = 30; i > 0; i--) if (bytes[at + i] !== 0xff) return true;
  return (bytes[at] ?? 0) < 0xed;
}

/** Is y at `bytes[at..at+32)` that of a point of order 1, 2, 4 or 8, whatever the sign bit? */
export function isSmallOrderPoint(bytes: Uint8Array, at: number): boolean {
  return smallOrderY.some((y) => {
    for (let i = 0; i < 31; i++) if (bytes[at + i] !== y[i]) return false;
    return ((bytes[at + 31] ?? 0) & 0x7f) === y[31];
  });
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === undefined) throw new Error(`The constant ${hex} is not hexadecimal.`);
  return bytes;
}
