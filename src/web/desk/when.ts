import { epochMs, type Happened } from "#record";

/** A moment as exactly as it was said: a civil day, an instant, or from one to another. */
export type When =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "instant"; readonly at: number }
  | { readonly kind: "span"; readonly from: When; readonly to: When };

export function whenOf(said: Happened): When {
  if (typeof said !== "string") return { kind: "span", from: whenOf(said.from), to: whenOf(said.to) };
  return said.length === 10 ? { kind: "day", day: said } : { kind: "instant", at: epochMs(said) };
}
