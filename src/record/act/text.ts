import { z } from "zod";

// Controls, direction marks, zero-width and soft characters, line and paragraph separators: what a person
// cannot see is not part of what he signs. The line feed alone is allowed, in long texts.
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const greek = /\p{Script=Greek}/u;
const ascii = /^[\x20-\x7e]*$/;

/** Plain ASCII passes at once; all else must be well-formed Unicode in NFC without unseen characters. */
function isPlain(text: string): boolean {
  if (ascii.test(text)) return true;
  return !unseen.test(text) && text.isWellFormed() && text.normalize("NFC") === text;
}

/** True where one word mixes Latin, Cyrillic or Greek letters, as look-alike names do (UTS 39). */
function mixesScripts(text: string): boolean {
  if (ascii.test(text)) return false;
  return text
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => [latin, cyrillic, greek].filter((script) => script.test(word)).length > 1);
}

const notPlain = "must be NFC text without control, zero-width or direction characters";

/** One line of text, 1..max UTF-16 units. */
export const line = (max = 300) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => isPlain(text) && !text.includes("\n"), { error: notPlain });

/** Text of several lines, 1..max UTF-16 units. */
export const prose = (max = 12_000) => z.string().min(1).max(max).refine(isPlain, { error: notPlain });

/** A name of a person or a body: one line in which no word mixes scripts. */
export const name = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => isPlain(text) && !text.includes("\n"), { error: notPlain })
  .refine((text) => !mixesScripts(text), {
    error: "mixes letters of several scripts in one word",
    params: { mixedScript: true },
  });

/** The four languages of Parley; statements may be in others, by BCP 47 code. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a BCP 47 language code");
