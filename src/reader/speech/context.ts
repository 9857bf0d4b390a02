import { isTerm } from "../assemble/terms.ts";
import type { Topic } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Attribution } from "./attribution.ts";
import { hintIn, isTruce, topicsIn } from "./topics.ts";

/** What a statement is about that does not say so itself: what its passage, the question, or the one before was about. */
export function withTopics(found: readonly Attribution[], scene: Scene): Attribution[] {
  let before: readonly Topic[] = [];
  let line = -1;
  return found.map((one) => {
    const first = one.sentences[0];
    const here = first?.line.number ?? -1;
    const about =
      one.about.length > 0 || !first
        ? one.about
        : contextOf(scene, first, one, here - line <= 2 ? before : []);
    before = about;
    line = here;
    return { ...one, about };
  });
}

function contextOf(
  scene: Scene,
  first: Sentence,
  one: Attribution,
  before: readonly Topic[],
): readonly Topic[] {
  const { language } = scene;
  const isTold = (one.kind === "rejects" || one.kind === "appeals") && one.quotes.length === 0;
  if (isTold && !language.cues.goesBack.test(scene.folded.text.slice(one.span.start, one.span.end)))
    return ["other"];
  const text = scene.folded.text.slice(one.span.start, one.span.end);
  const isBack = language.cues.goesBack.test(text);
  const from = one.speaker.at.start - one.span.start;
  const words =
    from >= 0 && one.speaker.at.end <= one.span.end
      ? text.slice(0, from) + text.slice(from + one.speaker.at.end - one.speaker.at.start)
      : text;
  // "…; Varena turned it down": what the same sentence has spoken of before
  const lead = first.text.slice(0, Math.max(0, one.span.start - first.start));
  const led = isBack ? topicsIn(lead, language).filter((topic) => topic !== "talks") : [];
  if (led.length > 0) return led.slice(0, 1);
  // a length of time alone is that of the truce that is talked of
  const truce = documentTruce(scene);
  if (truce !== undefined && one.sentences.some((sentence) => hasLength(scene, sentence, one)))
    return [truce];
  const hint = hintIn(words, language);
  if (hint !== undefined && !isBack) return [hint];
  for (let i = first.index - 1; i >= Math.max(0, first.index - 6); i--) {
    const previous = scene.sentences[i];
    if (!previous || (previous.line.number < first.line.number - 1 && !previous.text.endsWith("?"))) break;
    if (
      previous.line !== first.line &&
      (previous.line.kind === "heading" || previous.line.isThread || previous.line.time !== undefined)
    )
      break;
    const near = topicsIn(previous.text, language).filter(
      (topic) => topic !== "talks" && topic !== "medical_support",
    );
    if (near.length > 0) return near.slice(0, 1);
  }
  if (hint !== undefined) return [hint];
  const { under } = first.line;
  const heading = under ? scene.folded.text.slice(under.start, under.end) : "";
  const headed = topicsIn(heading, language)[0] ?? hintIn(heading, language);
  if (headed !== undefined && headed !== "talks") return [headed];
  const kept = before.filter((topic) => topic !== "medical_support" && topic !== "other");
  return kept.length > 0 ? kept.slice(0, 1) : documentTopic(scene);
}

function hasLength(scene: Scene, sentence: Sentence, one: Attribution): boolean {
  return scene
    .valuesOf(sentence)
    .durations.some(
      (length) =>
        sentence.start + length.start >= one.span.start &&
        sentence.start + length.end <= one.span.end &&
        isTerm(sentence.text, length, scene.language) &&
        (length.maxHours ?? length.minHours ?? 0) >= 12,
    );
}

const truces = new WeakMap<Scene, Topic | null>();
/** The one truce, ceasefire or moratorium that a text names, if it names one alone. */
function documentTruce(scene: Scene): Topic | undefined {
  const known = truces.get(scene);
  if (known !== undefined) return known ?? undefined;
  const named = new Set(
    scene.sentences
      .slice(0, 60)
      .filter((sentence) => !isHistory(scene, sentence, 0))
      .flatMap(({ text }) => topicsIn(text, scene.language).filter((topic) => isTruce(topic))),
  );
  const only = named.size === 1 ? [...named][0] : undefined;
  truces.set(scene, only ?? null);
  return only;
}

const documentTopics = new WeakMap<Scene, readonly Topic[]>();
/** What most of the text is about. */
function documentTopic(scene: Scene): readonly Topic[] {
  const known = documentTopics.get(scene);
  if (known) return known;
  const counts = new Map<Topic, number>();
  for (const sentence of scene.sentences.slice(0, 60))
    for (const topic of topicsIn(sentence.text, scene.language))
      if (topic !== "talks") counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "talks";
  const made = [best];
  documentTopics.set(scene, made);
  return made;
}
