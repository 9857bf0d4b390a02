import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "#base";
import { inflated, readTable, type Table } from "./index.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = (table: Table) =>
  Array.from({ length: table.rows }, (_, row) =>
    table.columns.map(({ cells, values }) => values[cells[row]!]),
  );

/** A zip with these files, packed. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = new Uint8Array(deflateRawSync(utf8(text)));
    const head = (signature: number, length: number) => {
      const bytes = new Uint8Array(length);
      new DataView(bytes.buffer).setUint32(0, signature, true);
      return { bytes, view: new DataView(bytes.buffer) };
    };
    const local = head(0x04034b50, 30);
    local.view.setUint16(8, 8, true);
    local.view.setUint16(26, utf8(name).length, true);
    const entry = head(0x02014b50, 46);
    entry.view.setUint16(10, 8, true);
    entry.view.setUint32(20, packed.length, true);
    entry.view.setUint16(28, utf8(name).length, true);
    entry.view.setUint32(42, at, true);
    parts.push(local.bytes, utf8(name), packed);
    directory.push(entry.bytes, utf8(name));
    at += 30 + utf8(name).length + packed.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(10, Object.keys(files).length, true);
  view.setUint32(16, at, true);
  const all = [...parts, ...directory, end];
  const out = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of all) {
    out.set(part, place);
    place += part.length;
  }
  return out;
}

describe("reading lists", () => {
  it("[LI1] reads what is written, whatever separates the cells", async () => {
    const cell = fc.stringMatching(/^[a-zа-яіїє"',; \n|]{0,8}$/).map((text) => text.trim());
    const grid = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), cell, cell), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom(",", ";", "\t", "|"), async (rows, separator) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [["first", "second", "third"], ...rows]
          .map((row) => row.map(quoted).join(separator))
          .join("\r\n");
        const table = await readTable("x.csv", utf8(text));
        expect(rowsOf(table)).toEqual(rows);
        expect(table.problems).toEqual([]);
      }),
    );
  });

  it("[LI2] tells encodings apart", async () => {
    const text = "Прізвище;Ім'я\nЩербаненко;Їжак\n";
    const windows = Uint8Array.from(
      [...text].map((letter) => {
        const code = letter.charCodeAt(0);
        if (code < 128) return code;
        const special: Readonly<Record<string, number>> = { і: 0xb3, ї: 0xbf, Ї: 0xaf };
        return special[letter] ?? code - 0x410 + 0xc0;
      }),
    );
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);
    for (const [bytes, encoding] of [
      [utf8(text), "utf-8"],
      [utf8(`\uFEFF${text}`), "utf-8"],
      [wide, "utf-16le"],
      [windows, "windows-1251"],
    ] as const) {
      const table = await readTable("x.csv", bytes);
      expect(table.encoding).toBe(encoding);
      expect(table.columns[0]?.heading).toBe("Прізвище");
      expect(rowsOf(table)).toEqual([["Щербаненко", "Їжак"]]);
    }
    const turkish = Uint8Array.from(
      [..."soyad;ad\n", "\xde", ..."ahin;I\xfd"].map((letter) => letter.charCodeAt(0)),
    );
    expect(rowsOf(await readTable("x.csv", turkish))).toEqual([["Şahin", "Iı"]]);
  });

  it("[LI3] reads the first sheet of a workbook", async () => {
    const bytes = zip({
      "xl/workbook.xml": '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>',
      "xl/sharedStrings.xml":
        "<sst><si><t>ПІБ</t></si><si><r><t>Дубо</t></r><r><t>венко &amp; Ко</t></r></si></sst>",
      "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      "xl/worksheets/sheet2.xml":
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Дата народження</t></is></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>31413</v></c></row></sheetData></worksheet>',
    });
    const table = await readTable("x.xlsx", bytes);
    expect(table.columns.map(({ heading }) => heading)).toEqual(["ПІБ", "", "Дата народження"]);
    expect(rowsOf(table)).toEqual([["Дубовенко & Ко", "", "1986-01-01"]]);
  });

  it("[LI4] reads what is packed with gzip", async () => {
    const table = await readTable("x.csv.gz", new Uint8Array(gzipSync("a,b\n1,2\n")));
    expect(rowsOf(table)).toEqual([["1", "2"]]);
  });

  it("[LI10] does not read what unpacks to more than memory should hold", async () => {
    const bomb = deflateRawSync(Buffer.alloc(3_000_000));
    expect(bomb.length).toBeLessThan(4_000);
    await expect(inflated(bomb, "deflate-raw", 2_999_999)).rejects.toThrow("more than it can hold");
    expect((await inflated(bomb, "deflate-raw", 3_000_000)).length).toBe(3_000_000);
    const large = gzipSync(Buffer.alloc(401_000_000, 44), { level: 1 });
    await expect(readTable("x.csv.gz", large)).rejects.toMatchObject({
      problem: { code: "lists.unreadable" },
    });
  });

  it("[LI8] reads as a person says, where he knows better", async () => {
    const cp1251 = Uint8Array.of(0xcf, 0x2c, 0xc1, 0x3b, 0x61, 0x0a, 0xc8, 0x2c, 0xc9, 0x3b, 0x62); // П,Б;a and И,Й;b
    const read = await readTable("x", cp1251, { encoding: "windows-1251", separator: "," });
    expect(read).toMatchObject({ encoding: "windows-1251", separator: ",", heading: 1 });
    expect(rowsOf(read)).toEqual([["И", "Й;b"]]);
    const sheet =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>ПІБ; ім’я</t></is></c></row><row><c t="inlineStr"><is><t>Х</t></is></c></row></sheetData></worksheet>';
    const book = await readTable("x", zip({ "xl/worksheets/sheet1.xml": sheet }), {
      encoding: "utf-16le",
      separator: ";",
    });
    expect([book.encoding, book.columns.map(({ heading }) => heading)]).toEqual(["xlsx", ["ПІБ; ім’я"]]);
  });

  it("[LI5] passes over titles above the heading", async () => {
    const table = await readTable("x.csv", utf8("Список № 4\n\nno,surname\n1,Х\n"));
    expect(table.columns.map(({ heading }) => heading)).toEqual(["no", "surname"]);
    expect([...table.lines]).toEqual([4]);
  });

  it("[LI6] drops no row, and reports those that are not as they should be", async () => {
    const table = await readTable("x.csv", utf8('a,b\n1\n2,3,4\n5,"6\n7,8\n'));
    expect(rowsOf(table).map(([first]) => first)).toEqual(["1", "2", "5", "7"]);
    expect(table.problems).toEqual([
      { line: 2, kind: "too_few_cells", cells: 1 },
      { line: 3, kind: "too_many_cells", cells: 3 },
      { line: 4, kind: "unclosed_quote", cells: 2 },
    ]);
  });

  it("[LI9] reports each row with bytes that are no letters, and reads all others as they are", async () => {
    const long = Array.from({ length: 20 }, (_, i) => `${i};Щербаненко;Їжак`).join("\n");
    const broken = new Uint8Array([
      ...utf8(`no;surname;given\n${long}\n20;Щер`),
      0xd0,
      ...utf8(`ненко;"Ї\n`),
      0xff,
      ...utf8(`ак"\n21;Дубовенко;Олег\n22;Б\0б;Я`),
      0xd1,
    ]);
    for (const bytes of [broken, new Uint8Array([0xef, 0xbb, 0xbf, ...broken])]) {
      const { encoding, problems, ...table } = await readTable("x.csv", bytes);
      expect(encoding).toBe("utf-8");
      expect(rowsOf({ encoding, problems, ...table }).slice(19)).toEqual([
        ["19", "Щербаненко", "Їжак"],
        ["20", "Щер\uFFFDненко", "Ї\n\uFFFDак"],
        ["21", "Дубовенко", "Олег"],
        ["22", "Б\0б", "Я\uFFFD"],
      ]);
      expect(problems).toEqual([
        { line: 22, kind: "unreadable_bytes", cells: 3 },
        { line: 25, kind: "unreadable_bytes", cells: 3 },
      ]);
    }
    // windows-1251 has a letter for every byte but one
    const letters = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte >= 0x80);
    const rows = letters.flatMap((byte) => [...utf8("a;"), 0xc8, 0xe2, 0xe0, byte, 0x0a]);
    const page = await readTable("x.csv", new Uint8Array([...utf8("no;surname\n"), ...rows]));
    expect([page.encoding, page.rows]).toEqual(["windows-1251", 128]);
    expect(page.problems).toEqual([{ line: 2 + 0x98 - 0x80, kind: "unreadable_bytes", cells: 2 }]);
  });

  it("[LI7] refuses what cannot be read", async () => {
    for (const bytes of [
      utf8(""),
      utf8("only,a,heading\n"),
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1),
      Uint8Array.of(0x1f, 0x8b, 8, 1),
    ])
      await expect(readTable("x", bytes)).rejects.toThrow(ProblemError);
  });
});
