import type { Process } from "./draft.ts";
import type { Language } from "./languages/language.ts";
import { type KnownParty, type Parties, partiesOf } from "./mentions/parties.ts";
import { peopleOf } from "./mentions/people.ts";
import type { People, Person } from "./mentions/person.ts";
import { type Folded, fold, type Range, type Span, spanOf } from "./text/fold.ts";
import { type Line, linesOf } from "./text/lines.ts";
import { type Sentence, sentencesOf } from "./text/sentences.ts";
import { type DateMention, datesIn, type Tense } from "./values/dates.ts";
import { type Duration, durationsIn } from "./values/durations.ts";
import { type Amount, amountsIn } from "./values/numbers.ts";

/** What is measured in one sentence. Places are those of the sentence. */
type Values = {
  readonly dates: readonly DateMention[];
  readonly durations: readonly Duration[];
  readonly amounts: readonly Amount[];
};

/** A text as the rules see it: its lines, sentences, parties, people, and what each sentence measures. */
export type Scene = {
  readonly folded: Folded;
  readonly language: Language;
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
  readonly parties: Parties;
  readonly people: People;
  readonly reportDate: string;
  /** Whose paper this is: the party of the ministry or office in its head. */
  readonly issuer: string | undefined;
  readonly issuerName: string | undefined;
  /** Who writes in the first person. */
  readonly author: Person | undefined;
  readonly isTranscript: boolean;
  /** Read out by somebody who reports what others say. */
  readonly isBroadcast: boolean;
  /** Whose words all of the text is from a line on: a speech, or the answers of an interview. */
  readonly speech: { readonly person: Person; readonly from: number } | undefined;
  valuesOf(sentence: Sentence): Values;
  span(range: Range): Span;
};

export function sceneOf(original: string, reportDate: string, process: Process, language: Language): Scene {
  const folded = fold(original);
  const lines = linesOf(folded, language);
  const sentences = sentencesOf(folded, lines, language);
  const parties = partiesOf(folded.text, process, language);
  const people = peopleOf(folded.text, sentences, lines, parties, process, language);
  const values = new Map<Sentence, Values>();
  const { issuer, issuerName } = issuerOf(folded.text, lines, parties, language);
  for (const person of people.list)
    if (person.party === undefined)
      person.party = fallbackParty(person, folded.text, parties.list, issuer, language);
  const author = lines.some(({ isThread }) => isThread)
    ? (people.list.find(({ name }) => name.startsWith("@")) ??
      people.list.find(({ at }) => lines[0] && at.start < lines[0].end))
    : people.list.find(({ rule, at }) => rule === "signature" && at.start > folded.text.length * 0.5);
  return {
    folded,
    language,
    lines,
    sentences,
    parties,
    people,
    reportDate,
    issuer,
    issuerName,
    author,
    isTranscript: lines.some(({ label }) => label),
    isBroadcast: lines.some(
      ({ label }) => label && language.speech.reads.test(folded.text.slice(label.start, label.end)),
    ),
    speech: speechIn(folded.text, lines, people, language),
    span: (range) => spanOf(folded, range),
    valuesOf: (sentence) => {
      const known = values.get(sentence);
      if (known) return known;
      const made = measured(sentence, reportDate, language);
      values.set(sentence, made);
      return made;
    },
  };
}

