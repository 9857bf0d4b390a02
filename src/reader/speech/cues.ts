import type { StatementKind } from "../draft.ts";
import type { Scene } from "../scene.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import { order } from "./kind.ts";

export type Cue = Range & { readonly kind: StatementKind; readonly words: string; readonly isAfter: boolean };
export function passiveLength(masked: string, at: number, scene: Scene): number {
  return scene.language.cues.passiveBy.exec(masked.slice(at, at + 40))?.[0].length ?? 0;
}

/** Cues of a sentence in their order, each place once, those struck out that are negated, planned or a noun's attribute. */
export function cuesIn(sentence: Sentence, scene: Scene): Cue[] {
  const { cues } = scene.language;
  const { masked } = sentence;
  const found: Cue[] = [];
  const consider = (kind: StatementKind, start: number, words: string) => {
    const end = start + words.length;
    const before = masked.slice(Math.max(0, start - 40), start);
    const isPassive = cues.passiveBy.test(masked.slice(end, end + 30)) && /(?:ed|en|made|put)$/i.test(words);
    if (
      (cues.vetoBefore.test(before) &&
        !cues.onlySays.test(before) &&
        !(
          words === "say" &&
          / (?:would|could|will) $/.test(before) &&
          /^ only\b/.test(masked.slice(end, end + 6))
        )) ||
      (cues.infinitive.test(before) && !/\b(?:went on|continued|rushed|moved|returned) to $/i.test(before))
    )
      return;
    if (cues.saysNothing.test(masked.slice(start, end + 40))) return;
    if (
      cues.attributive.test(before) &&
      !isPassive &&
      !/:$|^(?:ready|prepared|willing|said|was|is|are|were|not)/i.test(words)
    )
      return;
    if (!isPassive && /(?:ed|en|made|put|said|told)$/i.test(words) && cues.auxiliary.test(before)) return;
    if (isPassive && !/\b(?:was|were|been|is|are|,) (?:\w+ly )?$/i.test(before)) return;
    found.push({ kind, start, end, words, isAfter: isPassive });
  };
  for (const [kind, pattern] of cues.verbs)
    for (const match of masked.matchAll(pattern)) consider(kind, match.index, match[0]);
  for (const match of masked.matchAll(/(?<![\p{L}'’-])\p{Ll}{3,}(?![\p{L}])/gu)) {
    const [word] = match;
    const kind = cues.sayingForms.get(word);
    if (kind) consider(kind, match.index, word);
    const plain = cues.sayingPlain.get(word);
    if (plain && cues.plural.test(masked.slice(Math.max(0, match.index - 30), match.index)))
      consider(plain, match.index, word);
  }
  for (const match of masked.matchAll(cues.sourceAfter))
    found.push({
      kind: "describes",
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
      isAfter: true,
    });
  // "Reports that 14 were freed have been denied by both": the reports say nothing
  const answer = found.find(
    ({ kind, isAfter }) => isAfter && (kind === "denies" || kind === "rejects" || kind === "confirms"),
  );
  if (answer && cues.toldAbout.test(masked.slice(0, answer.start)) && answer.kind === "rejects")
    found[found.indexOf(answer)] = { ...answer, kind: "denies" };
  if (answer)
    for (let i = found.length - 1; i >= 0; i--)
      if (
        (found[i]?.start ?? 0) < answer.start &&
        cues.toldNoun.test(found[i]?.words ?? "") &&
        /^ (?:that|of)\b/.test(masked.slice(found[i]?.end))
      )
        found.splice(i, 1);
  // "reported, citing two aides": who cites says it; "in an interview with a weekly" somebody does
  if (found.some(({ words }) => !cues.cites.test(words)))
    for (let i = found.length - 1; i >= 0; i--)
      if (cues.cites.test(found[i]?.words ?? "")) found.splice(i, 1);
  const colon = cues.labelled.exec(masked) ?? labelOfPerson(scene, sentence);
  if (colon && found.length === 0)
    found.push({
      kind: "describes",
      start: colon[0].length,
      end: colon[0].length + 1,
      words: ":",
      isAfter: false,
    });
  // any verb that a "that" or a colon follows, where somebody who can speak stands before it
  if (found.length === 0)
    for (const match of [
      cues.anyThat.exec(masked),
      cues.anyColon.exec(masked),
      cues.quoteBehind.exec(masked),
    ])
      if (match) {
        const start = match.index;
        found.push({
          kind: "describes",
          start,
          end: start + match[0].length,
          words: match[0],
          isAfter: false,
        });
        break;
      }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Cue[] = [];
  for (const cue of found) {
    const rival = kept[kept.length - 1];
    if (rival && cue.start < rival.end) {
      if (
        cue.start === rival.start &&
        cue.end === rival.end &&
        order.indexOf(cue.kind) < order.indexOf(rival.kind)
      )
        kept[kept.length - 1] = cue;
      continue;
    }
    kept.push(cue);
  }
  return kept;
}

/** "Okar: no swap agreed": somebody known, and a colon. */
function labelOfPerson(scene: Scene, sentence: Sentence): RegExpExecArray | null {
  const match = /^[^:.;,·]{2,40}(?=: \S)/.exec(sentence.masked);
  if (!match || scene.isTranscript) return null;
  // "Ostrel: we never agreed to that."
  if (
    scene.parties.named(match[0]) !== undefined &&
    scene.language.layout.firstPerson.test(sentence.masked.slice(match[0].length))
  )
    return match;
  const named = scene.people.within({ start: sentence.start, end: sentence.start + match[0].length })[0];
  return named && named.start - sentence.start < 6 && named.end === sentence.start + match[0].length
    ? match
    : null;
}

/** Whether a new clause begins after these words: only there somebody else speaks for himself. */
export function isBoundary(lead: string, scene: Scene): boolean {
  return scene.language.cues.boundary.test(lead);
}

export function isCoordinated(between: string, scene: Scene): boolean {
  return scene.language.cues.coordinated.test(between);
}
