import { sayTruceParts, sayWord } from "#i18n";
import { processOf, type TruceTerms, truceParts } from "#record";
import type { At } from "../../desk/query.ts";
import { partName } from "./weigh.ts";
import { type Word, wordOf } from "./words.ts";

/** The parts of a text or declaration as they are drawn. */
export type PartsShown = {
  readonly terms: TruceTerms;
  /** Every needed part, and what is there besides, by its name; undefined words where it is missing. */
  readonly said: Readonly<Record<string, { readonly label: string; readonly words: string | undefined }>>;
  readonly conduct: readonly {
    readonly act: string;
    readonly may: Word;
    readonly calibre: number | undefined;
    readonly words: string | undefined;
  }[];
};

/** What is said of each part, and which of them are missing. */
export function partsSaid(
  { t, state }: At,
  terms: TruceTerms,
  missing: readonly string[],
): PartsShown["said"] {
  const said = sayTruceParts(t, state, ownFirst(state, terms));
  const names = new Set<string>([...truceParts.map(({ part }) => part), ...Object.keys(terms)]);
  return Object.fromEntries(
    [...names]
      .filter((part) => said.has(part) || missing.includes(part))
      .map((part) => [part, { label: partName(t, part), words: said.get(part)?.value }]),
  );
}

export function conductSaid(at: At, terms: TruceTerms): PartsShown["conduct"] {
  return (terms.conduct ?? []).map(({ act, may, fromCalibreMm, words }) => ({
    act: sayWord(at.t, act),
    may: wordOf(at, may),
    calibre: fromCalibreMm,
    words,
  }));
}

// The two local prints of an instant stand in the order in which the process names the sides.
function ownFirst(state: At["state"], terms: TruceTerms): TruceTerms {
  const first = processOf(state)?.order[0] ?? "a";
  if (first === "a") return terms;
  const turned = (moment: TruceTerms["start"]) =>
    moment && { at: moment.at, localB: moment.localB, localA: moment.localA };
  const { start, end } = terms;
  return { ...terms, ...(start ? { start: turned(start) } : {}), ...(end ? { end: turned(end) } : {}) };
}
