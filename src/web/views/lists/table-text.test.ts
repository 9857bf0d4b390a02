import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameIn } from "#record";
import { readTable } from "./table-text.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a table read as a list", () => {
  it("[LV1] is read by its headers in four languages, in UTF-8 and CP1251, with the delimiter found", () => {
    for (const [text, name] of [
      ["Surname,Given name,Born\nBondar,Ivan,02.03.1990\n", "Bondar Ivan"],
      ["Прізвище;Ім’я;Дата народження\nБондар;Іван;02.03.1990\n", "Бондар Іван"],
      ["Фамилия\tИмя\tДата рождения\nБондарь\tИван\t02.03.1990\n", "Бондарь Иван"],
      ["Soyadı|Adı|Doğum tarihi\nYıldız|İnci|02.03.1990", "Yıldız İnci"],
    ] as const) {
      const { rows, notes, encoding } = readTable(utf8(text));
      expect([rows.map(nameIn), notes, encoding]).toEqual([[name], [], "utf-8"]);
      expect(rows[0]?.born).toEqual({ written: "02.03.1990", edtf: "1990-03-02" });
    }
    const cp1251 = Uint8Array.of(0xd4, 0xc8, 0xce, 0x0a, 0xc8, 0xe2, 0xe0, 0xed, 0x0a); // ФИО, Иван
    expect(readTable(cp1251)).toMatchObject({ encoding: "windows-1251", rows: [{ written: "Иван" }] });
  });

  it("[LV1] takes columns as a person maps them", () => {
    const bytes = utf8("x,y,z\nБондар,1990,тайне\n");
    expect(readTable(bytes).notes.map((one) => [one.what, one.words])).toContainEqual([
      "column_not_taken",
      "1",
    ]);
    const mapped = readTable(bytes, { columns: ["surname", "born", undefined] });
    expect(mapped.rows).toEqual([{ surname: "Бондар", born: { written: "1990", edtf: "1990" } }]);
    expect(mapped.notes).toEqual([{ line: undefined, what: "column_not_taken", words: "z" }]);
  });

  it("[LV2] tells of everything that was left out or looks odd, and changes no spelling", () => {
    const text =
      'Name,Born,Priority\n"Бондар,\nІван",весна 1990,1\n\nКоваль,1990,2,more\n,1991,3\nKoвaль,02.03.1990,4\n';
    const { rows, notes } = readTable(utf8(text));
    expect(rows.map((one) => one.written)).toEqual(["Бондар, Іван", "Коваль", undefined, "Koвaль"]);
    expect(notes.map(({ line, what }) => [line, what])).toEqual([
      [undefined, "column_not_taken"],
      [2, "unseen_removed"],
      [2, "date_as_written"],
      [3, "empty_line"],
      [4, "cells_beyond"],
      [5, "no_name"],
      [6, "mixed_letters"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("riority");
  });

  it("[LV2] reads whatever bytes it is given", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readTable(bytes)),
      { numRuns: 300 },
    );
    const cell = fc.string({ unit: "binary", maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (cells) => {
        const quoted = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","));
        const { rows, notes } = readTable(utf8(`surname,remark\n${quoted.join("\n")}\n`), {
          delimiter: ",",
          columns: ["surname", "remark"],
        });
        const empty = notes.filter((one) => one.what === "empty_line").length;
        expect(rows.length + empty).toBeGreaterThanOrEqual(cells.length - 1);
      }),
      { numRuns: 200 },
    );
  });
});
