import { numbers } from "./numbers.ts";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const short = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept?", "oct", "nov", "dec"];
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const shortDays = ["mon", "tues?", "wed", "thur?s?", "fri", "sat", "sun"];

/** Days of a month in words. */
const ordinalDays = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
  "twenty-first",
  "twenty-second",
  "twenty-third",
  "twenty-fourth",
  "twenty-fifth",
  "twenty-sixth",
  "twenty-seventh",
  "twenty-eighth",
  "twenty-ninth",
  "thirtieth",
  "thirty-first",
];

const month = `(?:${months.map((name, i) => (name === "may" ? "May" : `${name}|${short[i]}\\.?`)).join("|")})`;
const weekday = `(?:${[...weekdays, ...shortDays.map((name) => `${name}\\.?`)].join("|")})`;
const day = "\\d{1,2}(?:st|nd|rd|th)?";
const year = "(?:19|20)\\d{2}";
const dash = "(?: ?[-–—/] ?| to | and | until | through )";
const ordinal = "(?:first|second|third|fourth|last)";
const ordinalDay = `(?:${ordinalDays.join("|")})`;
const span = "(?:end|close)";
const count =
  "(?:\\d{1,3}|an?|(?:twenty|thirty|forty|fifty|sixty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|several|a few|a couple of)";

