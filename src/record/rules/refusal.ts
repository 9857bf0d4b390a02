/** What a sentence names: a code of the record, the author's own word, a number, several of them, or another refusal. */
export type NamedInWords = string | number | readonly string[] | Refusal;

/**
 * A rule that refuses an act: its id in a SPEC.md, the words that its author reads, and what these words name, so
 * that they can be said in another language.
 */
export type Refusal = {
  readonly rule: string;
  readonly words: string;
  readonly params?: { readonly [name: string]: NamedInWords };
};

type NamesIn<Words extends string> = Words extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** `words` is one full sentence; what differs from case to case stands in it as {name}. */
export function refusal<const Words extends string>(
  rule: string,
  words: Words,
  ...[params]: [NamesIn<Words>] extends [never]
    ? []
    : [params: { readonly [Name in NamesIn<Words>]: NamedInWords }]
): Refusal {
  return params ? { rule, words: fillWords(words, params), params } : { rule, words };
}

/** A sentence with what it names put in; a name that is not given is left as it stands. */
export function fillWords(words: string, params: Refusal["params"] = {}): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const named = Object.hasOwn(params, name) ? params[name] : undefined;
    return named === undefined ? whole : textOf(named);
  });
}

function textOf(named: NamedInWords): string {
  if (typeof named === "string" || typeof named === "number") return String(named);
  return "rule" in named ? `[${named.rule}] ${named.words}` : named.join(", ");
}
