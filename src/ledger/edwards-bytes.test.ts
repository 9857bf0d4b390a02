import { ed25519 } from "@noble/curves/ed25519.js";
import { expect, it } from "vitest";
import { edgeSignatures, otherEncodings, torsionPoints } from "./edge-signatures.fixture.ts";
import { isReducedPoint, isReducedScalar, isSmallOrderPoint } from "./edwards-bytes.ts";
import { mayBeAccepted } from "./signature.ts";

const { Point } = ed25519;
const order = Point.Fn.ORDER;
const prime = Point.Fp.ORDER;

/** Little-endian, after `before` other bytes. */
function written(value: bigint, before = 0): Uint8Array {
  return Uint8Array.from({ length: before + 32 }, (_, i) =>
    Number((value >> BigInt(8 * (i - before))) & 0xffn),
  );
}

it("[LG4] takes S below L and no other, whatever OpenSSL does", () => {
  for (const [value, reduced] of [
    [0n, true],
    [1n, true],
    [order - 1n, true],
    [order, false],
    [order + 1n, false],
    [order + 256n, false],
    [2n ** 252n, true],
    [2n ** 253n, false],
    [2n ** 256n - 1n, false],
  ] as const) {
    expect(isReducedScalar(written(value), 0)).toBe(reduced);
    expect(isReducedScalar(written(value, 7), 7)).toBe(reduced);
  }
});

it("[LG4] takes y of R below p and no other, whatever OpenSSL does", () => {
  for (let y = prime - 300n; y < 2n ** 255n; y++) {
    expect(isReducedPoint(written(y), 0)).toBe(y < prime);
    expect(isReducedPoint(written(y + 2n ** 255n), 0)).toBe(y < prime);
  }
  expect(isReducedPoint(written(2n ** 248n), 0)).toBe(true);
});

it("[LG4] knows every writing of every point of small order, and no other point", () => {
  const writings = [...torsionPoints().map((point) => point.toBytes()), ...otherEncodings()];
  for (const bytes of writings) {
    const small = Point.fromBytes(bytes, true).isSmallOrder();
    expect(isSmallOrderPoint(bytes, 0) || !isReducedPoint(bytes, 0)).toBe(true);
    if (isReducedPoint(bytes, 0)) expect(isSmallOrderPoint(bytes, 0)).toBe(small);
  }
  for (let i = 1n; i < 50n; i++) expect(isSmallOrderPoint(Point.BASE.multiply(i).toBytes(), 0)).toBe(false);
});

it("[LG4] leaves to OpenSSL only R of large order, S below L and admissible keys", () => {
  const own = Point.BASE.multiply(5n).toBytes();
  const signature = Uint8Array.of(...own, ...new Uint8Array(32));
  expect(mayBeAccepted(own, signature)).toBe(true);
  expect(mayBeAccepted(own, signature.subarray(0, 63))).toBe(false);
  expect(mayBeAccepted(own, Uint8Array.of(...signature, 0))).toBe(false);
  const small = new Set(torsionPoints().map((point) => point.toHex()));
  for (const { publicKey, signature } of edgeSignatures()) {
    if (!mayBeAccepted(publicKey, signature)) continue;
    expect(small.has(Point.fromBytes(signature.subarray(0, 32), false).toHex())).toBe(false);
    expect(Point.fromBytes(publicKey, false).isTorsionFree()).toBe(true);
    expect(isReducedScalar(signature, 32)).toBe(true);
  }
});
