import type { Count } from "../draft.ts";
import type { Range } from "../text/fold.ts";
import { isoDay, lastOfMonth, plusDays, plusMonths, weekdayOf } from "../values/civil.ts";
import { ends } from "../values/numbers.ts";
import type { Lexicon } from "./lexicon.ts";
import { first, has, words } from "./words.ts";

export type DateFound = Range & {
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly role: "on" | "by" | "from";
  readonly isBefore: boolean;
};
export type DurationFound = Range & { readonly min: number | null; readonly max: number | null };
export type CountFound = Range & Count & { readonly isEach: boolean; readonly isOurs: boolean };
type Amount = Range & { readonly min: number | null; readonly max: number | null; readonly value: number };

type Patterns = {
  readonly number: string;
  readonly amount: RegExp;
  readonly range: RegExp;
  readonly duration: RegExp;
  readonly durationRange: RegExp;
  readonly days: RegExp;
  readonly interval: RegExp;
  readonly numeric: RegExp;
  readonly weekday: RegExp;
  readonly spans: readonly (readonly [
    "end" | "mid" | "early" | "firstHalf" | "secondHalf" | "month",
    RegExp,
  ])[];
};
const compiled = new WeakMap<Lexicon, Patterns>();
function patternsOf(lexicon: Lexicon): Patterns {
  const known = compiled.get(lexicon);
  if (known) return known;
  const { numbers, calendar } = lexicon;
  const number = `(?:\\d{1,3}(?:[ .]\\d{3})+(?!\\d)|\\d+(?:,\\d+)?|${numbers.word}(?:[ -]${numbers.word})*)`;
  const unit = numbers.hours.map(([source]) => source.replaceAll("~", "\\p{L}*")).join("|");
  const month = `(?<m>${calendar.months.map((name) => name.replaceAll("~", "\\p{L}*")).join("|")})`;
  const day = `(?<d>\\d{1,2})${calendar.dayEnding}`;
  const year = calendar.year;
  const edge = "(?<![\\p{L}\\p{N}.,:/-]|\\d )";
  const dayEdge = "(?<![\\p{L}\\p{N}.,:/-])";
  const span = (source: string) =>
    new RegExp(`(?<!\\p{L})(?:${source.replace("MONTH", month).replaceAll("~", "\\p{L}*")})(?!\\p{L})`, "gu");
  const made: Patterns = {
    number,
    amount: new RegExp(`${edge}(${number})(?![\\p{L}\\p{N}:/%]|[.,]\\d)`, "gu"),
    range: new RegExp(`${edge}(${number})${numbers.to}(${number})(?![\\p{L}\\p{N}:/%]|[.,]\\d)`, "gu"),
    duration: new RegExp(`${edge}(${number})[ -]?(${unit})(?!\\p{L})`, "gu"),
    durationRange: new RegExp(`${edge}(${number})${numbers.to}(${number})[ -]?(${unit})(?!\\p{L})`, "gu"),
    days: new RegExp(`${dayEdge}${day} ${month}(?!\\p{L})(?: (?<y>20\\d\\d)${year})?`, "gu"),
    interval: new RegExp(
      `${edge}(?<d1>\\d{1,2})(?: (?<m1>${calendar.months.map((name) => name.replaceAll("~", "\\p{L}*")).join("|")}))? ?(?:[-–—]|по|i|і|ve) ?${day} ${month}(?!\\p{L})(?: (?<y>20\\d\\d)${year})?`,
      "gu",
    ),
    numeric:
      /(?<![\p{L}\p{N}.,:/-])(?<d>\d{1,2})[./](?<n>\d{1,2})(?:[./](?<y>20\d\d))?(?![\p{N}:/-]|[.,]\d)/gu,
    weekday: new RegExp(
      `(?<!\\p{L})(?<w>${calendar.weekdays.map((name) => name.replaceAll("~", "\\p{L}*")).join("|")})(?!\\p{L})`,
      "gu",
    ),
    spans: [
      ["end", span(calendar.end)],
      ["mid", span(calendar.mid)],
      ["early", span(calendar.early)],
      ["firstHalf", span(calendar.firstHalf)],
      ["secondHalf", span(calendar.secondHalf)],
      ["month", span(calendar.month)],
    ],
  };
  compiled.set(lexicon, made);
  return made;
}

function numberOf(text: string, { numbers }: Lexicon): number | undefined {
  if (/^\d/.test(text)) return Number(text.replace(/[ .](?=\d{3})/g, "").replace(",", "."));
  let total = 0;
  let part = 0;
  for (const word of text.split(/[\s-]+/)) {
    const unit = numbers.units.get(word);
    const scale = numbers.scales.get(word);
    if (unit !== undefined) part += unit;
    else if (scale !== undefined) {
      part = Math.max(1, part) * scale;
      if (scale >= 1000) {
        total += part;
        part = 0;
      }
    } else return undefined;
  }
  return total + part;
}

