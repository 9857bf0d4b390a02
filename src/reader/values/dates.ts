import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";
import { daysBetween, easterOf, isoDay, lastOfMonth, plusDays, plusMonths, weekdayOf } from "./civil.ts";

/** Which way a clause looks: it decides what "Tuesday" or "May" means. */
export type Tense = "past" | "future";

/** A date in a sentence. `value` as the schema has it: a day, a month, an interval of days; undefined where it is only said that it is some time. */
export type DateMention = Range & {
  readonly kind: string;
  readonly value: string | undefined;
  /** First and last day that it can be. */
  readonly from: string;
  readonly to: string;
  /** by: until that day at the latest; from: from that day on; since: from a past day. */
  readonly role: "on" | "by" | "from" | "since";
  readonly isBefore: boolean;
};

const compiled = new WeakMap<Language, readonly (readonly [string, RegExp])[]>();
function patternsOf(language: Language) {
  const known = compiled.get(language);
  if (known) return known;
  const made = language.calendar.patterns.map(
    ([kind, source]) => [kind, new RegExp(source, "gidu")] as const,
  );
  compiled.set(language, made);
  return made;
}

/** Every date in a sentence, reckoned from `anchor`, the day of the report; longer patterns first. */
export function datesIn(
  text: string,
  anchor: string,
  tenseAt: (at: number) => Tense,
  language: Language,
): DateMention[] {
  const found: DateMention[] = [];
  for (const [kind, pattern] of patternsOf(language))
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      let start = match.index;
      const end = start + match[0].length;
      // a word that only leads to the date is not part of it
      const lead =
        groups.q !== undefined &&
        /^(?:on|in|by|until|till|from|since|before|during|of|for|through|the|earlier in) ?$/i.test(groups.q)
          ? groups.q.trim().length + 1
          : 0;
      start += lead;
      if (found.some((one) => one.start < end && one.end > start)) continue;
      const tense = tenseAt(start);
      const reckoned = reckon(kind, groups, anchor, tense, language, match[0]);
      if (!reckoned) continue;
      const head = text.slice(Math.max(0, start - 40), start).trimEnd();
      const { by, beforeDay, fromDay, since } = language.calendar;
      const isBefore = beforeDay.test(head);
      const role =
        reckoned.role ??
        (by.test(head)
          ? "by"
          : fromDay.test(head) && tense === "future"
            ? "from"
            : since.test(head)
              ? "since"
              : "on");
      found.push({
        start,
        end,
        kind,
        value: reckoned.value,
        from: reckoned.from,
        to: reckoned.to,
        role,
        isBefore,
      });
    }
  found.sort((a, b) => a.start - b.start);
  // "Monday 5/10" is one day
  return found.filter(
    (one, i) =>
      !(
        one.kind === "weekday" &&
        found[i + 1] &&
        (found[i + 1]?.start ?? 0) - one.end <= 2 &&
        !["weekday", "relative", "within"].includes(found[i + 1]?.kind ?? "")
      ),
  );
}

type Reckoned = { value: string | undefined; from: string; to: string; role?: DateMention["role"] };
type Groups = Readonly<Record<string, string | undefined>>;

