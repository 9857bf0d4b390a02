import { fillWords, type NamedInWords, type Refusal, type State } from "#record";
import { sayNamedInWords } from "./named.ts";
import { fill, refusals } from "./sentences.ts";
import type { Translate } from "./translate.ts";

/** A rule's sentence, where this catalogue has it. */
export function sayRule(t: Translate, state: State, { rule, words, params = {} }: Refusal): string {
  const known = Object.hasOwn(refusals.uk.rules, rule) ? refusals.uk.rules[rule] : undefined;
  const template = Object.keys(known ?? {}).find((one) => fillWords(one, params) === words);
  if (template === undefined) return words;
  const named = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, sayParam(t, state, name, value)]),
  );
  if (t.language === "en") return fillWords(template, named);
  return fill(t.language, refusals[t.language].rules[rule]?.[template] ?? "", named) ?? words;
}

function sayParam(t: Translate, state: State, name: string, value: NamedInWords): string | number {
  if (typeof value === "object" && "rule" in value) return `[${value.rule}] ${sayRule(t, state, value)}`;
  return sayNamedInWords(t, state, name, value);
}

/** A refusal by a rule as it comes over the wire. */
export function refusalIn(value: unknown): Refusal | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { rule, words, params } = value as Partial<Record<keyof Refusal, unknown>>; // each is looked at below
  if (typeof rule !== "string" || typeof words !== "string") return undefined;
  if (params === undefined) return { rule, words };
  if (typeof params !== "object" || params === null) return undefined;
  const named: Record<string, NamedInWords> = {};
  for (const [name, one] of Object.entries(params)) {
    const known = typeof one === "string" || typeof one === "number" || isTexts(one) ? one : refusalIn(one);
    if (known === undefined) return undefined;
    named[name] = known;
  }
  return { rule, words, params: named };
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
