import { givenNames } from "../tables/given-names.ts";
import { fatherStem, stemOf } from "./fathers.ts";
import { lowered } from "./letters.ts";
import { readingsOf } from "./sounds.ts";

/** What is known of given names: which readings are one name, and which stems of patronymics. Groups are numbered from 1. */
export type Dictionary = {
  readonly byReading: ReadonlyMap<string, readonly number[]>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Readings with one sound left out, for slips. */
  readonly byDeletion: ReadonlyMap<string, readonly number[]>;
  readonly byStemDeletion: ReadonlyMap<string, readonly number[]>;
  /** For each group the sounds that a form may begin with, one bit each. */
  readonly initials: Uint32Array;
  /** For each group: 1 of men, 2 of women. */
  readonly sexes: Uint8Array;
  readonly names: readonly string[];
};

const alphabet = "abvgdeiklmnoprstufzcCSJ";

/** The bit of the sound that a reading begins with. */
export function initialBit(reading: string): number {
  const at = alphabet.indexOf(reading[0] ?? "");
  return at < 0 ? 0 : 1 << at;
}

export function soundNumber(sound: string): number {
  return alphabet.indexOf(sound) + 1;
}

let made: Dictionary | undefined;

/** The dictionary of tables/given-names.ts, made once. */
export function dictionary(): Dictionary {
  made ??= build(givenNames);
  return made;
}

function build(table: string): Dictionary {
  const lines = table.trim().split("\n");
  const byReading = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const initials = new Uint32Array(lines.length + 1);
  const sexes = new Uint8Array(lines.length + 1);
  const names = [""];
  lines.forEach((line, i) => {
    const group = i + 1;
    const [full = "", short = ""] = line.split("|");
    const [sex, ...forms] = full.trim().split(" ");
    sexes[group] = sex === "f" ? 2 : 1;
    names.push(forms[0] ?? "");
    for (const form of forms)
      for (const reading of readingsOf(lowered(form))) {
        const father = /(ович|евич|ич|івна|овна|евна|ична|льович)$/.test(form.toLowerCase())
          ? fatherStem(reading)
          : undefined;
        if (father === undefined) add(byReading, reading, group);
        add(byStem, father ?? stemOf(reading), group);
        initials[group] = initials[group]! | initialBit(reading);
      }
    for (const form of short.trim().split(" "))
      for (const reading of readingsOf(lowered(form))) {
        add(byReading, reading, group);
        initials[group] = initials[group]! | initialBit(reading);
      }
  });
  return {
    byReading,
    byStem,
    byDeletion: deletions(byReading),
    byStemDeletion: deletions(byStem),
    initials,
    sexes,
    names,
  };
}

function add(map: Map<string, number[]>, key: string, group: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [group]);
  else if (!known.includes(group)) known.push(group);
}

const shortestForSlips = 5;

function deletions(map: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, readonly number[]> {
  const out = new Map<string, number[]>();
  for (const [reading, groups] of map)
    if (reading.length >= shortestForSlips)
      for (const one of withOneLess(reading)) for (const group of groups) add(out, one, group);
  return out;
}

function withOneLess(reading: string): readonly string[] {
  return [reading, ...Array.from(reading, (_, i) => reading.slice(0, i) + reading.slice(i + 1))];
}

/** The groups of the names at the distance of a slip from a reading: one sound put in, left out, or changed. None where more than four fit. */
export function nearGroups(
  reading: string,
  exact: ReadonlyMap<string, readonly number[]>,
  slips: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const known = exact.get(reading);
  if (known !== undefined) return known.slice(0, 4);
  if (reading.length < shortestForSlips) return [];
  const near = new Set<number>();
  for (const one of withOneLess(reading)) for (const group of slips.get(one) ?? []) near.add(group);
  return near.size <= 4 ? [...near] : [];
}
