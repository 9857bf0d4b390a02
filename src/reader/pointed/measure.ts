import type { Lexicon } from "../inflected/lexicon.ts";
import {
  countsIn,
  datesIn as inflectedDates,
  durationsIn as inflectedDurations,
} from "../inflected/values.ts";
import { lowered } from "../inflected/words.ts";
import type { Language } from "../languages/language.ts";
import { fold } from "../text/fold.ts";
import { datesIn, type Tense } from "../values/dates.ts";
import { durationsIn } from "../values/durations.ts";
import { amountsIn } from "../values/numbers.ts";

type Ends = { readonly min: number | null; readonly max: number | null };

/** The first of each that some words say, reckoned from the day of the report. */
export type Measured = {
  readonly hours: Ends | undefined;
  readonly date: string | undefined;
  readonly amount: Ends | undefined;
};

export function measured(words: string, reportDate: string, tense: Tense, language: Language): Measured {
  const { text } = fold(words);
  const durations = durationsIn(text, language);
  const dates = datesIn(text, reportDate, () => tense, language);
  const [duration] = durations;
  return {
    hours: duration && { min: duration.minHours, max: duration.maxHours },
    date: dates.find(({ value }) => value !== undefined)?.value,
    amount: amountsIn(text, [...dates, ...durations], language)[0],
  };
}

export function measuredInflected(words: string, reportDate: string, lexicon: Lexicon): Measured {
  const text = lowered(fold(words).text, lexicon.code);
  const dates = inflectedDates(text, reportDate, lexicon);
  const durations = inflectedDurations(text, lexicon, dates);
  return {
    hours: durations[0],
    date: dates[0]?.value,
    amount: countsIn(text, lexicon, [...dates, ...durations])[0],
  };
}
