import { type Office, processOf, type State, sideOf } from "#record";
import { isMessageKey, type Translate } from "./translate.ts";

/** The name of an office in the reader's language: the parties' as they stand in the founding act. */
export function officeName(t: Translate, state: State, office: Office): string {
  const process = processOf(state);
  if (!process) return office;
  if (office === "host") return process.host.label[t.language];
  const side = sideOf(office);
  const label = side ? process.parties[side].label[t.language] : "";
  if (office === "party-a" || office === "party-b") return label;
  const key = `office.${side ? office.slice(0, -2) : office}`;
  return isMessageKey(key) ? t(key, { label }) : office;
}

/** One of the answer, status or track words; a word that has no entry is shown as it is. */
export function sayWord(t: Translate, word: string): string {
  const key = `word.${word}`;
  return isMessageKey(key) ? t(key) : word.replaceAll("_", " ");
}