function reckon(
  kind: string,
  g: Groups,
  anchor: string,
  tense: Tense,
  language: Language,
  whole: string,
): Reckoned | undefined {
  const { monthNumber, weekdayNumber, wordNumber } = language.calendar;
  const year = Number(anchor.slice(0, 4));
  const single = (day: string | undefined): Reckoned | undefined =>
    day ? { value: day, from: day, to: day } : undefined;
  const number = (text: string | undefined) => Number.parseInt(text ?? "", 10);
  const dayOf = (text: string | undefined) => language.calendar.dayNumber(text ?? "");
  const monthName = g.m ?? g.m2 ?? "";
  switch (kind) {
    case "iso":
      return single(isoDay(number(g.y), number(g.m), number(g.d)));
    case "numeric": {
      const y = g.y ? (g.y.length === 2 ? 2000 + number(g.y) : number(g.y)) : undefined;
      return single(
        y ? isoDay(y, number(g.m), number(g.d)) : nearest(number(g.m), dayOf(g.d), anchor, tense),
      );
    }
    case "interval": {
      const m2 = monthNumber(g.m2 ?? "");
      const m = g.m ? monthNumber(g.m) : m2;
      const last = g.y2 ? isoDay(number(g.y2), m2, number(g.d2)) : nearest(m2, number(g.d2), anchor, tense);
      if (!last) return undefined;
      const first = isoDay(Number(last.slice(0, 4)) - (m > m2 ? 1 : 0), m, number(g.d));
      return first && first < last ? { value: `${first}/${last}`, from: first, to: last } : undefined;
    }
    case "weekOf": {
      const day = nearest(monthNumber(monthName), number(g.d ?? g.d2), anchor, tense);
      if (!day) return undefined;
      const monday = plusDays(day, 1 - weekdayOf(day));
      return { value: `${monday}/${plusDays(monday, 6)}`, from: monday, to: plusDays(monday, 6) };
    }
    case "weekend":
    case "nthWeek": {
      const first = monthStart(monthNumber(g.m ?? ""), g.y, anchor, tense);
      const nth = ["first", "second", "third", "fourth"].indexOf((g.n ?? "").toLowerCase());
      if (!first || nth < 0) return undefined;
      const saturday = plusDays(first, ((13 - weekdayOf(first)) % 7) + 7 * nth);
      if (kind === "weekend") return { value: saturday, from: saturday, to: plusDays(saturday, 1) };
      const monday = plusDays(first, 7 * nth);
      return { value: `${monday}/${plusDays(monday, 6)}`, from: monday, to: plusDays(monday, 6) };
    }
    case "nthWeekday": {
      const next = g.q === "next" ? plusMonths(`${anchor.slice(0, 7)}-01`, 1) : `${anchor.slice(0, 7)}-01`;
      const first = g.m ? monthStart(monthNumber(g.m), undefined, anchor, tense) : next;
      const nth = ["first", "second", "third", "fourth"].indexOf((g.n ?? "").toLowerCase());
      const wanted = weekdayNumber(g.w ?? "");
      if (!first || wanted === 0) return undefined;
      if (nth >= 0) return single(plusDays(first, ((wanted - weekdayOf(first) + 7) % 7) + 7 * nth));
      const end = lastOfMonth(first.slice(0, 7));
      return single(plusDays(end, -((weekdayOf(end) - wanted + 7) % 7)));
    }
    case "weekdayLater": {
      const wanted = weekdayNumber(g.w ?? g.w2 ?? "");
      if (wanted === 0) return undefined;
      const day = plusDays(anchor, (wanted - weekdayOf(anchor) + 7) % 7 || 7);
      const more = g.q ?? g.q2 ?? "";
      return single(more === "fortnight" ? plusDays(day, 14) : more === "week" ? plusDays(day, 7) : day);
    }
    case "end": {
      const first = monthStart(monthNumber(g.m ?? ""), g.y, anchor, tense);
      return first ? single(lastOfMonth(first.slice(0, 7))) : undefined;
    }
    case "endOf":
      return endOf((g.w ?? "").toLowerCase(), anchor);
    case "mid":
    case "firstHalf": {
      const first = monthStart(monthNumber(monthName), g.y, anchor, tense);
      return first
        ? { value: `${first.slice(0, 8)}15`, from: first, to: `${first.slice(0, 8)}20` }
        : undefined;
    }
    case "early": {
      const first = monthStart(monthNumber(monthName), g.y, anchor, tense);
      return first
        ? { value: `${first.slice(0, 8)}10`, from: first, to: `${first.slice(0, 8)}10` }
        : undefined;
    }
    case "late": {
      const first = monthStart(monthNumber(monthName), g.y, anchor, tense);
      return first
        ? { value: first.slice(0, 7), from: `${first.slice(0, 8)}20`, to: lastOfMonth(first.slice(0, 7)) }
        : undefined;
    }
    case "day": {
      const m = monthNumber(g.m ?? "");
      return single(g.y ? isoDay(number(g.y), m, dayOf(g.d)) : nearest(m, dayOf(g.d), anchor, tense));
    }
    case "dayOfMonth": {
      const shift = g.w ? (/^last/i.test(g.w) ? -1 : /^next/i.test(g.w) ? 1 : 0) : undefined;
      const months = shift === undefined ? (tense === "past" ? [0, -1] : [0, 1]) : [shift];
      const days = months.flatMap((by) => {
        const [y = 0, m = 1] = plusMonths(`${anchor.slice(0, 7)}-01`, by)
          .split("-")
          .map(Number);
        return isoDay(y, m, dayOf(g.d)) ?? [];
      });
      return single(
        shift === undefined
          ? days.find((one) => (tense === "past" ? one <= anchor : one >= anchor))
          : days[0],
      );
    }
    case "feast": {
      const feast = language.calendar.feast(g.n ?? "");
      if ("month" in feast) return single(nearest(feast.month, feast.day, anchor, tense));
      const days = [year - 1, year, year + 1].map((one) => plusDays(easterOf(one), feast.fromEaster));
      return single(
        tense === "past" ? days.findLast((one) => one <= anchor) : days.find((one) => one >= anchor),
      );
    }
    case "within":
    case "ahead": {
      const n = wordNumber(g.n ?? g.n2 ?? "");
      const unit = (g.u ?? g.u2 ?? "").toLowerCase();
      if (!Number.isFinite(n) || (tense === "past" && kind === "ahead")) return undefined;
      const day = unit.startsWith("day")
        ? plusDays(anchor, n)
        : unit.startsWith("week") || unit.startsWith("fortnight")
          ? plusDays(anchor, (unit.startsWith("week") ? 7 : 14) * n)
          : plusMonths(anchor, n);
      return { value: day, from: anchor, to: day, ...(kind === "within" ? { role: "by" as const } : {}) };
    }
    case "ago": {
      const n = wordNumber(g.n ?? "");
      const unit = (g.u ?? "").toLowerCase();
      const count = Number.isFinite(n) ? n : 3;
      const day = unit.startsWith("day")
        ? plusDays(anchor, -count)
        : unit.startsWith("week")
          ? plusDays(anchor, -7 * count)
          : unit.startsWith("month")
            ? plusMonths(anchor, -count)
            : plusMonths(anchor, -12 * count);
      return { value: unit.startsWith("day") && Number.isFinite(n) ? day : undefined, from: day, to: day };
    }
    case "relative": {
      const word = (g.w ?? "").toLowerCase();
      if (/^(?:yesterday|last night|the previous|a day earlier|the day before$)/.test(word))
        return single(plusDays(anchor, -1));
      if (/after tomorrow/.test(word)) return single(plusDays(anchor, 2));
      if (/^(?:tom|tm|the following|the next)/.test(word)) return single(plusDays(anchor, 1));
      if (/before yesterday/.test(word)) return single(plusDays(anchor, -2));
      return single(anchor);
    }
    case "thisWeek":
      return weekWords((g.w ?? "").toLowerCase(), anchor);
    case "season": {
      const isPast = /^(?:last|that|the previous)/i.test(g.w ?? "");
      const day = plusMonths(anchor, isPast ? -6 : 3);
      return { value: undefined, from: day, to: day };
    }
    case "weekday": {
      const wanted = weekdayNumber(g.w ?? "");
      const q = (g.q ?? "").toLowerCase();
      const today = weekdayOf(anchor);
      if (wanted === 0) return undefined;
      const back = (today - wanted + 7) % 7;
      const ahead = (wanted - today + 7) % 7;
      if (q.startsWith("last") || q.includes("previous")) return single(plusDays(anchor, -(back || 7)));
      if (q === "next" || q.includes("coming") || q.includes("following"))
        return single(plusDays(anchor, ahead || 7));
      if (q === "this") return single(tense === "past" ? plusDays(anchor, -back) : plusDays(anchor, ahead));
      if (q === "since") return single(plusDays(anchor, -back));
      if (q === "by" || q === "until" || q === "till")
        return single(tense === "past" ? plusDays(anchor, -back) : plusDays(anchor, ahead));
      return single(tense === "past" ? plusDays(anchor, -back) : plusDays(anchor, ahead));
    }
    case "month": {
      const q = (g.q ?? "").toLowerCase().trim();
      const m = monthNumber(g.m ?? "");
      let first: string | undefined;
      if (g.y && /^\d/.test(g.y)) first = `${g.y}-${String(m).padStart(2, "0")}-01`;
      else if (g.y?.startsWith("that") || g.y?.startsWith("last"))
        first = `${year - 1}-${String(m).padStart(2, "0")}-01`;
      else
        first = monthStart(
          m,
          undefined,
          anchor,
          q === "last" || q === "since"
            ? "past"
            : q === "by" || q === "until" || q === "next"
              ? "future"
              : tense,
        );
      if (!first) return undefined;
      const last = lastOfMonth(first.slice(0, 7));
      if (/^(?:by|before)$/.test(q))
        return { value: plusDays(first, -1), from: first, to: plusDays(first, -1), role: "by" };
      return { value: first.slice(0, 7), from: first, to: last };
    }
    case "year": {
      const y = number(g.y);
      return { value: undefined, from: `${y}-01-01`, to: `${y}-12-31` };
    }
    default:
      throw new Error(`The calendar has a pattern of the kind ${kind}, which nobody reckons (${whole}).`);
  }
}

