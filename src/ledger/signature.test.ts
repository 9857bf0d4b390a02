import { ed25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { ed25519Verify } from "#ledger/native";
import { admissibleKey } from "./admission.ts";
import { concatBytes, fromHex } from "./bytes.ts";
import { edgeSignatures, otherEncodings, torsionPoints } from "./edge-signatures.fixture.ts";
import { cosigningKeyFromSeed, keyId, newCosigningKey, newSigningKey, signingKeyFromSeed } from "./keys.ts";
import { rfc8032Vectors } from "./rfc8032-vectors.fixture.ts";
import { sign, verifySignature } from "./signature.ts";
import { type SignedBytes, verifyMany } from "./verify-many.ts";

const { Point } = ed25519;
const hex = (text: string) => fromHex(text) ?? expect.fail(`${text} is not hexadecimal`);

/** The definition, slowly: what both verifiers accept, a key of prime order, R not of small order. */
function acceptedByAll({ publicKey, message, signature }: SignedBytes): boolean {
  return acceptedByBoth({ publicKey, message, signature }) && !isSmall(signature.subarray(0, 32));
}

function acceptedByBoth({ publicKey, message, signature }: SignedBytes): boolean {
  return (
    hasPrimeOrder(publicKey) &&
    ed25519Verify(publicKey, message, signature) &&
    ed25519.verify(signature, message, publicKey, { zip215: false })
  );
}

const primeOrderOf = new Map<string, boolean>();
function hasPrimeOrder(publicKey: Uint8Array): boolean {
  const known = primeOrderOf.get(publicKey.join());
  if (known !== undefined) return known;
  let answer = false;
  try {
    const point = Point.fromBytes(publicKey, false);
    answer =
      !point.is0() &&
      point
        .multiplyUnsafe(Point.Fn.ORDER - 1n)
        .add(point)
        .is0();
  } catch {
    // not the encoding of a point
  }
  primeOrderOf.set(publicKey.join(), answer);
  return answer;
}

function isSmall(bytes: Uint8Array): boolean {
  try {
    return Point.fromBytes(bytes, true).isSmallOrder();
  } catch {
    return false; // not a point at all
  }
}

describe("keys", () => {
  it("[LG1] names a public key by 16 hexadecimal digits that never change", () => {
    const first = rfc8032Vectors[0];
    expect(keyId(hex(first.publicKey))).toBe("4ad6b19035767771");
    expect(keyId(newSigningKey().publicKey)).toMatch(/^[0-9a-f]{16}$/);
  });

  it("[LG2] signs as RFC 8032 does: its vectors", () => {
    for (const vector of rfc8032Vectors) {
      const key = signingKeyFromSeed(hex(vector.seed));
      expect(key.publicKey).toEqual(hex(vector.publicKey));
      expect(sign(key, hex(vector.message))).toEqual(hex(vector.signature));
      expect(verifySignature(key.publicKey, hex(vector.message), hex(vector.signature))).toBe(true);
    }
  });

  it("[LG3] admits keys of prime order in their one encoding, and nothing else", () => {
    const point = Point.BASE.multiply(987654321n);
    expect(admissibleKey(point.toBytes())).toBe(true);
    for (const small of torsionPoints()) {
      expect(admissibleKey(small.toBytes())).toBe(false);
      if (!small.is0()) expect(admissibleKey(point.add(small).toBytes())).toBe(false);
    }
    for (const bytes of otherEncodings()) expect(admissibleKey(bytes)).toBe(false);
    for (const length of [0, 31, 33, 64]) expect(admissibleKey(new Uint8Array(length).fill(9))).toBe(false);
  });

  it("[LG7] lets no signing key cosign and no cosigning key sign", () => {
    // @ts-expect-error a cosigning key is not a signing key
    expect(() => sign(newCosigningKey(), Uint8Array.of(1))).toThrow("must not sign");
    expect(cosigningKeyFromSeed(new Uint8Array(32)).kind).toBe("cosigning");
    expect(() => signingKeyFromSeed(new Uint8Array(31))).toThrow("32 bytes");
  });
});

describe("verifySignature", () => {
  it("[LG4] accepts of the edge cases exactly what every verifier accepts", () => {
    const cases = edgeSignatures();
    const accepted = cases.filter((c) => verifySignature(c.publicKey, c.message, c.signature));
    expect(accepted).toEqual(cases.filter(acceptedByAll));
    // what an OpenSSL may accept besides has the identity as R; that of Node 24 refuses it itself
    const besides = cases.filter((c) => acceptedByBoth(c) && !acceptedByAll(c));
    for (const { signature } of besides) expect(Point.fromBytes(signature.subarray(0, 32)).is0()).toBe(true);
    expect([cases.length, accepted.length]).toEqual([15_876, 3]);
  });

  it("[LG4] agrees with the definition on signatures that are right, changed by a bit, or of another key", () => {
    const random = seededRandom(4);
    const keys = Array.from({ length: 20 }, () => signingKeyFromSeed(random.bytes(32)));
    let accepted = 0;
    for (let i = 0; i < 2000; i++) {
      const message = random.bytes(random.below(80));
      const key = random.pick(keys);
      const signature = sign(key, message);
      const publicKey = Uint8Array.from(i % 7 === 0 ? random.pick(keys).publicKey : key.publicKey);
      const flipped = i % 5 === 0 ? publicKey : i % 3 === 0 ? message : signature;
      if (i % 2 === 0 && flipped.length > 0) {
        const at = random.below(flipped.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
      }
      const answer = verifySignature(publicKey, message, signature);
      expect(answer).toBe(acceptedByAll({ publicKey, message, signature }));
      if (answer) accepted++;
    }
    expect(accepted).toBe(862);
  });

  it("[LG5] answers false to any other bytes, of any length", () => {
    const bytes = fc.uint8Array({ maxLength: 80 });
    fc.assert(fc.property(bytes, bytes, bytes, (a, b, c) => !verifySignature(a, b, c)));
  });
});

describe("verifyMany", () => {
  const random = seededRandom(6);
  const keys = Array.from({ length: 5 }, () => signingKeyFromSeed(random.bytes(32)));
  const items = Array.from({ length: 1500 }, (_, i): SignedBytes => {
    const key = random.pick(keys);
    const message = random.bytes(50);
    const signature = sign(key, message);
    const at = random.below(64);
    if (i % 3 === 0) signature[at] = (signature[at] ?? 0) ^ 4;
    return { publicKey: key.publicKey, message, signature: i % 10 === 0 ? signature.subarray(1) : signature };
  });

  it("[LG6] gives the answers of verifySignature, in order, and tells how far it is", async () => {
    const seen: number[] = [];
    const answers = await verifyMany(items, { onProgress: (done) => seen.push(done) });
    expect(answers).toEqual(items.map((i) => verifySignature(i.publicKey, i.message, i.signature)));
    expect(answers.filter(Boolean).length).toBe(900);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(items.length);
    expect(await verifyMany([])).toEqual([]);
  });

  it("[LG6] stops when it is told to", async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error("enough"));
    await expect(verifyMany(items, { signal: controller.signal, onProgress })).rejects.toThrow("enough");
    await expect(verifyMany(items, { signal: AbortSignal.abort(new Error("never")) })).rejects.toThrow(
      "never",
    );
  });

  it("[LG6] is not held up by keys that cannot be admitted", async () => {
    const bad = torsionPoints().map((point) => ({
      ...(items[1] as SignedBytes),
      publicKey: point.toBytes(),
    }));
    expect(await verifyMany([...bad, items[1] as SignedBytes])).toEqual([...bad.map(() => false), true]);
    expect(concatBytes()).toEqual(new Uint8Array(0));
  });
});
