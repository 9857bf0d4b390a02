import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { languages, loadScreens, type Say } from "#i18n/screens";
import { type Faces, faceParts, makeTruceSheet } from "./index.ts";
import { clausesOf } from "./truce-clauses.ts";
import { truceForm } from "./truce-form.ts";

const read = (part: string, weight: number) =>
  readFile(
    fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${part}-${weight}-normal.woff`)),
  );
const faces: Faces = {
  plain: await Promise.all(faceParts.map((part) => read(part, 400))),
  bold: await Promise.all(faceParts.map((part) => read(part, 700))),
};
const say = new Map(await Promise.all(languages.map(async (one) => [one, await loadScreens(one)] as const)));
const t = (language: (typeof languages)[number]): Say => {
  const found = say.get(language);
  if (!found) throw new Error(`There is no language ${language}.`);
  return found;
};

const content = {
  on: "2026-12-14",
  title: { en: "Two days on the bank", uk: "Дві доби на березі" },
  parties: {
    a: { name: { en: "Northbank", uk: "Північ" } },
    b: { name: { en: "Southbank", uk: "Південь" } },
  },
  first: "b",
  terms: {
    kind: "humanitarian_pause",
    purpose: ["evacuate_wounded"],
    start: { at: "2026-12-15T04:00:00Z", localA: "2026-12-15 07:00", localB: "2026-12-15 06:00" },
    end: { at: "2026-12-16T04:00:00Z", localA: "2026-12-16 07:00", localB: "2026-12-16 06:00" },
    zones: [
      {
        name: "The bank",
        ring: [
          [35.1, 46.5],
          [35.2, 46.5],
          [35.2, 46.6],
        ],
        depthMetres: 1_500,
      },
    ],
    mapEdition: "1:50,000, edition 3",
    conduct: [{ act: "uav_reconnaissance", may: "prohibited" }],
    returnFireLadder: ["take_cover", "call_hotline"],
    breachResponse: "graduated",
    hotline: "+00 000",
  },
} as const;

describe("the sheet of a truce", () => {
  it("[DC9] has the same clauses in any two languages, in the same order, and names what is missing", () => {
    const truce = truceForm.parse(content);
    const parts = languages.map((language) =>
      clausesOf(t(language), truce).map(({ part, lines }) => [part, lines.length]),
    );
    for (const other of parts) expect(other).toEqual(parts[0]);
    const english = new Map(clausesOf(t("en"), truce).map(({ part, lines }) => [part, lines]));
    expect(english.get("dutyToWarn")).toEqual(["missing"]);
    expect(english.get("returnFire")).toEqual(["→ steps before return fire"]);
    expect(english.get("conduct")).toEqual(["reconnaissance by unmanned aircraft: prohibited"]);
    const ukrainian = new Map(clausesOf(t("uk"), truce).map(({ part, lines }) => [part, lines]));
    expect(ukrainian.get("conduct")).toEqual(["розвідка безпілотниками: заборонено"]);
  });

  it("[DC10] prints each hour by both sides' clocks, the party that is named first before the other", () => {
    const start = (first: "a" | "b") =>
      clausesOf(t("en"), truceForm.parse({ ...content, first })).find(({ part }) => part === "start")?.lines;
    expect(start("b")).toEqual([
      "2026-12-15 06:00 · Southbank",
      "2026-12-15 07:00 · Northbank",
      "2026-12-15 04:00 · UTC",
    ]);
    expect(start("a")?.slice(0, 2)).toEqual(["2026-12-15 07:00 · Northbank", "2026-12-15 06:00 · Southbank"]);
  });

  it("[DC2] makes the same bytes of the same content in any two languages, and other bytes with the sides of the sheet changed", async () => {
    const of = (left: (typeof languages)[number], right: (typeof languages)[number]) =>
      makeTruceSheet(content, [t(left), t(right)], faces);
    const [one, same, other] = [await of("uk", "ru"), await of("uk", "ru"), await of("ru", "uk")];
    if (!(one instanceof Uint8Array && same instanceof Uint8Array && other instanceof Uint8Array))
      throw new Error("The content fits.");
    expect(Buffer.compare(one, same)).toBe(0);
    expect(Buffer.compare(one, other)).not.toBe(0);
    const pages =
      Buffer.from(one)
        .toString("latin1")
        .match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2); // the text, and the zones
  });

  it("[DC4] refuses what does not fit, with its place", async () => {
    const wrong = { ...content, terms: { ...content.terms, zones: [{ name: "x", ring: [[0, 0]] }] } };
    const made = await makeTruceSheet(wrong, [t("en"), t("tr")], faces);
    expect("where" in made && made.where).toContain("terms.zones.0.ring");
  });
});
