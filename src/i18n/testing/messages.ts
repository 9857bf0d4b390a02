import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../languages.ts";

type Ast = ReturnType<IntlMessageFormat["getAst"]>;
export type ArgumentUse = "text" | "number" | "plural" | "select";

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

export function parse(language: Language, message: string): IntlMessageFormat {
  return new IntlMessageFormat(message, language);
}

/** Each argument of a message, and how it is used in it. */
export function argumentsOf(ast: Ast): ReadonlyMap<string, ReadonlySet<ArgumentUse>> {
  const found = new Map<string, Set<ArgumentUse>>();
  const visit = (elements: Ast): void => {
    for (const element of elements) {
      const use = argumentUse(element);
      if (!use || !("value" in element)) continue;
      found.set(element.value, (found.get(element.value) ?? new Set()).add(use));
      if ("options" in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(ast);
  return found;
}

function argumentUse(element: Ast[number]): ArgumentUse | undefined {
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
    if (argumentUse(element) !== "plural") return inner;
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
      return argumentUse(element) === undefined && "value" in element ? element.value : " ";
    })
    .join("");
}

/** Whether a message says something in words that are never used on screen. */
export function saysNeverUsed(language: Language, message: string): boolean {
  const words = wordsOf(parse(language, message).getAst()).toLocaleLowerCase(language);
  return neverUsed[language].some((pattern) => pattern.test(words));
}

/** Whether every plural of a message has exactly the language's categories. */
export function hasAllPlurals(language: Language, message: string): boolean {
  const expected = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  return pluralBranches(parse(language, message).getAst()).every(
    (branches) => branches.toSorted().join() === expected.join(),
  );
}

/** ICU reads a straight apostrophe as an escape. */
export const straightQuotes = /['"]/;
/** An ending glued to an argument: names stand in the nominative. */
export const gluedEnding = /\}[’-]?\p{L}/u;

const mixedWord = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;
const foreign: { readonly [L in Language]: RegExp } = {
  en: /\p{Script=Cyrillic}/u,
  uk: /[ыэъё]/iu,
  ru: /[іїєґ]/iu,
  tr: /\p{Script=Cyrillic}|\u0307/u,
};

/** Whether a message mixes alphabets within a word, or has letters of a sister language. */
export function mixesAlphabets(language: Language, message: string): boolean {
  return mixedWord.test(message) || foreign[language].test(message);
}
