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

type Letters = { readonly rules: ReadonlyMap<string, string>; readonly longest: number };

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
  return { rules, longest: Math.max(...[...rules.keys()].map((one) => one.length)) };
}

function spoken(word: string, { rules, longest }: Letters): string {
  let out = "";
  for (let i = 0; i < word.length; ) {
    let length = Math.min(longest, word.length - i);
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

/** A reading of a surname with the form for women brought to that for men. */
export function masculine(reading: string): string {
  for (const [woman, man] of feminineSurnames)
    if (reading.length > woman.length + 1 && reading.endsWith(woman))
      return reading.slice(0, -woman.length) + man;
  return reading;
}

const voiceless: Readonly<Record<string, string>> = { b: "p", d: "t", z: "s", J: "S", v: "f", g: "k" };

/** What the ear tells apart at worst: vowels alike, voiced and voiceless alike. */
export function earOf(reading: string): string {
  let out = "";
  for (const sound of reading) {
    const heard = vowels.includes(sound) ? "a" : (voiceless[sound] ?? sound);
    if (heard !== out.at(-1)) out += heard;
  }
  return out;
}

/** The consonants alone, voiced and voiceless alike, after the first sound. */
export function skeletonOf(reading: string): string {
  const ear = earOf(reading);
  const bare = ear.replaceAll("a", "").replaceAll("c", "s").replaceAll("C", "S");
  return ear.startsWith("a") ? `a${bare}` : bare;
}
