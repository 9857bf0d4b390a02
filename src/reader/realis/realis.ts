import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";

/** How real a clause says that its matter is. Only `live` makes an entry that anybody acts upon. */
export type Realis = "live" | "past" | "planned" | "conditional" | "negated" | "doubt" | "question";

/** Whether a sentence tells of what is over: under a heading of history, dated before these talks, or going on from such a sentence. */
export function isHistory(scene: Scene, sentence: Sentence, at: number): boolean {
  if (sentence.line.isBackground) return true;
  return historyAt(scene, sentence) !== undefined && at >= 0;
}

/** The same for somebody's words: what he says of the past he says now. `until` is where his words begin. */
export function isHistoryUntil(scene: Scene, sentence: Sentence, until: number): boolean {
  if (sentence.line.isBackground) return true;
  const at = historyAt(scene, sentence);
  return at !== undefined && at < until;
}

/** Where in a sentence stands what makes it history; 0 where an earlier sentence does. */
function historyAt(scene: Scene, sentence: Sentence): number | undefined {
  const known = histories.get(scene) ?? historiesOf(scene);
  histories.set(scene, known);
  return known[sentence.index];
}

const histories = new WeakMap<Scene, readonly (number | undefined)[]>();

/** Older than so many days is before these talks. */
const recentDays = 16;

function historiesOf(scene: Scene): (number | undefined)[] {
  const made: (number | undefined)[] = [];
  const { realis } = scene.language;
  const head = scene.lines[0];
  const isReview = head !== undefined && realis.review.test(scene.folded.text.slice(head.start, head.end));
  let at: number | undefined;
  let line = -1;
  for (const sentence of scene.sentences) {
    if (sentence.line.number !== line) {
      line = sentence.line.number;
      at = isReview ? 0 : undefined;
    }
    const own = ownHistory(scene, sentence);
    if (own === "live") at = undefined;
    else if (own !== undefined) at = own;
    else if (at !== undefined) at = realis.present.test(sentence.masked) ? undefined : 0;
    made.push(at);
  }
  return made;
}

/** Where the words are that say that it is over; `live` where a day says that it is not. */
function ownHistory(scene: Scene, sentence: Sentence): number | "live" | undefined {
  const { realis, calendar } = scene.language;
  const { masked } = sentence;
  const limit = plusDays(scene.reportDate, -recentDays);
  // days that somebody names in a quotation date his matter, not the sentence
  const dates = scene
    .valuesOf(sentence)
    .dates.filter((date) => masked.slice(date.start, date.end) === sentence.text.slice(date.start, date.end));
  const isRecent = dates.some(
    (date) =>
      date.to >= limit &&
      // a month that is over is not recent because it has only just ended
      (date.kind !== "month" || date.to >= scene.reportDate || scene.reportDate.slice(8) < "08") &&
      date.kind !== "year" &&
      date.kind !== "within" &&
      date.role !== "since",
  );
  const told = realis.history.exec(masked);
  const isAttribute =
    told !== null && realis.ofPeople.test(masked.slice(Math.max(0, told.index - 60), told.index));
  if (told && !isRecent && !isAttribute) return told.index;
  const season = realis.season.exec(masked);
  if (season && !isRecent && !realis.aheadVerb.test(masked)) return season.index;
  const ofMonth = realis.ofMonth.exec(masked);
  if (ofMonth && !isRecent && calendar.monthNumber(ofMonth[1] ?? "") !== Number(scene.reportDate.slice(5, 7)))
    return ofMonth.index;
  const ofRound = realis.ofRound.exec(masked);
  if (
    ofRound &&
    !isRecent &&
    (scene.language.numbers.ordinals[(ofRound[1] ?? "").toLowerCase()] ?? 99) < latestRound(scene)
  )
    return ofRound.index;
  const ended = realis.ended.test(masked)
    ? dates.find((date) => date.to < limit && date.role !== "since")
    : undefined;
  if (ended && !isRecent) return ended.start;
  // a date long past that is the sentence's own, not that of a thing it names
  const old = dates.find(
    (date) =>
      date.to < limit &&
      date.role !== "since" &&
      date.role !== "from" &&
      (date.kind === "year" || !realis.ofThing.test(masked.slice(Math.max(0, date.start - 40), date.start))),
  );
  if (old && !isRecent && !realis.aheadVerb.test(masked)) return old.start;
  return isRecent ? "live" : undefined;
}

const rounds = new WeakMap<Scene, number>();
/** The highest number of a round that the text names. */
function latestRound(scene: Scene): number {
  const known = rounds.get(scene);
  if (known !== undefined) return known;
  let latest = 0;
  for (const { masked } of scene.sentences.slice(0, 80)) {
    const word = scene.language.meetings.ordinal.exec(masked)?.[1]?.toLowerCase() ?? "";
    latest = Math.max(latest, scene.language.numbers.ordinals[word] ?? 0);
  }
  rounds.set(scene, latest);
  return latest;
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
  if (realis.inverted.test(masked) || realis.supposed.test(masked)) return "conditional";
  if (realis.negated.test(before) || realis.denied.test(masked.slice(at))) return "negated";
  if (realis.conditional.test(before) || realis.conditionalClause.test(clause)) return "conditional";
  if (realis.planned.test(before) || realis.purpose.test(masked.slice(0, start))) return "planned";
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
