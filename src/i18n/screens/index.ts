import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../languages.ts";
import type { Params } from "../translate.ts";
import type { messages as en } from "./en.ts";

export { type Language, languages } from "../languages.ts";
export type ScreenKey = keyof typeof en;
/** Says a message of the screens, or of the record's catalogue, in one language. */
export type Say = {
  (key: ScreenKey, params?: Params): string;
  readonly language: Language;
};

/** Loads one language's messages, and no other's. */
export async function loadScreens(language: Language): Promise<Say> {
  const messages = await load(language);
  const parsed = new Map<string, IntlMessageFormat>();
  const say = (key: ScreenKey, params: Params = {}): string => {
    const format = parsed.get(key) ?? new IntlMessageFormat(messages[key], language);
    parsed.set(key, format);
    return String(format.format(params));
  };
  return Object.assign(say, { language });
}

async function load(language: Language): Promise<Readonly<Record<ScreenKey, string>>> {
  switch (language) {
    case "en": {
      const { messages } = await import("./en.ts");
      const texts = Object.entries(messages).map(([key, { text }]) => [key, text]);
      return Object.fromEntries(texts) as Record<ScreenKey, string>; // the keys are those of the type
    }
    case "uk":
      return (await import("./uk.ts")).messages;
    case "ru":
      return (await import("./ru.ts")).messages;
    case "tr":
      return (await import("./tr.ts")).messages;
    default:
      return language satisfies never;
  }
}
