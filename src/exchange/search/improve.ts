import type { Random } from "#base";
import { levels } from "../plan.ts";
import type { ClassOfPersons } from "./classes.ts";
import { isFree } from "./classes.ts";
import { compare, type Relaxed, type Standing, standingInto } from "./compare.ts";
import { Envy } from "./envy.ts";
import type { Model } from "./model.ts";
import type { Placement } from "./placement.ts";

export type ImproveOptions = {
  readonly random: Random;
  readonly steps: number;
  readonly stopped: () => boolean;
  /** A level that may get worse up to a limit. */
  readonly relaxed?: Relaxed;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
};

/**
 * Local search over all levels at once: a random exchange stays if no limit is overstepped and the plan is better, or as
 * good, in lexicographic order. Exchanges: one out and one in, two tranches swapped, one moved, one of each side moved,
 * one of each side added, whole pairs moved.
 */
export function improve(
  placement: Placement,
  classes: readonly ClassOfPersons[],
  { random, steps, stopped, onProgress, relaxed }: ImproveOptions,
): void {
  const { model } = placement;
  const free = freePersons(model);
  if (free.length === 0) return;
  const { T } = model;
  const { at } = placement;
  const buckets = bucketsOf(model, classes);
  const pools = Map.groupBy(classes, ({ pool }) => pool);
  const alike = Map.groupBy(classes, (one) => alikeKey(model, one));
  const poolOf = new Int32Array(model.N).fill(-1);
  for (const { pool, members } of classes) for (const i of members) poolOf[i] = pool;
  const medical = free.filter((i) => (model.medical[i] ?? -1) >= 0);
  const units = [...new Set(model.unitOf.values())].filter((unit) =>
    unit.every((i) => model.fixed[i] === -1),
  );
  const apart = [...model.apartOf.keys()].filter((i) => model.fixed[i] === -1 && !model.unitOf.has(i));
  const movable = apart.length > 0 ? Int32Array.from([...free, ...apart]) : free;
  const envy = new Envy(model, at);
  const standing: Standing = standingInto(new Float64Array(levels.length), placement);
  const next: Standing = new Float64Array(levels.length);
  const any = () => movable[random.below(movable.length)] ?? 0;
  const anyMedical = () => (medical.length > 0 ? (medical[random.below(medical.length)] ?? 0) : any());

  for (let step = 0; step < steps; step++) {
    if ((step & 1023) === 0) {
      if (stopped()) break;
      onProgress?.(step, steps);
    }
    placement.begin();
    const draw = random.below(24);
    if (draw >= 18) exchangeLonger();
    else if (draw >= 16) exchangeAnyMode(draw === 16 ? anyMedical() : any());
    else if (draw < 7) exchange(random.below(4) === 0 ? anyMedical() : any());
    else if (draw < 11) swapTranches(draw < 9 ? anyMedical() : any());
    else if (draw < 12) placement.move(any(), random.below(T + 1));
    else if (draw < 14) moveBoth();
    else if (draw < 15 || units.length === 0) addBoth();
    else moveUnit();
    if (placement.moved === 0) continue;
    if (placement.excess > 0) {
      placement.undo();
      continue;
    }
    standingInto(next, placement);
    let counted = false;
    const change = compare(
      standing,
      next,
      placement,
      () => {
        counted = true;
        return recount(placement, envy, false);
      },
      relaxed,
    );
    if (change > 0 || (change === 0 && laterBy(placement) > 0)) {
      if (counted) recount(placement, envy, true);
      placement.undo();
    } else {
      if (!counted) recount(placement, envy, false);
      standing.set(next);
    }
  }

  // one goes in a tranche, another of the same mode and weight stays instead
  function exchange(i: number): void {
    const t = at[i] ?? T;
    const list = buckets.get(bucketKey(model, i));
    const one = list?.[random.below(list.length)];
    if (!one) return;
    const { members } = one;
    let j = members[random.below(members.length)] ?? i;
    if (t < T) {
      // the longest held of the class who stays
      if ((at[j] ?? T) !== T) j = members.find((other) => at[other] === T) ?? i;
      if (j === i || (at[j] ?? T) !== T) return;
      placement.move(i, T);
      placement.move(j, t);
    } else {
      const day = at[j] ?? T;
      if (day === T) return;
      placement.move(j, T);
      placement.move(i, day);
    }
  }

  // the shortest held who goes of one class, and the longest held who stays of another of the same group and weight
  function exchangeLonger(): void {
    const one = classes[random.below(classes.length)];
    const list = one && alike.get(alikeKey(model, one));
    const other = list?.[random.below(list.length)];
    if (!one || !other) return;
    const i = one.members.findLast((person) => at[person] !== T);
    const j = other.members.find((person) => at[person] === T);
    if (i === undefined || j === undefined || (model.captivity[j] ?? 0) <= (model.captivity[i] ?? 0)) return;
    const t = at[i] ?? T;
    placement.move(i, T);
    placement.move(j, t);
  }

  // one who stays goes in some tranche, instead of another of the same weight who goes by whatever mode
  function exchangeAnyMode(i: number): void {
    const list = pools.get(poolOf[i] ?? -1);
    const members = list?.[random.below(list.length)]?.members;
    const j = members?.[random.below(members.length)] ?? i;
    const day = at[j] ?? T;
    if (at[i] !== T || day === T || i === j) return;
    placement.move(j, T);
    placement.move(i, random.below(2) === 0 ? day : random.below(T));
  }

  function swapTranches(i: number): void {
    const list = buckets.get(bucketKey(model, i));
    const members = list?.[random.below(list.length)]?.members;
    const j = members?.[random.below(members.length)] ?? i;
    const [t, day] = [at[i] ?? T, at[j] ?? T];
    if (t === day) return;
    placement.move(i, day);
    placement.move(j, t);
  }

  function moveBoth(): void {
    const [i, j] = [any(), any()];
    const [from, to] = [at[i] ?? T, random.below(T + 1)];
    if (from !== at[j] || i === j || from === to) return;
    placement.move(i, to);
    placement.move(j, to);
  }

  function addBoth(): void {
    const [i, j] = [any(), any()];
    if (i === j || at[i] !== T) return;
    const t = random.below(T);
    placement.move(i, t);
    if (placement.excess > 0 && at[j] === T) placement.move(j, t);
  }

  function moveUnit(): void {
    const unit = units[random.below(units.length)] ?? [];
    const t = random.below(T + 1);
    for (const i of unit) placement.move(i, t);
    const j = any();
    if (placement.excess > 0 && !unit.includes(j)) placement.move(j, at[j] === T ? t : T);
  }
}

