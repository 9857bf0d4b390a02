import type { Language } from "../languages/language.ts";
import type { Folded, Range } from "./fold.ts";

type LineKind = "headline" | "heading" | "header" | "text" | "item" | "note" | "question" | "boilerplate";

/** One paragraph, told apart before anyone looks for what it says. */
export type Line = Range & {
  readonly kind: LineKind;
  readonly number: number;
  /** A clock time or a place and date that it began with. */
  readonly dateline?: Range;
  readonly time?: string;
  /** Who speaks, in a transcript: the whole label before the colon. */
  readonly label?: Range;
  readonly isThread: boolean;
  /** The heading above it, or the text line that opened its list. */
  readonly under: Range | undefined;
  readonly isBackground: boolean;
};

const timeStamp =
  /^(\d{1,2}[:.]\d{2})(?: ?(?:GMT|UTC|CET|EET|local(?: time)?|hrs?|h)(?!\p{L}))? ?[-–—:|]? ?(?=\S)/iu;
const thread = /^(?:🧵 ?)?\d{1,2}\/(?:\d{1,2}|n)?\)? /u;
const item = /^(?:[•◦▪‣●*–—-] |\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] )/i;
const speakerLabel =
  /^(?:[QA](?=[:.] )|[A-Z][\p{Lu}.'’ -]{1,40}|(?:[A-Z][\p{L}.'-]* ){0,4}[A-Z][\p{L}.'-]+)(?: \([^()]{1,80}\))?: ?/u;
const dateline =
  /^(?:\([A-Za-z ]{2,30}\) ?)?\p{Lu}[\p{Lu}'./ -]{2,40}(?:,? ?\([^()]{2,50}\))?(?:, [^.—–:\n]{2,40}?)?(?: ?\([^()]{2,50}\))? ?(?:[—–]|-(?= ))+ |^\p{Lu}[\p{Lu}'./ -]{2,40}, \d{1,2} \p{L}+(?: \d{4})?[.:] |^(?:\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?), \p{L}+ \d{1,2}(?:, \d{4})? ?(?:[—–]|-(?= ))+ |^\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})?(?: \([^()]{2,40}\))? (?:—|–|-) (?=\p{Lu})/u;

export function linesOf({ text }: Folded, language: Language): Line[] {
  const lines: Line[] = [];
  const { layout } = language;
  let under: Range | undefined;
  let isBackground = false;
  let hasBody = false;
  let from = 0;
  let isTranscript = false;
  let opener: Range | undefined;
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    let start = from;
    let end = to;
    from = to + 1;
    while (start < end && text[start] === " ") start++;
    while (end > start && text[end - 1] === " ") end--;
    if (start === end) continue;
    const whole = text.slice(start, Math.min(end, start + 400));
    const number = lines.length;
    const add = (line: Partial<Line> & { kind: LineKind }) => {
      lines.push({ start, end, number, isThread: false, under, isBackground, ...line });
    };
    if (layout.boilerplate.test(whole)) {
      add({ kind: "boilerplate" });
      continue;
    }
    const isLong = end - start > 130;
    const closes = /[.!?…;:][”"»)\]']*$|[)\]]$/.test(
      text.slice(start, end).replace(/[\p{Extended_Pictographic}#\s]+$/u, ""),
    );
    const stamp = timeStamp.exec(whole);
    const number1 = thread.exec(whole);
    const bullet = stamp || number1 ? null : item.exec(whole);
    const place = stamp || number1 || bullet ? null : dateline.exec(whole);
    if (stamp) {
      add({ kind: "text", start: start + stamp[0].length, time: stamp[1] ?? "" });
      hasBody = true;
      continue;
    }
    if (number1) {
      add({ kind: "text", start: start + number1[0].length, isThread: true });
      hasBody = true;
      continue;
    }
    if (place && end - start > place[0].length + 25 && (closes || isLong)) {
      add({
        kind: "text",
        start: start + place[0].length,
        dateline: { start, end: start + place[0].length },
      });
      hasBody = true;
      isBackground = false;
      continue;
    }
    const label = speakerLabel.exec(whole);
    if (label && !bullet && end - start > label[0].length + 1 && looksLikeSpeaker(label[0], isTranscript)) {
      isTranscript = true;
      hasBody = true;
      add({
        kind: layout.asks.test(label[0]) ? "question" : "text",
        start: start + label[0].length,
        label: { start, end: start + label[0].trimEnd().length - 1 },
      });
      continue;
    }
    if (layout.correction.test(whole) && (whole.startsWith("(") || whole.startsWith("["))) {
      add({ kind: "note" });
      continue;
    }
    if (bullet) {
      add({ kind: "item", start: start + bullet[0].length, under: opener ?? under });
      hasBody = true;
      continue;
    }
    if (!isLong && (!closes || (number === 0 && !/[.!?…][”"»)\]]*$/.test(whole)))) {
      const kind = number === 0 ? "headline" : hasBody || lines.length > 6 ? "heading" : "header";
      if (kind !== "headline") {
        isBackground = layout.backgroundHeading.test(whole);
        under = { start, end };
        opener = undefined;
      }
      add({ kind, isBackground: false, under: undefined });
      continue;
    }
    if (number === 0 && /^[\p{Lu}\p{N}\p{P}\p{S} ]+$/u.test(whole) && !isLong) {
      add({ kind: "headline" });
      continue;
    }
    if (!isLong && /:$/.test(text.slice(start, end))) opener = { start, end };
    else if (isLong || !/^.{0,60}$/.test(whole)) opener = undefined;
    const head = /^([\p{L} ]{4,30})[:.] /u.exec(whole);
    const isHistory = head !== null && layout.backgroundHeading.test(head[1] ?? "");
    add({ kind: "text", ...(isHistory ? { isBackground: true } : {}) });
    hasBody = true;
  }
  // one label makes no transcript
  if (lines.filter(({ label }) => label).length >= 2) return lines;
  return lines.map(({ label, ...line }) => (label ? { ...line, start: label.start } : line));
}

/** A label is in capitals, has its party in brackets, or stands where others stood before. */
function looksLikeSpeaker(label: string, isTranscript: boolean): boolean {
  const name = label.replace(/\([^)]*\)/, "").replace(/: ?$/, "");
  if (/\([^)]*\)/.test(label) && name.split(" ").length <= 6) return true;
  const letters = name.replace(/[^\p{L}]/gu, "");
  if (letters.length < 1) return false;
  if (letters === letters.toUpperCase() && name.trim().split(" ").length <= 5) return true;
  return isTranscript && name.trim().split(" ").length <= 4;
}
