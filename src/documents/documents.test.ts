import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { constants, inflateSync } from "node:zlib";
import * as jsqr from "jsqr";
import { describe, expect, it } from "vitest";
import { languages, loadScreens } from "#i18n/screens";
import { documentForms, personFields } from "./forms.ts";
import {
  type DocumentKind,
  documentKinds,
  type Faces,
  faceParts,
  makeDocument,
  makeTeamPack,
} from "./index.ts";
import { qrPath } from "./qr-path.ts";

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
  recovery: {
    ...made,
    clocks: [{ name: "Northbank", zone: "Europe/Helsinki" }],
    record: {
      bagCode: "0123-4567",
      tag: "Бирка 7",
      recoveredAt: "2025-07-02T10:00:00Z",
      where: "Квадрат 12",
    },
  },
  bags: { on: made.on, codes: ["0123ABCD", "ZZZZ0000", "7GH5JKMN"] },
  custody: {
    ...made,
    bagCode: "0123-4567",
    links: Array.from({ length: 9 }, (_, i) => ({
      from: "Служба Ґ",
      to: "Kurum İ",
      place: `The crossing ${i + 1}`,
      givenAt: "2025-07-02T10:00:00Z",
      givenSeals: "S1",
      ...(i === 8
        ? { gaps: ["not taken over yet"] }
        : { takenAt: "2025-07-02T11:00:00Z", takenSeals: "S1", gaps: [] }),
    })),
  },
  effects: {
    ...made,
    bagCode: "0123-4567",
    packet: "P1",
    items: Array.from({ length: 60 }, (_, i) => ({ count: 1, what: `Річ ${i + 1}` })),
    complete: true,
  },
  information: { ...made, person: { surname: "Вигаданий", birthDate: "1990-02-03", cardParticulars: null } },
  extract: { ...made, name: "Ілля Вигаданий", returned: true, day: "2025-07-01", reach: "Ward 2" },
};

const documentFields = personFields.length + 1; // and the state of health
const rowsOf = (many: number) =>
  Array.from({ length: many }, (_, i) => ({ line: i + 1, name: `Name ${i + 1}` }));
const receiptsOf = (many: number) =>
  Array.from({ length: many }, (_, i) => ({
    by: `Office${i + 1}`,
    at: "noon",
    fingerprint: `finger${i + 1} ab`,
  }));

async function pdfOf(kind: DocumentKind, content: object, language: (typeof languages)[number] = "en") {
  const pdf = await makeDocument(kind, content, await loadScreens(language), faces);
  if ("where" in pdf) throw new Error(pdf.where);
  return pdf;
}

function textIn(pdf: Uint8Array): string {
  return pagesIn(pdf).join("\n");
}