/** How English writes dates. Groups are named by what they hold; `values/dates.ts` reckons. */
export const calendar = {
  monthNumber: (name: string): number => {
    const plain = name.toLowerCase().replace(".", "");
    return months.findIndex((one) => one.startsWith(plain.slice(0, 3))) + 1;
  },
  weekdayNumber: (name: string): number =>
    weekdays.findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3))) + 1,
  dayNumber: (word: string): number =>
    ordinalDays.indexOf(word.toLowerCase()) + 1 || Number.parseInt(word, 10),
  wordNumber: (word: string): number =>
    word
      .toLowerCase()
      .split("-")
      .reduce((sum, part) => sum + (numbers.units[part] ?? Number(part)), 0),
  /** Feasts of a fixed day; what is reckoned from Easter has its distance in days. */
  feast: (
    name: string,
  ): { readonly month: number; readonly day: number } | { readonly fromEaster: number } => {
    const plain = name.toLowerCase().replace(/^the /, "");
    if (plain === "christmas eve") return { month: 12, day: 24 };
    if (plain.startsWith("christmas")) return { month: 12, day: 25 };
    if (plain === "boxing day") return { month: 12, day: 26 };
    if (plain === "new year's eve") return { month: 12, day: 31 };
    if (plain.startsWith("new year")) return { month: 1, day: 1 };
    if (plain === "epiphany") return { month: 1, day: 6 };
    if (plain === "may day") return { month: 5, day: 1 };
    if (plain.startsWith("all saints")) return { month: 11, day: 1 };
    if (plain === "good friday") return { fromEaster: -2 };
    if (plain === "easter monday") return { fromEaster: 1 };
    return { fromEaster: plain.startsWith("easter") ? 0 : 49 };
  },
  patterns: [
    ["iso", "\\b(?<y>20\\d{2})-(?<m>\\d{2})-(?<d>\\d{2})\\b"],
    [
      "numeric",
      `(?<![\\d.,/:])(?:${weekday} )?(?<d>\\d{1,2})(?<sep>[./])(?<m>\\d{1,2})\\k<sep>(?<y>(?:20)?\\d{2})(?![\\d/]|\\.\\d)`,
    ],
    [
      "numeric",
      `(?<=\\b(?:on|by|until|till|from|before|since|ending|of|to|(?:${weekday}))[ ,]{1,2})(?<d>\\d{1,2})[./](?<m>\\d{1,2})(?![\\d/%]|[.:]\\d| ?(?:a\\.?m|p\\.?m|km|per cent|o'clock))`,
    ],
    [
      "interval",
      `\\b(?:the )?(?<d>${day})(?:, (?:the )?${day})+,? (?:and|to) (?:the )?(?<d2>${day})(?: of)? (?<m2>${month})(?:,? (?<y2>${year}))?`,
    ],
    [
      "interval",
      `\\b(?:between |from )?(?<d>${day}) (?<m>${month})(?: (?<y>${year}))?${dash}(?<d2>${day}) (?<m2>${month})(?:,? (?<y2>${year}))?`,
    ],
    [
      "interval",
      `\\b(?:between |from )?(?<m>${month}) (?<d>${day})${dash}(?<m2>${month}) (?<d2>${day})(?:,? (?<y2>${year}))?`,
    ],
    [
      "interval",
      `\\b(?:between |from )?(?:the )?(?<d>${day})${dash}(?:the )?(?<d2>${day})(?: of)? (?<m2>${month})(?:,? (?<y2>${year}))?`,
    ],
    [
      "interval",
      `\\b(?:between |from )?(?<m2>${month}) (?<d>${day})${dash}(?<d2>${day})(?:,? (?<y2>${year}))?`,
    ],
    [
      "feast",
      "\\b(?<n>Christmas Eve|Christmas(?: Day)?|Boxing Day|New Year's Eve|New Year's Day|(?:the )?[Nn]ew [Yy]ear|Epiphany|May Day|All Saints' Day|Good Friday|Easter Sunday|Easter Monday|Easter|Whit Sunday|Pentecost)\\b(?! (?:truce|pause|ceasefire|exchange|swap|message|speech|attack|offensive|address))",
    ],
    [
      "weekOf",
      `\\b(?:the )?week (?:of|beginning|starting|commencing)(?: ${weekday})?,? (?:(?<d>${day}) (?<m>${month})|(?<m2>${month}) (?<d2>${day}))`,
    ],
    ["weekend", `\\b(?:the )?(?<n>${ordinal}) weekend (?:of|in) (?<m>${month})(?: (?<y>${year}))?`],
    ["nthWeek", `\\b(?:the )?(?<n>${ordinal}) week (?:of|in) (?<m>${month})(?: (?<y>${year}))?`],
    [
      "nthWeekday",
      `\\b(?:the )?(?<n>${ordinal}) (?<w>${weekdays.join("|")}) (?:of|in) (?:(?<m>${month})|(?<q>next|this|the) month)`,
    ],
    [
      "weekdayLater",
      `\\b(?:a )?(?<q>week|fortnight) (?:on|from|next|this) (?<w>${weekdays.join("|")})\\b|\\b(?<w2>${weekdays.join("|")}) (?<q2>week|fortnight|next)\\b(?! (?:week|month|year))`,
    ],
    ["end", `\\b(?:the )?(?:very )?${span} of (?<m>${month})(?:,? (?<y>${year}))?`],
    [
      "endOf",
      `\\b(?:the )?(?:very )?${span} of (?<w>the month|this month|next month|the next month|the following month|the coming month|the year|this year|next year|the quarter|the week|this week|next week)\\b`,
    ],
    [
      "endOf",
      "\\b(?<w>month-end|month's end|the month's end|year-end|year's end|the year's end|the year is out|the month is out)\\b",
    ],
    ["mid", `\\bmid(?:-| )?(?<m>${month})(?: (?<y>${year}))?|\\b(?:the )?middle of (?<m2>${month})`],
    ["firstHalf", `\\b(?:the )?first half of (?<m>${month})(?: (?<y>${year}))?`],
    ["early", `\\b(?:early(?: in)?|(?:the )?(?:start|beginning) of) (?<m>${month})(?: (?<y>${year}))?`],
    ["late", `\\b(?:late(?: in)?|(?:the )?second half of) (?<m>${month})(?: (?<y>${year}))?`],
    [
      "day",
      `\\b(?:(?<w>${weekday}),? )?(?:the )?(?:(?:night|morning|evening|day) (?:of|to) (?:the )?)?(?<d>${day})(?: of)? (?<m>${month})\\b(?:,? (?<y>${year}))?`,
    ],
    [
      "day",
      `\\b(?:(?<w>${weekday}),? )?(?<m>${month}) (?:the )?(?<d>${day})(?!\\d|,\\d{3}|:| (?:people|prisoners|bodies|soldiers))\\b(?:,? (?<y>${year}))?`,
    ],
    ["day", `\\b(?:the )?(?<d>${ordinalDay})(?: day)? of (?<m>${month})\\b(?:,? (?<y>${year}))?`],
    [
      "dayOfMonth",
      `(?<=\\b(?:on|by|until|till|from|since|before) )the (?<d>\\d{1,2}(?:st|nd|rd|th)|${ordinalDays.slice(9).join("|")})(?: of (?<w>this|next|last) month)?(?=[.,;:)]|$| (?:and|at|in|to|for|with)\\b)`,
    ],
    ["dayOfMonth", "\\bthe (?<d>\\d{1,2}(?:st|nd|rd|th)) (?:inst(?:ant)?\\b\\.?|of the present month)"],
    [
      "within",
      `\\b(?:within|inside) (?:the next )?(?<n>${count})[ -](?<u>days?|weeks?|fortnights?|months?)\\b(?! of)`,
    ],
    [
      "ahead",
      `\\bin (?<n>${count}) (?<u>days?|weeks?|months?)'? ?(?:time)?\\b(?! of| at| in)|\\b(?<n2>${count}) (?<u2>days?|weeks?) from (?:now|today)\\b`,
    ],
    [
      "ago",
      `\\b(?<n>${count}) (?<u>days?|weeks?|months?|years?) (?:ago\\b|(?:earlier|before|previously)(?=[,.;:]|$))`,
    ],
    [
      "relative",
      "\\b(?<w>today|tonight|this (?:morning|afternoon|evening)|yesterday|last night|the (?:previous|day before) (?:day|yesterday)|the previous day|a day earlier|the day before|the day after tomorrow|the following day|the next day|tomorrow|tmrw|tmw|tomo)\\b",
    ],
    [
      "thisWeek",
      "\\b(?<w>this week|next week|last week|the coming week|this month|next month|last month|the coming month|the following month|this year|next year|last year|the (?:previous|past) (?:week|month|year)|at the weekend|over the weekend|this weekend|next weekend|last weekend)\\b",
    ],
    ["season", `\\b(?<w>(?:last|that|this|next|the previous) (?:spring|summer|autumn|fall|winter))\\b`],
    [
      "weekday",
      `\\b(?:(?<q>last|next|this|this coming|the coming|the following|the previous|on|by|until|till|from|since|before) )?(?<w>${weekdays.join("|")})(?:'s)?(?: (?:morning|afternoon|evening|night|noon))?\\b`,
    ],
    ["weekday", `\\b(?<q>on|next|last|this|by|until|till|from) (?<w>mon|tues?|wed|thurs?|fri|sat|sun)\\b`],
    [
      "month",
      `\\b(?<q>(?:in|last|since|during|of|for|by|until|before|this|next|through|from|earlier in) )(?<m>${month})\\b(?! \\d{1,2}\\b)(?:,? (?:of )?(?<y>${year}|that year|last year|this year))?`,
    ],
    [
      "month",
      `(?<!\\d )\\b(?<m>january|february|march|april|june|july|august|september|october|november|december),? (?<y>${year})\\b`,
    ],
    [
      "year",
      `\\b(?<q>(?:in|since|during|of|from|until|by|the|easter|christmas|spring|summer|autumn|fall|winter) )(?<y>${year})\\b(?!-)`,
    ],
  ] as readonly (readonly [string, string])[],
  /** What a word before a date makes of it. */
  by: /(?:\b(?:by|no later than|not later than|till|until|before|ahead of|prior to|at the latest|up to|not after|deadline of|deadline on|completed? (?:on|in)|through)(?: (?:the|about|around))?)$/i,
  beforeDay: /\b(?:before|ahead of|prior to)(?: the)?$/i,
  since: /\b(?:since|from)(?: the)?$/i,
  fromDay:
    /\b(?:from|starting(?: on| from)?|beginning(?: on)?|commencing(?: on)?|as of|effective(?: from)?|as from|to (?:start|begin|enter into force|take effect|open|commence)(?: on| from| at [\w: .]+ on)?|start(?:s|ing)? (?:this|on|from)|enter(?:s|ing)? into force on|with effect from)(?: the)?$/i,
};
