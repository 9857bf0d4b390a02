import type { Agreement, Count, Measure, Terms } from "../draft.ts";
import { isHistory, realisAt } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Attribution } from "../speech/attribution.ts";
import { isTruce, measuresIn } from "../speech/topics.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";
import { anyPeopleIn, countsIn, plainCounts } from "../values/counts.ts";
import type { Because } from "./because.ts";
import { type Part, severalIn } from "./several.ts";
import { settleType } from "./tabled.ts";
import { hasTerm, mergeTerms, termsOf } from "./terms.ts";
import { recipientNear } from "./whose.ts";

export type Settled = {
  type: Measure;
  parties: readonly string[];
  inPrinciple: boolean;
  madeOn: string | null;
  terms: Terms;
  accordingTo: string[];
  spans: Range[];
  because: Because;
  rule: string;
  group: string | undefined;
  isBackground: boolean;
  last: number;
};

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
    toldByThird(scene, sentence, by) ||
    answers(scene, sentence);
  const law = lawOf(scene, sentence, by) ?? underIt(scene, sentence, by);
  if (acts.forbids.test(masked)) return false;
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
  const listed = partsOf(scene, sentence);
  const parts = listed.length > 0 ? listed : severalIn(scene, sentence);
  if (match && parts.length > 0) {
    const source = by && !isAuthorsOwn(by) ? [by.speaker.text] : [];
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
    accordingTo: source && by && !isAuthorsOwn(by) ? [source] : [],
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
  found.push(
    settled(scene, sentence, part, by && !isAuthorsOwn(by) ? [by.speaker.text] : [], "agreement.told"),
  );
  return true;
}

/** "Three points were settled: …; …; and …": what stands between the semicolons is agreed each by itself. */
function partsOf(scene: Scene, sentence: Sentence): Part[] {
  const colon = sentence.masked.search(/: (?=[^;]+; [^;]+)/);
  if (colon < 0) return [];
  const found: Part[] = [];
  for (const match of sentence.masked.slice(colon + 1).matchAll(/[^;]+/g)) {
    const start = colon + 1 + match.index;
    const end = start + match[0].length;
    const first = measuresIn(sentence.text.slice(start, end), scene.language)[0];
    if (first) found.push({ type: first.type, start, end });
  }
  // what follows one measure alone are its conditions
  if (found.length === 1 && (found[0]?.start ?? 0) <= colon + 1) return [];
  return found;
}

function settled(scene: Scene, sentence: Sentence, part: Part, accordingTo: string[], rule: string): Settled {
  const counts = agreedCounts(scene, sentence, part.type, part.start, part.end);
  const { terms, because } = termsOf(scene, sentence, part.type, counts, part.start, part.end);
  return {
    type: settleType(part.type, terms, sentence.text.slice(part.start, part.end), scene),
    parties: scene.parties.belligerents,
    inPrinciple: scene.language.acts.inPrinciple.test(sentence.masked),
    madeOn: null,
    terms,
    accordingTo,
    spans: [sentence],
    because,
    rule,
    group: undefined,
    isBackground: isHistory(scene, sentence, 0),
    last: sentence.index,
  };
}

