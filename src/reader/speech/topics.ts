import type { Measure, Topic } from "../draft.ts";
import type { Language } from "../languages/language.ts";
import type { Range } from "../text/fold.ts";

/** One naming of a measure in a text. */
export type MeasureHit = Range & { readonly type: Measure };

/** What was looked for last: each class of entry asks for the same sentences. */
type Lately<T> = WeakMap<Language, Map<string, T>>;
const measured: Lately<readonly MeasureHit[]> = new WeakMap();
const topical: Lately<readonly Topic[]> = new WeakMap();
const hinted: Lately<readonly (readonly [Topic, number])[]> = new WeakMap();
const latelyAtMost = 200;
function remembered<T>(lately: Lately<T>, language: Language, text: string, make: () => T): T {
  const known = lately.get(language) ?? new Map<string, T>();
  lately.set(language, known);
  const made = known.get(text) ?? make();
  if (known.size >= latelyAtMost) known.clear();
  known.set(text, made);
  return made;
}

export function measuresIn(text: string, language: Language): readonly MeasureHit[] {
  return remembered(measured, language, text, () => hitsIn(text, language));
}

function hitsIn(text: string, { measures }: Language): MeasureHit[] {
  const hits: MeasureHit[] = [];
  for (const [type, pattern] of measures.patterns) {
    if (measures.gates[type]?.test(text) === false) continue;
    for (const match of text.matchAll(pattern)) {
      const hit = { type, start: match.index, end: match.index + match[0].length };
      // a ceasefire that is temporary is named by the longer words
      const rival = hits.find(
        (one) => one.start < hit.end && one.end > hit.start && isTruce(one.type) && isTruce(type),
      );
      if (rival) {
        if (hit.end - hit.start > rival.end - rival.start) hits[hits.indexOf(rival)] = hit;
        continue;
      }
      hits.push(hit);
    }
  }
  // "swap the bodies of fallen soldiers" is no exchange of prisoners
  const inReturn = /\bin (?:return|exchange) for\b/i;
  const own = hits.filter(
    (one) =>
      !(
        (one.type === "remains_transfer" || one.type === "civilians_return") &&
        inReturn.test(text.slice(one.start, one.end))
      ),
  );
  const kept = own.filter(
    (one) =>
      one.type !== "prisoner_exchange" ||
      text.slice(one.start, one.end).search(measures.held) >= 0 ||
      !own.some(
        (other) => other.type === "remains_transfer" && other.start < one.end && other.end > one.start,
      ),
  );
  return kept.sort((a, b) => a.start - b.start);
}

export function isTruce(type: string): boolean {
  return type === "short_truce" || type === "ceasefire" || type === "moratorium";
}

/** What a text is about: measures before matters, one that only serves another left out. Empty where its words do not say. */
export function topicsIn(text: string, language: Language): readonly Topic[] {
  return text.trim() === "" ? [] : remembered(topical, language, text, () => named(text, language));
}

function named(text: string, language: Language): Topic[] {
  const { measures } = language;
  const hits = measuresIn(text, language);
  const found = new Set<Topic>(hits.map(({ type }) => type));
  for (const [topic, pattern] of measures.topics) {
    // a topic's table has no other names than topics
    if (text.search(pattern) >= 0) found.add(topic as Topic);
  }
  const has = (topic: Topic) => found.has(topic);
  const drop = (...topics: Topic[]) => {
    for (const topic of topics) found.delete(topic);
  };
  const isTruceNamed = has("short_truce") || has("ceasefire") || has("moratorium");
  if (isTruceNamed && measures.purposes.test(text))
    drop("remains_transfer", "civilians_return", "medical_support");
  if (has("short_truce") && has("ceasefire"))
    drop(hits.find(({ type }) => isTruce(type))?.type === "ceasefire" ? "short_truce" : "ceasefire");
  if (has("incident") && isTruceNamed && measures.breach.test(text))
    drop("short_truce", "ceasefire", "moratorium");
  else if (has("incident") && isTruceNamed && !measures.harm.test(text)) drop("incident");
  // to end the war is what leaders would meet for
  if (has("leaders_meeting")) drop("end_of_war");
  if (has("moratorium")) drop("incident", "short_truce");
  if (has("remains_transfer") && text.search(measures.held) < 0) drop("prisoner_exchange");
  if (has("civilians_return") && has("prisoner_exchange") && text.search(measures.held) < 0)
    drop("prisoner_exchange");
  const isMeasured = [...found].some(
    (one) => one !== "talks" && one !== "medical_support" && one !== "incident",
  );
  if (isMeasured || has("incident")) if (!measures.nextMeeting.test(text)) drop("talks");
  if (has("medical_support") && (isMeasured || has("incident")) && !measures.care.test(text))
    drop("medical_support");
  return [...found];
}

/** How often words hint at each topic. */
export function hintsIn(text: string, language: Language): readonly (readonly [Topic, number])[] {
  if (text.trim() === "") return [];
  return remembered(hinted, language, text, () =>
    language.measures.hints.flatMap(([topic, pattern]) => {
      const n = [...text.matchAll(pattern)].length;
      // a topic's table has no other names than topics
      return n > 0 ? [[topic as Topic, n] as const] : [];
    }),
  );
}
