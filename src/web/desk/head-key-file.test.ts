import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKeyFile, signingKeyOf } from "#folder";
import { newSigningKey, toBase64 } from "#ledger";
import { headKeyText, seedInText } from "./head-key-file.ts";

describe("the file of a head's key", () => {
  it("is one that the command line reads, and gives the same key back", async () => {
    const { seed, publicKey } = newSigningKey();
    const text = headKeyText("party-a", seed);
    const folder = await mkdtemp(join(tmpdir(), "parley-head-key-"));
    const path = join(folder, "head.key.json");
    await writeFile(path, text);
    const file = await readKeyFile(path);
    await rm(folder, { recursive: true });
    expect(file).toMatchObject({ use: "head", office: "party-a", member: "party-a-head" });
    expect(signingKeyOf(file).publicKey).toEqual(publicKey);
    expect(seedInText("party-a", text)).toEqual(seed);
  });

  it("is taken for its own office alone, and only whole", () => {
    const { seed } = newSigningKey();
    const text = headKeyText("party-a", seed);
    const other = toBase64(newSigningKey().publicKey);
    expect(seedInText("party-b", text)).toBeUndefined();
    expect(seedInText("party-a", text.replace('"use": "head"', '"use": "device"'))).toBeUndefined();
    expect(seedInText("party-a", text.replace(/"public": "[^"]+"/, `"public": "${other}"`))).toBeUndefined();
    expect(seedInText("party-a", "no JSON")).toBeUndefined();
    expect(seedInText("party-a", "null")).toBeUndefined();
  });
});
