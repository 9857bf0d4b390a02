import * as jsqr from "jsqr";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { codesFrom } from "../../../record/lineday/code.ts";
import { qrOf } from "./qr.ts";

const scale = 4;
// a CommonJS module: what its default is hangs on who loads it
type Decode = typeof jsqr.default.default;
const decode = ("default" in jsqr.default ? jsqr.default.default : jsqr.default) as Decode;

// As a camera sees it: black on white, with the quiet zone, and with some modules gone.
function read(grid: readonly (readonly boolean[])[], torn = new Set<number>()): string | undefined {
  const side = (grid.length + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [y, row] of grid.entries())
    for (const [x, dark] of row.entries()) {
      if (dark === torn.has(y * 21 + x)) continue;
      for (let i = 0; i < scale * scale; i++) {
        const px = (x + 4) * scale + (i % scale);
        const py = (y + 4) * scale + Math.floor(i / scale);
        pixels.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3);
      }
    }
  return decode(pixels, side, side)?.data;
}

describe("a wristband's QR code", () => {
  it("[WL1] is read by another's decoder, for any code", () => {
    for (const code of codesFrom(seededRandom(5).bytes(60 * 8), 60))
      expect(read(qrOf(code)), code).toBe(code);
    for (const text of ["A", "7Z", "0123456789"]) expect(read(qrOf(text))).toBe(text);
  });

  it("[WL1] is read with a part of it torn", () => {
    const [code = ""] = codesFrom(seededRandom(6).bytes(8), 1);
    const torn = new Set([9, 10, 11, 12].flatMap((y) => [10, 11, 12, 13].map((x) => y * 21 + x)));
    expect(read(qrOf(code), torn)).toBe(code);
  });

  it("[WL1] holds nothing but letters and digits, ten at most", () => {
    for (const text of ["", "abc", "ABC DEF", "ABCDEFGHIJK"])
      expect(() => qrOf(text)).toThrow("letters and digits");
  });
});
