import { isHistory, realisAt } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Attribution } from "../speech/attribution.ts";
import { isTruce, measuresIn } from "../speech/topics.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { agreedCounts } from "./agreed-counts.ts";
import { listedConditions, madeOnOf } from "./agreed-terms.ts";
import {
  answers,
  bothBound,
  bothWill,
  dayOfText,
  eachWill,
  isJoint,
  isJointNoun,
  isJointText,
  jointPledge,
  lawOf,
  toldByThird,
  truceBefore,
  underIt,
} from "./assent.ts";
import { rivalCounts, rivals } from "./rival-accounts.ts";
import { partiesIn, type Settled, settled } from "./settled.ts";
import { pointsIn, severalIn } from "./several.ts";
import { settleType } from "./tabled.ts";
import { hasTerm, mergeTerms, termsOf } from "./terms.ts";

/** `day` is that of the session: where no other is said, what was agreed was agreed there. */
export function agreementsOf(
  scene: Scene,
  attributions: readonly Attribution[],
  day: string | null,
): Settled[] {
  const found: Settled[] = [];
  const { acts } = scene.language;
  const bySentence = new Map<number, Attribution>();
  for (const one of attributions)
    for (const sentence of one.sentences)
      if (!bySentence.has(sentence.index)) bySentence.set(sentence.index, one);
  /** The paragraph that goes on to tell what was agreed. */
  let opened: number | undefined;
  for (const sentence of scene.sentences) {
    const { kind } = sentence.line;
    if (
      kind === "headline" ||
      kind === "header" ||
      kind === "heading" ||
      kind === "note" ||
      kind === "question"
    )
      continue;
    const by = bySentence.get(sentence.index);
    if (opened !== undefined && opened !== sentence.line.number) opened = undefined;
    if (opened !== undefined && told(scene, sentence, by, found)) continue;
    if (acts.opensAgreed.test(sentence.masked) && !acts.notAgreed.test(sentence.masked))
      opened = sentence.line.number;
    if (
      kind === "item" &&
      sentence.line.under &&
      isListed(scene, sentence.line.under) &&
      !isJointText(scene) &&
      !by
    )
      listed(scene, sentence, found);
    else if (acts.signedIt.test(sentence.masked) && assented(scene, sentence, by, found)) continue;
    else if (!own(scene, sentence, by, found)) follow(scene, sentence, by, found);
  }
  const held = day === null ? null : (day.split("/").at(-1) ?? null);
  for (const one of found) if (held?.length === 10) one.madeOn ??= held;
  return found.filter(({ terms }) => hasTerm(terms));
}

