import { compareService } from "./compare.ts";
import { Envy } from "./envy.ts";
import type { Placement } from "./placement.ts";

/** Every level of a placement: costs are better when smaller, and service stands apart. */
export type Standing = { readonly costs: readonly number[]; readonly service: readonly number[] };

// Before which of the costs service is compared.
const serviceAt = 3;

export function standingOf(placement: Placement): Standing {
  const { model, groupReturned } = placement;
  const service: number[] = [];
  for (let g = 0; g < groupReturned.length; g++) {
    const size = model.groupSize[g] ?? 0;
    if (size > 0) service.push((groupReturned[g] ?? 0) / size);
  }
  const costs = [
    placement.uncovered,
    placement.harm,
    -placement.returned,
    -placement.captivity,
    envyOf(placement),
    placement.peak,
    placement.pickups,
    placement.days,
    placement.change,
  ];
  return { costs, service: service.sort((x, y) => x - y) };
}

/** Pairs of like persons in which the shorter held goes earlier. */
export function envyOf({ model, at }: Placement): number {
  const envy = new Envy(model, at);
  let twice = 0;
  for (let i = 0; i < at.length; i++) twice += envy.pairsOf(i, at[i] ?? 0);
  return twice / 2;
}

/** Negative where `one` is better, level by level. */
export function order(one: Standing, other: Standing): number {
  for (let level = 0; level <= one.costs.length; level++) {
    if (level === serviceAt) {
      const change = -compareService([...one.service], [...other.service]);
      if (change !== 0) return change;
    }
    const change = (one.costs[level] ?? 0) - (other.costs[level] ?? 0);
    if (change !== 0) return change;
  }
  return 0;
}

/** Whether a placement within all limits is better than another. */
export function isBetter(one: Placement, than: Placement): boolean {
  return order(standingOf(one), standingOf(than)) < 0;
}
