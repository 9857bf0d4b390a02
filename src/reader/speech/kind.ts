import type { StatementKind } from "../draft.ts";
import type { Language } from "../languages/language.ts";

/** Where one speaker does several things in one sentence, the first of these is taken. */
export const order: readonly StatementKind[] = [
  "reiterates",
  "proposes",
  "denies",
  "agrees",
  "rejects",
  "demands",
  "accuses",
  "confirms",
  "announces",
  "appeals",
  "describes",
];

/** What a complement ("… said that …") does. */
export function kindOfComplement(words: string, { speech }: Language): StatementKind | undefined {
  return speech.complement.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What words in the first person do. */
export function kindOfSpeech(words: string, { speech }: Language): StatementKind | undefined {
  return speech.first.find(([, pattern]) => pattern.test(words))?.[0];
}
