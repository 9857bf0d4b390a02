import { slips } from "../compare/edit.ts";
import { lowered } from "../names/letters.ts";
import { readingsOf } from "../names/sounds.ts";
import { placeWords } from "../tables/places.ts";
import { SoundBook, type Sounds } from "./sound-values.ts";

const known = new Map(
  placeWords
    .trim()
    .split("\n")
    .map((line): [string, string] => {
      const [word = "", to = ""] = line.split(" ");
      return [word, to === "-" ? "" : to];
    }),
);

/** Places as what is compared of them: whole, and without "great", "new", "upper". */
export type PlaceValues = {
  readonly sounds: Sounds;
  readonly whole: Uint32Array;
  readonly bare: Uint32Array;
};

export function placeValues(texts: readonly string[]): PlaceValues {
  const book = new SoundBook();
  const whole = new Uint32Array(texts.length);
  const bare = new Uint32Array(texts.length);
  texts.forEach((text, i) => {
    if (text === "") return;
    const marks: string[] = [];
    const names: string[] = [];
    for (const word of lowered(text).split(/[\s,;()]+/)) {
      const mark = known.get(word) ?? known.get(word.replace(/\.$/, ""));
      if (mark === undefined) names.push(readingsOf(word)[0] ?? "");
      else if (mark !== "") marks.push(mark);
    }
    const name = names.join("").replace(/[aeiou]+$/, "");
    bare[i] = book.number(name);
    whole[i] = book.number(marks.toSorted().join("") + name);
  });
  return { sounds: book.done(), whole, bare };
}

export const placeLevels = ["missing", "same", "heard", "near", "same_name", "differs"] as const;

/** How like two places are: an index into `placeLevels`. */
export function comparePlaces({ sounds, whole, bare }: PlaceValues, a: number, b: number): number {
  const x = whole[a]!;
  const y = whole[b]!;
  if (x === 0 || y === 0) return 0;
  if (x === y) return 1;
  if (sounds.skeletons[x] === sounds.skeletons[y]) return 2;
  if (slips(sounds, x, y, 2) <= 2) return 3;
  return sounds.skeletons[bare[a]!] === sounds.skeletons[bare[b]!] ? 4 : 5;
}