/** "Both sides have signed": what the paragraph has said before that will be is agreed. */
function assented(scene: Scene, sentence: Sentence, by: Attribution | undefined, found: Settled[]): boolean {
  if (measuresIn(sentence.text, scene.language).length > 0 || isHistory(scene, sentence, 0)) return false;
  const source = by && !isAuthorsOwn(by) ? [by.speaker.text] : [];
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

/** "Under it, the islands will receive …", behind a sentence that speaks of an agreement. */
function underIt(scene: Scene, sentence: Sentence, by: Attribution | undefined): RegExpExecArray | null {
  const { acts } = scene.language;
  const match = by ? null : acts.underIt.exec(sentence.masked);
  const previous = scene.sentences[sentence.index - 1];
  if (!match || !previous || isHistory(scene, previous, 0)) return null;
  const { masked } = previous;
  return acts.agreedNoun.test(masked) && !acts.notAgreed.test(masked) && !acts.offerNoun.test(masked)
    ? match
    : null;
}

/** "Ostrel and Mirandia will exchange …": what the writer says that both will do. */
function bothWill(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
  if (by && !isOfNoSide(scene, by)) return false;
  const { masked } = sentence;
  const named = scene.parties
    .within({ start: sentence.start, end: Math.min(sentence.end, sentence.start + 90) })
    .filter(({ party }) => scene.parties.belligerents.includes(party));
  const [first, second] = named;
  const isPair =
    first &&
    second &&
    first.party !== second.party &&
    first.start - sentence.start < 5 &&
    / and (?:the )?$/.test(scene.folded.text.slice(first.end, second.start));
  const subject = isPair
    ? second.end - sentence.start
    : (/^(?:both (?:sides|parties|countries|governments|armies)|the (?:two )?(?:sides|parties|countries|governments|armies|neighbours))(?= )/i.exec(
        masked,
      )?.[0].length ?? -1);
  return subject > 0 && scene.language.acts.bothWill.test(masked.slice(subject));
}

/** "What was agreed? — A lull of four days around Tarn, from Saturday." */
function answers(scene: Scene, sentence: Sentence): boolean {
  const before = scene.sentences[sentence.index - 1];
  return (
    sentence.isFirstOfLine &&
    before !== undefined &&
    before.line.number === sentence.line.number - 1 &&
    scene.language.acts.asksAgreed.test(before.text) &&
    !scene.language.sources.nobody.test(sentence.text) &&
    !scene.language.sources.finite.test(sentence.masked)
  );
}

/** Somebody who is of neither side, or both at once, tells it as a fact. */
function isOfNoSide(scene: Scene, { speaker, kind }: Attribution): boolean {
  const { belligerents } = scene.parties;
  const isThird =
    speaker.parties.length > 0 && !speaker.parties.some((party) => belligerents.includes(party));
  return (
    (isThird || speaker.kind === "joint") &&
    (kind === "announces" || kind === "describes" || kind === "confirms")
  );
}

/** "A pause of three days takes effect tomorrow": its day or its length is said with it. */
function isSet(scene: Scene, sentence: Sentence): boolean {
  const { dates, durations } = scene.valuesOf(sentence);
  return (
    scene.language.acts.takesEffect.test(sentence.masked) &&
    (durations.length > 0 || dates.some(({ to }) => to > scene.reportDate))
  );
}

/** "There will be a truce", says the host: both have agreed to it. */
function toldByThird(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
  return (
    by !== undefined &&
    isOfNoSide(scene, by) &&
    (scene.language.acts.thereWill.test(sentence.masked) || isSet(scene, sentence)) &&
    measuresIn(sentence.text, scene.language).some(({ type }) => isTruce(type) || type === "corridor")
  );
}

/** What a joint text lays down, or both sides bind themselves to. */
function lawOf(scene: Scene, sentence: Sentence, by: Attribution | undefined): RegExpExecArray | null {
  const { acts } = scene.language;
  const match = acts.normative.exec(sentence.masked);
  if (!match || (by && by.speaker.kind !== "joint")) return null;
  const isOfBoth = /part|side|delegation|government|signator|commander/i.test(match[0]);
  return (isOfBoth && match.index < 40) || isJointText(scene) ? match : null;
}

function isJointText(scene: Scene): boolean {
  return headsOf(scene).some((line) =>
    scene.language.acts.jointText.test(scene.folded.text.slice(line.start, line.end)),
  );
}

function headsOf(scene: Scene) {
  return scene.lines.slice(0, 4).filter(({ kind }) => kind === "headline" || kind === "header");
}

/** The day that a joint text bears. */
function dayOfText(scene: Scene): string | null {
  for (const sentence of scene.sentences.slice(0, 5)) {
    if (sentence.line.kind !== "headline" && sentence.line.kind !== "header") continue;
    const day = scene
      .valuesOf(sentence)
      .dates.find((date) => date.value?.length === 10 && date.value <= scene.reportDate);
    if (day?.value) return day.value;
  }
  return null;
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

function isAuthorsOwn(by: Attribution): boolean {
  return by.rule === "first-person" && false;
}

function isJointNoun(words: string): boolean {
  return /agreement|understanding|accord|deal|arrangement|under|what|IS/i.test(words);
}

/** Both sides say that they will: as good as an agreement, and according to them. */
function jointPledge(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
  return (
    by !== undefined &&
    by.speaker.kind === "joint" &&
    (by.kind === "announces" || by.kind === "proposes") &&
    scene.language.acts.pledge.test(sentence.masked)
  );
}

/** Assent of both: both are the subject, or the agreement is the subject itself. */
function isJoint(
  scene: Scene,
  sentence: Sentence,
  match: RegExpExecArray,
  by: Attribution | undefined,
): boolean {
  const { acts } = scene.language;
  if (isJointNoun(match[0]) || acts.passiveAgreed.test(match[0]) || acts.inForce.test(match[0])) return true;
  const before = sentence.masked.slice(0, match.index);
  if (acts.jointSubject.test(before.slice(-90)) || acts.jointActors.test(before)) return true;
  if (/^agreed/i.test(match[0]) && acts.afterNoun.test(before)) return true;
  const named = new Set(
    scene.parties
      .within({ start: sentence.start, end: sentence.start + match.index })
      .map(({ party }) => party),
  );
  const both = scene.parties.belligerents.filter((party) => named.has(party)).length >= 2;
  return (
    both &&
    by?.kind !== "accuses" &&
    (by === undefined ||
      by.speaker.kind === "joint" ||
      (by.cue !== undefined && by.cue.start > sentence.start + match.index + match[0].length) ||
      /\b(?:had|have)\b/i.test(before.slice(-30) + match[0]))
  );
}

function partiesIn(scene: Scene, sentence: Sentence): readonly string[] {
  const named = [...new Set(scene.parties.within(sentence).map(({ party }) => party))].filter((party) =>
    scene.parties.belligerents.includes(party),
  );
  return named.length >= 2 ? named : scene.parties.belligerents;
}

function agreedCounts(
  scene: Scene,
  sentence: Sentence,
  type: Measure,
  from = 0,
  to = sentence.text.length,
): Count[] {
  if (type !== "prisoner_exchange" && type !== "remains_transfer" && type !== "civilians_return") return [];
  const isEach = scene.language.terms.each.test(sentence.text.slice(from, to));
  return plainCounts(
    countsIn(scene, sentence, from, to)
      .concat(type === "prisoner_exchange" ? anyPeopleIn(scene, sentence, from, to) : [])
      .filter((one) =>
        type === "remains_transfer"
          ? one.what === "bodies" || one.what === "prisoners"
          : type === "prisoner_exchange"
            ? ["prisoners", "persons", "civilians"].includes(one.what)
            : ["civilians", "children", "persons"].includes(one.what),
      )
      .map((one) => ({
        ...one,
        what:
          type === "remains_transfer"
            ? ("bodies" as const)
            : one.what === "persons"
              ? type === "prisoner_exchange"
                ? ("prisoners" as const)
                : ("civilians" as const)
              : one.what,
        to:
          one.to ??
          recipientNear(scene, sentence, one.start, one.end) ??
          (isEach ? "each" : null) ??
          otherThanGiver(scene, sentence, one.start) ??
          null,
      }))
      .concat(bareEach(scene, sentence, type).filter(({ start, end }) => start >= from && end <= to)),
  );
}

/** "150 from each side": the number stands alone, the measure says whom it counts. */
function bareEach(scene: Scene, sentence: Sentence, type: Measure) {
  const what =
    type === "remains_transfer"
      ? ("bodies" as const)
      : type === "civilians_return"
        ? ("civilians" as const)
        : ("prisoners" as const);
  return scene.valuesOf(sentence).amounts.flatMap((amount) => {
    const tail = sentence.text.slice(amount.end, amount.end + 30);
    const owner = /^ (?:to|for) (?:the )?(?=\p{Lu})/u.exec(tail)?.[0].length ?? 0;
    const whose =
      owner > 0
        ? scene.parties.within({
            start: sentence.start + amount.end + owner,
            end: sentence.start + amount.end + owner + 40,
          })[0]
        : undefined;
    const gapped = gappedBefore(scene, sentence, amount.start, amount.end);
    if (gapped !== undefined)
      return [
        {
          what,
          to: gapped,
          min: amount.min,
          max: amount.max,
          start: amount.start,
          end: amount.end,
          isOfOurs: false,
          isEach: false,
          of: undefined,
        },
      ];
    const to = whose && whose.start === sentence.start + amount.end + owner ? whose.party : "each";
    return to !== "each" ||
      /^ (?:from|on|for|to|by) (?:each|either|both) (?:sides?|part(?:y|ies))\b|^ (?:each|apiece|a side|per side)\b/i.test(
        tail,
      )
      ? [
          {
            what,
            to,
            min: amount.min,
            max: amount.max,
            start: amount.start,
            end: amount.end,
            isOfOurs: false,
            isEach: to === "each",
            of: undefined,
          },
        ]
      : [];
  });
}

/** "… and Mirandia 87": the verb and the noun are those before. */
function gappedBefore(scene: Scene, sentence: Sentence, start: number, end: number): string | undefined {
  if (
    !/^(?:[.,;:]|$|(?:by|on|before|within|until|in exchange|in return|next|this|tomorrow|ones)\b)/.test(
      sentence.text.slice(end).trimStart(),
    )
  )
    return undefined;
  const { belligerents } = scene.parties;
  const giver = scene.parties
    .within({ start: sentence.start, end: sentence.start + start })
    .findLast(({ party }) => belligerents.includes(party));
  if (!giver || giver.end - sentence.start < start - 2 || belligerents.length !== 2) return undefined;
  return scene.language.acts.willGive.test(sentence.masked.slice(0, giver.start - sentence.start))
    ? belligerents.find((party) => party !== giver.party)
    : undefined;
}

/** "Ostrel will transfer 212 bodies and Mirandia 87": whoever gives, the other gets them. */
function otherThanGiver(scene: Scene, sentence: Sentence, at: number): string | undefined {
  const { belligerents } = scene.parties;
  const giver = scene.parties
    .within({ start: sentence.start, end: sentence.start + at })
    .findLast(({ party }) => belligerents.includes(party));
  if (!giver || belligerents.length !== 2) return undefined;
  const between = sentence.masked.slice(giver.end - sentence.start, at);
  return scene.language.acts.willGive.test(between)
    ? belligerents.find((party) => party !== giver.party)
    : undefined;
}

/** "made on": a past day beside the verb of agreeing. */
function madeOnOf(scene: Scene, sentence: Sentence, at: number, terms: Terms): string | null {
  const { dates } = scene.valuesOf(sentence);
  const past = dates.find(
    (date) =>
      date.value?.length === 10 &&
      date.value <= scene.reportDate &&
      date.value !== terms.start_date &&
      Math.abs(date.start - at) < 60 &&
      date.role === "on",
  );
  if (past?.value) return past.value;
  // the day of the passage
  const previous = scene.sentences[sentence.index - 1];
  if (
    dates.some((date) => date.value !== undefined && date.value < scene.reportDate) ||
    !previous ||
    previous.line !== sentence.line
  )
    return null;
  const before = scene
    .valuesOf(previous)
    .dates.find(
      (date) =>
        date.value?.length === 10 &&
        date.value <= scene.reportDate &&
        date.value >= plusDays(scene.reportDate, -6),
    );
  return before?.value ?? null;
}

/** "36 hours of quiet; teams of up to 12 people; no drones": what stands behind the measure in a list is a condition. */
function listedConditions(scene: Scene, sentence: Sentence, terms: Terms): void {
  const parts = [...sentence.text.matchAll(/; ([^;]+)/g)];
  if (parts.length === 0) return;
  terms.conditions = parts.flatMap((part) => {
    const words = (part[1] ?? "").replace(/[.\s]+$/, "");
    const start = sentence.start + part.index + 2;
    return words.length > 4 && !scene.language.sources.finite.test(words)
      ? [scene.span({ start, end: start + words.length })]
      : [];
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
  if (isTime && /\bit was (?:agreed|signed|concluded|brokered)\b/i.test(masked)) {
    previous.madeOn ??= madeOnOf(
      scene,
      sentence,
      masked.search(/agreed|signed|concluded|brokered/i),
      previous.terms,
    );
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

function rivals(text: string): boolean {
  return /\bthey say\b/i.test(text);
}

/** "We count 61 of ours, they say 58": one agreement, two accounts of it. */
function rivalCounts(scene: Scene, sentence: Sentence, found: Settled[]): void {
  const match = scene.language.acts.rivalFigures.exec(sentence.text);
  const last = found.at(-1);
  if (!match || !last || !scene.author?.party) return;
  const [mine, theirs] = [Number(match[1]), Number(match[2])];
  const us = scene.author.party;
  const them = scene.parties.belligerents.find((party) => party !== us);
  if (!them) return;
  const what =
    last.type === "civilians_return"
      ? ("civilians" as const)
      : last.type === "remains_transfer"
        ? ("bodies" as const)
        : ("prisoners" as const);
  const nameOf = (id: string) => scene.parties.byId.get(id)?.name ?? id;
  last.group = "g1";
  last.accordingTo = [nameOf(us)];
  last.terms.counts = [{ what, to: us, min: mine, max: mine }];
  found.push({
    ...last,
    accordingTo: [nameOf(them)],
    terms: { ...last.terms, counts: [{ what, to: us, min: theirs, max: theirs }] },
    spans: [sentence],
    rule: "agreement.rival",
  });
}

export function agreementOf(scene: Scene, one: Settled): Agreement {
  return {
    type: one.type,
    parties: one.parties,
    in_principle: one.inPrinciple,
    made_on: one.madeOn,
    terms: one.terms,
    according_to: one.accordingTo,
    ...(one.group ? { group: one.group } : {}),
    spans: one.spans.map((range) => scene.span(range)),
    confidence: 0,
    rule: one.rule,
    ...(one.isBackground ? { background: true } : {}),
    because: one.because,
  };
}
