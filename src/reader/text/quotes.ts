import type { Range } from "./fold.ts";

/** One quotation: its words, and the marks around them. */
export type Quote = Range & { readonly open: number; readonly close: number };

/** Which marks close what each mark opens. */
const closers: Readonly<Record<string, string>> = {
  "“": '”"“',
  "„": '“”"',
  "«": "»",
  "‹": "›",
  '"': '"”',
};
const letter = /[\p{L}\p{N}]/u;

/** The quotations of one paragraph. One that is never closed ends with its paragraph, if it began it or follows a colon or comma. Linear. */
export function quotesIn(text: string, from: number, to: number): Quote[] {
  const found: Quote[] = [];
  let open = -1;
  let closing = "";
  for (let i = from; i < to; i++) {
    const char = text[i] ?? "";
    if (open < 0) {
      if (closers[char] !== undefined) {
        open = i;
        closing = closers[char] ?? "";
      } else if (char === "'" && opensWithApostrophe(text, i, from)) {
        const close = closeOfApostrophe(text, i + 1, to);
        if (close > 0) {
          found.push({ open: i, start: i + 1, end: close, close: close + 1 });
          i = close;
        }
      }
    } else if (closing.includes(char) && i > open + 1) {
      found.push({ open, start: open + 1, end: i, close: i + 1 });
      open = -1;
    }
  }
  if (open >= 0 && (open === from || /[:,] ?$/.test(text.slice(Math.max(from, open - 2), open))))
    found.push({ open, start: open + 1, end: to, close: to });
  return found;
}

function opensWithApostrophe(text: string, at: number, from: number): boolean {
  return (at === from || /[\s([:]/.test(text[at - 1] ?? "")) && /\p{L}/u.test(text[at + 1] ?? "");
}

/** An apostrophe closes where no letter follows; after a plain s it may be a possessive, unless a mark stands before it. */
function closeOfApostrophe(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + 600);
  for (let i = from; i < limit; i++)
    if (
      text[i] === "'" &&
      !letter.test(text[i + 1] ?? " ") &&
      (/[.,!?…]/.test(text[i - 1] ?? "") ||
        /[.,;:!?)]/.test(text[i + 1] ?? "") ||
        (text[i - 1] !== "s" && i - from > 2))
    )
      return i;
  return -1;
}

/** The text from `from` to `to` with the words of quotations blotted out, so that nobody's words are taken for the writer's. */
export function masked(text: string, { start, end }: Range, quotes: readonly Quote[]): string {
  let out = "";
  let done = start;
  for (const quote of quotes) {
    const from = Math.max(quote.start, start);
    const to = Math.min(quote.end, end);
    if (to <= from) continue;
    out += text.slice(done, from) + "·".repeat(to - from);
    done = to;
  }
  return out + text.slice(done, end);
}
