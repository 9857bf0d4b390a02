import { levels } from "../plan.ts";
import type { Placement } from "./placement.ts";

/** A placement's levels but service and envy, as numbers that are better when smaller. */
export type Standing = Float64Array;

const serviceLevel = levels.indexOf("service");
const envyLevel = levels.indexOf("envy");

export function standingInto(into: Standing, placement: Placement): Standing {
  into[0] = placement.uncovered;
  into[1] = placement.harm;
  into[2] = -placement.returned;
  into[3] = 0;
  into[4] = -placement.captivity;
  into[5] = 0;
  into[6] = placement.peak;
  into[7] = placement.pickups;
  into[8] = placement.days;
  into[9] = placement.change;
  return into;
}

/** A level that may be worse, up to a limit: then it ties. Costs count as in a standing; of service it is the least share. */
export type Relaxed = { readonly level: number; readonly limit: number };

function isWithin({ level, limit }: Relaxed, after: Standing, placement: Placement): boolean {
  return level === serviceLevel ? leastShare(placement) >= limit : (after[level] ?? 0) <= limit;
}

/** The smallest share of any group. */
export function leastShare({ groupReturned, model }: Placement): number {
  let least = 1;
  for (let g = 0; g < groupReturned.length; g++) {
    const size = model.groupSize[g] ?? 0;
    if (size > 0) least = Math.min(least, (groupReturned[g] ?? 0) / size);
  }
  return least;
}

/**
 * Compares the placement with how it stood at `begin` (`before`): negative where it is better. `envyChange` is asked
 * only where all that comes before it ties.
 */
export function compare(
  before: Standing,
  after: Standing,
  placement: Placement,
  envyChange: () => number,
  relaxed?: Relaxed,
): number {
  for (let level = 0; level < levels.length; level++) {
    if (relaxed?.level === level && isWithin(relaxed, after, placement)) continue;
    const change =
      level === serviceLevel
        ? serviceChange(placement)
        : level === envyLevel
          ? envyChange()
          : (after[level] ?? 0) - (before[level] ?? 0);
    if (change !== 0) return change;
  }
  return 0;
}

/** Leximin of the groups' shares now against those at `begin`: shares that stayed cancel out. */
function serviceChange(placement: Placement): number {
  const { groupReturned, groupBefore, model } = placement;
  const old: number[] = [];
  const now: number[] = [];
  for (let g = 0; g < groupReturned.length; g++) {
    const n = groupReturned[g] ?? 0;
    const was = groupBefore[g] ?? 0;
    const size = model.groupSize[g] ?? 0;
    if (n === was || size === 0) continue;
    old.push(was / size);
    now.push(n / size);
  }
  return -compareService(now, old);
}

/** Leximin: positive where `now` is better than `old`, share by share from the least. Same length. */
export function compareService(now: number[], old: number[]): number {
  now.sort((x, y) => x - y);
  old.sort((x, y) => x - y);
  for (let g = 0; g < now.length; g++) {
    const change = (now[g] ?? 0) - (old[g] ?? 0);
    if (change !== 0) return change;
  }
  return 0;
}
