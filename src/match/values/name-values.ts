import { slips } from "../compare/edit.ts";
import { dictionary, initialBit } from "../names/dictionary.ts";
import { stemOf } from "../names/fathers.ts";
import type { Part } from "../names/person.ts";
import { masculine } from "../names/sounds.ts";
import { fathersOverSlip, groupsOverSlip, type Word, wordOf } from "../names/word.ts";
import { SoundBook, type Sounds } from "./sound-values.ts";

/** Levels of likeness of a part of a name. Level 0, everywhere, is: one of the two is missing. */
export const nameLevels = [
  "missing",
  "same",
  "heard",
  "one_of_two",
  "slip",
  "far",
  "initial",
  "differs",
] as const;
const same = 1;
const heard = 2;
const oneOfTwo = 3;
const slip = 4;
const far = 5;
const initial = 6;
const nameDiffers = 7;

const perValue = 4;

/** Distinct values of one part of a name, as what is compared of them. */
export type NameValues = {
  readonly count: number;
  /** Four groups of the dictionary for each value, 0 where there are fewer. */
  readonly groups: Uint16Array;
  /** Bit 0: a beginning only. Bit 1: its groups were found over a slip. */
  readonly flags: Uint8Array;
  readonly initials: Uint32Array;
  /** Where the readings of each value begin in `readings`. */
  readonly starts: Uint32Array;
  readonly readings: Uint32Array;
  /** 1 for a reading of a part of a double surname. */
  readonly partial: Uint8Array;
  readonly sounds: Sounds;
  /** For each value the number of its class, by which its frequency is counted. */
  readonly classes: Uint32Array;
};

const latinInitials: Readonly<Record<string, string>> = {
  y: "iaeou",
  j: "iaeouJ",
  c: "kcCSg",
  k: "kg",
  s: "sS",
  t: "tc",
  z: "zJc",
  x: "kg",
  e: "eaou",
  h: "g",
  g: "g",
};

/** Makes the values of one part of names; `texts[0]` is "". */
export function nameValues(texts: readonly string[], part: Part): NameValues {
  const count = texts.length;
  const groups = new Uint16Array(count * perValue);
  const flags = new Uint8Array(count);
  const initials = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  const readings: number[] = [];
  const partial: number[] = [];
  const book = new SoundBook();
  const classNames = new Map<string, number>([["", 0]]);
  const classes = new Uint32Array(count);
  const known = dictionary();
  for (let value = 0; value < count; value++) {
    starts[value] = readings.length;
    const text = texts[value]!;
    if (text === "") continue;
    const whole = text.split("|")[0]!;
    const pieces = text.split(/[-|]/).filter((one) => one.length > 2);
    const word = wordOf(whole);
    const { own, isSlip } = groupsFor(word, part);
    own.forEach((group, i) => {
      groups[value * perValue + i] = group;
    });
    flags[value] = (word.isPart ? 1 : 0) | (isSlip ? 2 : 0);
    let bits = word.initials;
    if (word.isPart && [...text].length === 2)
      for (const sound of latinInitials[text[0]!] ?? "") bits |= initialBit(sound);
    if (!word.isPart) for (const group of own) bits |= known.initials[group]!;
    initials[value] = bits;
    const add = (reading: string, isPartial: boolean) => {
      const number = book.number(reading);
      for (let i = starts[value]!; i < readings.length; i++) if (readings[i] === number) return;
      readings.push(number);
      partial.push(isPartial ? 1 : 0);
    };
    const shaped = (reading: string, stems: readonly string[], i: number) =>
      part === 0 ? masculine(reading) : part === 1 ? reading : (stems[i] ?? stems[0] ?? stemOf(reading));
    if (part === 2 && word.stems.length > 0) for (const stem of word.stems) add(stem, false);
    else for (const [i, reading] of word.readings.entries()) add(shaped(reading, word.stems, i), false);
    if (part !== 2 && pieces.length > 1)
      for (const piece of pieces) {
        const one = wordOf(piece);
        for (const reading of one.readings) add(part === 0 ? masculine(reading) : reading, true);
      }
    const named = own.length > 0 ? `#${own[0]}` : (book.list[readings[starts[value]!] ?? 0] ?? "");
    const number = classNames.get(named) ?? classNames.size;
    classNames.set(named, number);
    classes[value] = number;
  }
  starts[count] = readings.length;
  return {
    count,
    groups,
    flags,
    initials,
    starts,
    readings: Uint32Array.from(readings),
    partial: Uint8Array.from(partial),
    sounds: book.done(),
    classes,
  };
}

