import { ranks } from "../tables/ranks.ts";

const steps = ranks
  .trim()
  .split("\n")
  .map((line, step) =>
    (line.includes("|") ? line.split("|") : line.split(" ")).map((name) => ({ name: name.trim(), step })),
  );
const byName = steps.flat().toSorted((x, y) => y.name.length - x.name.length || (x.name < y.name ? -1 : 1));

/** The step of a rank on the ladder of tables/ranks.ts from 1, or 0 where it is not known. */
export function rankStep(text: string): number {
  const low = ` ${text.normalize("NFC").toLowerCase().replaceAll(/[.,]/g, " ").replaceAll(/\s+/g, " ").trim()} `;
  for (const { name, step } of byName) if (low.includes(` ${name}`)) return step + 1;
  return 0;
}

export const rankLevels = ["missing", "same", "next", "near", "differs"] as const;

/** How near two steps are: an index into `rankLevels`. */
export function compareRanks(steps: Uint8Array, a: number, b: number): number {
  const x = steps[a]!;
  const y = steps[b]!;
  if (x === 0 || y === 0) return 0;
  const gap = x > y ? x - y : y - x;
  return gap === 0 ? 1 : gap === 1 ? 2 : gap <= 3 ? 3 : 4;
}
