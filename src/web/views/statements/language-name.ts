/** A language by its name in the reader's language; by its code where that has none. */
export function languageName(code: string, reader: string): string {
  return new Intl.DisplayNames([reader], { type: "language", fallback: "code" }).of(code) ?? code;
}

/** The form of a language's code (BCP 47), as the record takes it. */
export function isLanguage(code: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code);
}
