import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "#base";
import { nameIn } from "#record";
import { zipOf } from "../../desk/zip.ts";
import { readListTable, type TableSettings } from "./list-table.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const readTable = (bytes: Uint8Array, settings?: TableSettings) => readListTable("x", bytes, settings);

describe("a table read as a list", () => {
  it("[LV1] is read by its headers in four languages, in UTF-8 and CP1251, with the delimiter found", async () => {
    for (const [text, name] of [
      ["Surname,Given name,Born\nBondar,Ivan,02.03.1990\n", "Bondar Ivan"],
      ["Прізвище;Ім’я;Дата народження\nБондар;Іван;02.03.1990\n", "Бондар Іван"],
      ["Фамилия\tИмя\tДата рождения\nБондарь\tИван\t02.03.1990\n", "Бондарь Иван"],
      ["Soyadı|Adı|Doğum tarihi\nYıldız|İnci|02.03.1990", "Yıldız İnci"],
    ] as const) {
      const { rows, notes, encoding } = await readTable(utf8(text));
      expect([rows.map(nameIn), notes, encoding]).toEqual([[name], [], "utf-8"]);
      expect(rows[0]?.born).toEqual({ written: "02.03.1990", edtf: "1990-03-02" });
    }
    const cp1251 = Uint8Array.of(0xd4, 0xc8, 0xce, 0x0a, 0xc8, 0xe2, 0xe0, 0xed, 0x0a); // ФИО, Иван
    expect(await readTable(cp1251)).toMatchObject({ encoding: "windows-1251", rows: [{ written: "Иван" }] });
  });

  it("[LV1] is a workbook as well", async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const lines = [
      ["ПІБ", "Дата народження"],
      ["Бондар; Іван", "02.03.1990"],
    ].map((cells) => `<row>${cells.map(cell).join("")}</row>`);
    const sheet = `<worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`;
    const book = await zipOf([{ path: "xl/worksheets/sheet1.xml", content: utf8(sheet) }]);
    const bytes = new Uint8Array(await new Blob([...book]).arrayBuffer());
    expect(await readTable(bytes)).toMatchObject({
      encoding: "xlsx",
      rows: [{ written: "Бондар; Іван", born: { edtf: "1990-03-02" } }],
      notes: [],
    });
  });

  it("[LV1] takes columns, and the first line, as a person says", async () => {
    const bytes = utf8("x,y,z\nБондар,1990,тайне\n");
    const found = await readTable(bytes);
    expect(found.notes.map((one) => [one.what, one.words])).toContainEqual(["column_not_taken", "1"]);
    expect([found.hasHeading, found.rows.length]).toEqual([false, 2]); // no person is taken for a heading
    const columns = ["surname", "born", undefined] as const;
    const all = await readTable(bytes, { columns });
    expect(all.rows.map((one) => one.surname)).toEqual(["x", "Бондар"]);
    const mapped = await readTable(bytes, { columns, hasHeading: true });
    expect(mapped.rows).toEqual([{ surname: "Бондар", born: { written: "1990", edtf: "1990" } }]);
    expect(mapped.notes).toEqual([{ line: undefined, what: "column_not_taken", words: "z" }]);
    const other = await readTable(utf8("ПІБ;б\nБондар;1\n"), { encoding: "windows-1251", separator: "," });
    expect(other).toMatchObject({ encoding: "windows-1251", separator: ",", hasHeading: false });
  });

  it("[LV2] tells of everything that was left out or looks odd, and changes no spelling", async () => {
    const text =
      'Held in June\nName,Born,Priority\n"Бондар,\nІван",весна 1990,1\n,,\nКоваль,1990,2,more\n,1991,3\nKoвaль,02.03.1990\n"Ткач,1990,1\n';
    const { rows, notes } = await readTable(utf8(text));
    expect(rows.map((one) => one.written)).toEqual(["Бондар, Іван", "Коваль", undefined, "Koвaль", "Ткач"]);
    expect(notes.map(({ line, what }) => [line, what])).toEqual([
      [undefined, "above_heading"],
      [undefined, "column_not_taken"],
      [3, "unseen_removed"],
      [3, "date_as_written"],
      [5, "empty_line"],
      [6, "cells_beyond"],
      [7, "no_name"],
      [8, "cells_missing"],
      [8, "mixed_letters"],
      [9, "unclosed_quote"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("riority");
  });

  it("[LV2] reads whatever bytes it is given, or refuses them in words", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const read = await readTable(bytes).catch((error: unknown) => error);
        if (read instanceof Error) expect(read).toBeInstanceOf(ProblemError);
      }),
      { numRuns: 60 },
    );
    const cell = fc.string({ unit: "binary", maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (cells) => {
        const quoted = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","));
        const { rows, notes } = await readTable(utf8(`surname,remark\n${quoted.join("\n")}\n`), {
          separator: ",",
        });
        const empty = notes.filter((one) => one.what === "empty_line").length;
        expect(rows.length + empty).toBe(cells.length);
      }),
      { numRuns: 60 },
    );
  });
});
