import type { Terms } from "../draft.ts";
import type { Scene } from "../scene.ts";
import type { Sentence } from "../text/sentences.ts";
import { plusDays } from "../values/civil.ts";

/** "made on": a past day beside the verb of agreeing. */
export function madeOnOf(scene: Scene, sentence: Sentence, at: number, terms: Terms): string | null {
  const { dates } = scene.valuesOf(sentence);
  const past = dates.find(
    (date) =>
      date.value?.length === 10 &&
      date.value <= scene.reportDate &&
      date.value !== terms.start_date &&
      Math.abs(date.start - at) < 60 &&
      date.role === "on",
  );
  if (past?.value) return past.value;
  // the day of the passage
  const previous = scene.sentences[sentence.index - 1];
  if (
    dates.some((date) => date.value !== undefined && date.value < scene.reportDate) ||
    !previous ||
    previous.line !== sentence.line
  )
    return null;
  const before = scene
    .valuesOf(previous)
    .dates.find(
      (date) =>
        date.value?.length === 10 &&
        date.value <= scene.reportDate &&
        date.value >= plusDays(scene.reportDate, -6),
    );
  return before?.value ?? null;
}

/** "36 hours of quiet; teams of up to 12 people; no drones": what stands behind the measure in a list is a condition. */
export function listedConditions(scene: Scene, sentence: Sentence, terms: Terms): void {
  const parts = [...sentence.text.matchAll(/; ([^;]+)/g)];
  if (parts.length === 0) return;
  terms.conditions = parts.flatMap((part) => {
    const words = (part[1] ?? "").replace(/[.\s]+$/, "");
    const start = sentence.start + part.index + 2;
    return words.length > 4 && !scene.language.sources.finite.test(words)
      ? [scene.span({ start, end: start + words.length })]
      : [];
  });
}
