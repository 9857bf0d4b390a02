import type { Agreement, Count, Draft, Entry, EventEntry, Party, Proposal, Terms } from "../draft.ts";
import type { Lexicon } from "../inflected/lexicon.ts";
import type { Language } from "../languages/language.ts";
import type { Span } from "../text/fold.ts";
import type { Tense } from "../values/dates.ts";
import { type Measured, measured, measuredInflected } from "./measure.ts";
import type { Pointed, PointedCount, PointedTerms } from "./pointed.ts";

/** Entries made of what somebody else pointed at, and how much of it was left out because it does not stand in the text. */
export type FromPointed = { readonly draft: Draft; readonly dropped: number };

/** Nothing of another reader has been measured: neither likely nor unlikely. */
const unmeasured = 0.5;

type At = { readonly start: number; readonly end: number };
type Tongue = { readonly plain: Language } | { readonly inflected: Lexicon };

/**
 * Finds every word pointed at in the text itself and measures its numbers, days and hours by the reader's own tables.
 * What does not stand there letter by letter, names no party that is known, or says no number is dropped and counted.
 */
export function draftOfPointed(
  text: string,
  pointed: readonly Pointed[],
  {
    reportDate,
    lang,
    parties,
    tongue,
  }: {
    readonly reportDate: string;
    readonly lang: string;
    readonly parties: readonly Party[];
    readonly tongue: Tongue;
  },
): FromPointed {
  let dropped = 0;
  const drop = (): undefined => {
    dropped++;
    return undefined;
  };
  const known = new Set(parties.map(({ id }) => id));
  const measure = (words: string, tense: Tense): Measured =>
    "plain" in tongue
      ? measured(words, reportDate, tense, tongue.plain)
      : measuredInflected(words, reportDate, tongue.inflected);

  const find = (words: string, within: At = { start: 0, end: text.length }): Span | undefined => {
    if (words.trim() === "") return drop();
    const start = text.indexOf(words, within.start);
    return start < 0 || start + words.length > within.end
      ? drop()
      : { start, end: start + words.length, text: words };
  };
  const maybe = <T>(
    words: string | null | undefined,
    make: (words: string) => T | undefined,
  ): T | undefined => (words ? make(words) : undefined);
  const party = (id: string | null | undefined) =>
    maybe(id, (one) => (known.has(one) ? one : drop())) ?? null;
  const sides = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => party(id) ?? []))];
  const said = (names: readonly string[]) => [...new Set(names)].flatMap((name) => find(name)?.text ?? []);
  const day = (words: string | null | undefined, within: At, tense: Tense) =>
    maybe(words, (one) => (find(one, within) ? (measure(one, tense).date ?? drop()) : undefined));

  const countsOf = (counts: readonly PointedCount[], within: At): Count[] =>
    counts.flatMap(({ what, words, to }) => {
      if (!find(words, within)) return [];
      const amount = measure(words, "past").amount ?? drop();
      return amount
        ? [{ what, to: to === "each" || to === "total" ? to : party(to), min: amount.min, max: amount.max }]
        : [];
    });
  const termsOf = (given: PointedTerms, within: At): Terms => {
    const terms: Terms = {};
    const hours = maybe(given.hours, (words) =>
      find(words, within) ? (measure(words, "future").hours ?? drop()) : undefined,
    );
    if (hours) Object.assign(terms, { min_hours: hours.min, max_hours: hours.max });
    const start = day(given.start, within, "future");
    if (start) terms.start_date = start.length === 10 ? start : (drop() ?? null);
    const by = day(given.by, within, "future");
    if (by) terms.by_date = by.length === 10 ? by : (drop() ?? null);
    const area = maybe(given.area, (words) => find(words, within));
    if (area) terms.area = area;
    const conditions = (given.conditions ?? []).flatMap((words) => find(words, within) ?? []);
    if (conditions.length > 0) terms.conditions = conditions;
    const counts = countsOf(given.counts ?? [], within);
    if (counts.length > 0) terms.counts = counts;
    return terms;
  };

  const draft = {
    meetings: [] as Draft["meetings"][number][],
    people: [] as Draft["people"][number][],
    statements: [] as Draft["statements"][number][],
    proposals: [] as Proposal[],
    agreements: [] as Agreement[],
    events: [] as EventEntry[],
    media: [] as Draft["media"][number][],
  };
  for (const one of pointed) {
    const span = find(one.words);
    if (!span) continue;
    const entry: Entry = { confidence: unmeasured, rule: `${secondRule}${one.class}`, because: {} };
    const spans = [span];
    switch (one.class) {
      case "meeting": {
        const place = maybe(one.place, (words) => find(words, span))?.text ?? null;
        const date = day(one.on, span, one.role === "next" ? "future" : "past") ?? null;
        const parties = sides(one.parties);
        draft.meetings.push({
          role: one.role,
          date,
          place,
          ordinal: null,
          host: null,
          parties,
          span,
          ...entry,
        });
        break;
      }
      case "person": {
        const role = maybe(one.role, (words) => find(words)) ?? null;
        draft.people.push({ name: span.text, role, party: party(one.party), span, ...entry });
        break;
      }
      case "statement": {
        const speaker = find(one.speaker)?.text;
        if (speaker === undefined) break; // words of nobody in the text are nobody's
        const quotes = one.quotes.flatMap((words) => find(words, span) ?? []);
        const { kind, about } = one;
        draft.statements.push({ speaker, parties: sides(one.parties), kind, about, quotes, span, ...entry });
        break;
      }
      case "proposal":
        draft.proposals.push({
          type: one.type,
          by: sides(one.by),
          again: false,
          terms: termsOf(one.terms, span),
          spans,
          ...entry,
        });
        break;
      case "agreement":
        draft.agreements.push({
          type: one.type,
          parties: sides(one.parties),
          in_principle: one.inPrinciple,
          made_on: null,
          terms: termsOf(one.terms, span),
          according_to: said(one.accordingTo),
          spans,
          ...entry,
        });
        break;
      case "event":
        draft.events.push({
          type: one.type,
          date: day(one.on, span, "past") ?? null,
          from: party(one.from),
          to: one.to === "each" ? "each" : party(one.to),
          counts: countsOf(one.counts, span),
          according_to: said(one.accordingTo),
          spans,
          ...entry,
        });
        break;
      case "media": {
        const by = find(one.by)?.text;
        if (by !== undefined)
          draft.media.push({ kind: one.kind, by, party: party(one.party), of: one.of, span, ...entry });
        break;
      }
      default:
        one satisfies never;
    }
  }
  const outcome: Draft["outcome"] = {
    breakthrough: "unclear",
    talks_continue: "unclear",
    spans: [],
    confidence: unmeasured,
    rule: `${secondRule}none`,
    because: {},
  };
  return { draft: { lang, report_date: reportDate, parties, ...draft, outcome }, dropped };
}

/** How the rules of a second reader begin: by it an entry is told from the reader's own. */
export const secondRule = "second.";
