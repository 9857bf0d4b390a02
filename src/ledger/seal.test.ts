import { inflateSync } from "node:zlib";
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import * as ageVectors from "cctv-age";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProblemCode, ProblemError } from "#base";
import { sha256 } from "#ledger/native";
import { concatBytes, toHex } from "./bytes.ts";
import { pad, paddedSize, unpad } from "./padding.ts";
import { decryptAge, newSealIdentity, openSeal, seal, sealRecipient } from "./seal.ts";
import { toUtf8 } from "./utf8.ts";

async function refusalOf(work: Promise<unknown>): Promise<ProblemCode | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error; // a bug
  }
}

describe("padding", () => {
  it("[LG32] goes to Padmé sizes: at most 12 % more, few sizes, never less", () => {
    expect([0, 1, 2, 8, 9, 10, 17, 100, 1000, 1025, 65537].map(paddedSize)).toEqual([
      0, 1, 2, 8, 10, 10, 18, 104, 1024, 1088, 67584,
    ]);
    for (let size = 1; size < 100_000; size++) {
      const padded = paddedSize(size);
      expect(padded >= size && padded <= Math.max(size * 1.12, size + 1)).toBe(true);
    }
    const sizes = new Set(Array.from({ length: 1_000_000 }, (_, i) => paddedSize(i)));
    expect(sizes.size).toBeLessThan(300);
    expect(paddedSize(2 ** 40 + 1)).toBe(2 ** 40 + 2 ** 34);
  });

  it("[LG33] gives the exact bytes back, and is the only padding of these bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(unpad(pad(bytes))).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const plain = unpad(bytes);
        if (plain !== undefined) expect(pad(plain)).toEqual(bytes);
      }),
    );
    const padded = pad(new Uint8Array(100).fill(1)); // 108 bytes, padded to 112
    expect(padded.length).toBe(112);
    expect(unpad(padded.map((byte, i) => (i === 111 ? 1 : byte)))).toBeUndefined();
    expect(unpad(padded.subarray(0, 111))).toBeUndefined();
    expect(unpad(concatBytes(padded, new Uint8Array(8)))).toBeUndefined();
    expect(unpad(padded.map((byte, i) => (i === 0 ? 255 : byte)))).toBeUndefined();
    expect(unpad(new Uint8Array(7))).toBeUndefined();
  });
});

describe("seals", () => {
  it("[LG33] open to the exact bytes for each recipient, and all sizes in a bucket look alike", async () => {
    const [a, b] = [await newSealIdentity(), await newSealIdentity()];
    const plaintext = toUtf8("Найближчий коридор: 09:00–13:00");
    const file = await seal(plaintext, [a.recipient, b.recipient]);
    expect(await openSeal(file, [a.identity])).toEqual(plaintext);
    expect(await openSeal(file, [b.identity])).toEqual(plaintext);
    expect(await openSeal(await seal(new Uint8Array(0), [a.recipient]), [a.identity])).toEqual(
      new Uint8Array(0),
    );
    const sizes = [993, 1000, 1016].map(
      async (size) => (await seal(new Uint8Array(size), [a.recipient])).length,
    );
    expect(new Set(await Promise.all(sizes)).size).toBe(1);
    expect(await sealRecipient(a.identity)).toBe(a.recipient);
  });

  it("[LG34] tell an identity that does not fit from a damaged file", async () => {
    const [mine, other] = [await newSealIdentity(), await newSealIdentity()];
    const file = await seal(new Uint8Array(500).fill(3), [mine.recipient]);
    expect(await refusalOf(openSeal(file, [other.identity]))).toBe("ledger.seal_not_for_identity");
    expect(await refusalOf(openSeal(file, []))).toBe("ledger.seal_not_for_identity");
    expect(await refusalOf(openSeal(file, [mine.identity.slice(0, -1)]))).toBe(
      "ledger.seal_identity_malformed",
    );
    expect(await refusalOf(sealRecipient("AGE-SECRET-KEY-1"))).toBe("ledger.seal_identity_malformed");
    for (const end of [0, 10, file.length - 1]) {
      expect(await refusalOf(openSeal(file.subarray(0, end), [mine.identity]))).toBe("ledger.seal_damaged");
    }
    for (let at = 0; at < file.length; at += 61) {
      const bent = file.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(await refusalOf(openSeal(bent, [mine.identity]))).toMatch(/^ledger\.seal_/);
    }
    const last = file.map((byte, i) => (i === file.length - 1 ? byte ^ 1 : byte));
    expect(await refusalOf(openSeal(last, [mine.identity]))).toBe("ledger.seal_damaged");
    // an age file that is no seal
    const encrypter = new Encrypter();
    encrypter.addRecipient(mine.recipient);
    expect(await refusalOf(openSeal(await encrypter.encrypt("unpadded"), [mine.identity]))).toBe(
      "ledger.seal_damaged",
    );
  });

  it("[LG35] are made only to hybrid recipients, and to at least one", async () => {
    const classical = await identityToRecipient(await generateX25519Identity());
    const { recipient } = await newSealIdentity();
    expect(await refusalOf(seal(new Uint8Array(1), [recipient, classical]))).toBe(
      "ledger.recipient_malformed",
    );
    expect(await refusalOf(seal(new Uint8Array(1), [recipient.slice(0, -1)]))).toBe(
      "ledger.recipient_malformed",
    );
    await expect(seal(new Uint8Array(1), [])).rejects.toThrow("at least one");
  });
});

describe("the CCTV age test kit", () => {
  const vectors = Object.entries(ageVectors as unknown as Record<string, Uint8Array>); // its types are loose

  it("[LG36] has 143 files, and age-encryption passes all of them", async () => {
    const failed: string[] = [];
    for (const [name, bytes] of vectors) if (!(await passes(bytes))) failed.push(name);
    expect(failed).toEqual([]);
    expect(vectors.length).toBe(143);
  }, 120_000);
});

/** Does the file open exactly when it must, to the payload it declares, or fail with the right problem? */
async function passes(vector: Uint8Array): Promise<boolean> {
  const split = vector.findIndex((byte, i) => byte === 10 && vector[i + 1] === 10);
  const header = new TextDecoder().decode(vector.subarray(0, split));
  const fields = header.split("\n").map((line) => line.split(": "));
  const all = (key: string) => fields.flatMap(([name, value = ""]) => (name === key ? [value] : []));
  const body = vector.slice(split + 2);
  const file = all("compressed")[0] === "zlib" ? new Uint8Array(inflateSync(body)) : body;
  const outcome = await opened(file, all);
  const wanted = all("expect")[0];
  if (wanted === "success") return outcome === all("payload")[0];
  if (outcome === "other failure") return all("armored")[0] === "yes" || all("passphrase").length > 0;
  return outcome === (wanted === "no match" ? "ledger.seal_not_for_identity" : "ledger.seal_damaged");
}

/** SHA-256 of the payload, or the code of the problem. Armour and passphrases are no part of our face. */
async function opened(file: Uint8Array, all: (key: string) => string[]): Promise<string> {
  try {
    const text = () => new TextDecoder("utf-8", { fatal: true }).decode(file);
    const age = all("armored")[0] === "yes" ? armor.decode(text()) : file;
    if (all("passphrase").length === 0) return toHex(sha256(await decryptAge(age, all("identity"))));
    const decrypter = new Decrypter();
    for (const passphrase of all("passphrase")) decrypter.addPassphrase(passphrase);
    return toHex(sha256(await decrypter.decrypt(age)));
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : "other failure";
  }
}
