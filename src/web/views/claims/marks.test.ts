import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "#record";
import { randomHistory, swapParties, written } from "#record/testing";
import { deskOf, istanbulFor } from "../../testing/index.ts";
import { marksOf, seriesOf } from "./marks.ts";
import { claims } from "./query.ts";
import type { Told, ToldBySide } from "./told.ts";

const everything = { matter: "all", agreement: "all" } as const;

function told(day: number, part: Partial<Told> = {}): Told {
  const date = `2025-06-${String(day).padStart(2, "0")}`;
  return {
    id: `act-${day}`,
    at: Date.parse(date),
    on: { kind: "day", day: date },
    kind: "single",
    min: 10,
    max: 10,
    isWithheld: false,
    words: "10 persons",
    ...part,
  };
}

function side(place: number, ...numbers: readonly Told[]): ToldBySide {
  return { office: place === 0 ? "party-a" : "party-b", teller: `side ${place}`, place, told: numbers };
}

const withheld = { min: undefined, max: undefined, isWithheld: true } as const;

const numbers = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    kind: fc.constantFrom("single", "incremental", "cumulative"),
    least: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
    more: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
  }),
  { maxLength: 20 },
);

function toldFrom(drawn: typeof numbers extends fc.Arbitrary<infer T> ? T : never): readonly Told[] {
  return drawn.map(({ day, kind, least, more }, i) => {
    const max = more === undefined ? undefined : (least ?? 0) + more;
    const isWithheld = least === undefined && max === undefined;
    return told(day, { id: `act-${i}`, kind, min: least, max, isWithheld });
  });
}

describe("the drawing of numbers over time", () => {
  it("[NU5] adds up a side's own single counts, and leaves additions and totals out", () => {
    const { marks } = seriesOf(
      side(
        0,
        told(1),
        told(2, { kind: "incremental", min: 5, max: 5 }),
        told(3, { kind: "cumulative", min: 99, max: 99 }),
        told(4),
      ),
    );
    expect(marks.map(({ kind, least, most }) => [kind, least, most])).toEqual([
      ["count", 10, 10],
      ["addition", undefined, undefined],
      ["total", 99, 99],
      ["count", 20, 20],
    ]);
  });

  it("[NU5] gives the same line whatever the other side says", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (own, one, other) => {
        const line = (beside: typeof one) =>
          [side(0, ...toldFrom(own)), side(1, ...toldFrom(beside))].map(seriesOf)[0];
        expect(line(one)).toEqual(line(other));
      }),
    );
  });

  it("[NU6] gives an unpublished number no height, and interrupts the line there", () => {
    const { marks, stretches } = seriesOf(side(0, told(1, withheld), told(2), told(3, withheld), told(4)));
    expect(marks.map(({ kind, least }) => [kind, least])).toEqual([
      ["withheld", undefined],
      ["count", 10],
      ["withheld", undefined],
      ["count", 20],
    ]);
    const days = stretches.map((stretch) => stretch.map(({ at }) => new Date(at).getUTCDate()));
    expect(days).toEqual([
      [2, 3],
      [3, 4],
    ]);
    expect(stretches.flat().every(({ least }) => least > 0)).toBe(true);
  });

  it("[NU7] adds the least and the most apart, and keeps an open end open", () => {
    const { marks } = seriesOf(
      side(0, told(1), told(2, { min: 5, max: 8 }), told(3, { max: undefined }), told(4)),
    );
    expect(marks.map(({ least, most }) => [least, most])).toEqual([
      [10, 10],
      [15, 18],
      [25, undefined],
      [35, undefined],
    ]);
  });

  it("[NU8] has a mark for each number that was told, in the order of time", () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const [a, b] = [toldFrom(one), toldFrom(other)];
        const marks = marksOf([side(0, ...a), side(1, ...b)].map(seriesOf));
        expect(marks.length).toBe(a.length + b.length);
        const times = marks.map((mark) => mark.told.at);
        expect(times).toEqual(times.toSorted((x, y) => x - y));
        for (const { place, told: number } of marks) expect(place === 0 ? a : b).toContain(number);
      }),
    );
  });

  it("[NU9] is the swapped drawing where the parties are swapped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { world } = randomHistory(seed, 80);
        const entries = world.entriesFor("host");
        const drawn = (of: typeof entries) =>
          claims(deskOf(fold(of), "host", world.now), everything).plots.map(({ sides }) =>
            marksOf(sides.map(seriesOf)),
          );
        expect(written(drawn(swapParties(entries)))).toBe(written(swapParties(drawn(entries))));
      }),
      { numRuns: 60 },
    );
  });

  it("[NU5] keeps 6,057 and 6,060 apart in the Istanbul example", () => {
    const plots = claims(istanbulFor("public"), everything).plots;
    const bodies = plots.find((one) => one.matter === "remains" && one.from === "Northbank");
    const ends = bodies?.sides.map((one) => {
      const upTo = one.told.filter(({ at }) => at <= Date.parse("2025-06-16"));
      return seriesOf({ ...one, told: upTo }).marks.findLast(({ kind }) => kind === "count")?.least;
    });
    expect(ends?.toSorted()).toEqual([6057, 6060]);
  });
});
