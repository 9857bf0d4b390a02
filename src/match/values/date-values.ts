/** A day as it was written, with what is not known of it: 0 for no month or day; an interval of years. */
export type WrittenDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly firstYear: number;
  readonly lastYear: number;
};

const months = [
  "січ янв jan oca",
  "лют фев feb şub",
  "бер мар mar mar",
  "кві апр apr nis",
  "тра мая may may",
  "чер июн jun haz",
  "лип июл jul tem",
  "сер авг aug ağu",
  "вер сен sep eyl",
  "жов окт oct eki",
  "лис ноя nov kas",
  "гру дек dec ara",
].map((line) => new RegExp(`(?<!\\p{L})(?:${line.replaceAll(" ", "|")})`, "u"));
const aboutYears = 3; // how far "about 1985" reaches to each side

/** Reads a date in any usual form, day before month; undefined where no year is found. Two-digit years are read as at most `latestYear`. */
export function readDate(text: string, latestYear: number): WrittenDate | undefined {
  const low = text.toLowerCase();
  const numbers = [...low.matchAll(/\d+/g)].map(([digits]) => digits);
  if (numbers.length === 0) return undefined;
  const compact = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(low);
  if (compact) return whole(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const about =
    /~|≈|ca\b|c\.|circa|about|approx|близько|около|приблизно|приблизительно|прим|орієнт|ориент|yaklaş|civar|зі слів|со слов|бл\./.test(
      low,
    );
  const named = /\p{L}{3}/u.test(low) ? months.findIndex((month) => month.test(low)) : -1;
  const iso = /(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/.exec(low);
  if (iso) return whole(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const usual = /(?<!\d)(\d{1,2})[-./\s]+(\d{1,2})[-./\s]+(\d{4}|\d{2})(?!\d)/.exec(low);
  if (usual) return whole(fullYear(usual[3]!, latestYear), Number(usual[2]), Number(usual[1]));
  if (named >= 0) {
    const year = numbers.find((one) => one.length === 4) ?? numbers.at(-1)!;
    const day = numbers.find((one) => one.length <= 2 && one !== year);
    return whole(fullYear(year, latestYear), named + 1, day === undefined ? 0 : Number(day));
  }
  const span = /(?<!\d)(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})(?!\d)/.exec(low);
  if (span) {
    const first = Number(span[1]);
    const second = span[2]!.length === 2 ? Math.floor(first / 100) * 100 + Number(span[2]) : Number(span[2]);
    // 1983/84 is two years, 1998-02 a month: a second number that does not follow the first is no year
    if (span[2]!.length === 2 && second < first && Number(span[2]) <= 12 && Number(span[2]) > 0)
      return whole(first, Number(span[2]), 0);
    const last = second < first ? second + 100 : second;
    if (last - first <= 20) return { year: 0, month: 0, day: 0, firstYear: first, lastYear: last };
  }
  const month = /(?<!\d)(\d{1,2})[-./](\d{4})(?!\d)/.exec(low);
  if (month) return whole(Number(month[2]), Number(month[1]), 0);
  const year = numbers.find((one) => one.length === 4);
  if (year === undefined) return undefined;
  const written = Number(year);
  return about
    ? { year: 0, month: 0, day: 0, firstYear: written - aboutYears, lastYear: written + aboutYears }
    : whole(written, 0, 0);
}

function whole(year: number, month: number, day: number): WrittenDate {
  return { year, month, day, firstYear: year, lastYear: year };
}

function fullYear(digits: string, latestYear: number): number {
  if (digits.length === 4) return Number(digits);
  const near = Math.floor(latestYear / 100) * 100 + Number(digits);
  return near > latestYear ? near - 100 : near;
}

/** Distinct dates, as what is compared of them. */
export type DateValues = {
  readonly years: Int16Array;
  readonly months: Uint8Array;
  readonly days: Uint8Array;
  readonly firstYears: Int16Array;
  readonly lastYears: Int16Array;
  /** Days since 1 March of the year 0, for distances; 0 where the day is not whole. */
  readonly dayNumbers: Int32Array;
};

export function dateValues(dates: readonly (WrittenDate | undefined)[]): DateValues {
  const of = (pick: (date: WrittenDate) => number) =>
    dates.map((date) => (date === undefined ? 0 : pick(date)));
  return {
    years: Int16Array.from(of((date) => date.year)),
    months: Uint8Array.from(of((date) => date.month)),
    days: Uint8Array.from(of((date) => date.day)),
    firstYears: Int16Array.from(of((date) => date.firstYear)),
    lastYears: Int16Array.from(of((date) => date.lastYear)),
    dayNumbers: Int32Array.from(of(dayNumber)),
  };
}

function dayNumber({ year, month, day }: WrittenDate): number {
  if (year === 0 || month === 0 || day === 0) return 0;
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day
  );
}

/** Levels of likeness of two birth dates. */
export const birthLevels = [
  "missing",
  "same",
  "exchanged",
  "digit",
  "year_slip",
  "other_year",
  "same_year_part",
  "same_month",
  "same_year",
  "overlap",
  "default_day",
  "near_year",
  "differs",
] as const;

/** How like two dates of birth are: an index into `birthLevels`. Uncertain dates contradict only where their years do not meet. */
export function compareBirths(values: DateValues, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const yearA = values.years[a]!;
  const yearB = values.years[b]!;
  const monthA = values.months[a]!;
  const monthB = values.months[b]!;
  const dayA = values.days[a]!;
  const dayB = values.days[b]!;
  if (yearA !== 0 && yearB !== 0 && dayA !== 0 && dayB !== 0) {
    const sameDay = dayA === dayB;
    const sameMonth = monthA === monthB;
    if (yearA === yearB) {
      if (sameDay && sameMonth) return 1;
      if (dayA === monthB && monthA === dayB) return 2;
      if ((dayA === 1 && monthA === 1) || (dayB === 1 && monthB === 1)) return 10;
      if (sameMonth) return oneDigit(dayA, dayB) ? 3 : 6;
      if (sameDay) return oneDigit(monthA, monthB) ? 3 : 6;
      return 11;
    }
    const gap = Math.abs(yearA - yearB);
    if (sameDay && sameMonth) return gap === 1 || gap === 10 ? 4 : oneDigit(yearA, yearB) || gap <= 2 ? 4 : 5;
    if (dayA === monthB && monthA === dayB && gap <= 1) return 5;
    return 12;
  }
  if (yearA !== 0 && yearA === yearB) return monthA !== 0 && monthB !== 0 ? (monthA === monthB ? 7 : 11) : 8;
  const firstA = values.firstYears[a]!;
  const lastA = values.lastYears[a]!;
  const firstB = values.firstYears[b]!;
  const lastB = values.lastYears[b]!;
  if (firstA <= lastB && firstB <= lastA) return 9;
  return firstA <= lastB + 1 && firstB <= lastA + 1 ? 11 : 12;
}

// written under each other, the numbers differ in one place, or in two neighbours exchanged
function oneDigit(a: number, b: number): boolean {
  let differ = 0;
  let last = -2;
  let position = 0;
  let x = a;
  let y = b;
  let crossed = false;
  let digitX = 0;
  let digitY = 0;
  while (x > 0 || y > 0) {
    if (x % 10 !== y % 10) {
      differ++;
      crossed = last === position - 1 && digitX === y % 10 && digitY === x % 10;
      last = position;
      digitX = x % 10;
      digitY = y % 10;
    }
    x = Math.floor(x / 10);
    y = Math.floor(y / 10);
    position++;
  }
  return differ === 1 || (differ === 2 && crossed);
}

/** Levels of the distance of two days on which a person was last seen. */
export const seenLevels = ["missing", "same", "days", "weeks", "months", "half_year", "far"] as const;

/** How near two days are: an index into `seenLevels`; the limits are 0, 3, 14, 60 and 200 days. */
export function compareSeen(values: DateValues, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const x = values.dayNumbers[a]!;
  const y = values.dayNumbers[b]!;
  if (x === 0 || y === 0) return 0;
  const gap = x > y ? x - y : y - x;
  return gap === 0 ? 1 : gap <= 3 ? 2 : gap <= 14 ? 3 : gap <= 60 ? 4 : gap <= 200 ? 5 : 6;
}