function monthOf(name: string, { calendar }: Lexicon): number {
  return calendar.months.findIndex((one) => has(name, words(one))) + 1;
}

/** The year that a month without one means: the nearest to the report, and the way that the clause looks. */
function yearFor(anchor: string, month: number, isAhead: boolean): number {
  const year = Number(anchor.slice(0, 4));
  const now = Number(anchor.slice(5, 7));
  if (isAhead && month < now - 6) return year + 1;
  if (!isAhead && month > now + 5) return year - 1;
  return year;
}

/** Every date in a sentence of small letters, reckoned from the report's day. */
export function datesIn(text: string, anchor: string, lexicon: Lexicon): DateFound[] {
  const found: DateFound[] = [];
  const { calendar } = lexicon;
  const made = patternsOf(lexicon);
  const put = (
    start: number,
    end: number,
    value: string,
    from: string,
    to: string,
    role?: DateFound["role"],
  ) => {
    if (found.some((one) => one.start < end && one.end > start)) return;
    const head = text.slice(Math.max(0, start - 40), start).trimEnd();
    const tail = text.slice(end, end + 24);
    const isBefore = calendar.beforeDay.test(head);
    found.push({
      start,
      end,
      value,
      from,
      to,
      isBefore,
      role:
        role ??
        (isBefore || calendar.byBefore.test(head) || calendar.byAfter.test(tail)
          ? "by"
          : calendar.fromBefore.test(head) || calendar.fromAfter.test(tail)
            ? "from"
            : "on"),
    });
  };
  const isAhead = has(text, lexicon.realis.ahead);
  for (const match of text.matchAll(made.interval)) {
    const { d1, m1, d, m = "", y } = match.groups ?? {};
    const month = monthOf(m, lexicon);
    const year = y ? Number(y) : yearFor(anchor, month, isAhead);
    const from = isoDay(year, m1 ? monthOf(m1, lexicon) : month, Number(d1));
    const to = isoDay(year, month, Number(d));
    if (from && to && from < to)
      put(match.index, match.index + match[0].length, `${from}/${to}`, from, to, "on");
  }
  for (const match of text.matchAll(made.days)) {
    const { d, m = "", y } = match.groups ?? {};
    const month = monthOf(m, lexicon);
    const day = isoDay(y ? Number(y) : yearFor(anchor, month, isAhead), month, Number(d));
    if (day) put(match.index, match.index + match[0].length, day, day, day);
  }
  for (const match of text.matchAll(made.numeric)) {
    const { d, n, y } = match.groups ?? {};
    if (!y && (d?.length !== 2 || n?.length !== 2)) continue;
    const day = isoDay(y ? Number(y) : yearFor(anchor, Number(n), isAhead), Number(n), Number(d));
    if (day) put(match.index, match.index + match[0].length, day, day, day);
  }
  const month = anchor.slice(0, 7);
  const ended = (pattern: RegExp, day: string) => {
    for (const match of text.matchAll(pattern))
      put(match.index, match.index + match[0].length, day, day, day);
  };
  ended(calendar.endOfNextMonth, lastOfMonth(plusMonths(`${month}-01`, 1).slice(0, 7)));
  ended(calendar.endOfThisMonth, lastOfMonth(month));
  ended(calendar.endOfYear, `${anchor.slice(0, 4)}-12-31`);
  ended(calendar.endOfWeek, plusDays(anchor, 7 - weekdayOf(anchor)));
  for (const match of text.matchAll(calendar.nextWeek)) {
    const monday = plusDays(anchor, 8 - weekdayOf(anchor));
    put(
      match.index,
      match.index + match[0].length,
      `${monday}/${plusDays(monday, 6)}`,
      monday,
      plusDays(monday, 6),
    );
  }
  for (const match of text.matchAll(calendar.within)) {
    const n = numberOf(match.groups?.n ?? "", lexicon) ?? 1;
    const unit = match.groups?.u ?? match.groups?.u2 ?? "";
    const hours = lexicon.numbers.hours.find(([source]) => has(unit, words(source)))?.[1] ?? 24;
    if (hours < 24) continue;
    const day = hours === 720 ? plusMonths(anchor, n) : plusDays(anchor, (n * hours) / 24);
    put(match.index, match.index + match[0].length, day, day, day, "by");
  }
  for (const [kind, pattern] of made.spans)
    for (const match of text.matchAll(pattern)) {
      const number = monthOf(match.groups?.m ?? "", lexicon);
      if (!number) continue;
      const year = yearFor(anchor, number, isAhead || kind === "end" || kind === "mid");
      const head = `${year}-${String(number).padStart(2, "0")}`;
      const last = lastOfMonth(head);
      const at = (value: string, from: string, to: string) =>
        put(match.index, match.index + match[0].length, value, from, to);
      if (kind === "end") at(last, last, last);
      else if (kind === "mid") at(`${head}-15`, `${head}-15`, `${head}-15`);
      else if (kind === "early") at(`${head}-10`, `${head}-01`, `${head}-10`);
      else if (kind === "firstHalf") at(`${head}-01/${head}-15`, `${head}-01`, `${head}-15`);
      else if (kind === "secondHalf") at(`${head}-16/${last}`, `${head}-16`, last);
      else at(head, `${head}-01`, last);
    }
  for (const [pattern, days] of calendar.relative)
    for (const match of text.matchAll(pattern)) {
      const day = plusDays(anchor, days);
      put(match.index, match.index + match[0].length, day, day, day);
    }
  const dated = [...found];
  for (const match of text.matchAll(made.weekday)) {
    const wanted = calendar.weekdays.findIndex((one) => has(match.groups?.w ?? "", words(one))) + 1;
    if (!wanted) continue;
    const today = weekdayOf(anchor);
    // the day of a date that stands beside it says the same day
    if (
      dated.some(
        (one) =>
          Math.abs(one.start - (match.index + match[0].length)) < 6 || Math.abs(match.index - one.end) < 6,
      )
    )
      continue;
    const end = match.index + match[0].length;
    const isTold =
      calendar.toldBefore.test(text.slice(Math.max(0, match.index - 50), match.index)) ||
      calendar.toldAfter.test(text.slice(end, end + 50));
    const day =
      isAhead && !isTold
        ? plusDays(anchor, (wanted - today + 7) % 7 || 7)
        : plusDays(anchor, -((today - wanted + 7) % 7));
    put(match.index, match.index + match[0].length, day, day, day);
  }
  // "on Tuesday and Wednesday": one interval
  found.sort((a, b) => a.start - b.start);
  for (let i = 0; i + 1 < found.length; i++) {
    const [a, b] = [found[i], found[i + 1]];
    if (
      a &&
      b &&
      a.value.length === 10 &&
      b.value.length === 10 &&
      b.value === plusDays(a.value, 1) &&
      /^ (?:та|і|и|й|ve) (?:в |у |во )?$/.test(text.slice(a.end, b.start))
    )
      found.splice(i, 2, { ...a, end: b.end, value: `${a.value}/${b.value}`, to: b.value });
  }
  return found;
}

