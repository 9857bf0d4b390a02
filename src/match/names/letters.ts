import { lookAlike } from "../tables/letters.ts";

/** The alphabet of a word. */
export type Script = "cyrillic" | "latin" | "other";

const pairs = lookAlike
  .trim()
  .split("\n")
  .map((line) => line.split(" "));
const toCyrillic = new Map(pairs.map(([latin = "", cyrillic = ""]) => [latin, cyrillic]));
const toLatin = new Map(pairs.map(([latin = "", cyrillic = ""]) => [cyrillic, latin]));
const dotless = /ı/g;

/** Small letters, composed; the Turkish dotless ı stays a letter of its own. */
export function lowered(text: string): string {
  return text.normalize("NFC").replaceAll("İ", "i").toLowerCase().replaceAll("i̇", "i");
}

// what a letter below U+0530 says of the alphabet of its word
const ofCyrillic = 1;
const ofLatin = 2;
const alike = 4;
const letterKinds = Uint8Array.from({ length: 0x530 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (code >= 0x400) return ofCyrillic | (toLatin.has(letter) ? alike : 0);
  const isLatin = (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x250);
  return isLatin ? ofLatin | (toCyrillic.has(letter) ? alike : 0) : 0;
});

/** A word in one alphabet: letters of the other that look alike are taken for those of the alphabet that most letters are of. */
export function oneAlphabet(word: string): { readonly word: string; readonly script: Script } {
  let cyrillic = 0;
  let latin = 0;
  let sureCyrillic = 0;
  let sureLatin = 0;
  for (let i = 0; i < word.length; i++) {
    const kind = letterKinds[word.charCodeAt(i)] ?? 0;
    const isSure = (kind & alike) === 0 ? 1 : 0;
    if ((kind & ofCyrillic) !== 0) {
      cyrillic++;
      sureCyrillic += isSure;
    } else if ((kind & ofLatin) !== 0) {
      latin++;
      sureLatin += isSure;
    }
  }
  if (cyrillic + latin === 0) return { word, script: "other" };
  const isCyrillic = sureCyrillic !== sureLatin ? sureCyrillic > sureLatin : cyrillic >= latin;
  const table = isCyrillic ? toCyrillic : toLatin;
  const mixed = isCyrillic ? latin > 0 || /[0-9]/.test(word) : cyrillic > 0;
  return {
    word: mixed ? [...word].map((letter) => table.get(letter) ?? letter).join("") : word,
    script: isCyrillic ? "cyrillic" : "latin",
  };
}

/** A Latin word without marks that no table reads. */
export function unmarked(word: string): string {
  return word
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f\u02b0-\u02ff'’ʼ`´"]/g, "")
    .replaceAll(dotless, "i");
}
