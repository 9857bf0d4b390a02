import type { Random } from "#base";
import type { Cohorts } from "../bound/cohorts.ts";
import { cohortsOf } from "../bound/cohorts.ts";
import type { ClassOfPersons } from "./classes.ts";
import { isFree } from "./classes.ts";
import { Fill } from "./fill.ts";
import type { Model } from "./model.ts";
import { Placement } from "./placement.ts";
import { chooseVisits } from "./visits.ts";

export type BuildOptions = {
  readonly random: Random;
  /** How much work goes into the pick-ups; 1 is the usual. */
  readonly effort: number;
  /** How much coverage weighs against harm when pick-ups are chosen; 0 leaves it to the later search. */
  readonly coverWeight: number;
  readonly stopped: () => boolean;
};

/**
 * A first plan within all limits: locks, then the medical by the pick-ups that spare most harm, each tranche evened out
 * by persons of the other side, then everybody whom there is room for. With `excess` where the locks allow none.
 */
export function build(
  model: Model,
  classes: readonly ClassOfPersons[],
  options: BuildOptions,
): {
  readonly placement: Placement;
  /** The medical alone, by pick-ups, without any comparison of numbers. */
  readonly unbound: Placement;
} {
  const placement = new Placement(model);
  const fill = new Fill(placement, classes);
  placeLocks(model, placement, fill);
  if (placement.excess > 0) return { placement, unbound: placement };
  placeUnits(model, placement, fill);
  const planned = plannedMedical(model, placement, options);
  const unbound = new Placement(model);
  for (let i = 0; i < model.N; i++) unbound.move(i, placement.at[i] ?? model.T);
  for (let t = 0; t < model.T; t++) {
    const here = planned[t] ?? [];
    placement.begin();
    for (const i of here) unbound.move(i, t);
    for (const i of here) if (placement.hasRoom(i, t)) placement.move(i, t);
    evenOut(model, placement, fill, here, t);
  }
  fillAll(model, placement, fill);
  return { placement, unbound };
}

/** Fills every tranche with whom there is room for, units of pairs first. */
export function fillAll(model: Model, placement: Placement, fill: Fill): void {
  placeUnits(model, placement, fill);
  for (let t = 0; t < model.T; t++) {
    fill.enter(t);
    fill.fillUp(t);
  }
}

function placeLocks(model: Model, placement: Placement, fill: Fill): void {
  placement.begin();
  for (let i = 0; i < model.N; i++) {
    const lock = model.fixed[i] ?? -1;
    const unit = model.unitOf.get(i) ?? [i];
    if (lock !== -1) for (const j of unit) placement.move(j, lock);
  }
  for (let t = 0; t < model.T && placement.excess > 0; t++) {
    fill.enter(t);
    fill.balance(t, model.N);
  }
}

function plannedMedical(model: Model, placement: Placement, options: BuildOptions): readonly number[][] {
  const planned: number[][] = Array.from({ length: model.T }, () => []);
  for (const s of [0, 1]) {
    const free = (i: number) => isFree(model, i) && placement.at[i] === model.T;
    const cohorts = cohortsOf(model, s, "harm", { takes: free, bonus: bonusOf(model, options.coverWeight) });
    const visits = chooseVisits(model, cohorts, placement, {
      random: options.random,
      steps: stepsFor(model, cohorts, options.effort),
      stopped: options.stopped,
    });
    cohorts.members.forEach((members, c) => {
      let n = 0;
      for (let t = 0; t < model.T; t++)
        for (let many = visits.going[c * model.T + t] ?? 0; many > 0; many--)
          planned[t]?.push(members[n++] ?? 0);
    });
  }
  const { medical, harm, T } = model;
  const spared = (i: number, t: number) =>
    (harm[(medical[i] ?? 0) * (T + 1) + T] ?? 0) - (harm[(medical[i] ?? 0) * (T + 1) + t] ?? 0);
  planned.forEach((list, t) => {
    list.sort((i, j) => spared(j, t) - spared(i, t) || i - j);
  });
  return planned;
}

// What returning one more of those agreed in full weighs beside the most harm that one person can suffer.
function bonusOf({ cover, harm }: Model, weight: number): number {
  return cover.includes(1) ? weight * harm.reduce((most, one) => Math.max(most, one), 1) : 0;
}

// The more sites and tranches, the more there is to choose; large cases are held to what fits into the time.
function stepsFor({ T }: Model, cohorts: Cohorts, effort: number): number {
  const sites = cohorts.bus.length;
  return Math.round(effort * Math.min(sites * T * 130, 900_000_000 / Math.max(1, cohorts.count * T)));
}

// Brings a tranche within the limits: by persons of the other side, or else by sending the least harmed back.
function evenOut(model: Model, placement: Placement, fill: Fill, here: readonly number[], t: number): void {
  if (placement.excess === 0) return;
  fill.enter(t);
  for (let n = here.length; placement.excess > 0; ) {
    if (fill.balance(t, model.N)) return;
    // from the least harmed on, the first whose staying brings it nearer
    let found = false;
    while (n > 0 && !found) {
      const i = here[--n] ?? 0;
      if (placement.at[i] !== t) continue;
      const before = placement.excess;
      placement.move(i, model.T);
      found = placement.excess < before;
      if (!found) placement.move(i, t);
    }
    if (!found) break;
  }
  if (placement.excess === 0) return;
  // then one by one, each with those whom that takes
  placement.undo();
  fill.enter(t);
  for (const i of here) {
    placement.begin();
    if (placement.hasRoom(i, t)) placement.move(i, t);
    if (placement.excess > 0 && !fill.balance(t, 8)) placement.undo();
  }
}

// Units of pairs, the most harmed first, each in the earliest tranche that takes it, with those whom its numbers take.
function placeUnits(model: Model, placement: Placement, fill: Fill): void {
  const { N, T, medical, harm } = model;
  const spared = (i: number) => ((medical[i] ?? -1) < 0 ? 0 : (harm[(medical[i] ?? 0) * (T + 1) + T] ?? 0));
  const units: (readonly number[])[] = [];
  for (let i = 0; i < N; i++) {
    const unit = model.unitOf.get(i) ?? (model.apartOf.has(i) ? [i] : undefined);
    if (unit?.[0] === i && placement.at[i] === T && unit.every((j) => model.fixed[j] === -1))
      units.push(unit);
  }
  const weight = (unit: readonly number[]) => unit.reduce((sum, i) => sum + spared(i), 0);
  units.sort((x, y) => weight(y) - weight(x));
  for (let t = 0; t < T && units.length > 0; t++) {
    fill.enter(t);
    for (const unit of units) {
      if (placement.at[unit[0] ?? 0] !== T || !unit.every((j) => placement.hasRoom(j, t))) continue;
      placement.begin();
      for (const j of unit) placement.move(j, t);
      if (placement.excess > 0 && (placement.excess > placement.unbalanced || !fill.balance(t, 8)))
        placement.undo();
    }
  }
}