/** What a reader can select on each page, line by line: its glyphs, by the maps to Unicode that the file carries. */
function pagesIn(pdf: Uint8Array): readonly string[] {
  const file = Buffer.from(pdf).toString("latin1");
  const objects = new Map(
    [...file.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)].map(([, id = "", body = ""]) => [id, body]),
  );
  const streamOf = (id = "") =>
    unpacked(/stream\r?\n([\s\S]*?)\r?\nendstream/.exec(objects.get(id) ?? "")?.[1] ?? "");
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, body] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (map !== undefined) fonts.set(id, unicodeOf(streamOf(map)));
  }
  expect(fonts.size).toBeGreaterThan(0);
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  return pages.map((page) => {
    const named = new Map(
      [...page.matchAll(/\/(\S+) \[?\s*(\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, id]),
    );
    const lines: { y: string; text: string }[] = [];
    const drawn = /\/(\S+) [\d.]+ Tf[^T]*TL\s1 0 0 1 [\d.]+ ([\d.]+) Tm\s<([0-9A-F]*)> Tj/g;
    for (const [, name = "", y = "", hex = ""] of streamOf(named.get("Contents")).matchAll(drawn)) {
      const font = fonts.get(named.get(name) ?? "");
      const text = hex.replaceAll(/..../g, (glyph) => font?.get(glyph) ?? "");
      const last = lines.at(-1);
      if (last?.y === y) last.text += text;
      else lines.push({ y, text });
    }
    return lines
      .map(({ text }) => text)
      .join("\n")
      .replaceAll("\u00a0", " ");
  });
}

function unpacked(body: string): string {
  try {
    // the last byte of what is packed may look like the end of a line
    return inflateSync(Buffer.from(body, "latin1"), { finishFlush: constants.Z_SYNC_FLUSH }).toString(
      "latin1",
    );
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

// a CommonJS module: what its default is hangs on who loads it
type Decode = typeof jsqr.default.default;
const decode = ("default" in jsqr.default ? jsqr.default.default : jsqr.default) as Decode;

/** What a camera reads of a path's dark squares. */
function readQr(path: string): string | undefined {
  const side = 400;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const squares = [...path.matchAll(/M(\S+) (\S+) h(\S+) v(\S+)/g)].map((one) => one.slice(1).map(Number));
  const unit = side / 100;
  for (const [x = 0, y = 0, width = 0, height = 0] of squares)
    for (let py = Math.round(y * unit); py < Math.round((y + height) * unit); py++)
      for (let px = Math.round(x * unit); px < Math.round((x + width) * unit); px++)
        pixels.fill(0, (py * side + px) * 4, (py * side + px) * 4 + 3);
  return decode(pixels, side, side)?.data;
}

describe("a team's sheet", () => {
  const at = { x: 1000, y: -2000 };
  const load = { persons: [{ group: "S1.c1", class: "c1", place: "stretcher", count: 2 }], remains: 3 };
  const stop = {
    kind: "site",
    place: "S1",
    at,
    arrive: "2026-12-15T06:00:00Z",
    start: "2026-12-15T06:10:00Z",
    leave: "2026-12-15T07:00:00Z",
    load,
    aboard: load,
    way: { last: "2026-12-15T20:00:00Z", out: "2026-12-15T21:00:00Z", exit: { x: 0, y: 0 }, minutes: 41 },
    joint: true,
  };
  const facility = {
    ...stop,
    kind: "facility",
    place: "H1",
    aboard: { persons: [], remains: 0 },
    way: undefined,
  };
  const pack = {
    team: "M1",
    kind: "medical",
    side: "a",
    window: { from: "2026-12-15T04:00:00Z", until: "2026-12-16T04:00:00Z" },
    start: { at, leave: "2026-12-15T05:30:00Z" },
    end: { at, arrive: "2026-12-15T09:00:00Z", last: "2026-12-15T22:00:00Z" },
    stops: [stop, facility],
  };
  const cover = {
    on: "2026-12-14",
    origin: [37.5, 48.2],
    clocks: [{ name: "Southbank", zone: "Europe/Istanbul" }],
    parties: { a: { name: "Northbank" }, b: { name: "Southbank" } },
    hotline: "+000 1",
    contacts: { H1: "Dr. on duty", H2: "another’s door" },
    digest: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
  };
  const sheet = async (content: object, ...chosen: readonly (typeof languages)[number][]) => {
    const [first, ...more] = await Promise.all(chosen.map(loadScreens));
    if (!first) throw new Error("A language is chosen.");
    return makeTeamPack(content, [first, ...more], faces);
  };
  const printed = async (content: object, ...chosen: readonly (typeof languages)[number][]) => {
    const pdf = await sheet(content, ...chosen);
    if ("where" in pdf) throw new Error(pdf.where);
    return pdf;
  };

  it.each(languages)(
    "[DC13] has its own stops with times, exits and who is on board: %s",
    async (language) => {
      const t = await loadScreens(language);
      const text = textIn(await printed({ cover, pack }, language));
      for (const words of ["1. S1", "2. H1", "2026-12-15 20:00", "2026-12-15 23:00", "+000 1", "Dr. on duty"])
        expect(text).toContain(words);
      for (const words of ["2 × S1.c1", t("window.left.bodies", { n: 3 }), t("documents.pack.joint")])
        expect(text).toContain(words);
      expect(text).not.toContain("[?]");
      const other = language === "en" ? "uk" : "en";
      const both = textIn(await printed({ cover, pack }, language, other));
      for (const say of [t, await loadScreens(other)])
        expect(both).toContain(say("documents.pack.alone").slice(0, 30));
    },
  );

  it("[DC13] is the same whatever else stands on the cover, and takes nothing of another", async () => {
    const { H2: _, ...own } = cover.contacts;
    const [one, other] = [
      await printed({ cover, pack }, "uk"),
      await printed(
        { cover: { ...cover, contacts: own, parties: { ...cover.parties, b: { name: "x" } } }, pack },
        "uk",
      ),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
    const curve = { ...pack, survival: [[0, 1_000_000]] };
    expect(await sheet({ cover, pack: curve }, "en")).toHaveProperty(
      "where",
      expect.stringContaining("survival"),
    );
    const whose = { ...load, persons: [{ ...load.persons[0], of: "b" }] };
    expect(await sheet({ cover, pack: { ...pack, stops: [{ ...stop, load: whose }] } }, "en")).toHaveProperty(
      "where",
    );
    expect(readQr(qrPath(cover.digest, 100))).toBe(cover.digest);
  });

  it("[DC13] with the sides in each other's place is the other's sheet", async () => {
    const { a, b } = cover.parties;
    const one = textIn(await printed({ cover, pack }, "tr"));
    const swapped = textIn(
      await printed({ cover: { ...cover, parties: { a: b, b: a } }, pack: { ...pack, side: "b" } }, "tr"),
    );
    expect(swapped).toBe(one);
  });
});

describe("documents on paper", () => {
  it.each(languages)("[DC1] are whole, of letters that can be selected: %s", async (language) => {
    const t = await loadScreens(language);
    for (const kind of documentKinds) {
      const pdf = await pdfOf(kind, contents[kind], language);
      const text = textIn(pdf);
      expect(Buffer.from(pdf.subarray(0, 5)).toString(), kind).toBe("%PDF-");
      expect(text, kind).toContain(t(`documents.kind.${kind}`));
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
    // nothing stands blank: neither who sends it nor to whom
    const nobody = textIn(await pdfOf("notification", { on: made.on, persons: [{ surname: "Somebody" }] }));
    expect(nobody.match(/^.*not known.*$/gm)).toHaveLength(2 + documentFields - 1);
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
    expect(pagesIn(pdf).length).toBe(3);
    for (const n of [1, 2, 3]) expect(text).toContain(`Page ${n} of 3`);
    expect(text.match(/Answer$/gm)).toHaveLength(3);
    expect(pagesIn(await pdfOf("card", contents.card)).length).toBe(2);
  });

  it("[DC5] keep a person, and a receipt, on one page", async () => {
    const persons = Array.from({ length: 8 }, (_, i) => ({
      ...person,
      surname: `Surname${i + 1}`,
      camp: `Camp${i + 1}`,
    }));
    const pages = pagesIn(await pdfOf("notification", { ...made, persons }));
    expect(pages.length).toBeGreaterThan(2);
    for (let n = 1; n <= 8; n++) {
      const on = pages.findIndex((page) => page.includes(`Person ${n} of 8`));
      expect(pages[on], `person ${n}`).toContain(`Surname${n}`);
      expect(pages[on], `person ${n}`).toContain(`Camp${n}`);
    }
    for (let rows = 100; rows < 140; rows += 3) {
      const list = { ...made, title: "Held", rows: rowsOf(rows), receipts: receiptsOf(3) };
      const listed = pagesIn(await pdfOf("list", list));
      for (let n = 1; n <= 3; n++) {
        const on = listed.find((page) => page.includes(`Office${n}`));
        expect(on, `${rows} rows, receipt ${n}`).toContain(`finger${n}`);
      }
    }
  });

  it("[DC7] break a long name after its hyphen, and a day never", async () => {
    const surname = "Воскобойніков-Переяславський-Заболотний-Крутоярський-Верхньодніпровський";
    const lines = textIn(await pdfOf("card", { ...made, person: { ...person, surname } })).split("\n");
    const broken = lines.filter((one) => one !== "" && surname.includes(one) && one.length > 9);
    expect(broken.length).toBeGreaterThan(1);
    for (const one of broken.filter((part) => !surname.endsWith(part))) expect(one).toMatch(/-$/);
    const changes = "moved ".repeat(14) + "2026-08-01 moved ".repeat(8);
    const text = textIn(await pdfOf("notification", { ...made, persons: [{ ...person, changes }] }, "ru"));
    expect(text.match(/1 августа 2026 г\./g)?.length).toBeGreaterThanOrEqual(8);
  });

  it("[DC7] draw a letter whose sign stands apart as one", async () => {
    const surname = "Нагірний".normalize("NFD");
    const text = textIn(await pdfOf("card", { ...made, person: { ...person, surname } }));
    expect(text).toContain("Нагірний");
    expect(text).not.toContain("[?]");
  });

  it.each([
    ["en", "20 July 2022", "3 November 2026 at 01:30", "3 November 2026 at 00:30", "no answer"],
    [
      "uk",
      "20 липня 2022 р.",
      "3 листопада 2026 р. о 01:30",
      "3 листопада 2026 р. о 00:30",
      "відповіді немає",
    ],
    ["ru", "20 июля 2022 г.", "3 ноября 2026 г. в 01:30", "3 ноября 2026 г. в 00:30", "ответа нет"],
    ["tr", "20 Temmuz 2022", "3 Kasım 2026 01:30", "3 Kasım 2026 00:30", "yanıt yok"],
  ] as const)(
    "[DC8] say days, times on both clocks and answers in their language: %s",
    async (language, captured, one, other, none) => {
      const held = { ...person, captured: "2022-07-20, the bridge" };
      expect(textIn(await pdfOf("notification", { ...made, persons: [held] }, language))).toContain(captured);
      const clocks = [
        { name: "Southbank", zone: "Europe/Istanbul" },
        { name: "Northbank", zone: "Europe/Helsinki" },
      ];
      const receipts = [{ by: "Office", at: "2026-11-02T22:30:00Z", fingerprint: "ab12cd34ef567890" }];
      const rows = [
        { line: 1, name: "Somebody" },
        { line: 2, name: "Another", answer: "own words" },
      ];
      const list = textIn(await pdfOf("list", { ...made, title: "Held", rows, clocks, receipts }, language));
      for (const words of [`${one} Southbank`, `${other} Northbank`, none, "own words", "ab12cd34 ef567890"])
        expect(list).toContain(words);
      const t = await loadScreens(language);
      const wrong = {
        ...made,
        title: "Held",
        rows,
        receipts,
        clocks: [{ name: "Southbank", zone: "Nowhere/None" }],
      };
      expect(await makeDocument("list", wrong, t, faces)).toHaveProperty(
        "where",
        expect.stringContaining("clocks.0.zone"),
      );
    },
  );

  it("[DC11] keep a link of custody with both its signatures on one page", async () => {
    const pages = pagesIn(await pdfOf("custody", contents.custody));
    expect(pages.length).toBeGreaterThan(1);
    for (let n = 1; n <= 9; n++) {
      const on = pages.find((page) => page.includes(`The crossing ${n}`));
      expect(on, `link ${n}`).toContain(`${n}. `);
      expect(on, `link ${n}`).toContain("Signature: Kurum İ");
    }
    expect(pages.join("\n")).toContain("no answer");
    expect(pages.join("\n")).toContain("not taken over yet");
  });

  it("[DC12] have the lines of article 16, and no value in an inventory", async () => {
    const text = textIn(await pdfOf("information", contents.information));
    for (const letter of "abcdefgh") expect(text).toContain(`(${letter}) `);
    const items = [{ count: 1, what: "A ring", value: 900 }];
    const t = await loadScreens("en");
    expect(await makeDocument("effects", { ...contents.effects, items }, t, faces)).toHaveProperty("where");
  });

  it("[DC14] bag codes stand three times in a row, each once, with nothing of anybody", async () => {
    const codes = Array.from({ length: 20 }, (_, i) => `${1000 + i}ABCD`);
    const pages = pagesIn(await pdfOf("bags", { on: made.on, codes }));
    for (const code of codes) {
      const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
      expect(pages.filter((page) => page.includes(shown))).toHaveLength(1); // a row is never torn
      expect(pages.join("\n").split(shown)).toHaveLength(4);
    }
    expect(readQr(qrPath("1000ABCD", 100, "high"))).toBe("1000ABCD");
    const t = await loadScreens("en");
    for (const wrong of [["1000ABCD", "1000ABCD"], ["A name"], ["1000ABCU"], []])
      expect(await makeDocument("bags", { on: made.on, codes: wrong }, t, faces)).toHaveProperty("where");
    expect(await makeDocument("bags", { ...made, codes }, t, faces)).toHaveProperty("where");
  });

  it("[DC6] give the family nothing medical", () => {
    expect(Object.keys(documentForms.extract.shape).toSorted()).toEqual(
      ["day", "from", "name", "on", "reach", "returned", "to"].toSorted(),
    );
  });
});
