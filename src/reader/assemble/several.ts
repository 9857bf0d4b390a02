import type { Measure } from "../draft.ts";
import type { Scene } from "../scene.ts";
import { isTruce, measuresIn } from "../speech/topics.ts";
import type { Sentence } from "../text/sentences.ts";
import { countsIn } from "../values/counts.ts";
import { isTerm } from "./terms.ts";

export type Part = { readonly type: Measure; readonly start: number; readonly end: number };

/** "to exchange 30 prisoners each by Friday and to observe a truce of two days": two measures, each with its own terms. Places are those of the sentence. */
export function severalIn(scene: Scene, sentence: Sentence, from = 0, to = sentence.text.length): Part[] {
  const text = sentence.text.slice(from, to);
  const { measures, acts } = scene.language;
  const hits = measuresIn(text, scene.language);
  const first = hits[0];
  const second = hits.find(
    (one) => first && one.start > first.end && kindOf(one.type) !== kindOf(first.type),
  );
  if (!first || !second) return [];
  const between = text.slice(first.end, second.start);
  const cut = between.search(acts.secondBegins);
  if (cut < 0 || acts.serves.test(between) || measures.purposes.test(between)) return [];
  const at = from + first.end + cut;
  const parts = [
    { type: first.type, start: from, end: at },
    { type: second.type, start: at, end: to },
  ];
  return parts.every((part) => hasMeasured(scene, sentence, part)) ? parts : [];
}

function kindOf(type: Measure): string {
  return isTruce(type) ? "truce" : type;
}

/** Whether a part says how long, when, or how many. */
function hasMeasured(scene: Scene, sentence: Sentence, { start, end }: Part): boolean {
  const { durations, dates } = scene.valuesOf(sentence);
  const isIn = (one: { readonly start: number; readonly end: number }) =>
    one.start >= start && one.end <= end;
  return (
    durations.some((one) => isIn(one) && isTerm(sentence.text, one, scene.language)) ||
    dates.some((one) => isIn(one) && one.to > scene.reportDate) ||
    countsIn(scene, sentence, start, end).length > 0
  );
}

/** "Three points were settled: …; …; and …": what stands between the semicolons is agreed each by itself. */
export function pointsIn(scene: Scene, sentence: Sentence): Part[] {
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
