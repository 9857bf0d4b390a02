import type { MessageKey } from "#i18n";
import type { Shown } from "../context.ts";

/** One part of what `show` shows: its data for programs, and its lines for people. */
export type Section = {
  readonly name: string;
  readonly heading: MessageKey;
  /** The section's content; an empty list is said as such. */
  data(it: Shown): readonly unknown[];
  print(it: Shown): void;
};
