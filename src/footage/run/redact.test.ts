import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProblemError } from "#base";
import { boxAt, inspectFootage } from "#footage";
import type { CoverPlan } from "#record";
import { claimOf, joined, storeOf } from "../testing/files.ts";
import { findFfmpeg, redactFootage, runFfmpeg } from "./index.ts";
import { redactArguments } from "./redact.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-footage-test-"));
const ffmpeg = findFfmpeg();
const limit = () => AbortSignal.timeout(120_000);
const width = 160;
const height = 120;
const fps = 10;
const seconds = 2;

async function run(input: Uint8Array, ending: string, args: readonly string[]): Promise<Uint8Array> {
  const [given, made] = [join(folder, "input"), join(folder, `output${ending}`)];
  writeFileSync(given, input);
  await runFfmpeg(ffmpeg, given, made, args, limit());
  return new Uint8Array(readFileSync(made));
}

/** A moving test picture with a tone, made by ffmpeg itself: nobody is in it. */
function testFootage(...encoder: readonly string[]): Promise<Uint8Array> {
  const picture = `testsrc2=size=${width}x${height}:rate=${fps}:duration=${seconds}`;
  const args = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", `sine=frequency=440:duration=${seconds}`];
  const told = [
    "-metadata",
    "title=SECRET-TITLE",
    "-metadata",
    "location=+50.1+030.1/",
    "-metadata",
    "artist=SECRET-NAME",
  ];
  return run(new Uint8Array(1), encoder.at(-1) === "webm" ? ".webm" : ".mp4", [
    ...args,
    ...told,
    ...encoder,
    "@out",
  ]);
}

const frames = (bytes: Uint8Array) =>
  run(bytes, ".raw", ["-i", "@in", "-f", "rawvideo", "-pix_fmt", "gray", "@out"]);
const samples = async (bytes: Uint8Array) => {
  const raw = await run(bytes, ".pcm", [
    "-i",
    "@in",
    "-vn",
    "-f",
    "s16le",
    "-ac",
    "1",
    "-ar",
    "8000",
    "@out",
  ]);
  return new Int16Array(raw.buffer, 0, raw.length / 2);
};

const moving: CoverPlan["boxes"][number] = {
  covers: "face",
  moments: [
    { ms: 500, x: 11, y: 21, w: 31, h: 25 },
    { ms: 1_000, x: 71, y: 41, w: 41, h: 35 },
    { ms: 1_500, x: 71, y: 61, w: 41, h: 35 },
  ],
};
const cover: CoverPlan = { boxes: [moving], sound: "muted_in_spans", muted: [{ from: 500, to: 1_200 }] };

describe(`footage covered by ${ffmpeg.name}`, () => {
  let mp4: Uint8Array;
  let made: Uint8Array;
  beforeAll(async () => {
    mp4 = await testFootage("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-f", "mp4");
    made = await redactFootage(ffmpeg, mp4, cover);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("[FE5] is black under each box in every frame of its time, and as it was elsewhere", async () => {
    const [before, after] = [await frames(mp4), await frames(made)];
    expect(after.length).toBe(before.length);
    expect(after.length).toBe(width * height * fps * seconds);
    for (let n = 0; n < fps * seconds; n++) {
      const rect = boxAt(moving, (n * 1_000) / fps);
      const frame = after.subarray(n * width * height, (n + 1) * width * height);
      if (rect)
        for (let y = Math.floor(rect.y); y < rect.y + rect.h; y++)
          for (let x = Math.floor(rect.x); x < rect.x + rect.w; x++)
            if ((frame[y * width + x] ?? 255) > 24) throw new Error(`Frame ${n} shows ${x}, ${y}.`);
      // far from any box the picture is the same but for what encoding costs
      const still = before.subarray(n * width * height, n * width * height + width * 8);
      const off = still.reduce((sum, shade, i) => sum + Math.abs(shade - (frame[i] ?? 0)), 0) / still.length;
      expect(off).toBeLessThan(12);
    }
  });

  it("[FE6] is silent in its muted spans, and without sound where all is muted", async () => {
    const sound = await samples(made);
    const loudest = (from: number, to: number) =>
      sound.subarray(from * 8, to * 8).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    expect(loudest(520, 1_180)).toBeLessThan(40);
    expect(loudest(100, 400)).toBeGreaterThan(1_000);
    expect(loudest(1_400, 1_900)).toBeGreaterThan(1_000);
    const mute = await redactFootage(ffmpeg, mp4, { boxes: [], sound: "muted_whole", muted: [] });
    await expect(samples(mute)).rejects.toThrow(ProblemError);
  });

  it("[FE7] has nothing of what the original told beside picture and sound", async () => {
    const told = /SECRET|\+50\.1/;
    const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
    expect(told.test(latin(mp4))).toBe(true);
    const signed = joined(mp4, storeOf(claimOf({ claim_generator: "SECRET-CAMERA" })));
    expect(inspectFootage(signed).credentials.found).toBe("credentials_present");
    const clean = await redactFootage(ffmpeg, signed, { boxes: [], sound: "sound_kept", muted: [] });
    for (const file of [made, clean]) {
      expect(told.exec(latin(file))).toBeNull();
      expect(/Lav[fc]\d/.exec(latin(file))?.[0]).toBeUndefined();
      expect(inspectFootage(file)).toEqual({
        mediaType: "video/mp4",
        credentials: { found: "no_credentials" },
        hasMetadata: false,
      });
    }
    const webm = await testFootage("-c:v", "libvpx", "-c:a", "libopus", "-f", "webm");
    const other = await redactFootage(ffmpeg, webm, cover);
    expect([inspectFootage(webm).hasMetadata, inspectFootage(other).hasMetadata]).toEqual([true, false]);
    expect(inspectFootage(other).mediaType).toBe("video/webm");
    expect(told.exec(latin(other))).toBeNull();
  }, 240_000);

  it("[FE8] refuses hostile files with a code, and leaves nothing behind", async () => {
    const codeOf = async (bytes: Uint8Array, signal = limit()) => {
      try {
        await redactFootage(ffmpeg, bytes, cover, { signal });
        return undefined;
      } catch (error) {
        if (error instanceof ProblemError) return error.problem.code;
        throw error;
      }
    };
    const mine = () =>
      readdirSync(tmpdir()).filter((name) => /^parley-footage-[A-Za-z0-9]{6}$/.test(name)).length;
    const before = mine();
    const foreign = Buffer.from(mp4);
    foreign.write("<svg", foreign.indexOf("avc1", foreign.indexOf("stsd")), "latin1");
    expect(await codeOf(new Uint8Array(foreign))).toBe("footage.not_made");
    expect(await codeOf(mp4.slice(0, mp4.length / 2))).toBe("footage.unreadable");
    expect(await codeOf(new TextEncoder().encode("#EXTM3U\nfile:///etc/passwd"))).toBe("footage.unreadable");
    expect(await codeOf(mp4, AbortSignal.timeout(1))).toBe("footage.not_made");
    expect(mine()).toBeLessThanOrEqual(before);
    expect(() => findFfmpeg("", false)).toThrow(ProblemError);
    expect(redactArguments("video/mp4", cover)).toContain("-protocol_whitelist");
  }, 240_000);
});
