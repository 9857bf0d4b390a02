import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf } from "./pieces.ts";

describe("a text with spans in it", () => {
  it("[SV3] stays whole, and shows each span where spans overlap", () => {
    expect(
      piecesOf("abcdef", [
        { from: 1, to: 4 },
        { from: 2, to: 6 },
      ]),
    ).toEqual([
      { from: 0, text: "a", in: [] },
      { from: 1, text: "b", in: [0] },
      { from: 2, text: "cd", in: [0, 1] },
      { from: 4, text: "ef", in: [1] },
    ]);
  });

  it("[SV3] gives the very characters of every span", () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), spans, (text, drawn) => {
        const asked = drawn
          .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }))
          .filter(({ from, to }) => from < to && to <= text.length);
        const pieces = piecesOf(text, asked);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        asked.forEach(({ from, to }, n) => {
          const covered = pieces.filter((piece) => piece.in.includes(n)).map((piece) => piece.text);
          expect(covered.join("")).toBe(text.slice(from, to));
        });
      }),
    );
  });
});