/** An agreement that this sentence tells, if it does: joint assent, live, about a typed measure. */
function own(scene: Scene, sentence: Sentence, by: Attribution | undefined, found: Settled[]): boolean {
  const { acts } = scene.language;
  const { masked, text } = sentence;
  if (acts.notAgreed.test(masked)) return false;
  const hits = measuresIn(text, scene.language);
  const truce = hits.length === 0 ? truceBefore(scene, sentence, by) : undefined;
  if (truce) {
    const part = { type: truce.type, start: 0, end: text.length };
    found.push(settled(scene, sentence, part, [], "agreement.told"));
    return true;
  }
  if (
    by &&
    (by.kind === "rejects" ||
      by.kind === "denies" ||
      by.kind === "demands" ||
      by.kind === "appeals" ||
      (by.kind === "proposes" && by.speaker.kind !== "joint") ||
      by.kind === "reiterates")
  )
    return false;
  // what a paper has heard is not agreed yet
  if (by?.speaker.rule === "outlet") return false;
  const joint =
    jointPledge(scene, sentence, by) ||
    bothWill(scene, sentence, by) ||
    bothBound(scene, sentence, by) ||
    eachWill(scene, sentence, by) ||
    toldByThird(scene, sentence, by) ||
    answers(scene, sentence);
  const law = lawOf(scene, sentence, by) ?? underIt(scene, sentence, by);
  if (acts.forbids.test(masked)) return false;
  // what has run out is no longer agreed
  if (hits.some(({ type }) => isTruce(type)) && acts.ranOut.test(masked)) return false;
  const match =
    law ??
    acts.agreed.exec(masked) ??
    (acts.inForce.test(masked) && hits.some(({ type }) => isTruce(type) || type === "corridor")
      ? acts.inForce.exec(masked)
      : null);
  if (!match && !joint) return false;
  const at = match?.index ?? 0;
  const isOther =
    hits.length === 0 &&
    scene.language.measures.otherMeasure.test(masked) &&
    scene.valuesOf(sentence).dates.length > 0;
  if (hits.length === 0 && !isOther) return false;
  if (acts.carriedOut.test(masked)) return false;
  // what was done under an agreement is an event
  if (match && /^under\b/i.test(match[0]) && !acts.owed.test(masked)) return false;
  if (match && !joint && !law) {
    const realis = realisAt(scene, sentence, at);
    if (
      realis === "negated" ||
      realis === "conditional" ||
      realis === "question" ||
      (realis === "planned" && !acts.underTerms.test(match[0]))
    )
      return false;
    if (!isJoint(scene, sentence, match, by)) return false;
  }
  const isBackground = isHistory(scene, sentence, at);
  const listed = pointsIn(scene, sentence);
  const parts = listed.length > 0 ? listed : severalIn(scene, sentence);
  if (match && parts.length > 0) {
    const source = by ? [by.speaker.text] : [];
    for (const part of parts) found.push(settled(scene, sentence, part, source, "agreement.part"));
    return true;
  }
  const first =
    hits.find(({ type }) => isTruce(type) && scene.language.measures.purposes.test(text)) ??
    hits.find(({ type }) => type === "civilians_return") ??
    hits[0] ??
    (isOther ? ({ type: "other" } as const) : undefined);
  if (!first) return false;
  const counts = agreedCounts(scene, sentence, first.type);
  const { terms, because } = termsOf(scene, sentence, first.type, counts);
  if (isTruce(first.type) && terms.conditions === undefined) listedConditions(scene, sentence, terms);
  const type = settleType(first.type, terms, text, scene);
  // "closed a round on Wednesday with an agreement to …": that day is the agreement's, not the measure's
  const closing = scene.valuesOf(sentence).dates.find((date) => date.value === terms.start_date);
  const isOfTheAct =
    match !== null &&
    closing !== undefined &&
    closing.end <= at &&
    closing.to <= scene.reportDate &&
    !acts.inForce.test(match[0]);
  const actDay = isOfTheAct ? (terms.start_date ?? null) : null;
  if (isOfTheAct) delete terms.start_date;
  // "the pause that came into force on 9 November": its first day, and not that on which it was agreed
  const since = isTruce(first.type)
    ? scene
        .valuesOf(sentence)
        .dates.find(
          (date) =>
            date.value?.length === 10 &&
            acts.cameInto.test(masked.slice(Math.max(0, date.start - 40), date.start)),
        )?.value
    : undefined;
  if (since) terms.start_date ??= since;
  const madeOn = actDay ?? madeOnOf(scene, sentence, at, terms) ?? (law ? dayOfText(scene) : null);
  const same = found.findLast((one) => one.type === type && one.isBackground === isBackground);
  const source = by && by.span.start <= sentence.start + Math.max(at, 0) + 400 ? by.speaker.text : undefined;
  if (same && (isTruce(type) || sentence.index - same.last <= 3 || acts.underThat.test(masked))) {
    mergeTerms(same.terms, terms);
    same.madeOn ??= madeOn;
    same.spans.push(sentence);
    if (source && !same.accordingTo.includes(source)) same.accordingTo.push(source);
    same.last = sentence.index;
    return true;
  }
  found.push({
    type,
    parties: partiesIn(scene, sentence),
    inPrinciple: acts.inPrinciple.test(masked),
    madeOn,
    terms,
    accordingTo: source && by ? [source] : [],
    spans: [by && by.sentences.length > 1 ? by.span : sentence],
    because,
    rule: joint ? "agreement.pledge" : `agreement.${isJointNoun(match?.[0] ?? "") ? "noun" : "verb"}`,
    group: undefined,
    isBackground,
    last: sentence.index,
  });
  rivalCounts(scene, sentence, found);
  return true;
}

/** A sentence below "They agreed on the following." */
function told(scene: Scene, sentence: Sentence, by: Attribution | undefined, found: Settled[]): boolean {
  const { acts, measures } = scene.language;
  if (!acts.owed.test(sentence.masked) || acts.notAgreed.test(sentence.masked)) return false;
  const first =
    measuresIn(sentence.text, scene.language)[0] ??
    (measures.otherMeasure.test(sentence.masked) ? ({ type: "other" } as const) : undefined);
  if (!first) return false;
  const part = { type: first.type, start: 0, end: sentence.text.length };
  found.push(settled(scene, sentence, part, by ? [by.speaker.text] : [], "agreement.told"));
  return true;
}

