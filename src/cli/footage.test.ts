import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findFfmpeg, runFfmpeg } from "#footage/run";
import { data, run, temporaryFolder } from "./testing/run.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const box = { covers: "face", moments: [0, 900].map((ms) => ({ ms, x: 10, y: 10, w: 40, h: 40 })) };

beforeAll(async () => {
  writeFileSync(at("nothing"), "-");
  writeFileSync(at("cover.json"), JSON.stringify({ boxes: [box], sound: "muted_whole", muted: [] }));
  const picture = "testsrc2=size=160x120:rate=10:duration=1";
  const args = [
    "-f",
    "lavfi",
    "-i",
    picture,
    "-c:v",
    "libvpx",
    "-metadata",
    "title=Place",
    "-f",
    "webm",
    "@out",
  ];
  await runFfmpeg(findFfmpeg(), at("nothing"), at("original.webm"), args, AbortSignal.timeout(60_000));
});

describe("parley footage", () => {
  it("[CM45] says what a file is, and what it says of itself", async () => {
    const found = await data<object>("footage", "inspect", at("original.webm"));
    expect(found).toMatchObject({
      mediaType: "video/webm",
      credentials: { found: "no_credentials" },
      hasMetadata: true,
      bytes: readFileSync(at("original.webm")).length,
    });
    const refused = await run("footage", "inspect", at("cover.json"));
    expect([refused.code === 0, refused.err.includes("footage.unreadable")]).toEqual([false, true]);
  });

  it("[CM46] writes the covered file beside the original, or nothing", async () => {
    const original = readFileSync(at("original.webm"));
    const flags = ["footage", "redact", at("original.webm"), "--cover", at("cover.json")];
    const made = await data<object>(...flags, "--out", at("covered.webm"));
    expect(made).toMatchObject({ mediaType: "video/webm", boxes: 1, sound: "muted_whole" });
    expect(await data("footage", "inspect", at("covered.webm"))).toMatchObject({ hasMetadata: false });
    const there = readFileSync(at("covered.webm"));
    expect((await run(...flags, "--out", at("covered.webm"))).err).toContain("footage.not_made");
    writeFileSync(at("bad.json"), "{}");
    const refused = await run(
      "footage",
      "redact",
      at("original.webm"),
      "--cover",
      at("bad.json"),
      "--out",
      at("x.webm"),
    );
    expect(refused.err).toContain("footage.cover_unreadable");
    expect(readFileSync(at("covered.webm")).equals(there)).toBe(true);
    expect(readFileSync(at("original.webm")).equals(original)).toBe(true);
    expect(readdirSync(folder)).not.toContain("x.webm");
  });
});