function hedged(text: string, start: number, end: number, n: number, { numbers }: Lexicon) {
  const head = text.slice(Math.max(0, start - 30), start).trimEnd();
  const led = head.replace(/ (?:на|в|у|во)$/u, "");
  for (const [kind, pattern] of numbers.hedgesBefore)
    if (pattern.test(head) || (led !== head && kind !== "most" && pattern.test(led))) return ends(kind, n);
  const tail = text.slice(end, end + 24);
  for (const [kind, pattern] of numbers.hedgesAfter) if (pattern.test(tail)) return ends(kind, n);
  return { min: n, max: n };
}

/** Lengths of time, in hours. */
export function durationsIn(text: string, lexicon: Lexicon, taken: readonly Range[] = []): DurationFound[] {
  const found: DurationFound[] = [];
  const made = patternsOf(lexicon);
  const hoursOf = (unit: string) =>
    lexicon.numbers.hours.find(([source]) => has(unit, words(source)))?.[1] ?? 0;
  const put = (one: DurationFound) => {
    if (![...found, ...taken].some((other) => other.start < one.end && other.end > one.start))
      found.push(one);
  };
  for (const match of text.matchAll(made.durationRange)) {
    const [low, high, each] = [
      numberOf(match[1] ?? "", lexicon),
      numberOf(match[2] ?? "", lexicon),
      hoursOf(match[3] ?? ""),
    ];
    if (low !== undefined && high !== undefined && high > low)
      put({ start: match.index, end: match.index + match[0].length, min: low * each, max: high * each });
  }
  for (const match of text.matchAll(made.duration)) {
    const n = numberOf(match[1] ?? "", lexicon);
    const each = hoursOf(match[2] ?? "");
    if (n === undefined || !each) continue;
    const end = match.index + match[0].length;
    const { min, max } = hedged(text, match.index, end, n, lexicon);
    const hours = (bound: number | null) =>
      bound === null ? null : bound === n + 1 || bound === n - 1 ? n * each : bound * each;
    put({ start: match.index, end, min: hours(min), max: hours(max) });
  }
  for (const [pattern, hours] of lexicon.numbers.adjectives)
    for (const match of text.matchAll(pattern))
      put({ start: match.index, end: match.index + match[0].length, min: hours, max: hours });
  return found.sort((a, b) => a.start - b.start);
}

