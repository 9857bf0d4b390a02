import type { Language } from "./languages.ts";
import en from "./words/en.json" with { type: "json" };
import ru from "./words/ru.json" with { type: "json" };
import tr from "./words/tr.json" with { type: "json" };
import uk from "./words/uk.json" with { type: "json" };

const lists: { readonly [L in Language]: readonly string[] } = { en, uk, ru, tr };

/**
 * Bytes as words to be read aloud, one for each: 256 to a language, no two alike in their first four letters. Who
 * compares chooses a language that both speak.
 */
export function spokenWords(language: Language, bytes: Uint8Array): readonly string[] {
  return Array.from(bytes, (byte) => lists[language][byte] ?? "");
}