function freePersons(model: Model): Int32Array {
  const list: number[] = [];
  for (let i = 0; i < model.N; i++)
    if (isFree(model, i) && (model.ready[i] ?? model.T) < model.T) list.push(i);
  return Int32Array.from(list);
}

function bucketKey(model: Model, i: number): number {
  return (model.side[i] ?? 0) * 3 + (model.mode[i] ?? 0);
}

// Whose exchange leaves parity, groups, places and harm as they are.
function alikeKey(model: Model, { members, pool, group }: ClassOfPersons): string {
  const i = members[0] ?? 0;
  return `${pool}/${group}/${model.mode[i]}/${model.medical[i]}/${model.cover[i]}`;
}

function bucketsOf(
  model: Model,
  classes: readonly ClassOfPersons[],
): ReadonlyMap<number, readonly ClassOfPersons[]> {
  return Map.groupBy(classes, ({ members }) => bucketKey(model, members[0] ?? 0));
}

// Follows the moves since `begin` in the trees of envy, or goes back; answers by how much the pairs changed.
function recount(placement: Placement, envy: Envy, back: boolean): number {
  const { at } = placement;
  let change = 0;
  for (let step = 0; step < placement.moved; step++) {
    const { person, from } = placement.movedAt(step);
    if (movedBefore(placement, step, person)) continue; // his first tranche and his last are what counts
    const to = at[person] ?? 0;
    const [leaves, comes] = back ? [to, from] : [from, to];
    envy.add(person, leaves, -1);
    change -= envy.pairsOf(person, leaves);
    change += envy.pairsOf(person, comes);
    envy.add(person, comes, 1);
  }
  return change;
}

// By how many tranches the moves since `begin` are later in all: of equal plans the earlier is better.
function laterBy(placement: Placement): number {
  let later = 0;
  for (let step = 0; step < placement.moved; step++) {
    const { person, from } = placement.movedAt(step);
    if (!movedBefore(placement, step, person)) later += (placement.at[person] ?? 0) - from;
  }
  return later;
}

function movedBefore(placement: Placement, step: number, person: number): boolean {
  for (let before = 0; before < step; before++) if (placement.movedAt(before).person === person) return true;
  return false;
}
