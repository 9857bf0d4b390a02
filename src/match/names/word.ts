import { notNames, surnameEndings } from "../tables/suffixes.ts";
import { type Dictionary, dictionary, initialBit, nearGroups } from "./dictionary.ts";
import { fatherStem } from "./fathers.ts";
import { retyped, signsRetyped } from "./keyboards.ts";
import { lowered } from "./letters.ts";
import { readingsOf } from "./sounds.ts";

/** What is known of one word of a name by itself, whatever its place. */
export type Word = {
  readonly text: string;
  readonly readings: readonly string[];
  /** One letter, or a beginning that was cut or masked. */
  readonly isPart: boolean;
  readonly groups: readonly number[];
  /** Stems and groups of the father, where it reads as a patronymic. */
  readonly stems: readonly string[];
  readonly fathers: readonly number[];
  readonly initials: number;
  readonly endsAsSurname: boolean;
};

/** The words of a cell: small letters, without remarks; what stood in brackets apart. */
export type Words = {
  readonly words: readonly string[];
  readonly aside: readonly string[];
  /** The word that stands in capitals where another does not, or -1. */
  readonly capital: number;
  /** The number of words before a comma, or 0. */
  readonly beforeComma: number;
};

const surnamesByLast = Map.groupBy(surnameEndings, (ending) => ending.at(-1));
const noWords: Words = { words: [], aside: [], capital: -1, beforeComma: 0 };
const remarks = new Set(notNames.join(" ").split(" "));
const letters = /[\p{L}]/u;

const oneWord = /^(?!ʼ)\p{L}[\p{L}\p{M}]*(?:['’ʼ-][\p{L}\p{M}]+)*$/u;

/** Cuts a cell into words. A masked or cut word ends with "…". */
export function wordsOf(cell: string): Words {
  if (!oneWord.test(cell)) return cutWords(cell);
  const word = lowered(cell);
  if (remarks.has(word)) return noWords;
  return { ...noWords, words: [[...word].length === 1 ? `${word}…` : word] };
}

/** The same for any cell. */
export function cutWords(cell: string): Words {
  const aside: string[] = [];
  const plain = signsRetyped(cell.normalize("NFC")).replaceAll(
    /[([{<]([^)\]}>]*)[)\]}>]?/g,
    (_, inside: string) => {
      for (const one of inside.split(/[\s,;/]+/)) {
        const word = cleaned(one);
        if (/^\p{Lu}/u.test(one) && word.length > 2 && !remarks.has(word)) aside.push(word);
      }
      return " ";
    },
  );
  const words: string[] = [];
  let capital = -1;
  let small = false;
  let beforeComma = 0;
  const comma = plain.indexOf(",");
  let at = 0;
  for (const part of plain.split(/[\s,;/]+|(?<=\p{L}\.)(?=\p{L})/u)) {
    at = plain.indexOf(part, at) + part.length;
    const word = cleaned(part);
    if (word === "" || remarks.has(word) || remarks.has(word.replace(/…$/, ""))) continue;
    if (word.length > 2) {
      if (part === part.toUpperCase() && part !== part.toLowerCase())
        capital = capital < 0 ? words.length : capital;
      else small = true;
    }
    words.push(word);
    if (comma > 0 && at <= comma) beforeComma = words.length;
  }
  return {
    words,
    aside,
    capital: small ? capital : -1,
    beforeComma: beforeComma < words.length ? beforeComma : 0,
  };
}

function cleaned(part: string): string {
  const low = lowered(part);
  if (!letters.test(low)) return "";
  const cut = low.search(/\*|_{1,}|…|\.{2,}|#|\?{2,}/);
  let word = cut > 0 ? low.slice(0, cut) : low;
  const isCut = cut > 0 || (/\.$/.test(low) && !/\.$/.test(low.slice(0, -1)));
  word = word.replaceAll(/[^\p{L}\p{M}'’ʼʹ`\-0-9]/gu, "").replaceAll(/^[-'’ʼ`]+|[-'’`]+$/g, "");
  if (word === "" || !letters.test(word)) return "";
  return isCut || [...word].length === 1 ? `${word}…` : word;
}

const seen = new Map<string, Word>();
const mostReadings = 4;
const keptWords = 1_000_000;
const none: readonly never[] = []; // one for all words: most have neither groups nor fathers

/** Lets go of what was remembered: a list's words are of no use to the next. */
export function forgetWords(): void {
  seen.clear();
}

/** The features of one word; remembered, since words repeat. */
export function wordOf(text: string): Word {
  const known = seen.get(text);
  if (known !== undefined) return known;
  if (seen.size > keptWords) seen.clear();
  const made = makeWord(text, dictionary());
  seen.set(text, made);
  return made;
}

function makeWord(text: string, names: Dictionary): Word {
  const isPart = text.endsWith("…");
  const readings = isPart ? readingsOf(text.slice(0, -1)) : allReadings(text);
  const groups: number[] = [];
  const stems: string[] = [];
  const fathers: number[] = [];
  let initials = 0;
  for (const reading of readings) {
    initials |= initialBit(reading);
    if (isPart) continue;
    const exact = names.byReading.get(reading);
    if (exact !== undefined) for (const group of exact) if (!groups.includes(group)) groups.push(group);
    const stem = fatherStem(reading);
    if (stem === undefined) continue;
    if (!stems.includes(stem)) stems.push(stem);
    for (const father of names.byStem.get(stem) ?? []) if (!fathers.includes(father)) fathers.push(father);
  }
  const first = readings[0] ?? "";
  return {
    text,
    readings,
    isPart,
    groups: groups.length > 0 ? groups.slice(0, 4) : none,
    stems: stems.length > 0 ? stems.slice(0, 4) : none,
    fathers: fathers.length > 0 ? fathers.slice(0, 4) : none,
    initials,
    endsAsSurname:
      first.length > 4 && (surnamesByLast.get(first.at(-1)) ?? []).some((ending) => first.endsWith(ending)),
  };
}

// also those of the word that was meant, where the keyboard was set to another alphabet
function allReadings(text: string): readonly string[] {
  const own = readingsOf(text);
  const meant = retyped(text).flatMap(readingsOf);
  return meant.length === 0 ? own : [...new Set([...own.slice(0, mostReadings - meant.length), ...meant])];
}

/** The groups of the dictionary that a word may be of over one slip, for words that are of none as they stand. */
export function groupsOverSlip({ readings, isPart }: Word): readonly number[] {
  if (isPart) return none;
  const { byReading, byDeletion } = dictionary();
  for (const reading of readings) {
    const near = nearGroups(reading, byReading, byDeletion);
    if (near.length > 0) return near;
  }
  return none;
}

/** The groups of a father's name over one slip. */
export function fathersOverSlip({ stems }: Word): readonly number[] {
  const { byStem, byStemDeletion } = dictionary();
  for (const stem of stems) {
    const near = nearGroups(stem, byStem, byStemDeletion);
    if (near.length > 0) return near;
  }
  return none;
}
