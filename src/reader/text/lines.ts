import type { Language } from "../languages/language.ts";
import type { Folded, Range } from "./fold.ts";

/** What of a language tells its lines apart: its layout, and its offices where labels stand under them. */
type Labelled = Pick<Language, "layout"> & Partial<Pick<Language, "people">>;

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
  /** Whose recorded words the line plays, in a script: "[SOT NAME]". */
  readonly clip?: Range;
  readonly isThread: boolean;
  /** The heading above it, or the text line that opened its list. */
  readonly under: Range | undefined;
  readonly isBackground: boolean;
};

const timeStamp =
  /^(\d{1,2}[:.]\d{2})(?: ?(?:GMT|UTC|CET|EET|local(?: time)?|hrs?|h)(?!\p{L}))? ?[-–—:|]? ?(?=\S)/iu;
const aloneTime =
  /^\[?(\d{1,2}[:.]\d{2})(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|CET|EET|local(?: time)?|hrs?|h))?\]?$/i;
const aloneLabel = /^(?:\p{Lu}[\p{Lu}.'’ -]{1,40}|(?:Q|A|Question|Answer|Moderator))(?: \([^()]{1,80}\))?:$/u;
const bracketedLine = /^\[([^\]]{2,60})\]$/;
const thread = /^(?:🧵 ?)?\d{1,2}\/(?:\d{1,2}|n)?\)? /u;
const item =
  /^(?:[•◦▪‣●*–—-] |\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] |(?:article|art\.|section|clause|point|paragraph|§) ?(?:\d{1,2}|[ivx]{1,4})[.:)]? )/i;
/** "B. AGREED": what a list of such parts is headed by. */
const lettered = /^(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)] (?=\p{Lu}{4})/u;
const speakerLabel =
  /^(?:[QA](?=[:.] | \()|\p{Lu}[\p{Lu}.'’ -]{1,40}|(?:\p{Lu}[\p{L}.'-]* ){0,4}\p{Lu}[\p{L}.'-]+)(?: \([^()]{1,80}\))?: ?/u;
const numbered = /^\d{1,2}\. \p{Lu}[\p{L}' -]{3,40}\. (?=\p{Lu})/u;
const placeAndDay = /^\p{Lu}[\p{L}' -]{2,40}, (?:\p{L}+,? )?(?:\d{1,2} \p{L}+|\p{L}+ \d{1,2},) \d{4}$/u;
/** In an interview with questions and answers each is marked by its letter. */
const questions = /^Q\. /m;
const lettersOfInterview = /^[QA]\. (?=\S)/;
const dateline =
  /^(?:\([A-Za-z ]{2,30}\) ?)?\p{Lu}[\p{Lu}'./ -]{2,40}(?:,? ?\([^()]{2,50}\))?(?:, [^.—–:\n]{2,40}?)?(?: ?\([^()]{2,50}\))? ?(?:[—–]|-(?= ))+ |^\p{Lu}[\p{Lu}'./ -]{2,40}, \d{1,2} \p{L}+(?: \d{4})?[.:] |^(?:\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?), \p{L}+ \d{1,2}(?:, \d{4})? ?(?:[—–]|-(?= ))+ |^\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})?, \d{1,2} \p{L}{3,9}\.?(?: \d{4})?[.:] |^\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})?(?: \([^()]{2,40}\))? (?:—|–|-) (?=\p{Lu})/u;

