import type { SetUpDraft, SetUpView } from "#api";
import type { SaidField } from "#i18n";

export type SetUpRole = SetUpView["role"];

/** How a head's key stands in this browser. */
export type OwnKey =
  /** Neither here nor joined. */
  | { readonly kind: "none" }
  /** Here, and not yet given. */
  | { readonly kind: "made"; readonly fingerprint: string }
  /** The one with which he joined, and what he needs for the lot. */
  | { readonly kind: "joined"; readonly fingerprint: string; readonly hasNonce: boolean }
  /** He joined with a key that is not in this browser. */
  | { readonly kind: "elsewhere" };

/** The set-up as one head sees it, and his own key. */
export type SetUpModel = SetUpView & { readonly own: OwnKey };
export type { SetUpDraft };

/** What this browser has compared by itself before its head signs. */
const textChecks = ["fingerprint", "key", "keys", "order", "log"] as const;
type TextCheck = { readonly what: (typeof textChecks)[number]; readonly holds: boolean };

/** The founding act as it stands in the bytes to sign, in the reader's words. */
export type FoundingText = {
  readonly fingerprint: string;
  readonly headline: string;
  readonly id: string;
  readonly process: string;
  /** Epoch ms. */
  readonly saidAt: number;
  readonly fields: readonly SaidField[];
  /** The party that is named first at the start. */
  readonly first: string;
  readonly checks: readonly TextCheck[];
};

/** What a head certifies for himself, once he is in and his office has no seat yet. */
export type OwnSeat = {
  readonly office: string;
  readonly member: string;
  readonly key: string;
  readonly recipient: string;
  readonly fingerprint: string;
};
