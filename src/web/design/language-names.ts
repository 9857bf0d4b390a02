import type { Language } from "#i18n/screens";

/** Languages in their own names: one looks for one's own. */
export const languageNames: { readonly [L in Language]: string } = {
  en: "English",
  uk: "Українська",
  ru: "Русский",
  tr: "Türkçe",
};
