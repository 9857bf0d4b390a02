/**
 * Patterns of words that decline. In a source `~` is any ending, ` .. ` up to six words between; it is matched on small letters
 * (`lowered`), never inside a longer word. Always global: for `matchAll` and `search`.
 */
export function words(source: string): RegExp {
  const known = made.get(source);
  if (known) return known;
  const pattern = source.replaceAll(" .. ", "(?:[ ,]+[^\\s.;!?]+){0,6}?[ ,]+").replaceAll("~", "\\p{L}*");
  const compiled = new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "gu");
  made.set(source, compiled);
  return compiled;
}

/** Each source is compiled once. */
const made = new Map<string, RegExp>();

export function has(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}

export function first(text: string, pattern: RegExp): RegExpExecArray | undefined {
  const { value } = text.matchAll(pattern).next();
  return value;
}

/** The same length in small letters, as the language has them (i and ı); ё is е. */
export function lowered(text: string, code: string): string {
  return text
    .replace(/\p{Lu}/gu, (char) => {
      const small = char.toLocaleLowerCase(code);
      return small.length === char.length ? small : char;
    })
    .replaceAll("ё", "е");
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
