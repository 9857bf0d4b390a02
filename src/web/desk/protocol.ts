import type { Language } from "#i18n/screens";

/**
 * What went wrong, in the reader's words: a problem of the catalogue, or a bug under its name. A form's field that does
 * not fit is in the details, as `path` and `reason`.
 */
export type Refusal = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** What a page says to its desk, which works in a thread of its own. */
export type ToDesk =
  | { readonly kind: "open"; readonly base: string; readonly language: Language }
  | { readonly kind: "language"; readonly language: Language }
  | { readonly kind: "watch"; readonly id: number; readonly query: string; readonly args: unknown }
  | { readonly kind: "unwatch"; readonly id: number }
  | { readonly kind: "call"; readonly id: number; readonly action: string; readonly args: unknown }
  | { readonly kind: "stop"; readonly id: number };

/** What the desk says to its page. */
export type ToPage =
  | { readonly kind: "model"; readonly id: number; readonly model: unknown }
  | { readonly kind: "done"; readonly id: number; readonly value: unknown }
  | { readonly kind: "refused"; readonly id: number; readonly refusal: Refusal }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly of: number };