/** A length of time that may be a measure's: no delay, captivity, waiting. */
export function termIn(
  text: string,
  durations: readonly DurationFound[],
  { numbers }: Lexicon,
): DurationFound | undefined {
  return durations.find(
    (one) =>
      !numbers.notTermBefore.test(text.slice(Math.max(0, one.start - 40), one.start).trimEnd()) &&
      !numbers.notTermAfter.test(text.slice(one.end, one.end + 40)),
  );
}

function amountsIn(text: string, lexicon: Lexicon, taken: readonly Range[]): Amount[] {
  const found: Amount[] = [];
  const made = patternsOf(lexicon);
  const put = (one: Amount) => {
    if (![...found, ...taken].some((other) => other.start < one.end && other.end > one.start))
      found.push(one);
  };
  for (const match of text.matchAll(lexicon.formula)) {
    const n = numberOf(match.groups?.n ?? "", lexicon);
    if (n !== undefined)
      put({ start: match.index, end: match.index + match[0].length, min: n, max: n, value: n });
  }
  for (const [pattern, min, max] of lexicon.numbers.vague)
    for (const match of text.matchAll(pattern))
      put({ start: match.index, end: match.index + match[0].length, min, max, value: min });
  for (const match of text.matchAll(made.range)) {
    const [low, high] = [numberOf(match[1] ?? "", lexicon), numberOf(match[2] ?? "", lexicon)];
    if (low !== undefined && high !== undefined && high > low)
      put({ start: match.index, end: match.index + match[0].length, min: low, max: high, value: low });
  }
  for (const match of text.matchAll(made.amount)) {
    const n = numberOf(match[1] ?? "", lexicon);
    const end = match.index + match[0].length;
    if (n !== undefined)
      put({ start: match.index, end, ...hedged(text, match.index, end, n, lexicon), value: n });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What each number counts: the first noun of the table within a few words behind it. */
export function countsIn(text: string, lexicon: Lexicon, taken: readonly Range[]): CountFound[] {
  const found: CountFound[] = [];
  const amounts = amountsIn(text, lexicon, taken);
  let previous: CountFound | undefined;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i];
    if (!amount) continue;
    const next = amounts[i + 1]?.start ?? text.length;
    const isFormula = first(text.slice(amount.start, amount.end), lexicon.formula) !== undefined;
    const stop = text.slice(amount.end, next).search(/[.;:!?—–]|, (?!\p{L}+ (?:та|і|и|й|ve) )/u);
    const tail = text.slice(
      amount.end,
      stop < 0 ? Math.min(next, amount.end + 60) : amount.end + Math.min(stop, 60),
    );
    if (lexicon.numbers.notCounted.test(tail)) continue;
    let best: { what: Count["what"]; at: number; end: number } | undefined;
    for (const [what, pattern] of lexicon.nouns) {
      const match = first(tail, pattern);
      if (match && tail.slice(0, match.index).split(" ").length <= 5 && (!best || match.index < best.at))
        best = { what, at: match.index, end: match.index + match[0].length };
    }
    // "погибли четыре человека"
    const head = text.slice(Math.max(0, amount.start - 22), amount.start);
    if (best && (best.what === "persons" || best.what === "civilians"))
      for (const [what, pattern] of lexicon.nouns)
        if ((what === "killed" || what === "wounded") && has(head, pattern)) best = { ...best, what };
    const isEach =
      isFormula ||
      has(text.slice(Math.max(0, amount.start - 34), amount.start), lexicon.each) ||
      has(text.slice(amount.start, amount.end + 50), lexicon.each);
    const bare = /^\s*$/.test(tail) && previous && /[—–-]\s*$/.test(text.slice(0, amount.start));
    const what = best?.what ?? (isFormula ? "prisoners" : bare ? previous?.what : undefined);
    if (!what) continue;
    const one: CountFound = {
      start: amount.start,
      end: amount.end + (best?.end ?? 0),
      what,
      to: isEach ? "each" : null,
      min: amount.min,
      max: amount.max,
      isEach,
      isOurs: has(text.slice(amount.start, amount.end + (best?.end ?? 0)), lexicon.ours),
    };
    previous = one;
    found.push(one);
  }
  return found;
}
