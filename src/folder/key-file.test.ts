import { chmodSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { newSealIdentity, sha256, sign, verifySignature } from "#ledger";
import { refusalOf } from "#server/testing";
import { temporaryFolder } from "#store/testing";
import { type KeyFile, keyUses, newKeyFile, readKeyFile, signingKeyOf, writeKeyFile } from "./index.ts";

describe("a key file", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = temporaryFolder();
    path = join(folder, "party-a.key.json");
  });

  it("[FD20] is read as it was written, and signs", async () => {
    for (const use of keyUses) {
      const key = await newKeyFile(use, "party-a", "m1");
      const file = join(folder, `${use}.key.json`);
      await writeKeyFile(file, key);
      expect(await readKeyFile(file)).toEqual(key);
      expect(key.identity === undefined, "only a device reads sealed papers").toBe(use !== "device");
      if (use === "witness") continue; // cosigns, and signs nothing
      const { publicKey } = signingKeyOf(key);
      const message = new TextEncoder().encode("an act");
      expect(verifySignature(publicKey, message, sign(signingKeyOf(key), message))).toBe(true);
    }
  });

  it("[FD21] can be read by its owner alone, and is never written over", async () => {
    const key = await newKeyFile("device", "party-a", "m1");
    await writeKeyFile(path, key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = await readFile(path, "utf8");
    const other = await newKeyFile("device", "party-a", "m1");
    expect((await refusalOf(writeKeyFile(path, other)))?.code).toBe("key.exists");
    expect((await refusalOf(writeKeyFile(`${path}-none/key.json`, other)))?.code).toBe("folder.unwritable");
    chmodSync(path, 0o644);
    expect((await refusalOf(writeKeyFile(path, other)))?.code).toBe("key.exists");
    expect(await readFile(path, "utf8")).toBe(before);
  });

  it("[FD22] that is missing, malformed, or whose parts do not fit is refused in words that show no secret", async () => {
    const key = await newKeyFile("device", "party-a", "m1");
    const other = await newKeyFile("device", "party-a", "m1");
    const { recipient: _, ...withoutRecipient } = key;
    const { identity: __, ...withoutIdentity } = key;
    const spoiled: readonly unknown[] = [
      "",
      "not JSON",
      {},
      { ...key, format: "parley-key/2" },
      { ...key, use: "guest" },
      { ...key, secret: "AAAA" },
      { ...key, secret: `${key.secret} ` },
      { ...key, public: other.public },
      { ...key, secret: other.secret },
      { ...key, identity: other.identity },
      { ...key, recipient: other.recipient },
      { ...key, identity: "AGE-SECRET-KEY-1QQQ" },
      { ...key, identity: `${key.identity}Q` },
      { ...key, recipient: (await newSealIdentity()).recipient },
      { ...key, note: "mine" },
      withoutRecipient,
      withoutIdentity,
    ];
    for (const one of spoiled) {
      await writeFile(path, typeof one === "string" ? one : JSON.stringify(one));
      const problem = await refusalOf(readKeyFile(path));
      expect(problem?.code, JSON.stringify(one)).toBe("key.malformed");
      const shown = JSON.stringify(problem);
      expect(shown.includes(key.secret) || shown.includes(key.identity ?? "none")).toBe(false);
    }
    expect((await refusalOf(readKeyFile(join(folder, "none"))))?.code).toBe("key.malformed");
    expect((await refusalOf(readKeyFile(folder)))?.code).toBe("key.malformed");
  });

  it("[FD23] for a demonstration follows from its seed and says what it is", async () => {
    const seed = sha256(new TextEncoder().encode("a demonstration"));
    const keys: KeyFile[] = [];
    for (let i = 0; i < 2; i++) keys.push(await newKeyFile("head", "party-b", "head", seed));
    expect(keys[0]).toEqual(keys[1]);
    expect(keys[0]?.demonstration).toBe(true);
    expect((await newKeyFile("head", "party-b", "head")).demonstration).toBe(false);
  });
});
