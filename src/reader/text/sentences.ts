import type { Language } from "../languages/language.ts";
import type { Folded, Range } from "./fold.ts";
import type { Line } from "./lines.ts";
import { masked, type Quote, quotesIn } from "./quotes.ts";

export type Sentence = Range & {
  readonly index: number;
  readonly line: Line;
  readonly text: string;
  /** The same length, the words of quotations blotted out. */
  readonly masked: string;
  readonly quotes: readonly Quote[];
  readonly isFirstOfLine: boolean;
};

/** No sentence is longer: whatever a text does, patterns run over pieces of this length. */
const longest = 1_200;
const before = /[.!?…]["”»)'\]]*$/;

export function sentencesOf(folded: Folded, lines: readonly Line[], language: Language): Sentence[] {
  const { text } = folded;
  const found: Sentence[] = [];
  for (const line of lines) {
    if (line.kind === "boilerplate") continue;
    const quotes = quotesIn(text, line.start, line.end);
    let from = line.start;
    let nextQuote = 0;
    let firstQuote = 0;
    let isFirst = true;
    const close = (to: number) => {
      let start = from;
      let end = to;
      from = to;
      while (start < end && /[\s\p{Extended_Pictographic}[\]]/u.test(text[start] ?? "")) start++;
      // an emoji is two code units
      while (start < end && /[\ud800-\udfff]/.test(text[start] ?? "")) start++;
      while (start < end && /\s/.test(text[start] ?? "")) start++;
      while (end > start && /[\s\p{Extended_Pictographic}\ud800-\udfff]/u.test(text[end - 1] ?? "")) end--;
      if (end - start < 2) return;
      while ((quotes[firstQuote]?.end ?? end) <= start && firstQuote < quotes.length) firstQuote++;
      const inside: Quote[] = [];
      for (let q = firstQuote; q < quotes.length; q++) {
        const quote = quotes[q];
        if (!quote || quote.start >= end) break;
        inside.push(quote);
      }
      found.push({
        start,
        end,
        index: found.length,
        line,
        text: text.slice(start, end),
        masked: masked(text, { start, end }, inside),
        quotes: inside,
        isFirstOfLine: isFirst,
      });
      isFirst = false;
    };
    for (let i = line.start; i < line.end; i++) {
      const quote = quotes[nextQuote];
      if (quote && i >= quote.open) {
        // a quotation of several sentences is one, unless it is far too long for that
        if (quote.close - from < longest) i = Math.max(i, quote.close - 1);
        nextQuote++;
        if (i >= line.end - 1) break;
      }
      if (i - from >= longest && /\s/.test(text[i] ?? "")) {
        close(i);
        continue;
      }
      if (text[i + 1] !== " " && !/[\p{Extended_Pictographic}\ud83c-\ud83e❌✅]/u.test(text[i + 1] ?? ""))
        continue;
      if (!/[.!?…"”»)'\]]/.test(text[i] ?? "") && !/[❌✅]/.test(text[i + 1] ?? "")) continue;
      const head = text.slice(Math.max(from, i - 24), i + 1);
      if (!before.test(head) && !/[❌✅]/.test(text[i + 1] ?? "")) continue;
      const next = text.slice(i + 1, i + 16).trimStart();
      if (/[❌✅]/.test(text[i + 1] ?? "") && !/^[❌✅]\s*(?:\p{Lu}|$)/u.test(next)) continue;
      if (!/^["“„«'([]?[\p{Lu}\p{N}·@#\p{Extended_Pictographic}]/u.test(next)) continue;
      if (
        language.layout.abbreviations.test(head) &&
        !language.layout.opensSentence.test(`${head.slice(-4)} ${next}`)
      )
        continue;
      // “No.” Wiik said: the cue belongs to its quotation
      if (
        /["”»]$/.test(head) &&
        language.cues.closesQuotation.test(text.slice(i + 1, Math.min(line.end, i + 90)))
      )
        continue;
      close(i + 1);
    }
    close(line.end);
  }
  return found;
}
