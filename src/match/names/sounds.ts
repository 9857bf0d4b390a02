import {
  cyrillic,
  latinEnglish,
  latinFrench,
  latinGerman,
  latinSlavic,
  latinTurkish,
} from "../tables/letters.ts";
import { feminineSurnames } from "../tables/suffixes.ts";
import { oneAlphabet, unmarked } from "./letters.ts";

/** Letters and their sounds; `longest` is the length of the longest that begins with a letter, by its code. */
type Letters = { readonly rules: ReadonlyMap<string, string>; readonly longest: Uint8Array };

const tables = {
  cyrillic: [lettersOf(cyrillic), lettersOf(cyrillic.replace("\nё e o\n", "\nё o\n"))],
  latin: [
    lettersOf(latinEnglish),
    lettersOf(latinEnglish, latinSlavic),
    lettersOf(latinEnglish, latinFrench),
    lettersOf(latinEnglish, latinGerman),
    lettersOf(latinEnglish, latinTurkish),
  ],
} as const;

// letters whose sound depends on the system; a word without them has one reading
const ambiguousLatin = /c(?!k)|x|j|tz|z(?!h)|sz|ou|gu|[ćčšžŝńçğöşüı]/;

function lettersOf(...texts: readonly string[]): Letters {
  const rules = new Map<string, string>();
  for (const line of texts.join("\n").split("\n")) {
    const [from = "", to = ""] = line.trim().split(" ");
    if (from !== "") rules.set(from.normalize("NFC"), to);
  }
  const longest = new Uint8Array(0x530);
  for (const one of rules.keys()) {
    const first = one.charCodeAt(0);
    longest[first] = Math.max(longest[first]!, one.length);
  }
  return { rules, longest };
}

function spoken(word: string, { rules, longest }: Letters): string {
  let out = "";
  for (let i = 0; i < word.length; ) {
    let length = Math.min(longest[word.charCodeAt(i)] ?? 0, word.length - i);
    let sound: string | undefined;
    for (; length > 0; length--) {
      sound = rules.get(word.slice(i, i + length));
      if (sound !== undefined) break;
    }
    if (sound === undefined) {
      const bare = unmarked(word[i]!);
      out += bare === word[i] ? "" : bare.length > 0 ? (rules.get(bare) ?? "") : "";
      i++;
    } else {
      out += sound;
      i += length;
    }
  }
  return settled(out);
}

const vowels = "aeiou";

// iotation is dropped, doubles are one
function settled(sounds: string): string {
  let out = "";
  for (let i = 0; i < sounds.length; i++) {
    const sound = sounds[i]!;
    const next = sounds[i + 1];
    if (sound === next) continue;
    if (sound === "i" && next !== undefined && vowels.includes(next)) continue;
    if (sound === out.at(-1)) continue;
    out += sound;
  }
  return out;
}

/** The readings of one word, at most four, the likeliest first: strings of the alphabet of tables/letters.ts. */
export function readingsOf(word: string): readonly string[] {
  const { word: clean, script } = oneAlphabet(word);
  const letters =
    script === "cyrillic"
      ? clean.includes("ё")
        ? tables.cyrillic
        : tables.cyrillic.slice(0, 1)
      : ambiguousLatin.test(clean)
        ? tables.latin
        : tables.latin.slice(0, 1);
  const out: string[] = [];
  for (const table of letters) {
    const reading = spoken(clean, table);
    if (reading !== "" && !out.includes(reading)) out.push(reading);
  }
  return out.slice(0, 4);
}

const feminineByLast = Map.groupBy(feminineSurnames, ([woman]) => woman.at(-1));

/** A reading of a surname with the form for women brought to that for men. */
export function masculine(reading: string): string {
  for (const [woman, man] of feminineByLast.get(reading.at(-1)) ?? [])
    if (reading.length > woman.length + 1 && reading.endsWith(woman))
      return reading.slice(0, -woman.length) + man;
  return reading;
}

// what the ear tells apart at worst: vowels alike, voiced and voiceless alike; by the codes of sounds
const heardAs = Uint8Array.from({ length: 128 }, (_, code) => code);
for (const vowel of vowels) heardAs[vowel.charCodeAt(0)] = "a".charCodeAt(0);
for (const [voiced, voiceless] of ["bp", "dt", "zs", "JS", "vf", "gk"] as const)
  heardAs[voiced!.charCodeAt(0)] = voiceless!.charCodeAt(0);
const vowel = "a".charCodeAt(0);
// among consonants alone ц is as с, and ч as ш
const bareAs = heardAs.slice();
bareAs["c".charCodeAt(0)] = "s".charCodeAt(0);
bareAs["C".charCodeAt(0)] = "S".charCodeAt(0);

const offset = 0x811c9dc5; // FNV-1a: it must be the same in every run, so that records that come later meet those that are there
const prime = 0x01000193;

/** A number for what the ear hears of a reading; 0 for none. */
export function earOf(reading: string): number {
  let hash = offset;
  let last = 0;
  for (let i = 0; i < reading.length; i++) {
    const heard = heardAs[reading.charCodeAt(i)]!;
    if (heard !== last) hash = Math.imul(hash ^ heard, prime);
    last = heard;
  }
  return last === 0 ? 0 : hash >>> 0 || 1;
}

/** A number for its consonants alone, after a vowel that it begins with; 0 for none. */
export function skeletonOf(reading: string): number {
  let hash = offset;
  let last = 0;
  for (let i = 0; i < reading.length; i++) {
    const code = reading.charCodeAt(i);
    const heard = heardAs[code]!;
    if (heard !== last && (heard !== vowel || i === 0)) hash = Math.imul(hash ^ bareAs[code]!, prime);
    last = heard;
  }
  return hash === offset ? 0 : hash >>> 0 || 1;
}
