import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregated } from "./aggregate.ts";

/** All rows of some length with a sum. */
function rowsOf(length: number, sum: number): number[][] {
  if (length === 1) return [[sum]];
  return Array.from({ length: sum + 1 }, (_, first) => first).flatMap((first) =>
    rowsOf(length - 1, sum - first).map((rest) => [first, ...rest]),
  );
}

const shown = (row: readonly number[]) => {
  const { cells, total } = aggregated(Object.fromEntries(row.map((count, i) => [`c${i}`, count])));
  return { cells: row.map((_, i) => cells[`c${i}`] ?? 0), total };
};

describe("counts that leave the room", () => {
  it("[TN22] show no count from one to four, and show nought", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 10 }), (row) => {
        const { cells, total } = shown(row);
        for (const [i, cell] of cells.entries()) {
          if (cell === "withheld") expect(row[i]).toBeGreaterThan(0);
          else expect(cell === row[i] && (cell === 0 || cell >= 5)).toBe(true);
        }
        if (total !== "withheld") expect(total).toBe(row.reduce((sum, one) => sum + one, 0));
      }),
    );
  });

  it("[TN22] let nobody compute a withheld count, or learn that it is small, from the total and the others", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 10 }), (row) => {
        const { cells, total } = shown(row);
        if (total === "withheld") return;
        const hidden = cells.filter((one) => one === "withheld").length;
        if (hidden === 0) return;
        const left = row.reduce((sum, one, i) => sum + (cells[i] === "withheld" ? one : 0), 0);
        expect(hidden).toBeGreaterThan(1);
        expect(left - (hidden - 1)).toBeGreaterThanOrEqual(5); // any one of them may be five or more
      }),
    );
  });

  it("[TN22] let not even him compute it who knows how the counts are withheld", () => {
    for (let length = 1; length <= 3; length++)
      for (let sum = 0; sum <= 16; sum++) {
        const rows = rowsOf(length, sum);
        const alike = Map.groupBy(rows, (row) => JSON.stringify(shown(row)));
        for (const row of rows) {
          const { cells, total } = shown(row);
          if (total === "withheld") continue; // other sums look the same: the next test
          const others = alike.get(JSON.stringify({ cells, total })) ?? [];
          for (const [i, cell] of cells.entries())
            if (cell === "withheld")
              expect(new Set(others.map((one) => one[i])).size, `${row} at ${i}`).toBeGreaterThan(1);
        }
      }
  });

  it("[TN22] hide the total where it would tell a category of one", () => {
    expect(shown([1])).toEqual({ cells: ["withheld"], total: "withheld" });
    expect(shown([2, 0])).toEqual(shown([1, 0]));
    expect(shown([1, 1])).toEqual({ cells: ["withheld", "withheld"], total: "withheld" });
    expect(shown([1, 100, 200])).toEqual({ cells: ["withheld", "withheld", 200], total: 301 });
    expect(shown([0, 100, 200])).toEqual({ cells: [0, 100, 200], total: 300 });
  });
});
