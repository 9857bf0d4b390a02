import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";

/** How real a clause says that its matter is. Only `live` makes an entry that anybody acts upon. */
export type Realis = "live" | "past" | "planned" | "conditional" | "negated" | "doubt" | "question";

/** Whether a sentence tells of what is over: under a heading of history, dated before these talks, or going on from such a sentence. */
export function isHistory(scene: Scene, sentence: Sentence, at: number): boolean {
  if (sentence.line.isBackground) return true;
  const known = histories.get(scene) ?? historiesOf(scene);
  histories.set(scene, known);
  return known[sentence.index] === true && at >= 0;
}

const histories = new WeakMap<Scene, readonly boolean[]>();

/** Older than so many days is before these talks. */
const recentDays = 16;

function historiesOf(scene: Scene): boolean[] {
  const made: boolean[] = [];
  const { realis } = scene.language;
  let isPast = false;
  let line = -1;
  for (const sentence of scene.sentences) {
    if (sentence.line.number !== line) {
      line = sentence.line.number;
      isPast = false;
    }
    const own = ownHistory(scene, sentence);
    if (own !== undefined) isPast = own;
    else if (isPast && realis.present.test(sentence.masked)) isPast = false;
    made.push(isPast);
  }
  return made;
}

function ownHistory(scene: Scene, sentence: Sentence): boolean | undefined {
  const { realis } = scene.language;
  const { masked } = sentence;
  const limit = plusDays(scene.reportDate, -recentDays);
  // days that somebody names in a quotation date his matter, not the sentence
  const dates = scene
    .valuesOf(sentence)
    .dates.filter((date) => masked.slice(date.start, date.end) === sentence.text.slice(date.start, date.end));
  const isRecent = dates.some((date) => date.to >= limit && date.kind !== "year" && date.role !== "since");
  if (realis.history.test(masked) && !isRecent) return true;
  if (!isRecent && realis.ended.test(masked) && dates.some((date) => date.to < limit && date.role !== "since")) return true;
  // a date long past that is the sentence's own, not that of a thing it names
  const old = dates.filter(
    (date) =>
      date.to < limit &&
      date.role !== "since" &&
      date.role !== "from" &&
      (date.kind === "year" || !realis.ofThing.test(masked.slice(Math.max(0, date.start - 40), date.start))),
  );
  if (old.length > 0 && !isRecent && !realis.aheadVerb.test(masked)) return true;
  return isRecent ? false : undefined;
}

/** How real the verb at a place is, by the words of its own clause. */
export function realisAt(scene: Scene, sentence: Sentence, at: number): Realis {
  const { realis } = scene.language;
  const { masked } = sentence;
  if (/\?["”»]?$/.test(masked)) return "question";
  if (isHistory(scene, sentence, at)) return "past";
  const start = clauseStart(masked, at, realis.clause);
  const before = masked.slice(start, at);
  const clause = masked.slice(start, clauseEnd(masked, at, realis.clause));
  if (realis.rumour.test(masked.slice(0, at)) && !realis.reportsThat.test(masked.slice(0, at)))
    return "doubt";
  if (realis.unknown.test(masked.slice(0, at))) return "doubt";
  if (realis.inverted.test(masked)) return "conditional";
  if (realis.negated.test(before)) return "negated";
  if (realis.conditional.test(before) || realis.conditionalClause.test(clause)) return "conditional";
  if (realis.planned.test(before)) return "planned";
  if (realis.doubt.test(before)) return "doubt";
  return "live";
}

function clauseStart(text: string, at: number, pattern: RegExp): number {
  let start = 0;
  for (const match of text.slice(0, at).matchAll(pattern)) start = match.index + match[0].length;
  return start;
}

function clauseEnd(text: string, at: number, pattern: RegExp): number {
  const rest = text.slice(at);
  const match = rest.matchAll(pattern).next().value;
  return match ? at + match.index : text.length;
}
