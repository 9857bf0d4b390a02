import type { Strings } from "../compare/edit.ts";
import { codeLevels, compareCodes, compareTexts, textLevels } from "./codes.ts";
import { birthLevels, compareBirths, compareSeen, type DateValues, seenLevels } from "./date-values.ts";
import { compareNames, type NameValues, nameLevels } from "./name-values.ts";
import { comparePlaces, type PlaceValues, placeLevels } from "./places.ts";
import { compareRanks, rankLevels } from "./ranks.ts";

/** What is compared of the distinct values of a field. Plain data: it goes to workers as it is. */
export type FieldData =
  | { readonly kind: "name"; readonly part: 0 | 1 | 2; readonly names: NameValues }
  | { readonly kind: "birth"; readonly dates: DateValues }
  | { readonly kind: "seen"; readonly dates: DateValues }
  | { readonly kind: "rank"; readonly steps: Uint8Array }
  | { readonly kind: "code"; readonly strings: Strings; readonly kinds: Uint8Array }
  | {
      readonly kind: "text";
      readonly strings: Strings;
      readonly wordStarts: Uint32Array;
      readonly words: Uint32Array;
    }
  | { readonly kind: "place"; readonly places: PlaceValues };

/** One thing that is compared of two records. */
export type Field = {
  /** The role, or the heading of a text. */
  readonly name: string;
  readonly data: FieldData;
  /** For each record of all lists the number of its value; 0 where it is missing. */
  readonly cells: Uint32Array;
  /** For each value the class by which its frequency counts, from 1. */
  readonly classes: Uint32Array;
  /** For each class the number of records that have it. */
  readonly counts: Uint32Array;
};

/** How like two values of a field are: a level, 0 where one is missing. */
export type Compare = (a: number, b: number) => number;

export function comparatorOf(data: FieldData): Compare {
  switch (data.kind) {
    case "name":
      return (a, b) => compareNames(data.names, a, b);
    case "birth":
      return (a, b) => compareBirths(data.dates, a, b);
    case "seen":
      return (a, b) => compareSeen(data.dates, a, b);
    case "rank":
      return (a, b) => compareRanks(data.steps, a, b);
    case "code":
      return (a, b) => compareCodes(data.strings, data.kinds, a, b);
    case "text":
      return (a, b) => compareTexts(data.strings, data.wordStarts, data.words, a, b);
    case "place":
      return (a, b) => comparePlaces(data.places, a, b);
    default:
      throw new Error(`No field is of the kind ${JSON.stringify(data satisfies never)}.`);
  }
}

/** The names of the levels of a field. */
export function levelsOf(kind: FieldData["kind"]): readonly string[] {
  return {
    name: nameLevels,
    birth: birthLevels,
    seen: seenLevels,
    rank: rankLevels,
    code: codeLevels,
    text: textLevels,
    place: placeLevels,
  }[kind];
}

/** The cells of all fields record by record: what is compared of one record lies side by side in memory. */
export function rowsOf(fields: readonly Field[], count: number): Uint32Array {
  const size = fields.length;
  const rows = new Uint32Array(count * size);
  fields.forEach(({ cells }, f) => {
    for (let i = 0; i < count; i++) rows[i * size + f] = cells[i]!;
  });
  return rows;
}
