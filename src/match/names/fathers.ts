import { patronymicEndings, sonship } from "../tables/suffixes.ts";

const sonshipByLast = Map.groupBy(sonship, (ending) => ending.at(-1));
const endingsByLast = Map.groupBy(patronymicEndings, (ending) => ending.at(-1));

/** The stem of the father's name in a reading of a patronymic, or undefined where it is none. */
export function fatherStem(reading: string): string | undefined {
  const last = reading.at(-1);
  for (const ending of sonshipByLast.get(last) ?? [])
    if (reading.length > ending.length + 2 && reading.endsWith(ending))
      return stemOf(reading.slice(0, -ending.length));
  for (const ending of endingsByLast.get(last) ?? [])
    if (reading.length > ending.length + 1 && reading.endsWith(ending))
      return stemOf(reading.slice(0, -ending.length));
  return undefined;
}

/** A name as it stands in the patronymic made of it: without its last vowels. */
export function stemOf(reading: string): string {
  const stem = reading.replace(/[aeiou]+$/, "");
  return stem === "" ? reading : stem;
}
