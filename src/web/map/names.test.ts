import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Named, namePlaces } from "./names.ts";

const size = { width: 400, height: 300 };

describe("names on the map", () => {
  it("[MP11] a name stands on the right, else where it covers no other, else not", () => {
    const names: Named[] = [
      { at: [100, 100], text: "S1" },
      { at: [112, 100], text: "S2" },
      { at: [100, 130], text: "S3" },
      { at: [500, 100], text: "off" },
    ];
    expect(namePlaces(names, size).map((one) => one && [Math.sign(one.dx), Math.sign(one.dy)])).toEqual([
      [-1, 0],
      [1, 0],
      [1, 0],
      undefined,
    ]);
    const crowd = Array.from({ length: 10 }, (_, n): Named => ({ at: [100, 100], text: `S${n}` }));
    expect(namePlaces(crowd, size).filter((one) => one !== undefined)).toHaveLength(4);
  });

  it("[MP11] no name that stands covers another's, wherever the points are", () => {
    const named = fc.record({
      at: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })),
      text: fc.string({ minLength: 1, maxLength: 8 }),
      isLeg: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(named, { maxLength: 60 }), (list) => {
        const boxes = namePlaces(list, size).flatMap((place, n) => {
          const one = list[n];
          if (!place || !one) return [];
          const width = one.text.length * 6.6;
          const left = one.at[0] + place.dx - { start: 0, end: width, middle: width / 2 }[place.anchor];
          return [{ left, right: left + width, y: one.at[1] + place.dy }];
        });
        for (const [n, one] of boxes.entries())
          for (const other of boxes.slice(n + 1))
            expect(one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < 13).toBe(
              false,
            );
      }),
    );
  });
});
