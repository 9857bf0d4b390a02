import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError, seededRandom } from "#base";
import { boxAt, type Grey, inspectFootage, mostBytes, trackBox } from "./index.ts";
import { readCover } from "./run/index.ts";
import { box, claimOf, joined, movie, storeOf } from "./testing/files.ts";

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
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(whole.length), (noise, at) => {
        const bytes = joined(whole.slice(0, at), noise, whole.slice(at));
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
          const found = trackBox(frame(60, 45), frame(60 + dx, 45 + dy), {
            x: 60,
            y: 45,
            w: pattern,
            h: pattern,
          });
          expect(found).toEqual({ rect: { x: 60 + dx, y: 45 + dy, w: pattern, h: pattern }, difference: 0 });
        },
      ),
      { numRuns: 60 },
    );
    const grey = { width: 8, height: 8, pixels: new Uint8Array(64) };
    expect(trackBox(grey, grey, { x: -5, y: 90, w: 900, h: 2 }).rect).toEqual({ x: 0, y: 6, w: 8, h: 2 });
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
