import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readList, rowBytes, writeList } from "./content.ts";
import { diffLists } from "./diff.ts";
import { edtfOf, type ListRow, rowFields, writtenIn } from "./row.ts";

const words = fc.constantFrom(
  "Бондар",
  "Bondar",
  "Ґудзь",
  "Й\u0438\u0306",
  "O’Neil",
  "01.02.1990",
  "лейт.",
  "7",
);
const date = fc.record({ written: words });
const row: fc.Arbitrary<ListRow> = fc.record(
  { key: words, surname: words, given: words, written: words, born: date, number: words, remark: words },
  { requiredKeys: [] },
);
const rows = fc.array(row, { maxLength: 12 });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("the content of a list", () => {
  it("[LS15] reads back to what was written, in its author’s spelling", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, isRevealed) => {
        const secret = isRevealed ? btoa("s".repeat(32)) : undefined;
        const read = readList(writeList(all, secret));
        expect(read).toEqual({ secret, rows: all, faults: [] });
      }),
    );
    const decomposed = "Андри\u0438\u0306"; // another spelling than й, and kept
    expect(readList(writeList([{ given: decomposed }]))?.rows[0]?.given).toBe(decomposed);
  });

  it("[LS15] keeps the number of a line that is not of the form, and tells why", () => {
    const good = text(rowBytes({ surname: "Бондар" }));
    const head = text(writeList([]));
    for (const bad of ['{"surname":""}', '{"priority":1}', "{}x", '{ "surname":"a"}', ""]) {
      const read = readList(new TextEncoder().encode(`${head}${good}\n${bad}\n${good}\n`));
      expect(read?.rows.map((one) => one !== undefined)).toEqual([true, false, true]);
      expect(read?.faults.map((one) => one.line)).toEqual([2]);
      expect(read?.faults[0]?.reason.length).toBeGreaterThan(5);
    }
    for (const none of ["", "x", good, `${head.trim()}`, "\ufeff"])
      expect(readList(new TextEncoder().encode(none))).toBeUndefined();
    expect(readList(Uint8Array.of(0xff, 10))).toBeUndefined();
  });

  it("[LS16] accounts for every line of both versions once", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const changes = diffLists(before, after);
        const seen = (which: "before" | "after") =>
          changes
            .flatMap((one) => (which in one ? [(one as never)[which] as number] : []))
            .toSorted((x, y) => x - y);
        expect(seen("before")).toEqual(before.map((_, i) => i + 1));
        expect(seen("after")).toEqual(after.map((_, i) => i + 1));
        for (const one of changes) {
          if (one.kind !== "same" && one.kind !== "changed") continue;
          const [old, now] = [before[one.before - 1] ?? {}, after[one.after - 1] ?? {}];
          const differing = rowFields.filter((field) => writtenIn(old, field) !== writtenIn(now, field));
          expect(one.kind === "same" ? [] : one.fields).toEqual(differing);
        }
        expect(diffLists(after, after).every((one) => one.kind === "same")).toBe(true);
      }),
    );
  });

  it("[LS16] pairs by the author’s own number, else by what stayed the same, and never by likeness", () => {
    const old = [
      { key: "1", surname: "Бондар", born: { written: "1990" } },
      { surname: "Коваль", number: "77" },
      { surname: "Мельник", born: { written: "1985" } },
    ];
    const now = [
      { surname: "Мельниченко", born: { written: "1985" } },
      { surname: "Коваль", number: "77", rank: "сержант" },
      { key: "1", surname: "Бондарь", born: { written: "1990" } },
    ];
    expect(diffLists(old, now)).toEqual([
      { kind: "added", after: 1 },
      { kind: "changed", before: 2, after: 2, fields: ["rank"] },
      { kind: "changed", before: 1, after: 3, fields: ["surname"] },
      { kind: "removed", before: 3 },
    ]);
  });

  it("[LS17] reads a date as exactly as it was written, and guesses nothing", () => {
    for (const [written, edtf] of [
      ["02.03.1990", "1990-03-02"],
      ["2.3.1990 р.", "1990-03-02"],
      ["1990-03-02", "1990-03-02"],
      ["03.1990", "1990-03"],
      ["1990", "1990"],
      ["бл. 1990", "1990~"],
      ["~1990", "1990~"],
      ["31.02.1990", undefined],
      ["03/04/1990", undefined],
      ["02.03.90", undefined],
      ["весна 1990", undefined],
      ["", undefined],
    ] as const)
      expect(edtfOf(written), written).toBe(edtf);
  });
});
