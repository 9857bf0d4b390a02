/** The language of a text by the letters that one alone has: і ї є ґ, ы э ъ ё, ğ ı ş; English where there are none. Linear. */
export function languageOf(text: string): "en" | "uk" | "ru" | "tr" {
  const sample = text.slice(0, 20_000);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic * 2 > letters) return count(/[іїєґ]/giu) > count(/[ыэъё]/giu) ? "uk" : "ru";
  // a name with a foreign letter makes no Turkish
  return count(/[ğış]/gu) * 30 > letters ? "tr" : "en";
}
