import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };
import { type Language, languages } from "./translate.ts";
import uk from "./uk.json" with { type: "json" };

type Catalogue = ReadonlyMap<string, string>;
type Ast = ReturnType<IntlMessageFormat["getAst"]>;
type ArgumentUse = "text" | "number" | "plural" | "select";

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
  ["owed.handover", "a date, two names with an arrow, and a count"],
  ["term.zone", "the author’s own words and nothing else"],
  ["term.purpose", "purposes, each from the catalogue, and nothing else"],
  ["term.category", "the author’s own words and nothing else"],
  ["term.participants", "names and nothing else"],
  ["term.object_list", "the author’s own words and nothing else"],
  ["term.reciprocity", "the author’s own words and nothing else"],
  ["term.text", "the author’s own words and nothing else"],
]);

/**
 * Words never used on screen (product.md), by stem: win, concession, score, enemy, target, deal, red and blue,
 * ignored, false and lie, approved or guaranteed by. Russian "цель" is left out: it is also the purpose of a text.
 */
const neverUsed: { readonly [L in Language]: readonly RegExp[] } = {
  en: [
    /\b(win|wins|winner|winning|won|victor\w*|defeat\w*|los(e|es|t|er))\b/i,
    /\b(concession|concede|score|enem|adversar|target|ignor|fals|lie[sd]?\b|lying|liar|untru)/i,
    /\b(deals?|bargain\w*|red|blue)\b/i,
    /\b(approved|guaranteed) by\b/i,
  ],
  uk: [
    /(?<!\p{L})(перемог|перемож|виграш|вигра[влт]|програш|програ[влт]|поразк|поступк|поступит)/iu,
    /(?<!\p{L})(ворог|ворож|супротив|противник|неприят|ціл(ь|ей|і(?!с))|мішен|угод|оборудк|торг(?!ів|ов))/iu,
    /(?<!\p{L})((про)?ігнор|знехту|неправд|брех|хибн|фальш|облуд|червон|син(ій|я|є|і)(?!\p{L}))/iu,
    /(?<!\p{L})(схвален|гарантован|очк[иа]|бал(и|ів)(?!\p{L}))/iu,
  ],
  ru: [
    /(?<!\p{L})(побед|побежд|выигр|проигр|уступ)/iu,
    /(?<!\p{L})(враг|враж|противник|неприят|мишен|сделк|торг(?!ов))/iu,
    /(?<!\p{L})((про)?игнор|пренебр|неправд|лож(ь|н)|лжи|лжёт|врань|обман|фальш|красн|син(ий|яя|ее|ие|их)(?!\p{L}))/iu,
    /(?<!\p{L})(одобрен|гарантирован|очк[иао]|балл)/iu,
  ],
  tr: [
    /(?<!\p{L})(kazan|kazanç|zafer|galib|galip|yenilgi|kaybett|taviz|ödün|skor|puan)/iu,
    /(?<!\p{L})(düşman|hasım|hasm|rakip|hedef|pazarlık|anlaşma(?!z)|alışveriş)/iu,
    /(?<!\p{L})(görmezden|yok say|göz ardı|yanlış|yalan|asılsız|sahte|kırmızı|mavi)/iu,
    /(?<!\p{L})(onaylandı|onayladı|garanti)/iu,
  ],
};

function parse(language: Language, message: string): IntlMessageFormat {
  return new IntlMessageFormat(message, language);
}

/** Each argument of a message, and how it is used in it. */
function argumentsOf(ast: Ast): ReadonlyMap<string, ReadonlySet<ArgumentUse>> {
  const found = new Map<string, Set<ArgumentUse>>();
  const visit = (elements: Ast): void => {
    for (const element of elements) {
      const use = useOf(element);
      if (!use || !("value" in element)) continue;
      found.set(element.value, (found.get(element.value) ?? new Set()).add(use));
      if ("options" in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(ast);
  return found;
}

function useOf(element: Ast[number]): ArgumentUse | undefined {
  const uses = new Map<number, ArgumentUse | undefined>([
    [0, undefined], // literal
    [1, "text"],
    [2, "number"],
    [5, "select"],
    [6, "plural"],
    [7, undefined], // the sign # within a plural
  ]);
  if (!uses.has(element.type)) throw new Error(`No message may hold an element of type ${element.type}.`);
  return uses.get(element.type);
}

/** The branches of every plural in a message, without exact ones such as "=0". */
function pluralBranches(ast: Ast): readonly (readonly string[])[] {
  return ast.flatMap((element) => {
    if (!("options" in element)) return [];
    const inner = Object.values(element.options).flatMap((option) => pluralBranches(option.value));
    if (useOf(element) !== "plural") return inner;
    return [Object.keys(element.options).filter((branch) => !branch.startsWith("=")), ...inner];
  });
}

/** What a reader sees of a message besides its arguments. */
function wordsOf(ast: Ast): string {
  return ast
    .map((element) => {
      if ("options" in element)
        return Object.values(element.options)
          .map((option) => wordsOf(option.value))
          .join(" ");
      return useOf(element) === undefined && "value" in element ? element.value : " ";
    })
    .join("");
}

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
    const expected = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const wrong = [...catalogues[language]].filter(([, message]) =>
      pluralBranches(parse(language, message).getAst()).some(
        (branches) => branches.toSorted().join() !== expected.join(),
      ),
    );
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
        if (number === 0 && message.includes("=0 {}")) continue; // nothing to say of none
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
    const used = [...catalogues[language]].filter(([, message]) => {
      const words = wordsOf(parse(language, message).getAst()).toLocaleLowerCase(language);
      return neverUsed[language].some((pattern) => pattern.test(words));
    });
    expect(used).toEqual([]);
  });

  it("has no straight apostrophe or quotation mark: ICU reads the first as an escape", () => {
    expect(all.filter(({ message }) => /['"]/.test(message))).toEqual([]);
  });

  it("glues no ending to an argument: names stand in the nominative", () => {
    const glued = /\}[’-]?\p{L}/u;
    expect(all.filter(({ message }) => glued.test(message))).toEqual([]);
  });

  it("mixes no alphabets within a word", () => {
    const mixed = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;
    const foreign: { readonly [L in Language]: RegExp } = {
      en: /\p{Script=Cyrillic}/u,
      uk: /[ыэъё]/iu,
      ru: /[іїєґ]/iu,
      tr: /\p{Script=Cyrillic}|\u0307/u,
    };
    expect(
      all.filter(({ language, message }) => mixed.test(message) || foreign[language].test(message)),
    ).toEqual([]);
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