function groupsFor(word: Word, part: Part): { readonly own: readonly number[]; readonly isSlip: boolean } {
  const exact = part === 1 ? word.groups : part === 2 ? word.fathers : [];
  if (part === 0 || exact.length > 0) return { own: exact, isSlip: false };
  return { own: part === 1 ? groupsOverSlip(word) : fathersOverSlip(word), isSlip: true };
}

/** How like two values are: an index into `nameLevels`. */
export function compareNames(values: NameValues, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const { flags, starts, readings, partial, sounds } = values;
  const flagsA = flags[a]!;
  const flagsB = flags[b]!;
  if (((flagsA | flagsB) & 1) !== 0) return comparePart(values, a, b, flagsA, flagsB);
  if (a === b) return same;
  let best = nameDiffers;
  const shared = sharesGroup(values.groups, a, b);
  if (shared && ((flagsA | flagsB) & 2) === 0) return same;
  if (shared) best = heard;
  const { ears, skeletons } = sounds;
  const endA = starts[a + 1]!;
  const endB = starts[b + 1]!;
  for (let i = starts[a]!; i < endA; i++) {
    const x = readings[i]!;
    for (let j = starts[b]!; j < endB; j++) {
      const y = readings[j]!;
      const isPartial = (partial[i]! | partial[j]!) !== 0;
      if (x === y) {
        if (!isPartial) return same;
        if (best > oneOfTwo) best = oneOfTwo;
      } else if (best > heard && ears[x] === ears[y] && ears[x] !== 0) {
        best = isPartial ? Math.min(best, oneOfTwo) : heard;
      } else if (best > slip) {
        const lengthX = sounds.starts[x + 1]! - sounds.starts[x]!;
        const lengthY = sounds.starts[y + 1]! - sounds.starts[y]!;
        const shorter = lengthX < lengthY ? lengthX : lengthY;
        if (shorter < 3) continue;
        const most = shorter >= 6 ? 2 : 1;
        const distance = slips(sounds, x, y, most);
        if (distance === 1 && !isPartial) best = slip;
        else if (distance <= most || (shorter >= 4 && skeletons[x] === skeletons[y]))
          best = Math.min(best, far);
      }
    }
  }
  return best;
}

function sharesGroup(groups: Uint16Array, a: number, b: number): boolean {
  for (let i = a * perValue; i < a * perValue + perValue; i++) {
    const group = groups[i]!;
    if (group === 0) return false;
    for (let j = b * perValue; j < b * perValue + perValue; j++) if (groups[j] === group) return true;
  }
  return false;
}

// a letter, or the beginning of a name, against a name or another beginning
function comparePart(values: NameValues, a: number, b: number, flagsA: number, flagsB: number): number {
  const { starts, readings, sounds, initials } = values;
  for (let i = starts[a]!; i < starts[a + 1]!; i++)
    for (let j = starts[b]!; j < starts[b + 1]!; j++) {
      const x = readings[i]!;
      const y = readings[j]!;
      const lengthX = sounds.starts[x + 1]! - sounds.starts[x]!;
      const lengthY = sounds.starts[y + 1]! - sounds.starts[y]!;
      const most = Math.min(lengthX, lengthY);
      if (((flagsA & 1) === 1 && lengthX === 1) || ((flagsB & 1) === 1 && lengthY === 1)) {
        if ((initials[a]! & initials[b]!) !== 0) return initial;
        continue;
      }
      let equal = 0;
      while (
        equal < most &&
        sounds.bytes[sounds.starts[x]! + equal] === sounds.bytes[sounds.starts[y]! + equal]
      )
        equal++;
      if (equal === most || (most > 3 && equal >= most - 1)) return most >= 3 ? far : initial;
    }
  if ((initials[a]! & initials[b]!) !== 0 && initialsOnly(values, a, b)) return initial;
  return nameDiffers;
}

// no readings to compare: a letter that no table reads, or the letters of two names
function initialsOnly({ starts }: NameValues, a: number, b: number): boolean {
  return starts[a] === starts[a + 1] || starts[b] === starts[b + 1];
}
