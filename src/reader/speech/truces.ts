import { isTerm } from "../assemble/terms.ts";
import type { Topic } from "../draft.ts";
import { isHistory } from "../realis/realis.ts";
import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import { daysBetween } from "../values/civil.ts";
import type { Attribution } from "./attribution.ts";
import { measuresIn } from "./topics.ts";

type Typed = { readonly index: number; readonly type: Topic };

/** Which truce is meant where its length is not said: the last before it that has one, else the first. */
export function truceMeant(scene: Scene, one: Attribution, topic: Topic): Topic {
  if (topic !== "short_truce" && topic !== "ceasefire") return topic;
  const typed = typedOf(scene);
  const own = typed.find(({ index }) => one.sentences.some((sentence) => sentence.index === index));
  if (own) return own.type;
  const words = scene.folded.text.slice(one.span.start, one.span.end);
  if (scene.language.measures.ceasefireByName.test(words)) return topic;
  const first = one.sentences[0]?.index ?? 0;
  return (typed.findLast(({ index }) => index < first) ?? typed[0])?.type ?? topic;
}

const known = new WeakMap<Scene, readonly Typed[]>();
function typedOf(scene: Scene): readonly Typed[] {
  const made = known.get(scene) ?? scene.sentences.flatMap((sentence) => typeOf(scene, sentence) ?? []);
  known.set(scene, made);
  return made;
}

/** A truce of up to ten days is short, one of a month a ceasefire. */
function typeOf(scene: Scene, sentence: Sentence): Typed | undefined {
  const hit = measuresIn(sentence.text, scene.language).find(
    ({ type }) => type === "short_truce" || type === "ceasefire",
  );
  if (!hit || isHistory(scene, sentence, 0)) return undefined;
  const { durations, dates } = scene.valuesOf(sentence);
  const lengths = durations
    .filter((one) => isTerm(sentence.text, one, scene.language))
    .map((one) => one.maxHours ?? one.minHours ?? 0);
  const days = dates.find(({ kind, to }) => kind === "interval" && to > scene.reportDate);
  const hours = lengths.find((one) => one >= 2) ?? (days ? 24 * daysBetween(days.from, days.to) : 0);
  if (hours === 0) return undefined;
  return {
    index: sentence.index,
    type: hours >= 720 ? "ceasefire" : hours <= 240 ? "short_truce" : hit.type,
  };
}
