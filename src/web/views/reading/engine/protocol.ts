import type { Problem } from "#base";
import type { Draft, GivenParty, Pointed } from "#reader";

export type {
  Agreement,
  Count,
  Draft,
  EventEntry,
  Meeting,
  Proposal,
  Span,
  Terms,
} from "#reader";

export type ToReader =
  /** A file as it was dropped: what is text in it. */
  | { readonly kind: "open"; readonly name: string; readonly bytes: Uint8Array }
  | ({ readonly kind: "read" } & Asked)
  /** What a second reader pointed at in the same text. */
  | ({ readonly kind: "point"; readonly pointed: readonly Pointed[] } & Asked);

/** A text to be read, and what is known of it. */
export type Asked = {
  readonly name: string;
  readonly text: string;
  /** A code, or "told": by the letters of the text. */
  readonly language: string;
  /** A civil date. */
  readonly reportDate: string;
  readonly parties: readonly GivenParty[];
  /** The id of the host among the parties. */
  readonly host: string;
};

export type Read = {
  readonly draft: Draft;
  /** SHA-256 of the text in UTF-8, base64. */
  readonly digest: string;
};

export type FromReader =
  | { readonly kind: "opened"; readonly text: string }
  | ({ readonly kind: "read" } & Read)
  | { readonly kind: "pointed"; readonly draft: Draft; readonly dropped: number }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "failed" };
