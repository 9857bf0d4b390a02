/** A side to which persons return: `a` are returned to party A, and are held by party B. */
export type Side = "a" | "b";
export const otherSide = (side: Side): Side => (side === "a" ? "b" : "a");

/** How a person travels; each has places of its own. */
export const modes = ["seat", "stretcher", "icu"] as const;
export type Mode = (typeof modes)[number];

/** Why somebody is not there for the plan: neutral words, the same for both sides, that expose nobody. */
export const barReasons = ["not_available", "proceedings", "unfit_to_travel", "under_review"] as const;
export type BarReason = (typeof barReasons)[number];

/** Opaque codes only: no name, no unit, no date of birth. What they stand for is known to those who gave them. */
export type Person = {
  readonly code: string;
  readonly to: Side;
  readonly site?: string;
  readonly mode: Mode;
  /** Code of a medical class; its harm grows by the day. */
  readonly medical?: string;
  /** Seriously wounded or sick: returned without counting (Geneva III art. 109-110). */
  readonly lane?: boolean;
  /** Step on the ladder of ranks; counts only where a ladder is agreed. */
  readonly rank?: number;
  readonly captivityDays: number;
  /** The first tranche, from 1, in which the person can go. */
  readonly ready?: number;
  readonly barred?: BarReason;
  readonly group?: string;
  readonly categories?: readonly string[];
};

/** What is agreed for a category: equal numbers, a ratio, all of it whatever the numbers, or nothing. */
export type Parity =
  | { readonly kind: "number"; readonly delta: number }
  | { readonly kind: "ratio"; readonly a: number; readonly b: number; readonly delta: number }
  | { readonly kind: "coverage" }
  | { readonly kind: "none" };

type Category = { readonly code: string; readonly parity: Parity };

/** Harm by the day: straight lines between points [day, harm], rounded down; `never` for who is not returned. */
export type MedicalClass = {
  readonly code: string;
  readonly harm: readonly (readonly [day: number, harm: number])[];
  readonly never: number;
};

/** Places of one side in one tranche; `pickups` is how many sites can send persons, without it any number. */
export type Places = {
  readonly seat: number;
  readonly stretcher: number;
  readonly icu: number;
  readonly pickups?: number;
};

/** A site where persons are held; `bus` is how many it can send in one tranche. */
export type Site = { readonly code: string; readonly bus?: number };

/** Beds that stay taken for `stayDays` by those who came by one of `modes`. */
type Ward = {
  readonly code: string;
  readonly modes: readonly Mode[];
  readonly beds: number;
  readonly stayDays: number;
};

type SideTerms = {
  readonly sites: readonly Site[];
  /** One for each tranche. */
  readonly places: readonly Places[];
  readonly wards?: readonly Ward[];
  /** Share of those announced who do not come, 0..1: for the reserves. */
  readonly noShow?: number;
};

export type Pair = {
  readonly kind: "together" | "apart" | "swap";
  readonly persons: readonly [string, string];
};

/** Agreed already: this person goes in this tranche (from 1), or in none (`null`). */
type Lock = { readonly person: string; readonly tranche: number | null };

/** Either counts from a rank upwards, or points by rank; both compare the two sides. */
type Ladder = {
  readonly thresholds?: readonly { readonly from: number; readonly delta: number }[];
  readonly points?: { readonly values: readonly number[]; readonly delta: number };
};

export type Case = {
  readonly format: "parley-exchange-case/1";
  /** Random, and read by nobody: so that a digest of the case tells nothing to who tries cases. */
  readonly nonce?: string;
  /** Day 0 of the harm, `YYYY-MM-DD`. */
  readonly start: string;
  /** Rising dates, `YYYY-MM-DD`. */
  readonly tranches: readonly { readonly date: string }[];
  /** Counted persons: at most `limit` to each side, and at most `delta` apart; without `delta` any number. */
  readonly total: { readonly limit?: number; readonly delta?: number };
  /** How far one side may be ahead at any moment, in counted persons. */
  readonly alternation?: number;
  readonly categories: readonly Category[];
  readonly ladder?: Ladder;
  readonly medical: readonly MedicalClass[];
  readonly sides: { readonly a: SideTerms; readonly b: SideTerms };
  readonly persons: readonly Person[];
  readonly pairs?: readonly Pair[];
  readonly locks?: readonly Lock[];
  /** An exercise of the line day: who does not come, in this order. */
  readonly drill?: { readonly tranche: number; readonly absent: readonly string[] };
};
