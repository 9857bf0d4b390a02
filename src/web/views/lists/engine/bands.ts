import type { Pair } from "./protocol.ts";

/** What a person looks at first, what he looks at next, and what is not shown; in thousandths. */
const likelyFrom = 900;
const shownFrom = 100;

/** The engine learns what a likeness is worth from the lists themselves; from fewer lines than these it goes by what is known in general. */
export const fewLines = 100;

export type Band = "likely" | "look";

export function bandOf({ perMille }: Pick<Pair, "perMille">): Band | undefined {
  if (perMille < shownFrom) return undefined;
  return perMille >= likelyFrom ? "likely" : "look";
}

export function pairKey({ left, right }: Pick<Pair, "left" | "right">): string {
  return `${left} ${right}`;
}
