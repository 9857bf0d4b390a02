import type { Random } from "#base";
import { type LevelName, levels, sense } from "../plan.ts";
import type { ClassOfPersons } from "../search/classes.ts";
import { leastShare, standingInto } from "../search/compare.ts";
import { improve } from "../search/improve.ts";
import { Placement } from "../search/placement.ts";
import { envyOf } from "../search/standing.ts";

/** What holding a level costs the next: `value` is worth now, `could` what was found with the level before 1 % worse. */
export type LevelPrice = {
  readonly level: LevelName;
  readonly relaxed: LevelName;
  readonly value: number;
  readonly could: number;
};

export type PricesOptions = {
  readonly random: Random;
  readonly steps: number;
  readonly stopped: () => boolean;
};

// By how much a level is relaxed.
const share = 0.01;

/** For each level but the first, what it gains where the one before it may be 1 % worse; by search, so at least that. */
export function levelPrices(
  placement: Placement,
  classes: readonly ClassOfPersons[],
  options: PricesOptions,
): readonly LevelPrice[] {
  const now = valuesOf(placement);
  return levels.slice(1, -1).map((level, n) => {
    const relaxed = levels[n] ?? level;
    const other = new Placement(placement.model);
    for (let i = 0; i < placement.at.length; i++) other.move(i, placement.at[i] ?? placement.model.T);
    const loosened = now[relaxed] * (sense[relaxed] === "most" ? 1 - share : 1 + share);
    const limit = relaxed === "service" || sense[relaxed] === "least" ? loosened : -loosened;
    improve(other, classes, { ...options, relaxed: { level: n, limit } });
    return { level, relaxed, value: now[level], could: valuesOf(other)[level] };
  });
}

function valuesOf(placement: Placement): Readonly<Record<LevelName, number>> {
  const costs = standingInto(new Float64Array(levels.length), placement);
  const cost = (name: LevelName) => (sense[name] === "most" ? -1 : 1) * (costs[levels.indexOf(name)] ?? 0);
  const entries = levels.map((name) => [name, cost(name)] as const);
  const values = Object.fromEntries(entries) as Record<LevelName, number>; // one entry for each level
  return { ...values, service: leastShare(placement), envy: envyOf(placement) };
}
