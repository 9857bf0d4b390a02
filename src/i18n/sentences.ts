import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "./languages.ts";
import ruProblems from "./problems/ru.json" with { type: "json" };
import trProblems from "./problems/tr.json" with { type: "json" };
import ukProblems from "./problems/uk.json" with { type: "json" };
import ruReasons from "./reasons/ru.json" with { type: "json" };
import trReasons from "./reasons/tr.json" with { type: "json" };
import ukReasons from "./reasons/uk.json" with { type: "json" };
import ruRules from "./rules/ru.json" with { type: "json" };
import trRules from "./rules/tr.json" with { type: "json" };
import ukRules from "./rules/uk.json" with { type: "json" };

type Sentences = { readonly [english: string]: string };
/** What is refused, in one language. English stands where it is refused: in the catalogue of problems, at the rule. */
type Refusals = {
  /** By code, `<code>.title` and `<code>.detail`. */
  readonly problems: Sentences;
  /** By the rule's id, then by the English sentence with its {names}. */
  readonly rules: { readonly [rule: string]: Sentences };
  /** By the English sentence with its {names}. */
  readonly reasons: Sentences;
};

export const refusals: { readonly [L in Exclude<Language, "en">]: Refusals } = {
  uk: { problems: ukProblems, rules: ukRules, reasons: ukReasons },
  ru: { problems: ruProblems, rules: ruRules, reasons: ruReasons },
  tr: { problems: trProblems, rules: trRules, reasons: trReasons },
};

export type Named = { readonly [name: string]: string | number };
/** What a message names: a number where the message counts, and a text everywhere else. */
export type Needs = ReadonlyMap<string, "text" | "number">;

type Parsed = { readonly format: IntlMessageFormat; readonly needs: Needs };
const parsed = new Map<string, Parsed>();

function parse(language: Language, message: string): Parsed {
  const key = `${language}/${message}`;
  const found = parsed.get(key);
  if (found) return found;
  const format = new IntlMessageFormat(message, language);
  const made = { format, needs: needsOf(format.getAst()) };
  parsed.set(key, made);
  return made;
}

type Ast = ReturnType<IntlMessageFormat["getAst"]>;
const textArgument = 1; // the parser's own number for {name}; all others that have a value here count
const literals = [0, 7]; // words, and the sign # within a plural

function needsOf(ast: Ast): Needs {
  const needs = new Map<string, "text" | "number">();
  for (const element of ast) {
    if (literals.includes(element.type) || !("value" in element)) continue;
    needs.set(element.value, element.type === textArgument ? "text" : "number");
    if ("options" in element)
      for (const { value } of Object.values(element.options))
        for (const [name, use] of needsOf(value)) needs.set(name, needs.get(name) ?? use);
  }
  return needs;
}

/** The names in a message. */
export function needsOfMessage(language: Language, message: string): Needs {
  return parse(language, message).needs;
}

/** A message with what it names; undefined where it names what is not given, or counts what is no number. */
export function fill(language: Language, message: string, named: Named): string | undefined {
  const { format, needs } = parse(language, message);
  for (const [name, use] of needs) {
    const value = Object.hasOwn(named, name) ? named[name] : undefined;
    if (value === undefined || (use === "number" && typeof value !== "number")) return undefined;
  }
  return String(format.format(named));
}
