import { engine, explainer, type Mapping, matchLists, type Progress, roles } from "#match";
import { bandOf } from "./bands.ts";
import type { Compared, Pair, Reasons, ToCompare } from "./protocol.ts";

const steps: readonly Progress["step"][] = ["read", "block", "train", "score", "settle"];

/** No engine is certain that two lines are of one person. */
const mostPerMille = 999;
const mapping: Mapping = Object.fromEntries(roles.map((role) => [role, role]));

/** Compares two lists, by nothing but what stands on them; answers the pairs, and why for each of them when asked. */
export async function compared(
  { left, right, isTurned }: ToCompare,
  onProgress: (step: number, share: number) => void = () => {},
): Promise<Compared & { explain(pair: Pair): Reasons }> {
  const lists = isTurned ? [right, left] : [left, right];
  const first = lists[0]?.rows ?? 0;
  const { links, prepared } = await matchLists(lists, {
    mapping,
    onProgress: ({ step, done, of }) => onProgress(steps.indexOf(step), of === 0 ? 0 : done / of),
  });
  const all = links.map(({ a, b, probability }): Pair => {
    const [one, other] = [a + 1, b - first + 1];
    return {
      left: isTurned ? other : one,
      right: isTurned ? one : other,
      perMille: Math.min(mostPerMille, Math.floor(probability * 1_000)),
    };
  });
  const pairs = all
    .filter((pair) => bandOf(pair) !== undefined)
    .sort((x, y) => y.perMille - x.perMille || x.left - y.left || x.right - y.right);
  const why = explainer(prepared, lists);
  return {
    engine,
    pairs,
    below: all.length - pairs.length,
    explain: (pair) => {
      const [a, b] = isTurned ? [pair.right, pair.left] : [pair.left, pair.right];
      const { reasons, rarityBits, othersBits, priorBits } = why(a - 1, first + b - 1);
      return {
        reasons: reasons.map(({ fields, bits }) => ({
          fields: fields.map(({ field, left: one, right: other, level }) => ({
            field,
            left: isTurned ? other : one,
            right: isTurned ? one : other,
            level,
          })),
          bits,
        })),
        rarityBits,
        othersBits,
        priorBits,
      };
    },
  };
}
