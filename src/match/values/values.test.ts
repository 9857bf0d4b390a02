import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packed, slips } from "../compare/edit.ts";
import { plainCode, plainUnit } from "./codes.ts";
import { birthLevels, compareBirths, dateValues, readDate } from "./date-values.ts";
import { rankStep } from "./ranks.ts";

/** Optimal string alignment by the table of the textbook. */
function aligned(a: readonly number[], b: readonly number[]): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

const level = (a: string, b: string) =>
  birthLevels[compareBirths(dateValues([undefined, readDate(a, 2012), readDate(b, 2012)]), 1, 2)];

describe("values", () => {
  it("[MA7] count slips as the textbook does", () => {
    const text = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 12 }), (a, b, most) => {
        const strings = packed([a, b]);
        const distance = aligned(a, b);
        expect(slips(strings, 0, 1, most)).toBe(Math.min(distance, most + 1));
      }),
    );
    const long = (seed: number) => Array.from({ length: 31 }, (_, i) => (i * seed) % 23);
    expect(slips(packed([long(3), long(5)]), 0, 1, 31)).toBe(aligned(long(3), long(5)));
  });

  it("[MA8] read dates in any usual form", () => {
    for (const text of [
      "05.03.1987",
      "5/3/1987",
      "1987-03-05",
      "19870305",
      "5 березня 1987",
      "5 марта 1987 г.",
      "5 Mart 1987",
      "March 5, 1987",
      "05.03.87",
    ])
      expect(readDate(text, 2012), text).toMatchObject({ year: 1987, month: 3, day: 5 });
    expect(readDate("03.1987", 2012)).toMatchObject({ year: 1987, month: 3, day: 0 });
    expect(readDate("1987", 2012)).toMatchObject({ year: 1987, month: 0, firstYear: 1987, lastYear: 1987 });
    for (const text of ["ca. 1987", "близько 1987", "около 1987", "~1987", "1987 (зі слів)"])
      expect(readDate(text, 2012), text).toMatchObject({ year: 0, firstYear: 1984, lastYear: 1990 });
    expect(readDate("1983/84", 2012)).toMatchObject({ firstYear: 1983, lastYear: 1984 });
    expect(readDate("1980-1985", 2012)).toMatchObject({ firstYear: 1980, lastYear: 1985 });
    expect(readDate("невідомо", 2012)).toBeUndefined();
  });

  it("[MA9] let dates of birth differ only where they cannot meet", () => {
    expect(level("05.03.1987", "05.03.1987")).toBe("same");
    expect(level("05.03.1987", "03.05.1987")).toBe("exchanged");
    expect(level("05.03.1987", "05.03.1988")).toBe("year_slip");
    expect(level("05.03.1987", "15.03.1987")).toBe("digit");
    expect(level("05.03.1987", "1987")).toBe("same_year");
    expect(level("05.03.1987", "ca. 1989")).toBe("overlap");
    expect(level("05.03.1987", "01.01.1987")).toBe("default_day");
    expect(level("05.03.1987", "ca. 1995")).toBe("differs");
    const date = fc
      .tuple(
        fc.integer({ min: 1970, max: 1975 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([y, m, d]) => (m === 0 ? `${y}` : `0${d}.0${m}.${y}`));
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(level(a, b)).toBe(level(b, a));
        if (a === b) expect(["same", "same_year"]).toContain(level(a, b));
      }),
    );
  });

  it("[MA10] read codes and units however they are written", () => {
    expect(plainCode("АВ № 123-456")).toBe(plainCode("AB123456"));
    expect(new Set(["Х4527", "X-4527", "Kh4527", "в/ч Х4527", "unit X-4527"].map(plainUnit)).size).toBe(1);
    expect(
      new Set(["402 бригада", "402nd Brigade", "3 б-н 402 ОМБр", "3 Bn, 402nd Bde", "402 обр"].map(plainUnit))
        .size,
    ).toBe(1);
    expect(rankStep("мол. с-т")).toBe(rankStep("junior sergeant"));
    expect(rankStep("підполковник")).toBe(rankStep("lieutenant colonel"));
    expect(rankStep("рядовой")).toBe(rankStep("солдат"));
  });
});
