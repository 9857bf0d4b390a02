/** A text made plain for reading, beside the original: every place in it leads back. */
export type Folded = {
  readonly original: string;
  readonly text: string;
  /** Where each folded character starts and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

export type Range = { readonly start: number; readonly end: number };
export type Span = { readonly start: number; readonly end: number; readonly text: string };

const plain: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u2007": " ",
  "\u2009": " ",
  "\u200a": " ",
  "\u202f": " ",
  "\u3000": " ",
  "\t": " ",
  "\u2019": "'",
  "\u02bc": "'",
  "\u2018": "'",
  "\u2032": "'",
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "–",
  "\u2212": "–",
  "\u2015": "—",
  "\u2026": "…",
  "\u201f": "“",
  "\u2033": '"',
};
/** Seen by nobody: zero-width, soft hyphens, marks of direction, byte order marks, variation selectors. */
const unseen = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;
const mark = /\p{M}/u;

/** Never edits the original: quotes, dashes, spaces and accents are folded into a text of their own. Linear. */
export function fold(original: string): Folded {
  const starts = new Uint32Array(original.length + 1);
  const ends = new Uint32Array(original.length + 1);
  const out: string[] = [];
  const soft = softBreaks(original.replaceAll("\r", " "));
  let n = 0;
  const put = (char: string, start: number, end: number) => {
    out.push(char);
    starts[n] = start;
    ends[n] = end;
    n++;
  };
  for (let i = 0; i < original.length; i++) {
    const char = original[i] ?? "";
    const code = original.charCodeAt(i);
    if (code === 10) {
      if (soft.has(i)) {
        if (out[n - 1] !== " ") put(" ", i, i + 1);
      } else put("\n", i, i + 1);
      continue;
    }
    if (code < 128 && code > 31) {
      // bold and the like of plain-text formats
      if ((char === "*" || char === "_") && (original[i + 1] === char || original[i - 1] === char)) continue;
      // runs of spaces are one
      if (code !== 32 || out[n - 1] !== " ") put(char, i, i + 1);
      continue;
    }
    if (unseen.test(char)) continue;
    const folded = plain[char] ?? char;
    if (folded === " " && out[n - 1] === " ") continue;
    if (n > 0 && code >= 0x300 && mark.test(char)) {
      const composed = ((out[n - 1] ?? "") + char).normalize("NFC");
      if (composed.length === 1) out[n - 1] = composed;
      // a mark that no letter takes is left out
      ends[n - 1] = i + 1;
      continue;
    }
    put(folded, i, i + 1);
  }
  starts[n] = original.length;
  return { original, text: out.join(""), starts, ends };
}

/** Lines that were broken for their width only, by the place of their break: in a block of lines of one width, all but short ones; else where small letters go on. */
function softBreaks(text: string): ReadonlySet<number> {
  const soft = new Set<number>();
  const lines: { start: number; end: number }[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end });
    start = end + 1;
  }
  for (let first = 0; first < lines.length; ) {
    let last = first;
    const isEmpty = (line: { start: number; end: number } | undefined) =>
      line === undefined || text.slice(line.start, Math.min(line.end, line.start + 200)).trim() === "";
    if (isEmpty(lines[first])) {
      first++;
      continue;
    }
    while (!isEmpty(lines[last + 1])) last++;
    const block = lines.slice(first, last + 1);
    const width = Math.max(...block.slice(0, 2_000).map(({ start, end }) => end - start));
    const full = block.slice(0, -1).filter(({ start, end }) => end - start > width - 22).length;
    const broken = block.slice(0, -1).filter(({ end }) => !/[.!?:;”"»)]/.test(text[end - 1] ?? "")).length;
    const isWrapped =
      block.length >= 3 &&
      width <= 110 &&
      width >= 50 &&
      full >= (block.length - 1) * 0.7 &&
      broken >= (block.length - 1) * 0.6;
    block.forEach((line, i) => {
      const next = block[i + 1];
      if (!next) return;
      const opening = text.slice(next.start, next.start + 14);
      const goesOn =
        /[\p{L}\d,\-–]/u.test(text[line.end - 1] ?? "") &&
        /^\p{Ll}/u.test(opening) &&
        line.end - line.start > 45;
      const isFull =
        isWrapped &&
        line.end - line.start > width - 22 &&
        !/^(?:[•*–—-] |\(?\w{1,3}[.)] |\d{1,2}[:.]\d{2}|\d{1,2}\/)/u.test(opening);
      if (goesOn || isFull) soft.add(line.end);
    });
    first = last + 1;
  }
  return soft;
}

/** The words of the original that a range of the folded text stands for. */
export function spanOf({ original, starts, ends }: Folded, { start, end }: Range): Span {
  const from = starts[start] ?? 0;
  const to = end > start ? (ends[end - 1] ?? from) : from;
  return { start: from, end: to, text: original.slice(from, to) };
}
