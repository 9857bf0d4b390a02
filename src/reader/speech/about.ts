import type { StatementKind, Topic } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Attribution } from "./attribution.ts";
import { hintsIn, topicsIn } from "./topics.ts";
import { truceMeant } from "./truces.ts";

/**
 * What each piece of evidence for a topic is worth: its words or what hints at it, in what is said, before it, in the
 * sentences around, in the statement before, in heading and headline, and its share of the whole text. `Empty` counts
 * where a statement names no topic itself. Fitted to annotated reports, each left out in turn, then rounded.
 */
const worth = {
  said: 15,
  saidFirst: 19,
  saidTalks: 10,
  saidMatter: 11,
  saidOther: 5,
  saidHint: 14,
  lead: 19,
  leadHint: 13,
  sentence: 9,
  back1: 10,
  back1Empty: 9,
  back2Empty: 15,
  backLineEmpty: 7,
  hint1: 9,
  hint2: 7,
  next: 10,
  nextEmpty: 5,
  question: 15,
  headingHint: 6,
  headline: 6,
  statement: 15,
  statementEmpty: 13,
  statementNear: 12,
  answerEmpty: 7,
  document: 6,
  documentEmpty: 5,
} as const;
type Feature = keyof typeof worth;

/** How much more or less a topic is spoken of than its words tell. */
const often: Partial<Readonly<Record<Topic, number>>> = {
  other: 8,
  ceasefire: 7,
  incident: 6,
  prisoner_exchange: 5,
  remains_transfer: 3,
  leaders_meeting: 2,
  civilians_return: 1,
  moratorium: -2,
  corridor: -3,
  medical_support: -3,
  talks: -5,
  end_of_war: -8,
  working_groups: -11,
};

/** What a statement does speaks for what it is about. */
const ofKind: Partial<Readonly<Record<StatementKind, Partial<Readonly<Record<Topic, number>>>>>> = {
  accuses: { incident: 60 },
  announces: { incident: -5 },
  appeals: { talks: 3 },
  demands: { other: 7 },
  denies: { incident: 5, other: 5 },
  describes: { talks: 2 },
  proposes: { talks: -6, other: -3 },
};
const matters: ReadonlySet<Topic> = new Set(["incident", "end_of_war", "medical_support"]);

type Before = { readonly about: Topic; readonly line: number; readonly kind: StatementKind };
/** What answers another statement is about the same. */
const answers: Partial<Readonly<Record<StatementKind, readonly StatementKind[]>>> = {
  denies: ["accuses", "describes", "denies"],
  rejects: ["proposes", "reiterates", "demands"],
  agrees: ["proposes", "reiterates", "demands"],
};

/** What each statement is about: the topic that most speaks for. */
export function withTopics(found: readonly Attribution[], scene: Scene): Attribution[] {
  let before: Before | undefined;
  return found.map((one) => {
    const line = one.sentences[0]?.line.number ?? -1;
    const points = pointsOf(scene, one, before);
    for (const [topic, more] of Object.entries({ ...ofKind[one.kind] }))
      points.set(topic as Topic, (points.get(topic as Topic) ?? 0) + more); // its keys are topics
    let best: Topic = "talks";
    for (const topic of points.keys()) if (at(points, topic) > at(points, best)) best = topic;
    const about = truceMeant(scene, one, best);
    before = { about, line, kind: one.kind };
    return { ...one, about: [about] };
  });
}

function at(points: ReadonlyMap<Topic, number>, topic: Topic): number {
  return (points.get(topic) ?? 0) + (often[topic] ?? 0);
}

