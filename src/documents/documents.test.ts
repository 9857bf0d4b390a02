import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { languages, loadScreens } from "#i18n/screens";
import { documentForms } from "./forms.ts";
import { type DocumentKind, documentKinds, type Faces, faceParts, makeDocument } from "./index.ts";

const read = (part: string, weight: number) =>
  readFile(
    fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${part}-${weight}-normal.woff`)),
  );
const faces: Faces = {
  plain: await Promise.all(faceParts.map((part) => read(part, 400))),
  bold: await Promise.all(faceParts.map((part) => read(part, 700))),
};

const person = {
  surname: "Вигаданий-Ґудзь",
  firstNames: "Ілля Їжакевич",
  fatherFirstName: "Öğünç Şığ İpek",
  rank: "Sergeant",
  powerOfOrigin: "Northbank",
  birthDate: "1990-02-03",
  captured: "2025-05-01, the bridge",
  health: "slightly_wounded",
} as const;
const made = { on: "2025-07-02", from: "Bureau of Southbank", to: "Bureau of Northbank" };
const contents: { readonly [K in DocumentKind]: object } = {
  notification: { ...made, persons: [person, { ...person, nextOfKin: null }] },
  card: { ...made, person },
  list: {
    ...made,
    title: "Held persons, version 3",
    rows: Array.from({ length: 120 }, (_, i) => ({
      line: i + 1,
      name: `Вигаданий Олексій ${i + 1}`,
      birthDate: "1991-01-02",
      answer: "acknowledged",
    })),
    digest: "9f".repeat(32),
    receipts: [{ by: "Northbank, exchange office", at: "2025-07-02 10:00 UTC", fingerprint: "ab12 cd34" }],
  },
  certificate: { ...made, person, death: { deathDate: "2025-06-30", grave: "Row 4, no. 7" } },
  extract: { ...made, name: "Ілля Вигаданий", returned: true, day: "2025-07-01", reach: "Ward 2" },
};

async function pdfOf(kind: DocumentKind, content: object, language: (typeof languages)[number] = "en") {
  const pdf = await makeDocument(kind, content, await loadScreens(language), faces);
  if ("where" in pdf) throw new Error(pdf.where);
  return pdf;
}

/** What a reader can select: the glyphs of each page, by the maps to Unicode that the file carries. */
function textIn(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString("latin1");
  const streams = new Map<string, string>();
  for (const [, id = "", object = ""] of file.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) {
    const body = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1];
    if (body !== undefined) streams.set(id, unpacked(body));
  }
  const maps = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = "", id = ""] of file.matchAll(/\/BaseFont \/(\S+)[\s\S]*?\/ToUnicode (\d+) 0 R/g))
    maps.set(name, unicodeOf(streams.get(id) ?? ""));
  const all = new Map([...maps.values()].flatMap((map) => [...map]));
  expect(maps.size).toBeGreaterThan(0);
  // glyphs of several fonts share numbers: each run is read by every font, and one of them spells it
  return [...streams.values()]
    .flatMap((body) => [...body.matchAll(/<([0-9A-F]+)> Tj/g)])
    .map(([, hex = ""]) =>
      [...maps.values(), all]
        .map((map) => hex.replaceAll(/..../g, (glyph) => map.get(glyph) ?? ""))
        .join("|"),
    )
    .join("\n");
}

function unpacked(body: string): string {
  try {
    return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
  } catch {
    return body; // not packed
  }
}

function unicodeOf(map: string): ReadonlyMap<string, string> {
  return new Map(
    [...map.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4,})>/g)].map(([, glyph = "", unicode = ""]) => [
      glyph.toUpperCase(),
      String.fromCodePoint(...(unicode.match(/..../g) ?? []).map((one) => Number.parseInt(one, 16))),
    ]),
  );
}

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b(?!s)/g)?.length;

describe("documents on paper", () => {
  it.each(languages)("[DC1] are whole, of letters that can be selected: %s", async (language) => {
    const t = await loadScreens(language);
    for (const kind of documentKinds) {
      const pdf = await pdfOf(kind, contents[kind], language);
      const text = textIn(pdf);
      expect(Buffer.from(pdf.subarray(0, 5)).toString(), kind).toBe("%PDF-");
      // letters of another file are drawn beside the rest of their word
      for (const piece of t(`documents.kind.${kind}`).split(/ |(?=[ğşİ])|(?<=[ğşİ])/))
        expect(text, `${kind} ${piece}`).toContain(piece);
      expect(text, kind).not.toContain("[?]");
      expect(pdf.length, kind).toBeLessThan(150_000);
    }
    const text = textIn(await pdfOf("notification", contents.notification, language));
    for (const word of ["Вигаданий", "Ґудзь", "Їжакевич", "Northbank"]) expect(text).toContain(word);
  });

  it("[DC2] are the same bytes for the same content", async () => {
    for (const kind of documentKinds) {
      const [one, other] = [await pdfOf(kind, contents[kind], "uk"), await pdfOf(kind, contents[kind], "uk")];
      expect(Buffer.compare(one, other), kind).toBe(0);
    }
  });

  it("[DC3] say what was not said, that this is lawful, and what is not known", async () => {
    const silent = textIn(await pdfOf("notification", { ...made, persons: [{ ...person, rank: null }] }));
    expect(silent).toContain("not said (art. 17)");
    expect(silent).toContain("lawful");
    expect(silent).toContain("not known");
    const open = textIn(await pdfOf("notification", { ...made, persons: [person] }));
    expect(open).not.toContain("not said");
    expect(open).not.toContain("lawful");
  });

  it("[DC4] are refused where the content does not fit, with the place", async () => {
    const t = await loadScreens("en");
    const persons = [{ ...person, height: "2 m" }];
    expect(await makeDocument("notification", { ...made, persons }, t, faces)).toHaveProperty(
      "where",
      expect.stringContaining("persons.0"),
    );
    expect(await makeDocument("extract", { ...contents.extract, on: "2025-02-31" }, t, faces)).toHaveProperty(
      "where",
    );
  });

  it("[DC5] number their pages, and carry the head of a list on each", async () => {
    const pdf = await pdfOf("list", contents.list);
    const text = textIn(pdf);
    expect(pagesOf(pdf)).toBe(3);
    for (const n of [1, 2, 3]) expect(text).toContain(`Page ${n} of 3`);
    expect(text.split("\n").filter((one) => one.split("|").includes("Answer"))).toHaveLength(3);
    expect(pagesOf(await pdfOf("card", contents.card))).toBe(2);
  });

  it("[DC6] give the family nothing medical", () => {
    expect(Object.keys(documentForms.extract.shape).toSorted()).toEqual(
      ["day", "from", "name", "on", "reach", "returned", "to"].toSorted(),
    );
  });
});
