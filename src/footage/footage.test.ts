import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError, seededRandom } from "#base";
import { beginTrack, boxAt, follow, type Grey, inspectFootage, mostBytes, straightened } from "./index.ts";
import { readCover } from "./run/index.ts";
import { box, claimOf, joined, jpegSegment, movie, pngChunk, storeOf, turnedBy } from "./testing/files.ts";

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

const whole = movie();
const latin = (words: string) => new TextEncoder().encode(words);
/** The least that reads as a picture. */
const jpegWith = (...segments: readonly Uint8Array[]) =>
  joined(
    Uint8Array.of(0xff, 0xd8),
    ...segments,
    jpegSegment(0xc0, new Uint8Array(9)),
    jpegSegment(0xda, new Uint8Array(6)),
    Uint8Array.of(1, 0xff, 0, 2, 0xff, 0xd9),
  );
const jpeg = (exif?: Uint8Array) => jpegWith(...(exif ? [jpegSegment(0xe1, exif)] : []));
const png = (store?: Uint8Array) =>
  joined(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk("IHDR", new Uint8Array(13)),
    ...(store ? [pngChunk("caBX", store)] : []),
    pngChunk("IDAT", new Uint8Array(9)),
    pngChunk("IEND", new Uint8Array(0)),
  );

describe("files of footage", () => {
  it("[FE1] are what their bytes are, or refused with a code", () => {
    expect(inspectFootage(whole).mediaType).toBe("video/mp4");
    expect(inspectFootage(Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0)).mediaType).toBe("video/webm");
    expect(codeOf(() => inspectFootage(new Uint8Array(0)))).toBe("footage.unreadable");
    expect(codeOf(() => inspectFootage(new TextEncoder().encode("<script>alert(1)</script>")))).toBe(
      "footage.unreadable",
    );
    expect(codeOf(() => inspectFootage(new Uint8Array(mostBytes + 1)))).toBe("footage.too_large");
    const huge = box("ftyp", new Uint8Array(8));
    new DataView(huge.buffer).setUint32(0, 0xffffffff);
    expect(codeOf(() => inspectFootage(joined(huge, whole)))).toBe("footage.unreadable");
    for (let cut = 1; cut < whole.length; cut++) {
      const code = codeOf(() => inspectFootage(whole.slice(0, cut)));
      expect([undefined, "footage.unreadable"]).toContain(code);
    }
    expect([inspectFootage(jpeg()).mediaType, inspectFootage(png()).mediaType]).toEqual([
      "image/jpeg",
      "image/png",
    ]);
    for (const picture of [jpeg(), png()])
      for (let cut = 1; cut < picture.length; cut++)
        expect(codeOf(() => inspectFootage(picture.slice(0, cut)))).toBe("footage.unreadable");
    expect(codeOf(() => inspectFootage(joined(box("ftyp", new Uint8Array(4)), box("meta"))))).toBe(
      "footage.unreadable",
    );
    for (const file of [whole, jpeg(turnedBy(6)), png(claimOf({ a: "b" }))])
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(file.length), (noise, at) => {
          const bytes = joined(file.slice(0, at), noise, file.slice(at));
          expect([undefined, "footage.unreadable"]).toContain(codeOf(() => inspectFootage(bytes)));
        }),
        { numRuns: 300 },
      );
  });

  it("[FE2] tell their credentials as claims, and never that they are valid", () => {
    expect(inspectFootage(whole).credentials).toEqual({ found: "no_credentials" });
    const claim = claimOf({ claim_generator: "Camera <script>alert(1)</script>\u202e\n 1.0" });
    expect(inspectFootage(joined(whole, storeOf(claim))).credentials).toEqual({
      found: "credentials_present",
      generator: "Camera <script>alert(1)</script> 1.0",
    });
    const newer = claimOf({ claim_generator_info: [{ name: "Field recorder", version: "2" }] });
    expect(inspectFootage(joined(whole, storeOf(newer))).credentials.generator).toBe("Field recorder");
    expect(inspectFootage(joined(whole, storeOf(Uint8Array.of(0xa1, 0x7b)))).credentials).toEqual({
      found: "credentials_present",
    });
    const store = storeOf(claim);
    store[45] = 0xff;
    expect(inspectFootage(joined(whole, store)).credentials).toEqual({ found: "credentials_unreadable" });
    // the same store in a picture: as one piece of JPEG or two, or as a chunk of PNG
    const bare = storeOf(claim).subarray(8 + 16 + 4 + 9 + 8);
    const piece = (n: number, part: Uint8Array) =>
      jpegSegment(0xeb, latin("JP"), Uint8Array.of(0, 1, 0, 0, 0, n), part);
    const half = joined(bare.subarray(0, 8), bare.subarray(40));
    const said = { found: "credentials_present", generator: "Camera <script>alert(1)</script> 1.0" };
    expect(inspectFootage(jpegWith(piece(1, bare))).credentials).toEqual(said);
    expect(inspectFootage(jpegWith(piece(1, bare.subarray(0, 40)), piece(2, half))).credentials).toEqual(
      said,
    );
    expect(inspectFootage(png(bare)).credentials).toEqual(said);
    expect(inspectFootage(png(bare.subarray(0, 50))).credentials).toEqual({
      found: "credentials_unreadable",
    });
    const nested = storeOf(new Uint8Array(200).fill(0x81));
    expect(inspectFootage(joined(whole, nested)).credentials).toEqual({ found: "credentials_present" });
    expect(inspectFootage(joined(whole, storeOf(claim))).hasMetadata).toBe(true);
  });

  it("[FE3] have boxes that stand at their moments and move straight between them", () => {
    const moments = [
      { ms: 100, x: 10, y: 0, w: 20, h: 20 },
      { ms: 200, x: 30, y: 10, w: 40, h: 20 },
      { ms: 300, x: 30, y: 10, w: 40, h: 20 },
    ];
    expect(boxAt({ moments }, 99)).toBeUndefined();
    expect(boxAt({ moments }, 100)).toEqual({ x: 10, y: 0, w: 20, h: 20 });
    expect(boxAt({ moments }, 150)).toEqual({ x: 20, y: 5, w: 30, h: 20 });
    expect(boxAt({ moments }, 300)).toEqual({ x: 30, y: 10, w: 40, h: 20 });
    expect(boxAt({ moments }, 301)).toBeUndefined();
  });

  it("[FE3] need no moments between which a box moves straight", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 40 }), (places) => {
        const moments = places.map((x, n) => ({ ms: n * 100, x, y: 2 * x, w: 20, h: 20 }));
        const fewer = straightened(moments);
        for (const { ms, x, y } of moments) {
          const box = boxAt({ moments: [...fewer] }, ms);
          if (!box || Math.abs(box.x - x) > 1 || Math.abs(box.y - y) > 1) throw new Error(`It left ${ms}.`);
        }
      }),
    );
    const straight = Array.from({ length: 300 }, (_, n) => ({ ms: n * 100, x: 2 * n, y: n, w: 20, h: 20 }));
    expect(straightened(straight)).toHaveLength(2);
  });

  it("[FE4] are tracked where what is boxed moves as a whole", () => {
    const pattern = 30;
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -24, max: 24 }),
        fc.integer({ min: -24, max: 24 }),
        (seed, dx, dy) => {
          const random = seededRandom(seed);
          const smooth = [random.next() * 3, random.next() * 3, random.next() * 40];
          const shade = (x: number, y: number) =>
            128 +
            60 * Math.sin(x / (4 + (smooth[0] ?? 0))) +
            60 * Math.cos(y / (4 + (smooth[1] ?? 0)) + (smooth[2] ?? 0));
          const frame = (left: number, top: number): Grey => {
            const pixels = new Uint8Array(160 * 120).fill(20);
            for (let y = 0; y < pattern; y++)
              for (let x = 0; x < pattern; x++) pixels[(top + y) * 160 + left + x] = shade(x, y);
            return { width: 160, height: 120, pixels };
          };
          const drawn = { x: 60, y: 45, w: pattern, h: pattern };
          const { track, likeness } = follow(beginTrack(frame(60, 45), drawn), frame(60 + dx, 45 + dy));
          expect(track?.rect).toEqual({ x: 60 + dx, y: 45 + dy, w: pattern, h: pattern });
          expect(likeness).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 60 },
    );
    const grey = { width: 8, height: 8, pixels: new Uint8Array(64) };
    const beyond = beginTrack(grey, { x: -5, y: 90, w: 900, h: 2 });
    expect(beyond.rect).toEqual({ x: 0, y: 6, w: 8, h: 2 });
    expect(follow(beyond, grey)).toEqual({ track: undefined, likeness: 0 }); // of one shade
  });

  it("have plans that are read strictly", () => {
    expect(codeOf(() => readCover("{"))).toBe("footage.cover_unreadable");
    expect(codeOf(() => readCover(JSON.stringify({ boxes: [], sound: "muted_in_spans", muted: [] })))).toBe(
      "footage.cover_unreadable",
    );
    const plain = { boxes: [], sound: "muted_whole", muted: [] };
    expect(readCover(JSON.stringify(plain))).toEqual(plain);
    expect(codeOf(() => readCover(JSON.stringify({ ...plain, "-i": "/etc/passwd" })))).toBe(
      "footage.cover_unreadable",
    );
  });
});
