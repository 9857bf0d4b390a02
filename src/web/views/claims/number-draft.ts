import type { ScreenKey } from "#i18n/screens";
import type { Amount, Claim, ClaimSource } from "#record";

/** How a number is said: exactly, as a range with one end open or none, or not at all. */
export const shapes = ["exactly", "at_least", "at_most", "between", "undisclosed"] as const;
type Shape = (typeof shapes)[number];

/** A number as it is being filled in. */
export type NumberDraft = {
  readonly shape: Shape | null;
  readonly first: string;
  /** The upper end of a range. */
  readonly second: string;
  readonly unit: Claim["unit"] | null;
  readonly kind: Claim["kind"] | null;
  readonly isAbout: boolean;
  /** A civil date, or empty. */
  readonly asOf: string;
};

export function noNumber(unit: Claim["unit"] | null, kind: Claim["kind"] | null): NumberDraft {
  return { shape: null, first: "", second: "", unit, kind, isAbout: false, asOf: "" };
}

/** The amount that a draft has become; undefined while something is missing. Nothing is rounded. */
export function amountOf({ shape, first, second }: NumberDraft): Amount | undefined {
  const least = wholeOf(first);
  const most = wholeOf(second);
  if (shape === "undisclosed") return { undisclosed: true };
  if (least === undefined || shape === null) return undefined;
  if (shape === "exactly") return { value: least };
  if (shape === "at_least") return { min: least };
  if (shape === "at_most") return { max: least };
  return most === undefined || most < least ? undefined : { min: least, max: most };
}

/** The first thing that is not yet right in it. */
export function numberIsWrong(draft: NumberDraft): ScreenKey | undefined {
  if (draft.shape === null || draft.unit === null || draft.kind === null) return "forms.choose";
  if (amountOf(draft) !== undefined) return undefined;
  return draft.shape === "between" &&
    wholeOf(draft.first) !== undefined &&
    wholeOf(draft.second) !== undefined
    ? "claims.form.range"
    : "claims.form.whole";
}

/** The claim that a draft has become; only for one in which nothing is wrong. */
export function claimOf(draft: NumberDraft, source: ClaimSource): Claim {
  const amount = amountOf(draft);
  const { unit, kind, isAbout, asOf } = draft;
  if (!amount || !unit || !kind) throw new Error("A number in which something is missing is no claim yet.");
  return {
    amount,
    unit,
    kind,
    ...(isAbout && !("undisclosed" in amount) ? { approximate: true } : {}),
    ...(asOf === "" ? {} : { asOf }),
    source,
  };
}

function wholeOf(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
