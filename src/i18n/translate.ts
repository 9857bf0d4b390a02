import { IntlMessageFormat } from "intl-messageformat";
import en from "./en.json" with { type: "json" };
import type { Language } from "./languages.ts";
import ru from "./ru.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };
import uk from "./uk.json" with { type: "json" };

export type MessageKey = keyof typeof en;
export type Params = Readonly<Record<string, string | number>>;
/** Says a message of the catalogues in one language. */
export type Translate = {
  (key: MessageKey, params?: Params): string;
  readonly language: Language;
};

const catalogues: { readonly [L in Language]: Readonly<Record<MessageKey, string>> } = {
  en: Object.fromEntries(Object.entries(en).map(([key, { text }]) => [key, text])) as Record<
    MessageKey,
    string
  >,
  uk,
  ru,
  tr,
};
const parsed = new Map<string, IntlMessageFormat>();

export function translator(language: Language): Translate {
  const say = (key: MessageKey, params: Params = {}): string => {
    const id = `${language}/${key}`;
    const format = parsed.get(id) ?? new IntlMessageFormat(catalogues[language][key], language);
    parsed.set(id, format);
    return String(format.format(params));
  };
  return Object.assign(say, { language });
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
