import { type Strings, slips } from "../compare/edit.ts";
import { lookAlike } from "../tables/letters.ts";

const toLatin = new Map(
  lookAlike
    .trim()
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([latin = ""]) => /[a-z]/.test(latin))
    .map(([latin = "", cyrillic = ""]) => [cyrillic, latin]),
);
// letters without a likeness stand for their sound
const sounded: Readonly<Record<string, string>> = {
  б: "b",
  г: "g",
  ґ: "g",
  д: "d",
  ж: "zh",
  з: "z",
  л: "l",
  п: "p",
  ф: "f",
  ц: "c",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  є: "e",
  э: "e",
  ю: "u",
  я: "a",
  й: "i",
  ь: "",
  ъ: "",
  ы: "y",
  ї: "i",
};

/** Letters and digits of a code, in Latin by likeness: "АВ № 123" and "AB-123" are one. */
export function plainCode(text: string): string {
  let out = "";
  for (const letter of text.normalize("NFC").toLowerCase()) {
    if (/[a-z0-9]/.test(letter)) out += letter;
    else out += toLatin.get(letter) ?? sounded[letter] ?? "";
  }
  return out;
}

const brigade = /бриг|бр\b|обр|омбр|бригад|brig|bde|tugay/i;
const regiment = /полк|regiment|rgt|regt|alay|оп\b/i;

/** A military unit as one word: "x1234" for a code, "b402" for a brigade, "r12" for a regiment; else letters and digits. */
export function plainUnit(text: string): string {
  const low = text.normalize("NFC").toLowerCase();
  const code = /(?:^|[^\p{L}])(kh|[\p{L}])\s*[-–№]?\s*(\d{4})(?!\d)/u.exec(low);
  if (code) return `${code[1] === "kh" ? "x" : plainCode(code[1]!)}${code[2]}`;
  const numbers = [...low.matchAll(/\d+/g)].map(([digits]) => digits);
  const last = numbers.at(-1);
  if (last !== undefined && (brigade.test(low) || regiment.test(low))) {
    const kind = brigade.test(low) ? "b" : "r";
    const before = [...low.matchAll(/(\d+)[\s-]*(?:st|nd|rd|th|ша|га|та|я|ая|й)?[\s-]*(\p{L}+)/gu)].find(
      ([, , word = ""]) => brigade.test(word) || regiment.test(word),
    );
    return `${kind}${before?.[1] ?? last}`;
  }
  return plainCode(low.replace(/^(unit|в\/ч|вч|військова частина|войсковая часть|birlik)\s*/, ""));
}

/** Levels of likeness of units and numbers. */
export const codeLevels = ["missing", "same", "slip", "other_kind", "differs"] as const;

/** How like two codes are; `kinds` tells codes apart that cannot be compared, as a unit's code and a brigade. */
export function compareCodes(strings: Strings, kinds: Uint8Array, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return 1;
  if (kinds[a] !== kinds[b]) return 3;
  const length = Math.min(
    strings.starts[a + 1]! - strings.starts[a]!,
    strings.starts[b + 1]! - strings.starts[b]!,
  );
  return slips(strings, a, b, 1) === 1 && length >= 4 ? 2 : 4;
}

/** Levels of likeness of texts of any kind. */
export const textLevels = ["missing", "same", "slip", "near", "shares_word", "differs"] as const;

/** How like two texts are: an index into `textLevels`. Words are numbers, `wordStarts` says where each text's begin. */
export function compareTexts(
  strings: Strings,
  wordStarts: Uint32Array,
  words: Uint32Array,
  a: number,
  b: number,
): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return 1;
  const length = Math.min(
    strings.starts[a + 1]! - strings.starts[a]!,
    strings.starts[b + 1]! - strings.starts[b]!,
  );
  if (length >= 3) {
    const most = length >= 6 ? Math.max(2, Math.floor(length / 5)) : 1;
    const distance = slips(strings, a, b, most);
    if (distance === 1) return 2;
    if (distance <= most) return 3;
  }
  const endA = wordStarts[a + 1]!;
  const endB = wordStarts[b + 1]!;
  if (endA - wordStarts[a]! > 1 || endB - wordStarts[b]! > 1)
    for (let i = wordStarts[a]!; i < endA; i++)
      for (let j = wordStarts[b]!; j < endB; j++) if (words[i] === words[j]) return 4;
  return 5;
}