export function linesOf({ text }: Folded, language: Labelled): Line[] {
  const lines: Line[] = [];
  const { layout } = language;
  let under: Range | undefined;
  let isBackground = false;
  const isInterview = questions.test(text);
  let hasBody = false;
  let from = 0;
  let isTranscript = false;
  let opener: Range | undefined;
  let pendingTime: string | undefined;
  let pendingLabel: Range | undefined;
  let clip: Range | undefined;
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    let start = from;
    let end = to;
    from = to + 1;
    while (start < end && text[start] === " ") start++;
    while (end > start && text[end - 1] === " ") end--;
    if (start === end) continue;
    // marks of a text's format are no part of it
    while (start < end && /[#>*_ ]/.test(text[start] ?? "") && !/^\* /.test(text.slice(start, start + 2)))
      start++;
    if (start === end) continue;
    const whole = text.slice(start, Math.min(end, start + 400));
    const number = lines.length;
    // a clock time or a speaker on a line of its own belongs to the next
    const alone = aloneTime.exec(whole);
    if (alone) {
      pendingTime = alone[1] ?? "";
      continue;
    }
    const bracketed = bracketedLine.exec(whole);
    if (bracketed && number > 0) {
      const name = layout.clip.exec(bracketed[1] ?? "")?.[1];
      const at = start + whole.indexOf(name ?? "");
      clip = name === undefined ? undefined : { start: at, end: at + name.length };
      if (clip) continue;
    }
    if (number > 0 && end - start < 60 && aloneLabel.test(whole)) {
      pendingLabel = { start, end: end - 1 };
      continue;
    }
    const add = (line: Partial<Line> & { kind: LineKind }) => {
      const time = line.time ?? pendingTime;
      const label = line.label ?? pendingLabel;
      lines.push({
        start,
        end,
        number,
        isThread: false,
        under,
        isBackground,
        ...line,
        ...(time === undefined ? {} : { time }),
        ...(label === undefined ? {} : { label }),
        ...(clip === undefined ? {} : { clip }),
      });
      pendingTime = undefined;
      pendingLabel = undefined;
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
    const part = lettered.exec(whole)?.[0].length ?? 0;
    const letter = isInterview ? lettersOfInterview.exec(whole) : null;
    const bullet = stamp || number1 || letter || part > 0 ? null : item.exec(whole);
    const place = stamp || number1 || bullet ? null : dateline.exec(whole);
    if (stamp) {
      const after = dateline.exec(whole.slice(stamp[0].length))?.[0].length ?? 0;
      add({ kind: "text", start: start + stamp[0].length + after, time: stamp[1] ?? "" });
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
    if (
      layout.correction.test(whole) &&
      (/^[([]/.test(whole) ||
        (isLong && number === 0) ||
        /^(?:editor|this (?:report|story|article|version|dispatch))/i.test(whole))
    ) {
      add({ kind: "note" });
      continue;
    }
    const label = letter ?? speakerLabel.exec(whole);
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
    if (hasBody && !isLong && !bullet && /^[^.!"“”]{12,}\?$/.test(whole)) {
      add({ kind: "question" });
      continue;
    }
    // "3. Freedom of movement. On 13 April …": a paragraph with its heading before it
    const runIn = bullet && isLong && !opener ? numbered.exec(whole)?.[0].length : undefined;
    if (runIn !== undefined) {
      add({ kind: "text", start: start + runIn, under: { start, end: start + runIn } });
      hasBody = true;
      continue;
    }
    // "2. Evacuation of patients", alone above its paragraph
    if (bullet && /^\d/.test(bullet[0]) && !isLong && !closes && headsParagraph(text, start, to)) {
      const from2 = start + bullet[0].length;
      isBackground = layout.backgroundHeading.test(text.slice(from2, end));
      under = { start: from2, end };
      opener = undefined;
      hasBody = true;
      add({ kind: "heading", start: from2, isBackground: false, under: undefined });
      continue;
    }
    if (bullet) {
      add({ kind: "item", start: start + bullet[0].length, under: opener ?? under });
      hasBody = true;
      continue;
    }
    const isWordy =
      hasBody && number > 0 && whole.split(" ").length > 8 && !/:$/.test(whole) && /\p{Ll}/u.test(whole);
    if (!isLong && !isWordy && (!closes || (number === 0 && !/[.!?…][”"»)\]]*$/.test(whole)))) {
      const kind = number === 0 ? "headline" : hasBody || lines.length > 6 ? "heading" : "header";
      if (kind !== "headline") {
        isBackground = layout.backgroundHeading.test(whole.slice(part));
        // a place and a day below a heading head nothing themselves
        if (lines[number - 1]?.kind !== "heading" || !placeAndDay.test(whole)) under = { start, end };
        opener = undefined;
      }
      add({ kind, isBackground: false, under: undefined });
      continue;
    }
    if (number === 0 && /^[\p{Lu}\p{N}\p{P}\p{S} ]+$/u.test(whole) && !isLong) {
      add({ kind: "headline" });
      continue;
    }
    if (
      (!isLong && /:$/.test(text.slice(start, end))) ||
      layout.opensList.test(text.slice(Math.max(start, end - 60), end))
    )
      opener = { start, end };
    else if (isLong || !/^.{0,60}$/.test(whole)) opener = undefined;
    const head = /^([\p{L} ]{4,30})[:.] /u.exec(whole);
    const isHistory = head !== null && layout.backgroundHeading.test(head[1] ?? "");
    add({ kind: "text", ...(isHistory ? { isBackground: true } : {}) });
    hasBody = true;
  }
  return withLabels(lines, text, language);
}

/** Whether a numbered line stands by itself between paragraphs, and not in a list. */
function headsParagraph(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - 300), start)
      .trimEnd()
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(end).trimStart().split("\n", 1)[0] ?? "";
  return (
    (after.length > 60 || /^[•–—-] /.test(after)) &&
    !/^\(?[\da-z]{1,3}[.)]/i.test(after) &&
    !item.test(before) &&
    !/:$/.test(before)
  );
}

/** A label that names somebody: by office, by party, by asking, or by speaking twice. Any other is a heading that runs into its line; one label makes no transcript. */
function withLabels(lines: readonly Line[], text: string, language: Labelled): Line[] {
  if (!language.people) return [...lines];
  const { layout, people } = language;
  const office = new RegExp(`^(?:${people.title}|${people.rank}|${people.head})(?![\\p{L}])`, "iu");
  const words = (label: Range) => text.slice(label.start, label.end).trim();
  const times = new Map<string, number>();
  for (const { label } of lines) if (label) times.set(words(label), (times.get(words(label)) ?? 0) + 1);
  const isSomebody = (label: Range) => {
    const name = words(label);
    return (
      /\([^)]+\)/.test(name) ||
      office.test(name) ||
      layout.asks.test(name) ||
      layout.moderates.test(name) ||
      layout.answers.test(name) ||
      ((times.get(name) ?? 0) > 1 && !layout.topicLabel.test(name))
    );
  };
  const isTranscript = lines.filter(({ label }) => label && isSomebody(label)).length >= 2;
  return lines.map((line) => {
    const { label, ...rest } = line;
    if (!label || (isTranscript && isSomebody(label))) return line;
    return {
      ...rest,
      kind: isFlash(text, rest) ? "headline" : rest.kind === "question" ? "text" : rest.kind,
      isBackground: rest.isBackground || layout.backgroundHeading.test(words(label)),
    };
  });
}

/** "FLASH: OSTREL, MIRANDIA AGREE TO HALT" on the first line. */
function isFlash(text: string, { start, end, number }: Line): boolean {
  const words = text.slice(start, end);
  return number === 0 && !/\p{Ll}/u.test(words) && !/[.!?]["”]?$/.test(words);
}

/** A label is in capitals, has its party in brackets, or stands where others stood before. */
function looksLikeSpeaker(label: string, isTranscript: boolean): boolean {
  const name = label.replace(/\([^)]*\)/, "").replace(/[:.] ?$/, "");
  if (/\([^)]*\)/.test(label) && name.split(" ").length <= 6) return true;
  const letters = name.replace(/[^\p{L}]/gu, "");
  if (letters.length < 1) return false;
  if (letters === letters.toUpperCase() && name.trim().split(" ").length <= 5) return true;
  return isTranscript && name.trim().split(" ").length <= 4;
}
