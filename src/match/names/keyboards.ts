import { givenNames } from "../tables/given-names.ts";
import { commonEnds, keyboards, shiftedSigns } from "../tables/keyboards.ts";
import { lowered } from "./letters.ts";

const [latin, turkish, ukrainian, russian] = keyboards
  .trim()
  .split("\n")
  .map((line) => line.split(" ").slice(1)) as [string[], string[], string[], string[]]; // four layouts
const unshifted = new Map(
  shiftedSigns
    .trim()
    .split("\n")
    .map((line) => [line[0]!, line[2]!]),
);

type Keys = ReadonlyMap<string, string>;
const between = (from: readonly string[], to: readonly string[]): Keys =>
  new Map(from.map((key, i) => [key, to[i]!]));
const toCyrillic: readonly Keys[] = [between(latin, ukrainian), between(latin, russian)];
const fromTurkish: readonly Keys[] = [between(turkish, ukrainian), between(turkish, russian)];
// where a Latin key is no letter, the Turkish one is
const letters = latin.map((key, i) => (/[a-z]/.test(key) ? key : turkish[i]!));
const toLatin: readonly Keys[] = [new Map([...between(russian, letters), ...between(ukrainian, letters)])];

// numbers of letters; 0 is the end of a word, 1 any other sign
const width = 128;
const timesOfEnds = 4; // an end is that of many names
const numbers = new Uint8Array(0x530).fill(1);
const alphabet = [...new Set([...letters, ...turkish, ...ukrainian, ...russian])].filter((one) =>
  /\p{L}/u.test(one),
);
alphabet.forEach((letter, i) => {
  numbers[letter.charCodeAt(0)] = i + 2;
});
const counts = new Float64Array(width * width).fill(0.1);
function learn(word: string, from: number, times: number): void {
  for (let i = from; i <= word.length; i++)
    counts[numberAt(word, i - 1) * width + numberAt(word, i)]! += times;
}
for (const line of givenNames.trim().split("\n"))
  for (const name of line.split(/[ |]+/).slice(1)) learn(lowered(name), 0, 1);
for (const end of commonEnds.trim().split(/\s+/)) learn(end, 1, timesOfEnds);
const logarithms = counts.map((count, pair) => {
  const row = pair - (pair % width);
  let all = 0;
  for (let next = row; next < row + width; next++) all += counts[next]!;
  return Math.log(count / all);
});

function numberAt(word: string, at: number): number {
  return at < 0 || at >= word.length ? 0 : (numbers[word.charCodeAt(at)] ?? 1);
}

/** How well letters follow each other as they do in names: the average logarithm of how often each comes after the one before it, both ends counted. */
function likeness(word: string): number {
  let sum = 0;
  for (let i = 0; i <= word.length; i++)
    sum += logarithms[numberAt(word, i - 1) * width + numberAt(word, i)]!;
  return sum / (word.length + 1);
}

const shortest = 4;
const unlike = -3; // a word above this stands as it is written
const likeEnough = -3.5;
const gain = 0.8;
const none: readonly string[] = [];

/**
 * What a word would be on the keys of the other alphabet, where it is no name as it is written and would be one there; small letters. It is
 * tried beside the word, never in its place.
 */
export function retyped(word: string): readonly string[] {
  if (word.length < shortest) return none;
  const asWritten = likeness(word);
  if (asWritten > unlike) return none;
  const layouts = /[а-яіїєґё]/.test(word) ? toLatin : /[ğüşöçı]/.test(word) ? fromTurkish : toCyrillic;
  const out = layouts
    .map((keys) => Array.from(word, (key) => keys.get(key) ?? "?").join(""))
    .filter((one) => {
      const there = likeness(one);
      return !one.includes("?") && there >= likeEnough && there - asWritten >= gain;
    });
  return out.length === 0 ? none : [...new Set(out)];
}

const keyedSign = /^(?=.*[a-z])(?=.*[[\];'`,.{}:"<>~])[a-z[\];'`,.{}:"<>~]+$/i;

/** A cell whose words have signs where the other alphabet has letters (`,jqrj` for бойко), on the keys of that; any other cell as it is. */
export function signsRetyped(cell: string): string {
  if (!/[[\];'`,.{}:"<>~]/.test(cell)) return cell;
  return cell
    .split(/(\s+)/)
    .map((part) =>
      keyedSign.test(part)
        ? (retyped(Array.from(lowered(part), (sign) => unshifted.get(sign) ?? sign).join(""))[0] ?? part)
        : part,
    )
    .join("");
}
