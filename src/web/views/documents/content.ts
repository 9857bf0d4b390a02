/** What is written into the fields of a document, by their names. */
export type Written = Readonly<Record<string, string>>;

/** A field's content: left out where nobody knows it, null where the prisoner did not say it. */
export function contentOf(written: Written, names: readonly string[]): Record<string, string | null> {
  const fields = names.map((name): readonly [string, string | null] => {
    const text = written[name]?.trim() ?? "";
    return [name, text === "-" || text === "–" ? null : text];
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== ""));
}
