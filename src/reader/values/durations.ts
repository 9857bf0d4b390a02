import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";
import { ends, numberOf } from "./numbers.ts";

/** How long, in hours; open where one end is null. */
export type Duration = Range & {
  readonly minHours: number | null;
  readonly maxHours: number | null;
  /** A clock time may not be a truce's length: an hour and a half of delay. */
  readonly isSubDay: boolean;
};

type Grammar = { readonly range: RegExp; readonly split: RegExp; readonly single: RegExp };
const grammars = new WeakMap<Language, Grammar>();
function grammarOf(language: Language): Grammar {
  const known = grammars.get(language);
  if (known) return known;
  const { number, unit } = language.numbers;
  const edge = "(?<![\\p{L}\\p{N}.,:/])";
  const grammar = {
    range: new RegExp(
      `${edge}(?:between )?(${number})(?:[ -](${unit}))?(?: ?[-–—] ?| to | and | or )(${number})[- ](${unit})(?![\\p{L}])`,
      "giu",
    ),
    split: new RegExp(
      `(?:no(?:t)? (?:less|fewer)(?: than)?|at least|from) (${number})(?: (${unit}))?,? (?:and|but|to)(?: (?:no(?:t)? more(?: than)?|at most|up to))? (${number})[- ](${unit})(?![\\p{L}])`,
      "giu",
    ),
    single: new RegExp(`${edge}(${number})[- ]?(${unit})(?![\\p{L}])`, "giu"),
  };
  grammars.set(language, grammar);
  return grammar;
}

export function durationsIn(text: string, language: Language): Duration[] {
  const found: Duration[] = [];
  const hoursOf = (unit: string) => language.numbers.hours.find(([pattern]) => pattern.test(unit))?.[1] ?? 0;
  const isFree = (start: number, end: number) => !found.some((one) => one.start < end && one.end > start);
  const put = (
    start: number,
    end: number,
    minHours: number | null,
    maxHours: number | null,
    each: number,
  ) => {
    if (isFree(start, end)) found.push({ start, end, minHours, maxHours, isSubDay: each < 1 });
  };
  const { range, split, single } = grammarOf(language);
  for (const pattern of [split, range])
    for (const match of text.matchAll(pattern)) {
      const low = numberOf(match[1] ?? "", language);
      const high = numberOf(match[3] ?? "", language);
      if (low === undefined || high === undefined) continue;
      const each = hoursOf(match[4] ?? "");
      const first = match[2] ? hoursOf(match[2]) : each;
      if (high * each > low * first)
        put(match.index, match.index + match[0].length, low * first, high * each, each);
    }
  for (const match of text.matchAll(single)) {
    const n = numberOf(match[1] ?? "", language);
    if (n === undefined) continue;
    const each = hoursOf(match[2] ?? "");
    const start = match.index;
    const end = start + match[0].length;
    // "41 days of"; a number with a plain h is a clock time as often
    if ((match[2] ?? "").length === 1 && n > 96) continue;
    const hedged = hedgeOf(text, start, end, language);
    const { min, max } = hedged ? ends(hedged.kind, n) : { min: n, max: n };
    put(
      hedged?.start ?? start,
      end,
      min === null ? null : hoursFor(min, n, each),
      max === null ? null : hoursFor(max, n, each),
      each,
    );
  }
  for (const match of text.matchAll(language.numbers.half)) {
    const unit = hoursOf(match[1] ?? match[2] ?? "");
    const hours = match[1] ? unit / 2 : unit * 1.5;
    put(match.index, match.index + match[0].length, hours, hours, unit <= 1 ? 0.5 : unit);
  }
  for (const match of text.matchAll(language.numbers.single)) {
    const unit = hoursOf(match[1] ?? "");
    const hedged = hedgeOf(text, match.index, match.index + match[0].length, language);
    const { min, max } =
      hedged && hedged.kind !== "more" ? ends(hedged.kind, 1) : { min: 1, max: hedged ? null : 1 };
    put(
      match.index,
      match.index + match[0].length,
      min === null ? null : min * unit,
      max === null ? null : max * unit,
      unit,
    );
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Of a duration the hedge widens the whole, to an hour; "more than two days" is open from two days on. */
function hoursFor(bound: number, n: number, each: number): number {
  if (bound === n + 1 || bound === n - 1) return n * each;
  return Math.round(bound * each * 1000) / 1000;
}

function hedgeOf(
  text: string,
  start: number,
  end: number,
  { numbers }: Language,
): { kind: string; start: number } | undefined {
  const offset = Math.max(0, start - 30);
  const head = text.slice(offset, start).trimEnd();
  for (const [pattern, kind] of numbers.hedges) {
    const match = pattern.exec(head);
    if (match) return { kind, start: offset + match.index };
  }
  const tail = text.slice(end, end + 20);
  for (const [pattern, kind] of numbers.hedgesAfter) if (pattern.test(tail)) return { kind, start };
  return undefined;
}
