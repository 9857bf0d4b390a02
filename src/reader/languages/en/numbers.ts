const units: Readonly<Record<string, number>> = {
  no: 0,
  zero: 0,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  dozen: 12,
  score: 20,
};
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
};
const unit =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety";
const digits = String.raw`\d{1,3}(?:[, ]\d{3}(?!\d))+|\d+(?:\.\d+)?`;
const spelled = `(?:(?:${unit})(?:[- ](?:${unit}|hundred|thousand)|(?<=hundred|thousand) and (?:${unit}))*|(?:a|one) (?:hundred|thousand|dozen)(?:(?: and)?[- ](?:${unit}))*)`;

/** How English writes numbers, and how exactly it means them. */
export const numbers = {
  units,
  scales,
  ordinals,
  /** One number, in digits or words, without its hedge. */
  number: `(?:${digits}|${spelled}(?: dozen| score(?: and (?:${unit}))?)?)(?: (?:thousand|million)\\b)?`,
  /** Between two numbers that are the ends of one range. */
  to: "(?: ?[-–—] ?| to | and | or )",
  ordinal: `(?:${Object.keys(ordinals).join("|")}|\\d{1,2}(?:st|nd|rd|th))`,
  /** Hedges before a number, each with what it makes of n; the first that fits is taken. */
  hedges: [
    [
      /(?:at least|no(?:t)? (?:fewer|less)(?: than)?|a minimum of|minimum(?: of| on)?|not less(?: than)?|upwards of|or more)$/i,
      "least",
    ],
    [
      /(?:slightly more than|just over|a little (?:over|more than)|just above|little more than)$/i,
      "just over",
    ],
    [
      /(?:no more than|not more(?: than)?|up to|at most|a maximum of|maximum(?: of)?|at the most|not exceeding|as many as|capped at)$/i,
      "most",
    ],
    [
      /(?:more than|(?<!(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave|pass(?:ed|es)?|took|taken|carried|brought|sent|back|signed) )over|above|in excess of|exceeding|upward of)$/i,
      "more",
    ],
    [/(?:fewer than|less than|under|below)$/i, "fewer"],
    [/(?:nearly|almost|close to|just under|approaching|just short of|not quite)$/i, "nearly"],
    [
      /(?:about|around|roughly|some|approximately|an estimated|(?:is|was|are|were|been) (?:put|estimated) at(?: about| around)?|estimated(?: at)?|in the region of|or so|circa|ca\.|~|≈|in the order of|on the order of|approx\.)$/i,
      "about",
    ],
  ] as readonly (readonly [RegExp, Hedge])[],
  /** Hedges that stand behind the number. */
  hedgesAfter: [
    [/^ or more\b/i, "least"],
    [/^ or (?:fewer|less)\b/i, "most"],
    [/^ or so\b/i, "about"],
    [/^ at (?:the )?least\b/i, "least"],
    [/^ at (?:the )?most\b/i, "most"],
  ] as readonly (readonly [RegExp, Hedge])[],
  /** Words that are a range by themselves. */
  vague: [
    [/\ba couple(?: of)?\b/gi, 2, 2],
    [/\bseveral hundreds?(?: of)?\b/gi, 300, 900],
    [
      /\b(?:a handful(?: of)?|a few|several)\b(?! (?:hours|days|weeks|months|years|hundred|thousand|times|minutes|words|names apart))/gi,
      3,
      9,
    ],
    [/(?<!\d |two |three |four |five |six |a )\bdozens(?: of)?\b/gi, 24, 99],
    [/\b(?:half a dozen)\b/gi, 6, 6],
    [/\b(?:half a hundred)\b/gi, 50, 50],
    [/\ba dozen and a half\b/gi, 18, 18],
    [/\ba score\b(?! (?:to|draw|sheet))/gi, 20, 20],
    [/\bscores(?: of)\b/gi, 40, 99],
    [/(?<!several |a few )\bhundreds(?: of)\b/gi, 200, 999],
    [/\bthousands(?: of)\b/gi, 2000, 9999],
  ] as readonly (readonly [RegExp, number, number])[],
  /** Units of duration, as hours. */
  hours: [
    [/^(?:hours?|hrs?|h)$/i, 1],
    [/^days?$/i, 24],
    [/^nights?$/i, 12],
    [/^(?:weeks?|wks?)$/i, 168],
    [/^fortnights?$/i, 336],
    [/^months?$/i, 720],
    [/^years?$/i, 8760],
    [/^minutes?$/i, 1 / 60],
  ] as readonly (readonly [RegExp, number])[],
  unit: "(?:hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?|years?|minutes?)",
  /** One of a unit: "a week". */
  single: /\b(?:an?|one) (hour|day|week|fortnight|month|year)\b/gi,
  half: /\bhalf an? (hour|day|year)\b|\b(?:an?|one) (hour|day|week|month|year) and a half\b/gi,
};

export type Hedge = "least" | "most" | "more" | "fewer" | "about" | "nearly" | "just over";
