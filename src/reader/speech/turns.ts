import type { StatementKind, Topic } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import { attackOfOthers } from "./act.ts";
import type { Attribution } from "./attribution.ts";
import { kindOfSpeech } from "./kind.ts";
import { type Memory, ofPerson, remember, type Speaker } from "./speaker.ts";
import { topicsIn } from "./topics.ts";

export type Turn = {
  readonly speaker: Speaker | undefined;
  readonly isClip?: boolean;
  previous: Attribution | undefined;
};

/** A line of a transcript: who has the floor. Journalists say nothing for the record. */
export function turnOf(scene: Scene, sentence: Sentence, memory: Memory): Turn | undefined {
  const { label } = sentence.line;
  if (!label || !scene.isTranscript) return undefined;
  const words = scene.folded.text.slice(label.start, label.end);
  if (scene.language.layout.asks.test(words)) return { speaker: undefined, previous: undefined };
  const person = scene.people.within(label)[0] ?? personByOffice(scene, words);
  if (person) {
    const speaker = ofPerson(person.person, person);
    memory.person = speaker;
    return { speaker, previous: undefined };
  }
  // in an interview whoever was named first answers
  const first = scene.language.layout.answers.test(words) ? scene.people.list[0] : undefined;
  if (first) return { speaker: ofPerson(first, label), previous: undefined };
  const party = scene.parties.within(label)[0]?.party;
  if (!party && !scene.language.layout.moderates.test(words)) return undefined;
  return {
    speaker: party
      ? { text: words, parties: [party], kind: "institution", at: label, rule: "label" }
      : undefined,
    previous: undefined,
  };
}

/** "[SOT KOLT]" above a quotation: her words are played. */
export function clipOf(scene: Scene, { line }: Sentence): Turn | undefined {
  if (!line.clip) return undefined;
  const words = scene.folded.text.slice(line.clip.start, line.clip.end).toLowerCase().split(/[ ,]+/);
  const person = scene.people.list.find(({ surname }) => words.includes(surname.toLowerCase()));
  return { speaker: person && ofPerson(person, line), isClip: true, previous: undefined };
}

/** "MODERATOR:" again: whoever had that office in the first label. */
function personByOffice(
  scene: Scene,
  label: string,
): { person: Speaker["person"] & object; start: number; end: number } | undefined {
  const wanted = label
    .replace(/\([^)]*\)/, "")
    .trim()
    .toLowerCase();
  const person = scene.people.list.find(
    (one) => one.role && scene.folded.text.slice(one.role.start, one.role.end).toLowerCase() === wanted,
  );
  return person ? { person, start: person.at.start, end: person.at.end } : undefined;
}

/** Who says "we" here: the author of a thread or letter. A communique's own voice is no statement. */
export function voiceOf(scene: Scene, sentence: Sentence): Speaker | undefined {
  if (scene.author && sentence.line.isThread) return ofPerson(scene.author, sentence);
  if (scene.isTranscript || !scene.language.speech.inFirst.test(sentence.masked)) return undefined;
  if (kindOfSpeech(sentence.text, scene.language) === undefined) return undefined;
  return scene.author ? ofPerson(scene.author, sentence) : undefined;
}

export function isFirstPerson(scene: Scene, sentence: Sentence): boolean {
  return (
    !scene.language.speech.housekeeping.test(sentence.text) &&
    sentence.text.length > 8 &&
    !scene.language.layout.caption.test(sentence.text)
  );
}

/** Sentences of one speaker in a row are one statement while they do the same thing; a sentence that does nothing new goes on. */
export function speak(
  scene: Scene,
  sentence: Sentence,
  turn: Turn,
  speaker: Speaker,
  found: Attribution[],
  memory: Memory,
): void {
  const { language } = scene;
  if (language.speech.housekeeping.test(sentence.text) || /\?$/.test(sentence.text)) {
    if (!/\?$/.test(sentence.text))
      turn.previous =
        turn.previous && language.speech.closesTurn.test(sentence.text) ? undefined : turn.previous;
    return;
  }
  const said = kindOfSpeech(sentence.text, language);
  const kind =
    (said === undefined || said === "announces") && attackOfOthers(scene, speaker, sentence)
      ? "accuses"
      : said;
  const topics = topicsIn(sentence.text, language);
  const last = turn.previous;
  if (
    kind === undefined &&
    !last &&
    (sentence.line.isThread
      ? topics.every((topic) => topic === "talks")
      : isModerator(scene, sentence) && topics.length === 0 && scene.valuesOf(sentence).amounts.length === 0)
  )
    return;
  remember(scene, memory, speaker);
  if (
    last &&
    found[found.length - 1] === last &&
    last.sentences.at(-1)?.line === sentence.line &&
    !(language.speech.turnsTo.test(sentence.text) && topics.length > 0) &&
    continues(last, kind, topics)
  ) {
    const joined = {
      ...last,
      kind: last.kind === "describes" && kind ? kind : last.kind,
      about: last.about.length > 0 ? last.about : topics,
      span: { start: last.span.start, end: sentence.end },
      quotes: [...last.quotes, ...sentence.quotes],
      sentences: [...last.sentences, sentence],
    };
    found[found.length - 1] = joined;
    turn.previous = joined;
    return;
  }
  const made: Attribution = {
    speaker,
    kind: kind ?? "describes",
    about: topics,
    quotes: sentence.quotes.map(({ start, end }) => ({ start, end })),
    span: sentence,
    sentences: [sentence],
    cue: undefined,
    rule: sentence.line.label ? "turn" : "first-person",
    // what he says of the past he says now
    isBackground:
      kind === undefined || kind === "denies" || kind === "confirms"
        ? sentence.line.isBackground
        : isHistory(scene, sentence, 0),
  };
  found.push(made);
  turn.previous = made;
}

function isModerator(scene: Scene, { line }: Sentence): boolean {
  return (
    line.label !== undefined &&
    scene.language.layout.moderates.test(scene.folded.text.slice(line.label.start, line.label.end))
  );
}

function continues(last: Attribution, kind: StatementKind | undefined, topics: readonly Topic[]): boolean {
  const isSameTopic =
    topics.length === 0 ||
    last.about.length === 0 ||
    topics.some((topic) => last.about.includes(topic)) ||
    topics.every((topic) => topic === "talks" || topic === "medical_support");
  if (kind === undefined) return isSameTopic || topics.length === 0;
  return (kind === last.kind || (last.kind === "describes" && last.about.length === 0)) && isSameTopic;
}
