/** A rule that refuses an act: its id in a SPEC.md, and the words that its author reads. */
export type Refusal = { readonly rule: string; readonly words: string };

export function refusal(rule: string, words: string): Refusal {
  return { rule, words };
}
