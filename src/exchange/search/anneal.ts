import type { Random } from "#base";
import type { Model } from "./model.ts";
import type { Placement } from "./placement.ts";

export type AnnealOptions = {
  readonly random: Random;
  readonly steps: number;
  /** What one more of those agreed in full weighs against the most harm that one person can suffer. */
  readonly coverWeight: number;
  /** Whether each person returned is worth a little beside harm, or costs a little: then only those go whom the numbers need. */
  readonly fills: boolean;
  readonly stopped: () => boolean;
};

// By how much the price of overstepping changes from time to time.
const swing = 1.15;

/**
 * Anneals coverage and harm through plans that overstep limits at a price (S. Kirkpatrick et al. 1983; strategic
 * oscillation, F. Glover 1986): where numbers bind, the way from one plan to a better one leads through such. `placement`
 * becomes the best plan within the limits that was met; false where none was.
 */
export function anneal(
  placement: Placement,
  { random, steps, coverWeight, fills, stopped }: AnnealOptions,
): boolean {
  const { model, at } = placement;
  const { T } = model;
  const units = movableUnits(model);
  if (units.length === 0) return placement.excess === 0;
  const most = mostHarm(model);
  const cover = model.cover.includes(1) ? coverWeight * most : 0;
  const dearest = Math.max(most, cover);
  const one = (fills ? 0.01 : -0.02) * most;
  let penalty = 0.3 * dearest;
  const cost = () =>
    cover * placement.uncovered + placement.harm + penalty * placement.excess - one * placement.returned;
  let best: { uncovered: number; harm: number; returned: number; at: Int16Array } | undefined;
  let [heat, value] = [0, 0];
  placement.begin();
  for (let step = 0; step < steps; step++) {
    if ((step & 127) === 0) {
      if (stopped()) break;
      heat = 0.5 * dearest * (0.4 / dearest) ** (step / steps);
      // dearer while limits are overstepped, cheaper while they are not: so it goes to and fro between the two
      penalty = Math.max(
        0.05 * dearest,
        Math.min(50 * dearest, penalty * (placement.excess > 0 ? swing : 1 / swing)),
      );
      value = cost();
    }
    placement.begin();
    const unit = units[random.below(units.length)] ?? [];
    const draw = random.below(8);
    if (draw < 4) moveUnit(unit, random.below(T + 1));
    else {
      const other = units[random.below(units.length)] ?? [];
      const [from, to] = [at[unit[0] ?? 0] ?? T, at[other[0] ?? 0] ?? T];
      if (draw < 7) {
        if (from === to) continue;
        moveUnit(unit, to);
        moveUnit(other, from);
      } else if (random.below(4) === 0) clearSite(model.site[unit[0] ?? 0] ?? -1, from);
      else {
        const t = random.below(T + 1);
        moveUnit(unit, t);
        moveUnit(other, t);
      }
    }
    const next = cost();
    if (next > value && random.next() >= Math.exp((value - next) / heat)) {
      placement.undo();
      continue;
    }
    value = next;
    if (placement.excess === 0 && isBest()) {
      const { uncovered, harm, returned } = placement;
      best = { uncovered, harm, returned, at: at.slice() };
    }
  }
  if (!best) return false;
  placement.begin();
  for (let i = 0; i < at.length; i++) placement.move(i, best.at[i] ?? T);
  return true;

  function moveUnit(unit: readonly number[], t: number): void {
    for (const i of unit) placement.move(i, t);
  }

  // a pick-up is given up, with all whom it brings
  function clearSite(f: number, t: number): void {
    if (f < 0 || t === T) return;
    for (const unit of units) if (unit.some((i) => model.site[i] === f && at[i] === t)) moveUnit(unit, T);
  }

  function isBest(): boolean {
    if (!best) return true;
    const { uncovered, harm, returned } = placement;
    if (uncovered !== best.uncovered) return uncovered < best.uncovered;
    return harm !== best.harm ? harm < best.harm : returned > best.returned;
  }
}

function mostHarm({ harm }: Model): number {
  return harm.reduce((most, one) => Math.max(most, one), 1);
}

// Whoever can be moved: persons alone, and pairs that move as one.
function movableUnits(model: Model): readonly (readonly number[])[] {
  const { N, T, unitOf, fixed, ready } = model;
  const units: (readonly number[])[] = [];
  for (let i = 0; i < N; i++) {
    const unit = unitOf.get(i) ?? [i];
    if (unit[0] === i && unit.every((j) => fixed[j] === -1 && (ready[j] ?? T) < T)) units.push(unit);
  }
  return units;
}
