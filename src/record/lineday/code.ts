/**
 * A wristband's code: seven random characters and a check character. It says nothing of whom it is worn by, and it
 * has no order. Letters that are taken for digits are not in the alphabet (Crockford's base32).
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const randomLength = 7;
export const codePattern = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** Whether the check character fits: one character misread, or any two in each other's place, are always noticed. */
export function isCode(text: string): boolean {
  return codePattern.test(text) && remainder(text) === 0;
}

/** `count` different codes from random bytes, eight bytes for each; fewer where the bytes repeat themselves. */
export function codesFrom(bytes: Uint8Array, count: number): readonly string[] {
  if (bytes.length < count * 8)
    throw new Error(`${count} codes need ${count * 8} random bytes, and ${bytes.length} came.`);
  const codes = new Set<string>();
  for (let at = 0; codes.size < count && at + randomLength <= bytes.length; at += randomLength)
    codes.add(withCheck(bytes.subarray(at, at + randomLength)));
  return [...codes];
}

/** As it is printed and read aloud: two groups of four. */
export function codeInGroups(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The codes that a person or a scanner may have meant: written small, with O for 0, in groups, or typed on a
 * keyboard that was set to Cyrillic, by the look of the letters or by their keys. Mostly one, and none where the
 * check character fits no reading.
 */
export function codesMeantBy(typed: string): readonly string[] {
  const plain = typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, "");
  const readings = [plain, mapped(plain, looks), mapped(plain, keys)].map((text) => mapped(text, slips));
  return [...new Set(readings)].filter(isCode);
}

// Horner's rule at a generator of the field of 32 elements, x^5 + x^2 + 1: a Reed-Solomon check of one character.
function remainder(text: string): number {
  let sum = 0;
  for (const letter of text) sum = timesGenerator(sum) ^ alphabet.indexOf(letter);
  return sum;
}

function timesGenerator(element: number): number {
  const next = element << 1;
  return next > 31 ? next ^ 0b100101 : next;
}

function withCheck(bytes: Uint8Array): string {
  const body = [...bytes].map((byte) => alphabet[byte & 31]).join("");
  return body + alphabet[timesGenerator(remainder(body))];
}

const slips: ReadonlyMap<string, string> = paired("OIL", "011");
const looks: ReadonlyMap<string, string> = paired("АВЕЗКМНОРСТХУІЈЅ", "ABE3KMH0PCTXY1JS");
// what the keys of a Latin keyboard give when it is set to Russian or Ukrainian
const keys: ReadonlyMap<string, string> = paired(
  "ФИСВУАПРШОЛДЬТЩЗЙКЫІЕГМЦЧНЯ",
  "ABCDEFGHIJKLMNOPQRSSTUVWXYZ",
);

function paired(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((letter, at) => [letter, to[at] ?? letter]));
}

function mapped(text: string, by: ReadonlyMap<string, string>): string {
  return [...text].map((letter) => by.get(letter) ?? letter).join("");
}
