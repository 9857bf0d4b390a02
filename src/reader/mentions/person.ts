import type { Range } from "../text/fold.ts";

/** A person named in the text. Ranges are places in the folded text. */
export type Person = {
  readonly name: string;
  readonly surname: string;
  readonly at: Range;
  role: Range | undefined;
  party: string | undefined;
  gender: "f" | "m" | undefined;
  rule: string;
};
export type PersonMention = Range & { readonly person: Person };
export type People = {
  readonly list: readonly Person[];
  within(range: Range): readonly PersonMention[];
};
