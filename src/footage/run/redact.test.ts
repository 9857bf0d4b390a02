import {
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProblemError } from "#base";
import { beginTrack, boxAt, follow, inspectFootage, mostBytes } from "#footage";
import type { CoverPlan } from "#record";
import { box, claimOf, joined, jpegSegment, pngChunk, storeOf, turnedBy } from "../testing/files.ts";
import { findFfmpeg, inspectFile, redactFootage, runFfmpeg } from "./index.ts";
import { redactArguments } from "./redact.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-footage-test-"));
const packaged = findFfmpeg("");
const programs = [packaged, findFfmpeg()].filter((one, n) => n === 0 || one.name !== packaged.name);
let ffmpeg = packaged;
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

/** What is made of these bytes; nothing of it stays on the disk. */
async function covered(
  bytes: Uint8Array,
  cover: CoverPlan,
  options: Parameters<typeof redactFootage>[4] = {},
): Promise<Uint8Array> {
  const [given, made] = [join(folder, "original"), join(folder, "covered")];
  writeFileSync(given, bytes);
  try {
    await redactFootage(ffmpeg, given, made, cover, options);
    return new Uint8Array(readFileSync(made));
  } finally {
    rmSync(made, { force: true });
  }
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

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(programs)("footage covered by $name", (program) => {
  let mp4: Uint8Array;
  let made: Uint8Array;
  beforeAll(async () => {
    ffmpeg = program;
    mp4 = await testFootage("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-f", "mp4");
    made = await covered(mp4, cover);
  }, 240_000);

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
    const mute = await covered(mp4, { boxes: [], sound: "muted_whole", muted: [] });
    await expect(samples(mute)).rejects.toThrow(ProblemError);
  });

  it("[FE7] has nothing of what the original told beside picture and sound", async () => {
    const told = /SECRET|\+50\.1/;
    const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
    expect(told.test(latin(mp4))).toBe(true);
    const signed = joined(mp4, storeOf(claimOf({ claim_generator: "SECRET-CAMERA" })));
    expect(inspectFootage(signed).credentials.found).toBe("credentials_present");
    const clean = await covered(signed, { boxes: [], sound: "sound_kept", muted: [] });
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
    const other = await covered(webm, cover);
    expect([inspectFootage(webm).hasMetadata, inspectFootage(other).hasMetadata]).toEqual([true, false]);
    expect(inspectFootage(other).mediaType).toBe("video/webm");
    expect(told.exec(latin(other))).toBeNull();
  }, 240_000);

  it("[FE8] refuses hostile files with a code, and leaves nothing behind", async () => {
    const codeOf = async (bytes: Uint8Array, signal = limit()) => {
      try {
        await covered(bytes, cover, { signal });
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

  it("[FE9] follows what moves on real video, within 4 pixels, and says when it is hidden", async () => {
    // a face-sized pattern on a way of its own over a moving ground, through a codec; then it goes behind something
    const at = (s: number) => ({ x: 20 + 50 * s + 12 * Math.sin(3 * s), y: 60 + 30 * Math.sin(2 * s) });
    const graph =
      "[1:v]format=yuv420p[it];[0:v][it]overlay=x='20+50*t+12*sin(3*t)':y='60+30*sin(2*t)':eval=frame," +
      "drawbox=x=190:y=0:w=80:h=180:color=gray:t=fill,format=yuv420p[out]";
    const video = await run(new Uint8Array(1), ".mp4", [
      ...["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10:duration=4"],
      ...["-f", "lavfi", "-i", "mandelbrot=size=40x40:rate=10:start_scale=0.4:end_scale=0.4"],
      ...[
        "-filter_complex",
        graph,
        "-map",
        "[out]",
        "-t",
        "4",
        "-c:v",
        "libx264",
        "-crf",
        "28",
        "-f",
        "mp4",
        "@out",
      ],
    ]);
    const raw = await frames(video);
    const frame = (n: number) => ({
      width: 320,
      height: 180,
      pixels: raw.subarray(n * 57_600, (n + 1) * 57_600),
    });
    let track = beginTrack(frame(0), { ...at(0), w: 40, h: 40 });
    let held = 0;
    for (let n = 1; n < 40; n++) {
      const { track: next } = follow(track, frame(n));
      if (!next) break;
      track = next;
      held = n;
      const { x, y } = at(n / 10);
      const off = Math.hypot(
        track.rect.x + track.rect.w / 2 - x - 20,
        track.rect.y + track.rect.h / 2 - y - 20,
      );
      expect(off, `frame ${n}`).toBeLessThan(4);
    }
    // it is whole until 2.5 s, and wholly hidden from 3.3 s on
    expect(held).toBeGreaterThanOrEqual(24);
    expect(held).toBeLessThan(33);
  }, 120_000);

  it("[FE10] pictures are covered as they are shown, and carry nothing else", async ({ skip }) => {
    if (program.name !== "ffmpeg") skip(); // that of the package covers none, and says so
    const still = ["-f", "lavfi", "-i", "testsrc2=size=160x120:rate=1:duration=1", "-frames:v", "1"];
    const plain = await run(new Uint8Array(1), ".jpg", [...still, "-c:v", "mjpeg", "-f", "mjpeg", "@out"]);
    const exif = jpegSegment(0xe1, turnedBy(6), Buffer.from("SECRET-PLACE"));
    const xmp = jpegSegment(
      0xe1,
      Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>"),
    );
    const jpeg = joined(plain.subarray(0, 2), exif, xmp, plain.subarray(2), Buffer.from("SECRET-AFTER"));
    const png = await run(new Uint8Array(1), ".png", [...still, "-c:v", "png", "-f", "image2", "@out"]);
    const told = pngChunk("tEXt", Buffer.from("Author\0SECRET-NAME"));
    const texted = joined(
      png.subarray(0, 33),
      told,
      pngChunk("eXIf", Buffer.from("SECRET-GPS")),
      png.subarray(33),
    );
    // on a picture that is turned a quarter, 120 wide and 160 high as it is shown
    const moments = [0, 1].map((ms) => ({ ms, x: 60, y: 110, w: 40, h: 30 }));
    const plan: CoverPlan = { boxes: [{ covers: "face", moments }], sound: "muted_whole", muted: [] };
    for (const [original, width, height, mediaType] of [
      [jpeg, 120, 160, "image/jpeg"],
      [texted, 160, 120, "image/png"],
    ] as const) {
      expect(inspectFootage(original)).toMatchObject({ mediaType, hasMetadata: true });
      const made = await covered(original, plan);
      expect(inspectFootage(made)).toMatchObject({ mediaType, hasMetadata: false });
      expect(/SECRET|Exif|Lavc|xmp/.exec(Buffer.from(made).toString("latin1"))).toBeNull();
      const shown = await frames(made);
      expect(shown.length).toBe(width * height);
      const shade = (x: number, y: number) => shown[y * width + x] ?? 255;
      for (let y = 110; y < Math.min(height, 140); y++)
        for (let x = 60; x < 100; x++) expect(shade(x, y)).toBeLessThan(24);
      expect(Math.max(...[10, 30, 50].map((y) => shade(20, y)))).toBeGreaterThan(60);
    }
  }, 120_000);

  it("[FE11] a file too long to be held is looked at by its parts, and told where it cannot be covered", async () => {
    const long = join(folder, "long.mp4");
    const head = joined(box("ftyp", Buffer.from("isom")), box("moov", box("mvhd", new Uint8Array(20))));
    const media = mostBytes + 1_000_000;
    const mdat = new Uint8Array(8);
    new DataView(mdat.buffer).setUint32(0, media);
    mdat.set(Buffer.from("mdat"), 4);
    const file = openSync(long, "w");
    writeSync(file, joined(head, mdat));
    truncateSync(long, head.length + media); // a file with a hole
    expect(await inspectFile(long)).toMatchObject({
      mediaType: "video/mp4",
      hasMetadata: false,
      bytes: head.length + media,
    });
    const refused = redactFootage({ ...ffmpeg, name: "@ffmpeg/core" }, long, join(folder, "none.mp4"), cover);
    await expect(refused).rejects.toMatchObject({ problem: { code: "footage.needs_ffmpeg" } });
    truncateSync(long, head.length + media - 5);
    await expect(inspectFile(long)).rejects.toMatchObject({ problem: { code: "footage.unreadable" } });
  });

  it("[FE12] tells how far it is, and ends when it is told to", async () => {
    const told: number[] = [];
    await covered(mp4, cover, { onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBeGreaterThan(1_500);
    const ends = new AbortController();
    const ended = covered(mp4, cover, { signal: ends.signal });
    ends.abort();
    await expect(ended).rejects.toMatchObject({
      problem: { code: "footage.not_made", detail: "It was ended." },
    });
  }, 120_000);
});