/** The year that a day and month without one has: by the clause's direction, else the nearest. */
function nearest(month: number, day: number, anchor: string, tense: Tense): string | undefined {
  const year = Number(anchor.slice(0, 4));
  const candidates = [year - 1, year, year + 1].flatMap((y) => isoDay(y, month, day) ?? []);
  const by = (a: string) => Math.abs(daysBetween(anchor, a));
  const fits = candidates.filter((one) =>
    tense === "past" ? one <= plusDays(anchor, 1) : one >= plusDays(anchor, -1),
  );
  const best = (fits.length > 0 ? fits : candidates).toSorted((a, b) => by(a) - by(b))[0];
  // the direction is a guess; a day of eight months away the wrong way round is not
  const near = candidates.toSorted((a, b) => by(a) - by(b))[0];
  return best && near && by(best) > 240 && by(near) < 100 ? near : best;
}

function monthStart(
  month: number,
  year: string | undefined,
  anchor: string,
  tense: Tense,
): string | undefined {
  if (month < 1) return undefined;
  if (year) return `${year}-${String(month).padStart(2, "0")}-01`;
  const [y = 0, m = 1] = anchor.split("-").map(Number);
  const shift = tense === "past" ? (month > m ? -1 : 0) : month < m ? 1 : 0;
  return `${y + shift}-${String(month).padStart(2, "0")}-01`;
}

