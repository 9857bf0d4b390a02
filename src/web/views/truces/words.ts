import { sayWord } from "#i18n";
import type { At } from "../../desk/query.ts";

/** A word of the record: its code, by which the page weighs it, and how it is said. */
export type Word = { readonly code: string; readonly words: string };

export function wordOf({ t }: Pick<At, "t">, code: string): Word {
  return { code, words: sayWord(t, code) };
}
