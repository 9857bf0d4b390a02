/** The characters of a text at which words stand; throws where they do not stand there exactly once. */
export function spanOf(text: string, words: string): { readonly from: number; readonly to: number } {
  const from = text.indexOf(words);
  if (from < 0) throw new Error(`"${words}" does not stand in "${text}".`);
  if (text.indexOf(words, from + 1) >= 0) throw new Error(`"${words}" stands twice in "${text}".`);
  return { from, to: from + words.length };
}