/** A speech is headed as one, an interview has questions on lines of their own; both are in the first person throughout. */
function speechIn(text: string, lines: readonly Line[], people: People, language: Language): Scene["speech"] {
  if (lines.some(({ label, isThread }) => label || isThread)) return undefined;
  const { speechHead, firstPerson } = language.layout;
  const words = ({ start, end }: Line) => text.slice(start, end);
  const questions = lines.filter(({ kind }) => kind === "question");
  const head = lines
    .slice(0, 3)
    .find((line) => (line.kind !== "text" || line.end - line.start < 130) && speechHead.test(words(line)));
  if (!head && questions.length < 2) return undefined;
  const from = (head ?? questions[0])?.number ?? 0;
  const body = lines.filter(({ kind, number }) => number > from && (kind === "text" || kind === "item"));
  const own = body.filter((line) => firstPerson.test(words(line).replace(/["“][^"”]*["”]/g, "")));
  if (own.length * 2 < body.length) return undefined;
  const limit = lines[from]?.end ?? 0;
  const person = people.list.find(({ at }) => at.start < limit);
  return person ? { person, from: from + 1 } : undefined;
}

function measured(sentence: Sentence, reportDate: string, language: Language): Values {
  const { text } = sentence;
  const dates = datesIn(text, reportDate, (at) => tenseAt(text, at, language), language);
  const durations = durationsIn(text, language).filter(
    (one) => !dates.some((date) => date.start < one.end && date.end > one.start && date.kind !== "month"),
  );
  const clocks = [...text.matchAll(language.realis.clock)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return { dates, durations, amounts: amountsIn(text, [...dates, ...durations, ...clocks], language) };
}

/** Which way the clause around a place looks: the nearest verb before it, else behind it, decides. */
function tenseAt(text: string, at: number, language: Language): Tense {
  const { future, past } = language.realis.tense;
  const before = text.slice(Math.max(0, at - 160), at);
  const { promised, ofTheAct } = language.realis.tense;
  if (ofTheAct.test(before)) return "past";
  const isWeekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)/i.test(text.slice(at));
  if (!isWeekday && promised.test(before)) return "future";
  const last = (pattern: RegExp, words: string) => {
    let place = -1;
    for (const match of words.matchAll(pattern)) place = match.index;
    return place;
  };
  const ahead = last(future, before);
  const behind = last(past, before);
  if (ahead >= 0 || behind >= 0) return ahead >= behind && ahead >= 0 ? "future" : "past";
  const after = text.slice(at, at + 120);
  const next = after.search(language.realis.tense.futureVerb);
  const done = after.search(past);
  return next >= 0 && (done < 0 || next < done) ? "future" : "past";
}

function issuerOf(
  text: string,
  lines: readonly Line[],
  parties: Parties,
  language: Language,
): { issuer: string | undefined; issuerName: string | undefined } {
  for (const line of lines.slice(0, 6)) {
    if (line.kind !== "headline" && line.kind !== "header") break;
    const words = text.slice(line.start, line.end);
    const match = language.sources.ofTheIssuer.exec(words);
    if (!match || language.sources.headlineVerb.test(words) || words.endsWith(":")) continue;
    const mention = parties.within(line)[0];
    if (mention)
      return { issuer: mention.party, issuerName: nameAround(words, match.index, match[0].length) };
  }
  return operatorOf(text, lines, parties, language);
}

/** "We" of a report that its head gives to somebody who helps: an operator writes of his own work. */
function operatorOf(
  text: string,
  lines: readonly Line[],
  parties: Parties,
  language: Language,
): { issuer: string | undefined; issuerName: string | undefined } {
  const none = { issuer: undefined, issuerName: undefined };
  if (lines.some(({ label, isThread }) => label || isThread)) return none;
  const own = lines.filter(
    ({ kind, start, end }) =>
      (kind === "text" || kind === "item") &&
      language.layout.firstPerson.test(text.slice(start, end).replace(/["“][^"”]*["”]/g, "")),
  );
  const helper =
    own.length < 2
      ? undefined
      : (parties.list.find(
          ({ id, kind }) => kind === "humanitarian" && isNamedIn(parties, id, lines.slice(0, 4)),
        ) ??
        // whoever is of neither side, and has the first line to himself
        parties.list.find(
          ({ id, kind }) =>
            kind !== "belligerent" &&
            lines[0] !== undefined &&
            parties.mentions.some(
              (one) => one.party === id && one.start === lines[0]?.start && one.end === lines[0].end,
            ),
        ));
  return helper ? { issuer: helper.id, issuerName: helper.name } : none;
}

function isNamedIn(parties: Parties, id: string, lines: readonly Line[]): boolean {
  return parties.mentions.some((one) => one.party === id && one.start < (lines.at(-1)?.end ?? 0));
}

/** The name of an office as its paper has it: "Foreign Ministry of Mirandia". */
function nameAround(words: string, at: number, length: number): string {
  const before = /(?:\p{Lu}[\p{L}-]+ )*$/u.exec(words.slice(0, at))?.[0] ?? "";
  const after =
    /^(?:,? of (?:the )?(?:\p{Lu}[\p{L}-]+ ?(?:and )?)+)*/u.exec(words.slice(at + length))?.[0] ?? "";
  return `${before}${words.slice(at, at + length)}${after}`.trim();
}

/** Whom an office without a country belongs to: a mediator to the third party, anybody else to the issuer. */
function fallbackParty(
  person: Person,
  text: string,
  list: readonly KnownParty[],
  issuer: string | undefined,
  language: Language,
): string | undefined {
  const role = person.role ? text.slice(person.role.start, person.role.end) : "";
  const thirds = list.filter(({ kind }) => kind === "host" || kind === "mediator" || kind === "third");
  if (language.people.mediates.test(role) && thirds.length === 1) return thirds[0]?.id;
  return issuer;
}
