import type { FootageBox } from "#record";
import { boxAt, type Rect } from "./box-at.ts";

type Moment = FootageBox["moments"][number];

/**
 * The fewest moments, each one of those given, between which a box stands at most `most` pixels from where it was put
 * at every moment left out; so a long way fits into a plan. O(n²) at worst.
 */
export function straightened(moments: readonly Moment[], most = 1): readonly Moment[] {
  const kept: Moment[] = [];
  let at = 0;
  while (at < moments.length) {
    const from = moments[at] as Moment; // within the list
    kept.push(from);
    let next = at + 1;
    while (next + 1 < moments.length && isStraight(moments.slice(at, next + 2), most)) next += 1;
    at = next;
  }
  return kept;
}

// Whether between the first and the last of these every other stands where the straight way passes.
function isStraight(part: readonly Moment[], most: number): boolean {
  const ends = [part[0], part.at(-1)].filter((one) => one !== undefined);
  return part.every((one) => {
    const box = boxAt({ moments: ends }, one.ms);
    return box !== undefined && sides.every((side) => Math.abs(box[side] - one[side]) <= most);
  });
}

const sides = ["x", "y", "w", "h"] as const satisfies readonly (keyof Rect)[];
