import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(import.meta.dirname, "../..");
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|bench|fixture)\.tsx?$/.test(file))
  .filter((file) => !/(^|\/)testing\//.test(file) && !file.startsWith("i18n/"))
  .map((file) => ({ file, text: readFileSync(join(source, file), "utf8") }));

export type RuleSentence = { readonly rule: string; readonly words: string };

/** Every call of refusal() in the record, and the sentences of those whose rule and sentence stand in it as texts. */
export function ruleSentences(): { readonly calls: number; readonly sentences: readonly RuleSentence[] } {
  const record = code.filter(({ file }) => file.startsWith("record/")).map(({ text }) => text);
  const called = record.flatMap((text) => [...text.matchAll(/(?<!function )\brefusal\(/g)]);
  const written = /\brefusal\(\s*"([A-Z]+\d+)",\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/g;
  const sentences = record.flatMap((text) =>
    [...text.matchAll(written)].map(([, rule = "", double, single]) => ({
      rule,
      words: double ?? single ?? "",
    })),
  );
  return { calls: called.length, sentences };
}

/** Every reason that stands as one text in the code: `reason: "…"` and the sentences of functions that make reasons. */
export function writtenReasons(): readonly string[] {
  const reason = /\breason(?:: | = )"((?:[^"\\]|\\.)*)"/g;
  const made = /\b(?:missing|damaged|wrongHead|wrongHistory|wrong)\((?:[\w, ]*, )?"((?:[^"\\]|\\.)*)"\)/g;
  return code
    .filter(({ file }) => !/^(store|ledger|base|web\/views)\//.test(file))
    .flatMap(({ text }) =>
      [reason, made].flatMap((one) => [...text.matchAll(one)].map(([, words = ""]) => words)),
    )
    .filter((words) => words.includes(" "));
}

/** Whether a sentence with {names} stands in the code, as a text or as a template. */
export function standsInSource(sentence: string): boolean {
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const pattern = new RegExp(parts.join("[^\n]*?"));
  return templates.some((text) => pattern.test(text));
}

// What is put into a template is left out: it may be any expression.
const templates = code.map(({ text }) =>
  text.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "{}").replaceAll('\\"', '"'),
);
