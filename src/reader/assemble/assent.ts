import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Attribution } from "../speech/attribution.ts";
import { isTruce, measuresIn } from "../speech/topics.ts";
import type { Sentence } from "../text/sentences.ts";

/** Both sides say that they will: as good as an agreement, and according to them. */
export function jointPledge(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
  return (
    by !== undefined &&
    by.speaker.kind === "joint" &&
    (by.kind === "announces" || by.kind === "proposes") &&
    scene.language.acts.pledge.test(sentence.masked)
  );
}

/** "Ostrel and Mirandia will exchange …": what the writer says that both will do. */
export function bothWill(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
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
    /^[^,;.]{0,40} and (?:the )?$/.test(scene.folded.text.slice(first.end, second.start));
  const subject = isPair
    ? second.end - sentence.start
    : (/^(?:both (?:sides|parties|countries|governments|armies)|the (?:two )?(?:sides|parties|countries|governments|armies|neighbours))(?= )/i.exec(
        masked,
      )?.[0].length ?? -1);
  return subject > 0 && scene.language.acts.bothWill.test(masked.slice(subject));
}

/** "From Saturday neither side will fire at the plant", "the third stage is fixed for Thursday": told by nobody of the two, with its day or length. */
export function bothBound(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
  if (by && !isOfNoSide(scene, by)) return false;
  const { acts, realis } = scene.language;
  const { masked } = sentence;
  const { dates, durations } = scene.valuesOf(sentence);
  const isMeasured = durations.length > 0 || dates.some(({ to }) => to > scene.reportDate);
  const match = acts.neitherWill.exec(masked) ?? acts.fixedFor.exec(masked);
  return (
    match !== null &&
    isMeasured &&
    !acts.offerNoun.test(masked.slice(0, match.index)) &&
    !/\b(?:but|nobody|failure|whether)\b/i.test(masked.slice(match.index)) &&
    !realis.conditional.test(masked.slice(0, match.index))
  );
}

/** "Ostrel will let seven doctors go, and Mirandia will let go seven men." */
export function eachWill(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
  if (by && !isOfNoSide(scene, by)) return false;
  const bound = scene.parties
    .within(sentence)
    .filter(
      ({ party, end }) =>
        scene.parties.belligerents.includes(party) &&
        scene.language.acts.willRelease.test(scene.folded.text.slice(end, end + 60)),
    );
  // if the other does, or does not, nothing is agreed
  if (/\b(?:if|unless|once|not|nobody|none|no)\b/i.test(sentence.masked)) return false;
  return new Set(bound.map(({ party }) => party)).size === 2;
}

/** "They got through because of a truce. It is to last three days.": the truce that "it" is. */
export function truceBefore(scene: Scene, sentence: Sentence, by: Attribution | undefined) {
  const { acts, realis } = scene.language;
  const { masked } = sentence;
  if (by || !/^it /i.test(masked) || !acts.inForce.test(masked)) return undefined;
  if (scene.valuesOf(sentence).durations.length === 0) return undefined;
  for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 3); i--) {
    const one = scene.sentences[i];
    if (!one || one.line !== sentence.line) return undefined;
    const hit = measuresIn(one.text, scene.language).find(({ type }) => isTruce(type));
    if (hit)
      return isHistory(scene, one, 0) ||
        acts.offerNoun.test(one.masked) ||
        acts.onlyTalked.test(one.masked) ||
        realis.negated.test(one.masked) ||
        realis.conditional.test(one.masked) ||
        realis.tense.promised.test(one.masked)
        ? undefined
        : hit;
    if (!/^(?:it|they) /i.test(one.masked)) return undefined;
  }
  return undefined;
}

/** "What was agreed? — A lull of four days around Tarn, from Saturday." */
export function answers(scene: Scene, sentence: Sentence): boolean {
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
export function toldByThird(scene: Scene, sentence: Sentence, by: Attribution | undefined): boolean {
  return (
    by !== undefined &&
    isOfNoSide(scene, by) &&
    (scene.language.acts.thereWill.test(sentence.masked) || isSet(scene, sentence)) &&
    measuresIn(sentence.text, scene.language).some(({ type }) => isTruce(type) || type === "corridor")
  );
}

/** "Under it, the islands will receive …", behind a sentence that speaks of an agreement. */
export function underIt(
  scene: Scene,
  sentence: Sentence,
  by: Attribution | undefined,
): RegExpExecArray | null {
  const { acts } = scene.language;
  const match = by ? null : acts.underIt.exec(sentence.masked);
  const previous = scene.sentences[sentence.index - 1];
  if (!match || !previous || isHistory(scene, previous, 0)) return null;
  const { masked } = previous;
  return acts.agreedNoun.test(masked) && !acts.notAgreed.test(masked) && !acts.offerNoun.test(masked)
    ? match
    : null;
}

/** What a joint text lays down, or both sides bind themselves to. */
export function lawOf(scene: Scene, sentence: Sentence, by: Attribution | undefined): RegExpExecArray | null {
  const { acts } = scene.language;
  const match = acts.normative.exec(sentence.masked);
  if (!match || (by && by.speaker.kind !== "joint")) return null;
  const isOfBoth = /part|side|delegation|government|signator|commander/i.test(match[0]);
  return (isOfBoth && match.index < 40) || isJointText(scene) ? match : null;
}

export function isJointText(scene: Scene): boolean {
  return headsOf(scene).some((line) =>
    scene.language.acts.jointText.test(scene.folded.text.slice(line.start, line.end)),
  );
}

function headsOf(scene: Scene) {
  return scene.lines.slice(0, 4).filter(({ kind }) => kind === "headline" || kind === "header");
}

/** The day that a joint text bears. */
export function dayOfText(scene: Scene): string | null {
  for (const sentence of scene.sentences.slice(0, 5)) {
    if (sentence.line.kind !== "headline" && sentence.line.kind !== "header") continue;
    const day = scene
      .valuesOf(sentence)
      .dates.find((date) => date.value?.length === 10 && date.value <= scene.reportDate);
    if (day?.value) return day.value;
  }
  return null;
}

/** Assent of both: both are the subject, or the agreement is the subject itself. */
export function isJoint(
  scene: Scene,
  sentence: Sentence,
  match: RegExpExecArray,
  by: Attribution | undefined,
): boolean {
  const { acts } = scene.language;
  if (isJointNoun(match[0]) || acts.passiveAgreed.test(match[0]) || acts.inForce.test(match[0])) return true;
  const before = sentence.masked.slice(0, match.index);
  // "the truce, extended by Ostrel and Mirandia"
  const behind = sentence.start + match.index + match[0].length;
  const doers = /^ by /.test(sentence.masked.slice(match.index + match[0].length))
    ? scene.parties.within({ start: behind, end: Math.min(sentence.end, behind + 70) })
    : [];
  if (scene.parties.belligerents.every((party) => doers.some((one) => one.party === party))) return true;
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

export function isJointNoun(words: string): boolean {
  return /agreement|understanding|accord|deal|arrangement|under|what|IS/i.test(words);
}
