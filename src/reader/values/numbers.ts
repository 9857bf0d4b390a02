import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";

/** How many, as a range: open where `max` or `min` is null. Places are those of the sentence. */
export type Amount = Range & {
  readonly min: number | null;
  readonly max: number | null;
  readonly value: number;
};

/** The number that words or digits say, or undefined. */
export function numberOf(words: string, { numbers }: Language): number | undefined {
  const plain = words.toLowerCase().trim();
  const digits = /^(\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?)(?: (thousand|million))?$/.exec(plain);
  if (digits) {
    const n = Number((digits[1] ?? "").replace(/[, ]/g, ""));
    return digits[2] ? n * (numbers.scales[digits[2]] ?? 1) : n;
  }
  let total = 0;
  let part = 0;
  let isSeen = false;
  for (const word of plain.split(/[\s-]+/)) {
    if (word === "and" || word === "of") continue;
    const unit = numbers.units[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
    const scale = numbers.scales[word];
    if (unit !== undefined) part += unit;
    else if (scale !== undefined) {
      part = Math.max(1, part) * scale;
      if (scale >= 1000) {
        total += part;
        part = 0;
      }
    } else return undefined;
    isSeen = true;
  }
  return isSeen ? total + part : undefined;
}

type Grammar = { readonly range: RegExp; readonly single: RegExp };
const grammars = new WeakMap<Language, Grammar>();
function grammarOf(language: Language): Grammar {
  const known = grammars.get(language);
  if (known) return known;
  const { number, to } = language.numbers;
  const edge = "(?<![\\p{L}\\p{N}.,:/-]|\\d )";
  const grammar = {
    range: new RegExp(
      `${edge}(between )?(${number})(${to})(${number})(?![\\p{L}\\p{N}:/]|[.,]\\d|-\\p{L})`,
      "giu",
    ),
    single: new RegExp(`${edge}(${number})(?![\\p{L}\\p{N}:/%]|[.,]\\d)`, "giu"),
  };
  grammars.set(language, grammar);
  return grammar;
}

/** Every amount in a sentence, hedges as ranges; what is taken already by dates and times is left out. */
export function amountsIn(text: string, taken: readonly Range[], language: Language): Amount[] {
  const found: Amount[] = [];
  const isFree = (start: number, end: number) =>
    !taken.some((one) => one.start < end && one.end > start) &&
    !found.some((one) => one.start < end && one.end > start);
  const { range, single } = grammarOf(language);
  for (const [pattern, min, max] of language.numbers.vague)
    for (const match of text.matchAll(pattern))
      if (isFree(match.index, match.index + match[0].length))
        found.push({ start: match.index, end: match.index + match[0].length, min, max, value: min });
  for (const match of text.matchAll(range)) {
    const joint = (match[3] ?? "").trim();
    const low = numberOf(match[2] ?? "", language);
    const high = numberOf(match[4] ?? "", language);
    if (low === undefined || high === undefined || high <= low) continue;
    // "three and five" are two numbers, unless they are said to be the ends of one
    if (/[a-z]/i.test(joint) && joint !== "to" && joint !== "or" && !match[1]) continue;
    if (joint === "or" && high - low > 2) continue;
    if (isFree(match.index, match.index + match[0].length))
      found.push({ start: match.index, end: match.index + match[0].length, min: low, max: high, value: low });
  }
  for (const match of text.matchAll(single)) {
    const value = numberOf(match[1] ?? "", language);
    if (value === undefined || !isFree(match.index, match.index + match[0].length)) continue;
    const hedged = hedge(text, match.index, match.index + match[0].length, value, language);
    found.push({ ...hedged, value });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What a hedge beside n makes of it (guidelines of annotation, table of normalisation). */
function hedge(
  text: string,
  start: number,
  end: number,
  n: number,
  { numbers }: Language,
): Omit<Amount, "value"> {
  const head = text.slice(Math.max(0, start - 30), start).trimEnd();
  const tail = text.slice(end, end + 30);
  for (const [pattern, kind] of numbers.hedges) {
    const match = pattern.exec(head);
    if (match)
      return {
        start: start - (text.slice(Math.max(0, start - 30), start).length - match.index),
        end,
        ...ends(kind, n),
      };
  }
  for (const [pattern, kind] of numbers.hedgesAfter) {
    const match = pattern.exec(tail);
    if (match) return { start, end: end + match[0].length, ...ends(kind, n) };
  }
  return { start, end, min: n, max: n };
}

export function ends(kind: string, n: number): { readonly min: number | null; readonly max: number | null } {
  switch (kind) {
    case "least":
      return { min: n, max: null };
    case "more":
      return { min: n + 1, max: null };
    case "most":
      return { min: null, max: n };
    case "fewer":
      return { min: null, max: n - 1 };
    case "about":
      return { min: Math.floor(0.9 * n), max: Math.ceil(Number((1.1 * n).toFixed(6))) };
    case "nearly":
      return { min: Math.floor(0.9 * n), max: n - 1 };
    default:
      return { min: n + 1, max: Math.ceil(Number((1.1 * n).toFixed(6))) };
  }
}
