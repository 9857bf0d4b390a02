import type { Measure, Terms } from "../draft.ts";
import { realisAt } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Because } from "./because.ts";
import { hasTerm, mergeTerms, termsOf } from "./terms.ts";
import { countsFor } from "./whose.ts";

/** A measure on the table, before it is an entry. */
export type Tabled = {
  type: Measure;
  by: readonly string[];
  again: boolean;
  terms: Terms;
  spans: Range[];
  because: Because;
  rule: string;
  isBackground: boolean;
  last: number;
};

/** What is put on the table: by whom, where it stands in the sentence, and how it goes on from what is there. */
type Tabling = {
  readonly type: Measure;
  readonly by: readonly string[];
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  readonly span: Range;
  readonly isBackground: boolean;
  /** Another's offer that is only spoken of. */
  readonly isMention?: boolean;
  readonly isCounter?: boolean;
  /** It wants its own people back. */
  readonly isWanted?: boolean;
  readonly sentences?: readonly Sentence[];
};

export function add(scene: Scene, sentence: Sentence, found: Tabled[], tabling: Tabling): void {
  const { type, by, rule, from, to, span, isBackground, isMention, isCounter, isWanted } = tabling;
  const { sentences = [sentence] } = tabling;
  const { acts } = scene.language;
  const until = Math.min(to, sentence.text.length);
  const counts = countsFor(scene, sentence, type, by, from, until, isWanted);
  const { terms, because } = termsOf(scene, sentence, type, counts, from, until);
  for (const one of sentences.slice(1)) {
    const more = termsOf(scene, one, type, countsFor(scene, one, type, by, 0, one.text.length)).terms;
    // "Today I make an offer. From 10 May …": today is the offer's
    if (more.start_date && terms.start_date && terms.start_date <= scene.reportDate) delete terms.start_date;
    mergeTerms(terms, more);
  }
  const words = scene.folded.text.slice(span.start, span.end);
  const again = !isMention && !isCounter && acts.again.test(words) && !acts.extension.test(words);
  const fixed = settleType(type, terms, words, scene);
  const same = found.findLast(
    (one) => one.type === fixed && sameParties(one.by, by) && one.isBackground === isBackground,
  );
  if (
    same &&
    !isCounter &&
    !conflicts(same.terms, terms) &&
    (isMention ||
      acts.anaphora.test(words) ||
      acts.again.test(words) ||
      !hasTerm(terms) ||
      sentence.index - same.last <= 2)
  ) {
    mergeTerms(same.terms, terms);
    if (!same.spans.some((one) => one.start === span.start)) same.spans.push(span);
    same.again ||= again;
    same.last = sentence.index;
    return;
  }
  const isHypothetical = realisAt(scene, sentence, Math.max(0, from)) === "question";
  found.push({
    type: fixed,
    by,
    again,
    terms,
    spans: [span],
    because,
    rule,
    isBackground: isBackground || isHypothetical,
    last: sentence.index,
  });
}

/** A ceasefire of hours is a short truce; a truce of a month is a ceasefire. */
export function settleType(type: Measure, terms: Terms, words: string, scene: Scene): Measure {
  const hours = terms.max_hours ?? terms.min_hours;
  if (
    type === "ceasefire" &&
    terms.max_hours !== null &&
    hours !== undefined &&
    hours !== null &&
    hours <= 240 &&
    !scene.language.measures.full.test(words)
  )
    return "short_truce";
  if (type === "short_truce" && hours !== undefined && hours !== null && hours >= 720) return "ceasefire";
  return type;
}

function sameParties(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

function conflicts(a: Terms, b: Terms): boolean {
  const differs = (x: unknown, y: unknown) =>
    x !== undefined && x !== null && y !== undefined && y !== null && x !== y;
  return (
    differs(a.min_hours, b.min_hours) ||
    differs(a.max_hours, b.max_hours) ||
    differs(a.start_date, b.start_date) ||
    differs(a.by_date, b.by_date)
  );
}
