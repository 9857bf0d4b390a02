import { describe, expect, it } from "vitest";
import { type Language, languages } from "./languages.ts";
import { messages as en } from "./screens/en.ts";
import { messages as ru } from "./screens/ru.ts";
import { messages as tr } from "./screens/tr.ts";
import { messages as uk } from "./screens/uk.ts";
import {
  type ArgumentUse,
  argumentsOf,
  gluedEnding,
  hasAllPlurals,
  mixesAlphabets,
  parse,
  saysNeverUsed,
  straightQuotes,
} from "./testing/messages.ts";

type Catalogue = ReadonlyMap<string, string>;

const catalogues: { readonly [L in Language]: Catalogue } = {
  en: new Map(Object.entries(en).map(([key, { text }]) => [key, text])),
  uk: new Map(Object.entries(uk)),
  ru: new Map(Object.entries(ru)),
  tr: new Map(Object.entries(tr)),
};
const translations = languages.filter((language) => language !== "en");
const all = languages.flatMap((language) =>
  [...catalogues[language]].map(([key, message]) => ({ language, key, message })),
);

/** Messages that may equal the English one, each with its reason. */
const sameAsEnglish: ReadonlyMap<string, string> = new Map([
  ["kind.statement.captured", "a name, a colon and the speaker’s own words"],
  ["owes.truce_part", "a part from the catalogue and nothing else"],
  ["shell.local_time", "a time and whose it is"],
  ["term.zone", "the author’s own words and nothing else"],
  ["term.purpose", "purposes, each from the catalogue, and nothing else"],
  ["term.category", "the author’s own words and nothing else"],
  ["term.participants", "names and nothing else"],
  ["term.object_list", "the author’s own words and nothing else"],
  ["term.reciprocity", "the author’s own words and nothing else"],
  ["term.text", "the author’s own words and nothing else"],
]);

describe("catalogues", () => {
  it("tells the translator of every message what it is for", () => {
    const silent = Object.entries(en).filter(([, { text, note }]) => !text.trim() || note.trim().length < 5);
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it.each(translations)("holds the keys of en.json in their order, and no others: %s", (language) => {
    expect([...catalogues[language].keys()]).toEqual([...catalogues.en.keys()]);
  });

  it.each(translations)("uses the arguments of the English message in the same way: %s", (language) => {
    const different = [...catalogues[language]].filter(([key, message]) => {
      const english = argumentsOf(parse("en", catalogues.en.get(key) ?? "").getAst());
      const own = argumentsOf(parse(language, message).getAst());
      const names = new Set([...english.keys(), ...own.keys()]);
      return [...names].some((name) => !agree(english.get(name), own.get(name)));
    });
    expect(different).toEqual([]);
  });

  it.each(languages)("has exactly the language’s plural categories in every plural: %s", (language) => {
    const wrong = [...catalogues[language]].filter(([, message]) => !hasAllPlurals(language, message));
    expect(wrong).toEqual([]);
  });

  it.each(languages)("formats every message, and shows every argument: %s", (language) => {
    for (const number of [0, 1, 2, 3, 5, 11, 21, 22, 1200, 1.5])
      for (const [key, message] of catalogues[language]) {
        const format = parse(language, message);
        const uses = [...argumentsOf(format.getAst())];
        const isText = ([, use]: (typeof uses)[number]) => use.has("text") || use.has("select");
        const params = uses.map((one): [string, string | number] => [
          one[0],
          isText(one) ? `‹${one[0]}›` : number,
        ]);
        const said = String(format.format(Object.fromEntries(params)));
        if (number === 0 && message.includes("=0 {")) continue; // none is said in words, or not at all
        expect(said, key).not.toBe("");
        const shown = new Intl.NumberFormat(language).format(number);
        for (const [, value] of params)
          expect(said, key).toContain(typeof value === "string" ? value : shown);
      }
  });

  it.each(translations)("says nothing in English but what stands on the list: %s", (language) => {
    const same = [...catalogues[language]].filter(([key, message]) => message === catalogues.en.get(key));
    expect(same.map(([key]) => key).toSorted()).toEqual([...sameAsEnglish.keys()].toSorted());
  });

  it.each(languages)("never uses the words that are never used: %s", (language) => {
    const used = [...catalogues[language]].filter(([, message]) => saysNeverUsed(language, message));
    expect(used).toEqual([]);
  });

  it("has no straight apostrophe or quotation mark: ICU reads the first as an escape", () => {
    expect(all.filter(({ message }) => straightQuotes.test(message))).toEqual([]);
  });

  it("glues no ending to an argument: names stand in the nominative", () => {
    expect(all.filter(({ message }) => gluedEnding.test(message))).toEqual([]);
  });

  it("mixes no alphabets within a word", () => {
    expect(all.filter(({ language, message }) => mixesAlphabets(language, message))).toEqual([]);
  });
});

/** The same uses of one argument; a language may also inflect a noun by a number that English only prints. */
function agree(
  english: ReadonlySet<ArgumentUse> | undefined,
  own: ReadonlySet<ArgumentUse> | undefined,
): boolean {
  const uses = (of: ReadonlySet<ArgumentUse> | undefined) => [...(of ?? [])].toSorted().join();
  return uses(english) === uses(own) || (uses(english) === "number" && uses(own) === "plural");
}