function endOf(words: string, anchor: string): Reckoned | undefined {
  const single = (day: string): Reckoned => ({ value: day, from: anchor, to: day });
  if (words.includes("week")) {
    const sunday = plusDays(anchor, 7 - weekdayOf(anchor));
    return single(words.startsWith("next") ? plusDays(sunday, 7) : sunday);
  }
  if (words.includes("year"))
    return single(`${Number(anchor.slice(0, 4)) + (words.startsWith("next") ? 1 : 0)}-12-31`);
  if (words.includes("quarter"))
    return single(
      lastOfMonth(
        `${anchor.slice(0, 4)}-${String(Math.ceil(Number(anchor.slice(5, 7)) / 3) * 3).padStart(2, "0")}`,
      ),
    );
  const isNext = /next|following|coming/.test(words);
  const month = isNext ? plusMonths(`${anchor.slice(0, 7)}-01`, 1) : anchor;
  return single(lastOfMonth(month.slice(0, 7)));
}

function weekWords(words: string, anchor: string): Reckoned | undefined {
  const monday = plusDays(anchor, 1 - weekdayOf(anchor));
  if (words.includes("weekend")) {
    const saturday = plusDays(
      monday,
      words.startsWith("next") ? 12 : words.startsWith("this") ? 5 : weekdayOf(anchor) > 5 ? 5 : -2,
    );
    return { value: undefined, from: saturday, to: plusDays(saturday, 1) };
  }
  const isNext = /^next|coming|following/.test(words);
  const isLast = /^last|previous|past/.test(words);
  if (words.includes("week")) {
    const first = plusDays(monday, isNext ? 7 : isLast ? -7 : 0);
    const last = plusDays(first, 6);
    return { value: isNext ? `${first}/${last}` : undefined, from: first, to: last };
  }
  if (words.includes("month")) {
    const month = plusMonths(`${anchor.slice(0, 7)}-01`, isNext ? 1 : isLast ? -1 : 0).slice(0, 7);
    return { value: isNext ? month : undefined, from: `${month}-01`, to: lastOfMonth(month) };
  }
  const year = Number(anchor.slice(0, 4)) + (isNext ? 1 : isLast ? -1 : 0);
  return { value: undefined, from: `${year}-01-01`, to: `${year}-12-31` };
}