/** Who speaks, and what he is, is not what he speaks about. Gives the words from the cue on, and those before it. */
function wordsOf(scene: Scene, { span, speaker, cue }: Attribution): { said: string; lead: string } {
  const { text } = scene.folded;
  let words = text.slice(span.start, span.end);
  if (!cue) return { said: words, lead: "" };
  const blank = (start: number, end: number) => {
    const from = Math.max(0, start - span.start);
    const to = Math.min(words.length, Math.max(from, end - span.start));
    words = words.slice(0, from) + " ".repeat(to - from) + words.slice(to);
  };
  if (speaker.at.start >= span.start && speaker.at.end <= span.end) {
    const { role } = speaker.person ?? {};
    const tail =
      /^, [^,"“”;:]{3,90}?(?=,|[.;:]|$)/.exec(text.slice(speaker.at.end, span.end))?.[0].length ?? 0;
    const isApposed = tail > 0 && (speaker.at.start > cue.start || text[speaker.at.end + tail] === ",");
    blank(speaker.at.start, speaker.at.end + (isApposed ? tail : 0));
    if (role && role.start >= span.start && role.end <= span.end) blank(role.start, role.end);
  }
  const said = words.slice(Math.max(0, cue.start - span.start));
  const lead = words.slice(0, Math.max(0, cue.start - span.start));
  const isBehind = said.replace(/[^\p{L}]+/gu, " ").trim().length < 25 && lead.length > said.length;
  return isBehind ? { said: lead, lead: said } : { said, lead };
}

/** Everything that speaks for a topic: the words themselves, those around them, and what was spoken of before. */
function pointsOf(scene: Scene, one: Attribution, before: Before | undefined): Map<Topic, number> {
  const { language, sentences, folded } = scene;
  const points = new Map<Topic, number>();
  const add = (topic: Topic, feature: Feature, n = 1) =>
    points.set(topic, (points.get(topic) ?? 0) + n * worth[feature]);
  const all = (list: readonly Topic[], feature: Feature) => {
    for (const topic of list) add(topic, feature);
  };
  const hints = (text: string, feature: Feature) => {
    for (const [topic, n] of hintsIn(text, language)) add(topic, feature, Math.min(2, n));
  };
  const first = one.sentences[0];
  const last = one.sentences.at(-1);
  if (!first || !last) return points;
  const { said, lead } = wordsOf(scene, one);
  const named = topicsIn(said, language);
  const led = topicsIn(lead, language);
  const isEmpty = named.length === 0 && led.length === 0;
  for (const topic of named)
    add(topic, topic === "talks" ? "saidTalks" : matters.has(topic) ? "saidMatter" : "said");
  all(named.slice(0, 1), "saidFirst");
  if (language.measures.otherMeasure.test(said)) add("other", "saidOther");
  hints(said, "saidHint");
  all(led, "lead");
  hints(lead, "leadHint");
  all(topicsIn(first.text.slice(0, Math.max(0, one.span.start - first.start)), language), "sentence");
  for (const back of [1, 2, 3]) {
    const previous = sentences[first.index - back];
    if (!previous || previous.line.number < first.line.number - 1) break;
    const near = topicsIn(previous.text, language);
    const isHere = previous.line === first.line;
    if (isHere && back === 1) all(near, "back1");
    if (isEmpty) all(near, !isHere ? "backLineEmpty" : back === 1 ? "back1Empty" : "back2Empty");
    if (isHere && back < 3) hints(previous.text, back === 1 ? "hint1" : "hint2");
    const isAsked = language.cues.askedAbout.test(previous.masked);
    if (previous.text.endsWith("?") || previous.line.kind === "question" || isAsked) all(near, "question");
  }
  const next = sentences[last.index + 1];
  if (next?.line === last.line) {
    all(topicsIn(next.text, language), "next");
    if (isEmpty) all(topicsIn(next.text, language), "nextEmpty");
  }
  const { under } = first.line;
  if (under) hints(folded.text.slice(under.start, under.end), "headingHint");
  const head = scene.lines[0];
  if (head) all(topicsIn(folded.text.slice(head.start, head.end), language), "headline");
  if (before && first.line.number - before.line <= 2) {
    const isHere = first.line.number === before.line;
    add(before.about, isHere ? "statement" : "statementNear");
    if (isHere && isEmpty) add(before.about, "statementEmpty");
    if (isEmpty && answers[one.kind]?.includes(before.kind)) add(before.about, "answerEmpty");
  }
  for (const [topic, share] of sharesOf(scene)) {
    add(topic, "document", share);
    if (isEmpty) add(topic, "documentEmpty", share);
  }
  return points;
}

const shares = new WeakMap<Scene, ReadonlyMap<Topic, number>>();
/** Which part of what a text tells each topic has. */
function sharesOf(scene: Scene): ReadonlyMap<Topic, number> {
  const known = shares.get(scene);
  if (known) return known;
  const named = scene.sentences
    .slice(0, 80)
    .filter((sentence) => !isHistory(scene, sentence, 0))
    .flatMap(({ text }) => topicsIn(text, scene.language));
  const made = new Map<Topic, number>();
  for (const topic of named) made.set(topic, (made.get(topic) ?? 0) + 1 / named.length);
  shares.set(scene, made);
  return made;
}
