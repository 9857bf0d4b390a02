import { describe, expect, it } from "vitest";
import { diffTerms } from "./diff.ts";
import { type Term, terms } from "./terms.ts";

const pause = (minHours: number, maxHours?: number): Term => ({
  key: "duration",
  type: "duration",
  minHours,
  ...(maxHours === undefined ? {} : { maxHours }),
});
const zone = (extent: "certain_areas" | "line_of_contact", words: string): Term => ({
  key: "zone",
  type: "zone",
  extent,
  words,
});

describe("what moved between two texts", () => {
  it("[PR23] names each term as added, removed, same, changed or of another type, in the later text's order", () => {
    const before = [
      pause(48, 72),
      zone("certain_areas", "areas"),
      { key: "place", type: "place", words: "x" },
    ] as Term[];
    const after = [
      zone("line_of_contact", "the line"),
      pause(48, 72),
      { key: "day", type: "text", words: "y" },
    ] as Term[];
    expect(diffTerms(before, after).map((one) => `${one.key} ${one.change}`)).toEqual([
      "zone changed",
      "duration same",
      "day added",
      "place removed",
    ]);
    expect(diffTerms([pause(1)], [{ key: "duration", type: "text", words: "a day" }])[0]?.change).toBe(
      "retyped",
    );
  });

  it("[PR23] types the move: 48 to 72 hours of June became 24 to 48 of July", () => {
    expect(diffTerms([pause(48, 72)], [pause(24, 48)])[0]).toMatchObject({
      change: "changed",
      moves: [
        { of: "least", unit: "hours", before: 48, after: 24 },
        { of: "most", unit: "hours", before: 72, after: 48 },
      ],
    });
  });

  it("[PR23] types counts, days, words and entries", () => {
    const count = (amount: object) => ({ key: "n", type: "count_per_side", amount, unit: "persons" }) as Term;
    expect(diffTerms([count({ min: 1_000 })], [count({ value: 1_200 })])[0]).toMatchObject({
      moves: [
        { of: "least", before: 1_000, after: 1_200 },
        { of: "most", before: undefined, after: 1_200 },
      ],
    });
    const day = (by: string): Term => ({ key: "d", type: "date_by", what: "x", by });
    expect(diffTerms([day("2025-06-30")], [day("2025-08-31")])[0]).toMatchObject({
      moves: [{ of: "date", days: 62 }],
    });
    const list = (objects: string[]): Term => ({ key: "o", type: "object_list", objects });
    expect(diffTerms([list(["bridge", "dam"])], [list(["dam", "port"])])[0]).toMatchObject({
      moves: [{ of: "entries", field: "objects", added: ["port"], removed: ["bridge"] }],
    });
    expect(diffTerms([zone("certain_areas", "x")], [zone("certain_areas", "y")])[0]).toMatchObject({
      moves: [{ of: "words", field: "words", before: "x", after: "y" }],
    });
    const depth = { ...zone("certain_areas", "x"), depthMetres: 1_500 } as Term;
    expect(diffTerms([zone("certain_areas", "x")], [depth])[0]).toMatchObject({
      moves: [{ of: "most", unit: "metres", before: undefined, after: 1_500 }],
    });
  });

  it("[PR24] no key stands twice in one text", () => {
    expect(terms.safeParse([pause(24), pause(48)]).success).toBe(false);
    expect(terms.safeParse([pause(24), zone("certain_areas", "x")]).success).toBe(true);
  });
});