/** "Both sides have signed": what the paragraph has said before that will be is agreed. */
function assented(scene: Scene, sentence: Sentence, by: Attribution | undefined, found: Settled[]): boolean {
  if (measuresIn(sentence.text, scene.language).length > 0 || isHistory(scene, sentence, 0)) return false;
  const source = by ? [by.speaker.text] : [];
  let isFound = false;
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 5); i--) {
    const one = scene.sentences[i];
    if (!one || one.line !== sentence.line) break;
    const first = measuresIn(one.text, scene.language)[0];
    if (!first || !scene.language.acts.owed.test(one.masked) || found.some(({ last }) => last === one.index))
      continue;
    found.push(
      settled(scene, one, { type: first.type, start: 0, end: one.text.length }, source, "agreement.signed"),
    );
    isFound = true;
  }
  return isFound;
}

/** "The parties agreed on the following:" above a list. */
function isListed(scene: Scene, under: Range): boolean {
  const { acts } = scene.language;
  const words = scene.folded.text.slice(under.start, under.end);
  return acts.listOfAgreed.test(words) && !acts.notAgreed.test(words);
}

/** Each item of what was agreed is an agreement of its own. */
function listed(scene: Scene, sentence: Sentence, found: Settled[]): void {
  const { measures, acts } = scene.language;
  const first =
    measuresIn(sentence.text, scene.language)[0] ??
    (measures.otherMeasure.test(sentence.masked) ? ({ type: "other" } as const) : undefined);
  if (!first) return;
  const { terms, because } = termsOf(scene, sentence, first.type, agreedCounts(scene, sentence, first.type));
  if (isTruce(first.type) || first.type === "other") listedConditions(scene, sentence, terms);
  const heading = sentence.line.under
    ? scene.folded.text.slice(sentence.line.under.start, sentence.line.under.end)
    : "";
  found.push({
    type: settleType(first.type, terms, sentence.text, scene),
    parties: scene.parties.belligerents,
    inPrinciple: acts.inPrinciple.test(heading) || acts.inPrinciple.test(sentence.masked),
    madeOn: null,
    terms,
    accordingTo: [],
    spans: [sentence],
    because,
    rule: "agreement.listed",
    group: undefined,
    isBackground: isHistory(scene, sentence, 0),
    last: sentence.index,
  });
}

/** A sentence that goes on about the agreement before. */
function follow(scene: Scene, sentence: Sentence, by: Attribution | undefined, found: Settled[]): void {
  const { acts } = scene.language;
  const { masked, text } = sentence;
  const previous = found.at(-1);
  if (!previous || previous.isBackground) return;
  const isUnder = acts.underThat.test(masked);
  const isNext = sentence.index - previous.last === 1;
  if (!isUnder && !isNext) return;
  if (
    acts.notAgreed.test(masked) ||
    (by && by.kind !== "announces" && by.kind !== "describes" && by.kind !== "confirms")
  )
    return;
  const isTime = isTruce(previous.type) || previous.type === "corridor";
  if (isTime && acts.struckIt.test(masked)) {
    previous.madeOn ??= madeOnOf(scene, sentence, masked.search(acts.struckIt), previous.terms);
    const more = termsOf(scene, sentence, previous.type, []).terms;
    delete more.start_date;
    mergeTerms(previous.terms, more);
    previous.spans.push(sentence);
    previous.last = sentence.index;
    return;
  }
  const isLength = isTime && isNext && (scene.valuesOf(sentence).durations[0]?.start ?? 9) < 4;
  const isAbout =
    isUnder ||
    isLength ||
    acts.theirNumber.test(masked) ||
    acts.execution.test(masked) ||
    (isTime && (acts.anaphoraTruce.test(masked) || acts.purposeSentence.test(masked)));
  if (!isAbout) return;
  if (realisAt(scene, sentence, 0) === "question") return;
  const counts = agreedCounts(scene, sentence, previous.type);
  const { terms } = termsOf(scene, sentence, previous.type, counts);
  const extra = !isTime || hasTerm(terms);
  if (!extra || (!hasTerm(terms) && !rivals(text))) return;
  mergeTerms(previous.terms, terms);
  if (by?.sentences.includes(sentence) !== true || by.span.start >= sentence.start)
    previous.spans.push(sentence);
  if (by && isUnder && !previous.accordingTo.includes(by.speaker.text))
    previous.accordingTo.push(by.speaker.text);
  previous.last = sentence.index;
  rivalCounts(scene, sentence, found);
}
