import type { Process } from "../draft.ts";
import { type Folded, fold, type Range, type Span, spanOf } from "../text/fold.ts";
import { type Line, linesOf } from "../text/lines.ts";
import { sentencesOf } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";
import type { Lexicon } from "./lexicon.ts";
import { type NamedParties, partiesIn } from "./parties.ts";
import { type Named, peopleIn } from "./people.ts";
import {
  type CountFound,
  countsIn,
  type DateFound,
  type DurationFound,
  datesIn,
  durationsIn,
} from "./values.ts";
import { has, lowered, words } from "./words.ts";

/** A sentence and what it measures; places are its own. */
export type Told = Range & {
  readonly index: number;
  readonly line: Line;
  readonly text: string;
  /** In small letters. */
  readonly small: string;
  /** The same, quoted words blotted out. */
  readonly told: string;
  readonly quotes: readonly Range[];
  readonly dates: readonly DateFound[];
  readonly durations: readonly DurationFound[];
  readonly counts: readonly CountFound[];
  /** Over before these talks. */
  readonly isHistory: boolean;
  readonly isQuestion: boolean;
};

export type Stage = {
  readonly folded: Folded;
  readonly small: string;
  readonly lexicon: Lexicon;
  readonly lines: readonly Line[];
  readonly told: readonly Told[];
  readonly parties: NamedParties;
  readonly people: readonly Named[];
  readonly reportDate: string;
  /** Whose paper this is. */
  readonly issuer: string | undefined;
  /** Who speaks where nobody else does: an author, an interviewed person. */
  readonly author: Named | undefined;
  span(range: Range): Span;
};

export function stageOf(original: string, reportDate: string, process: Process, lexicon: Lexicon): Stage {
  const folded = fold(original);
  const lines = linesOf(folded, lexicon);
  const small = lowered(folded.text, lexicon.code);
  const parties = partiesIn(folded.text, small, process, lexicon);
  const sentences = sentencesOf(folded, lines, {
    layout: lexicon.layout,
    cues: { closesQuotation: lexicon.closesQuotation },
  });
  const told: Told[] = [];
  for (const sentence of sentences) {
    if (sentence.line.kind === "headline") continue;
    const plain = lowered(sentence.text, lexicon.code);
    const dates = datesIn(plain, reportDate, lexicon);
    const durations = durationsIn(plain, lexicon, dates);
    const previous = told.at(-1);
    const isOld =
      sentence.line.isBackground ||
      has(lowered(sentence.masked, lexicon.code), lexicon.realis.history) ||
      dates.some((one) => one.to < plusDays(reportDate, -21) && one.role !== "by");
    told.push({
      start: sentence.start,
      end: sentence.end,
      line: sentence.line,
      index: told.length,
      text: sentence.text,
      small: plain,
      told: lowered(sentence.masked, lexicon.code),
      quotes: sentence.quotes,
      dates,
      durations,
      counts: countsIn(plain, lexicon, [...dates, ...durations]),
      isHistory:
        isOld ||
        (previous?.isHistory === true &&
          previous.line === sentence.line &&
          previous.line.kind === "text" &&
          dates.every((one) => one.to < plusDays(reportDate, -7)) &&
          !has(plain, lexicon.realis.ahead)),
      isQuestion: /\?["”»)]*$/.test(sentence.text),
    });
  }
  const people = peopleIn(folded.text, small, told, lines, parties, process, lexicon);
  const issuer = lines
    .slice(0, 5)
    .filter(({ kind }) => kind === "headline" || kind === "header" || kind === "heading")
    .map((line) =>
      has(small.slice(line.start, line.end), lexicon.names.offices) ||
      has(small.slice(line.start, line.end), words(lexicon.names.heads))
        ? parties.within(line)[0]?.party
        : undefined,
    )
    .find((party) => party !== undefined);
  for (const person of people)
    if (person.party === undefined && issuer !== undefined && person.role) person.party = issuer;
  return {
    folded,
    small,
    lexicon,
    lines,
    told,
    parties,
    people,
    reportDate,
    issuer,
    author: authorOf(lines, people, small, lexicon),
    span: (range) => spanOf(folded, range),
  };
}

/** Of a thread, of a signed note in the first person, or of the answers of one interview. */
function authorOf(
  lines: readonly Line[],
  people: readonly Named[],
  small: string,
  lexicon: Lexicon,
): Named | undefined {
  const last = lines.filter(({ kind }) => kind !== "boilerplate").at(-1);
  const signed = last
    ? people.find(({ at }) => at.start >= last.start && at.end <= last.end && at.start - last.start < 4)
    : undefined;
  const isFirst = has(small, lexicon.names.first);
  if (signed && isFirst && last && last.end - last.start < 120) return signed;
  if (lines.some(({ isThread }) => isThread))
    return people.find(({ at }) => (lines[0] ? at.start < lines[0].end : false)) ?? people[0];
  const talk = lines.filter(({ start }) => /^[—–-] $/u.test(small.slice(start - 2, start)));
  if (talk.length >= 4) return people.find(({ at }) => at.start < (talk[0]?.start ?? 0));
  return undefined;
}
