import { describe, expect, it } from "vitest";
import { type Random, seededRandom } from "#base";
import { languages, longestText, read, recordOf } from "./index.ts";
import { recordForm } from "./testing/form.ts";
import { process, reportDate } from "./testing/report.ts";

/** What reports say, in the reader's languages. */
const told: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Ostrel's lead negotiator, Ivo Brandel, proposed a truce of 24 to 36 hours along the canal",
    "The two sides agreed to exchange at least 1,200 prisoners each by 30 September",
    "Mirandia's Foreign Minister Sera Kolt rejected the proposal, she said",
    "In 2024 they had swapped 300 prisoners",
  ],
  uk: [
    "Делегація Ostrel запропонувала перемир’я на 24–48 годин, сказав Іво Брандель",
    "Сторони домовилися обміняти щонайменше 1200 полонених до 30 вересня",
    "Міністерка закордонних справ Mirandia Сера Кольт відкинула пропозицію",
  ],
  ru: [
    "Делегация Ostrel предложила перемирие на 24–48 часов, сказал Иво Брандель",
    "Стороны договорились обменять не менее 1200 пленных до 30 сентября",
    "Министр иностранных дел Mirandia Сера Кольт отвергла предложение",
  ],
  tr: [
    "Ostrel heyeti 24 ila 48 saatlik ateşkes önerdi, dedi İvo Brandel",
    "Taraflar 30 Eylül’e kadar en az 1200 esiri takas etmekte anlaştı",
    "Mirandia Dışişleri Bakanı Sera Kolt öneriyi reddetti",
  ],
};

/** What no report should have: each kind is drawn as often as any other. */
const hostile: Readonly<Record<string, readonly string[]>> = {
  markup: [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</mark></section>",
    "<!--",
    "]]>",
    "&lt;b&gt;&#0;",
    '<a href="javascript:1">',
    "<svg/onload=1>",
  ],
  direction: ["\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "مرحبا بكم", "שלום", "\u061c"],
  unseen: ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "e\u0301\u0302\u0303", "\u{e0041}"],
  halves: ["\ud800", "\udc00", "\udbff\udbff", "\ud83d", "\udfff\ud800"],
  controls: ["\0", "\u0007", "\u001b[31m", "\u0085", "\u2028", "\r", "\v"],
  scripts: ["Оstrel", "Μirandia", "O\u0455trel", "北京", "ประเทศ", "🏳️‍🌈", "Ⅻ", "٣٤", "ﬁ"],
  marks: ["…", "!!!???", " , , ,", ";;", "((((", ")]}", "— — –", "'", "’’", "...,", "1,2,3,", "..", "№№"],
  quotes: ["“", "”", "«", "»", "„", "‟", '"', "‘", '“«„"‘', '”»“"’', "‹›"],
  days: [
    "31 February 2026",
    "99/99/9999",
    "0000-00-00",
    "1e999",
    "-5",
    "9".repeat(40),
    "24:61",
    "32 вересня",
  ],
};
const joints = [" ", " ", ". ", ", ", "\n", "\n\n", "", ": ", " — "];

function hostileText(random: Random, lang: string): string {
  const pieces: string[] = [];
  const count = 1 + random.below(14);
  const kinds = Object.values(hostile);
  for (let n = 0; n < count; n++) {
    const one =
      random.below(5) < 3
        ? random.pick(told[random.below(5) === 0 ? random.pick(languages) : lang] ?? [])
        : random.pick(random.pick(kinds));
    const times = random.below(60) === 0 ? 100 : 1; // a line without an end
    pieces.push(`${one}${times === 1 ? "" : " "}`.repeat(times), random.pick(joints));
  }
  const text = pieces.join("");
  // cut anywhere: within a word, a quotation, a pair of surrogates
  return random.below(4) === 0 ? text.slice(random.below(text.length), text.length - random.below(8)) : text;
}

/** Every span of a draft, wherever it stands in it. */
function spansOf(value: unknown): { start: number; end: number; text: string }[] {
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (value === null || typeof value !== "object") return [];
  if ("start" in value && "end" in value && "text" in value)
    return [{ start: Number(value.start), end: Number(value.end), text: String(value.text) }];
  return Object.values(value).flatMap(spansOf);
}

function cpuMs(work: () => void): number {
  const before = globalThis.process.cpuUsage();
  work();
  const { user, system } = globalThis.process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe("hostile texts", () => {
  it("[RD3] are read, 2,000 of them: each span stands in its text, each record has its form", () => {
    const random = seededRandom(20_260_916);
    let spans = 0;
    for (let n = 0; n < 2_000; n++) {
      const lang = languages[n % languages.length];
      const text = hostileText(random, lang ?? "en");
      const where = `text ${n} in ${lang}: ${JSON.stringify(text.slice(0, 300))}`;
      const draft = read(text, { reportDate, lang, process: n % 5 === 0 ? {} : process });
      const found = spansOf(draft);
      spans += found.length;
      expect(
        found.filter((one) => text.slice(one.start, one.end) !== one.text),
        where,
      ).toEqual([]);
      const { error } = recordForm.safeParse(recordOf(draft, "hostile"));
      expect(error?.issues ?? [], where).toEqual([]);
    }
    expect(spans).toBeGreaterThan(10_000); // what was drawn says something
  });

  it("[RD4] take a time that grows no faster than they do, in every language", () => {
    const all = Object.values(hostile).map((pieces) => pieces.join(" "));
    for (const lang of languages)
      for (const unit of [...all, ...(told[lang] ?? [])]) {
        const timeOf = (length: number) =>
          cpuMs(() =>
            read(`${unit} `.repeat(Math.ceil(length / unit.length)), { reportDate, lang, process }),
          );
        timeOf(1_000);
        const short = Math.max(40, timeOf(4_000));
        expect(timeOf(40_000), `${lang}: ${JSON.stringify(unit)}`).toBeLessThan(short * 40);
      }
  });

  it("[RD4] of the greatest length are read in seconds", () => {
    const unit = "Ostrel said “Mirandia said « a truce of 24 hours, ";
    const longest = unit.repeat(Math.ceil(longestText / unit.length)).slice(0, longestText);
    for (const lang of languages)
      expect(
        cpuMs(() => read(longest, { reportDate, lang, process })),
        lang,
      ).toBeLessThan(30_000);
  });
});
