import type { Random } from "#base";
import type { ClassOfPersons } from "./classes.ts";
import { Fill } from "./fill.ts";
import { improve } from "./improve.ts";
import type { Model } from "./model.ts";
import type { Placement } from "./placement.ts";
import { order, type Standing, standingOf } from "./standing.ts";

export type RecreateOptions = {
  readonly random: Random;
  readonly rounds: number;
  /** Steps of local search after each round. */
  readonly steps: number;
  readonly stopped: () => boolean;
};

/**
 * Ruin and recreate (G. Schrimpf et al. 2000): takes some persons out, fills what is free in another order, searches
 * nearby, and keeps what is no worse. It gets over what exchanges of two or three cannot, where the numbers bind.
 */
export function recreate(
  placement: Placement,
  classes: readonly ClassOfPersons[],
  { random, rounds, steps, stopped }: RecreateOptions,
): void {
  const { model, at } = placement;
  const { T } = model;
  const fill = new Fill(placement, classes);
  const movable = unitsOf(model);
  if (movable.length === 0) return;
  let kept = at.slice();
  let best: Standing = standingOf(placement);
  for (let round = 0; round < rounds && !stopped(); round++) {
    ruin(placement, movable, random);
    const shy = 0.05 + 0.4 * random.next();
    const first = random.below(T);
    for (let n = 0; n < T; n++) {
      fill.enter((first + n) % T, () => random.next() < shy);
      fill.fillUp((first + n) % T);
    }
    for (let t = 0; t < T; t++) {
      fill.enter(t);
      if (placement.excess > 0) fill.balance(t, model.N);
      if (placement.excess === 0) fill.fillUp(t);
    }
    if (placement.excess === 0) improve(placement, classes, { random, steps, stopped });
    const standing = placement.excess === 0 ? standingOf(placement) : undefined;
    if (standing && order(standing, best) <= 0) {
      best = standing;
      kept = at.slice();
      continue;
    }
    placement.begin();
    for (let i = 0; i < at.length; i++) placement.move(i, kept[i] ?? T);
  }
}

// Takes out a tranche, a part of all, one side's part, or everybody who can be moved.
function ruin(placement: Placement, movable: readonly (readonly number[])[], random: Random): void {
  const { model, at } = placement;
  const kind = random.below(8);
  const t = random.below(model.T);
  const s = random.below(2);
  const share = 0.1 + 0.5 * random.next();
  placement.begin();
  for (const unit of movable) {
    const i = unit[0] ?? 0;
    if (at[i] === model.T) continue;
    const goes =
      kind === 0 ||
      (kind < 3
        ? at[i] === t
        : kind < 4
          ? model.side[i] === s && random.next() < share
          : random.next() < share);
    if (goes) for (const j of unit) placement.move(j, model.T);
  }
}

function unitsOf(model: Model): readonly (readonly number[])[] {
  const units: (readonly number[])[] = [];
  for (let i = 0; i < model.N; i++) {
    const unit = model.unitOf.get(i) ?? [i];
    if (unit[0] === i && unit.every((j) => model.fixed[j] === -1)) units.push(unit);
  }
  return units;
}
