import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { edgeSignatures } from "./edge-signatures.fixture.ts";
import { signingKeyFromSeed } from "./keys.ts";
import * as browser from "./native.browser.ts";
import * as node from "./native.ts";
import { rfc8032Vectors } from "./rfc8032-vectors.fixture.ts";
import { mayBeAccepted } from "./signature.ts";
import type { SignedBytes } from "./verify-many.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));

describe("the two native files", () => {
  const random = seededRandom(9);

  it("[LG39] export the same names", () => {
    expect(Object.keys(browser).toSorted()).toEqual(Object.keys(node).toSorted());
  });

  it("[LG39] hash alike, one by one and many", async () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 900, 65_535]) {
      const bytes = random.bytes(length);
      expect(browser.sha256(bytes)).toEqual(node.sha256(bytes));
      expect(await browser.sha256All([bytes, bytes.subarray(1)])).toEqual(
        await node.sha256All([bytes, bytes.subarray(1)]),
      );
    }
    const source = random.bytes(200);
    const [one, other] = [new Uint8Array(40), new Uint8Array(40)];
    browser.hashNodeInto(source, 3, one, 8);
    node.hashNodeInto(source, 3, other, 8);
    expect(one).toEqual(other);
  });

  it("[LG39] derive and sign alike", () => {
    for (const { seed, publicKey, message, signature } of rfc8032Vectors) {
      expect(browser.ed25519PublicKey(hex(seed))).toEqual(hex(publicKey));
      expect(browser.ed25519Sign(hex(seed), hex(message))).toEqual(hex(signature));
    }
  });

  it("[LG39] accept the same of the edge signatures, one by one and in the pool", async () => {
    let accepted = 0;
    for (const { publicKey, message, signature } of edgeSignatures()) {
      if (!mayBeAccepted(publicKey, signature)) continue;
      const answer = node.ed25519Verify(publicKey, message, signature);
      expect(browser.ed25519Verify(publicKey, message, signature)).toBe(answer);
      expect(await browser.ed25519VerifyInPool(publicKey, message, signature)).toBe(answer);
      if (answer) accepted++;
    }
    expect(accepted).toBe(3);
  });

  it("[LG39] accept the same of signatures that are right, changed by a bit, or of another key", async () => {
    const keys = Array.from({ length: 5 }, () => signingKeyFromSeed(random.bytes(32)));
    let accepted = 0;
    for (let i = 0; i < 500; i++) {
      const { publicKey, message, signature } = spoiled(i);
      if (!mayBeAccepted(publicKey, signature)) continue;
      const answer = node.ed25519Verify(publicKey, message, signature);
      expect(browser.ed25519Verify(publicKey, message, signature)).toBe(answer);
      expect(await browser.ed25519VerifyInPool(publicKey, message, signature)).toBe(answer);
      if (answer) accepted++;
    }
    expect(accepted).toBeGreaterThan(150);
    expect(accepted).toBeLessThan(300);

    function spoiled(i: number): SignedBytes {
      const message = random.bytes(1 + random.below(80));
      const key = random.pick(keys);
      const signature = node.ed25519Sign(key.seed, message);
      const changed = i % 3 === 0 ? message : signature;
      const at = random.below(changed.length);
      if (i % 2 === 0) changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
      return { publicKey: i % 7 === 0 ? random.pick(keys).publicKey : key.publicKey, message, signature };
    }
  });

  it("[LG39] give random bytes, more than a browser gives in one call, and turns", async () => {
    expect(browser.randomBytes(70_000).subarray(-32)).not.toEqual(new Uint8Array(32));
    let ticked = false;
    setTimeout(() => {
      ticked = true;
    }, 1);
    for (let i = 0; i < 100_000 && !ticked; i++) await browser.nextTurn();
    expect(ticked).toBe(true);
  });
});
