import type { StatementKind, Topic } from "../draft.ts";
import type { Range } from "../text/fold.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Speaker } from "./speaker.ts";

/** Somebody's words: a statement before it is an entry. Ranges are places in the folded text. */
export type Attribution = {
  readonly speaker: Speaker;
  readonly kind: StatementKind;
  readonly about: readonly Topic[];
  readonly quotes: readonly Range[];
  readonly span: Range;
  readonly sentences: readonly Sentence[];
  readonly cue: Range | undefined;
  readonly rule: string;
  readonly isBackground: boolean;
};
