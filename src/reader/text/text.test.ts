import { describe, expect, it } from "vitest";
import { en } from "../languages/en/index.ts";
import { fold, spanOf } from "./fold.ts";
import { linesOf } from "./lines.ts";
import { sentencesOf } from "./sentences.ts";

const cut = (text: string) => {
  const folded = fold(text);
  const lines = linesOf(folded, en);
  return { lines, sentences: sentencesOf(folded, lines, en), folded };
};

describe("text", () => {
  it("[RD11] folds what looks alike and leads every place back to the original", () => {
    const text = "Cafe\u0301 \u200b“yes”,\u00a0\u2018no\u2019 20\u201130";
    const folded = fold(text);
    expect(folded.text).toBe("Café “yes”, 'no' 20-30");
    expect(spanOf(folded, { start: 0, end: 4 })).toEqual({ start: 0, end: 5, text: "Cafe\u0301" });
    expect(spanOf(folded, { start: 6, end: 9 }).text).toBe("yes");
  });

  it("[RD12] tells lines apart", () => {
    const { lines } = cut(
      [
        "Ostrel and Mirandia trade lists",
        "",
        "LAKEVIEW, 16 September — The third round of talks between the two sides closed here on Tuesday evening without a text.",
        "Ostrel proposes",
        "• a truce of two days;",
        "Background",
        "A truce was agreed in spring and lapsed.",
        "(Reporting by the Lakeview desk)",
      ].join("\n"),
    );
    expect(lines.map(({ kind }) => kind)).toEqual([
      "headline",
      "text",
      "heading",
      "item",
      "heading",
      "text",
      "boilerplate",
    ]);
    expect(lines[1]?.dateline).toBeDefined();
    expect(lines[5]?.isBackground).toBe(true);
    expect(
      cut("19:05 Ostrel says it will come.\n18:40 Mirandia says so too.").lines.map(({ time }) => time),
    ).toEqual(["19:05", "18:40"]);
    expect(cut("MR. KOLT (Mirandia): We came.\nQUESTION: Why?").lines.every(({ label }) => label)).toBe(true);
  });

  it("[RD13] ends sentences at their marks, not at abbreviations or inside quotations", () => {
    const { sentences } = cut(
      'Gen. I. Brandel left at 9.40 a.m. on Monday. "We go. We come back," he said. Nobody followed.',
    );
    expect(sentences.map(({ text }) => text)).toEqual([
      "Gen. I. Brandel left at 9.40 a.m. on Monday.",
      '"We go. We come back," he said.',
      "Nobody followed.",
    ]);
    expect(sentences[1]?.masked).toBe('"····················" he said.');
  });

  it("[RD64] takes numbered lines and run-in words for headings", () => {
    const paragraph = "On Monday the truce around the port was kept, and no shots were heard anywhere.";
    const { lines } = cut(
      [
        "BLUE ANCHOR",
        "1. Truce",
        paragraph,
        "2. Roads and bridges. On Monday the northern road was opened to lorries, and the bridge was mended so that they can cross it again from noon on.",
        "I. MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF OSTREL",
        "Cavna, 15 September 2026",
        paragraph,
      ].join("\n"),
    );
    expect(lines.map(({ kind }) => kind)).toEqual([
      "headline",
      "heading",
      "text",
      "text",
      "heading",
      "heading",
      "text",
    ]);
    expect(lines.at(-1)?.under).toMatchObject({ start: lines[4]?.start });
  });
});
