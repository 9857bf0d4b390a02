import { describe, expect, it } from "vitest";
import { importDeviceKey, newDeviceKey, signerOf } from "./device-key.ts";
import { newSigningKey } from "./keys.ts";
import { sign, verifySignature } from "./signature.ts";
import { signerFromKey } from "./signer.ts";
import { newWrappingKey, unwrapSecret, wrapSecret } from "./wrapped-secret.ts";

const message = new TextEncoder().encode("an act");

describe("keys that the platform keeps", () => {
  it("[LG40] sign as any key does, and are not read out", async () => {
    const pair = await newDeviceKey();
    const signer = await signerOf(pair);
    expect(verifySignature(signer.publicKey, message, await signer.sign(message))).toBe(true);
    await expect(crypto.subtle.exportKey("pkcs8", pair.privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey("jwk", pair.privateKey)).rejects.toThrow();
  });

  it("[LG40] are the key of a seed, once it is handed over", async () => {
    const key = newSigningKey();
    const pair = await importDeviceKey(key.seed);
    const signer = await signerOf(pair);
    expect(signer.publicKey).toEqual(key.publicKey);
    expect(await signer.sign(message)).toEqual(sign(key, message));
    expect(await signerFromKey(key).sign(message)).toEqual(sign(key, message));
    expect(signerFromKey(signer)).toBe(signer);
    expect(pair.privateKey.extractable).toBe(false);
    await expect(importDeviceKey(new Uint8Array(31))).rejects.toThrow("32 bytes");
  });

  it("[LG41] open a wrapped secret with the key and for the use that it was wrapped with, and not otherwise", async () => {
    const [key, other] = [await newWrappingKey(), await newWrappingKey()];
    const wrapped = await wrapSecret(key, "AGE-SECRET-KEY", "identity");
    expect(await unwrapSecret(key, wrapped, "identity")).toBe("AGE-SECRET-KEY");
    expect(await unwrapSecret(other, wrapped, "identity")).toBeUndefined();
    expect(await unwrapSecret(key, wrapped, "draft")).toBeUndefined();
    for (let at = 0; at < wrapped.bytes.length; at++) {
      const bytes = wrapped.bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(await unwrapSecret(key, { ...wrapped, bytes }, "identity")).toBeUndefined();
    }
    expect((await wrapSecret(key, "AGE-SECRET-KEY", "identity")).bytes).not.toEqual(wrapped.bytes);
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });
});
