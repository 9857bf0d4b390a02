import type { TruceTerms } from "./terms.ts";

// "24:00" and "midnight" name two days: in four languages (Debaltseve 2015, Easter 2025: "zero hours").
const midnight =
  /\b24[:.]00\b|\bmidnight\b|\bzero hours\b|опівноч|нуль годин|полноч|полуноч|ноль часов|gece yarısı/iu;
const date = /\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}/;

/** The first part whose words say midnight or 24:00 without a date beside it; undefined where all is clear. */
export function datelessMidnight(
  terms: TruceTerms,
): { readonly part: string; readonly words: string } | undefined {
  const { start: _, end: __, ...worded } = terms; // prints are compared with their instants
  for (const [part, value] of Object.entries(worded))
    for (const words of textsIn(value)) if (midnight.test(words) && !date.test(words)) return { part, words };
  return undefined;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsIn);
}
