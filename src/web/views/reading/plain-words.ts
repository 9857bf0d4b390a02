/** What nobody sees: controls, marks of direction, zero-width characters. Line feeds and tabs are no part of it. */
export const unseen = /(?![\n\t\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Words of a report as the record takes them: composed, without what nobody sees, on one line. */
export function lineOf(text: string, most = 300): string {
  return cut(seen(text).replaceAll(/\s+/g, " ").trim(), most);
}

/** The same with its lines kept. */
export function proseOf(text: string, most = 12_000): string {
  const lines = seen(text).replaceAll(/\r\n?/g, "\n").replaceAll("\t", " ");
  return cut(lines.trim(), most);
}

function seen(text: string): string {
  return text.toWellFormed().normalize("NFC").replaceAll(unseen, "");
}

// Never through the middle of a character.
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}
