import type { Model } from "./model.ts";
import { Placement } from "./placement.ts";
import { order, type Standing, standingOf } from "./standing.ts";

/**
 * Goes through all plans of a small case by branch and bound over persons (units of pairs as one), and takes over the
 * best in all levels. True where it came to the end within `most` nodes: then every level is proven. `placement` is the
 * plan to be bettered, and becomes the best found.
 */
export function exhaust(placement: Placement, most: number): boolean {
  const { model } = placement;
  const units = unitsInOrder(model);
  const hopes = hopesOf(model, units);
  const trial = new Placement(model);
  for (let i = 0; i < model.N; i++)
    if ((model.fixed[i] ?? -1) >= 0)
      for (const j of model.unitOf.get(i) ?? [i]) trial.move(j, model.fixed[i] ?? model.T);
  let best = placement.excess === 0 ? standingOf(placement) : undefined;
  let nodes = 0;
  let ended = true;

  const visit = (u: number): void => {
    if (++nodes > most) {
      ended = false;
      return;
    }
    const unit = units[u];
    if (!unit) {
      if (trial.excess > 0) return;
      const standing = standingOf(trial);
      if (best && order(standing, best) >= 0) return;
      best = standing;
      placement.begin();
      for (let i = 0; i < model.N; i++) placement.move(i, trial.at[i] ?? model.T);
      return;
    }
    if (best && cannotBetter(trial, u, hopes, best)) return;
    const first = unit.persons[0] ?? 0;
    const alike = unit.alike >= 0 ? (trial.at[unit.alike] ?? 0) : 0;
    for (let t = alike; t <= model.T && ended; t++) {
      if (t < model.T && unit.persons.some((i) => t < (model.ready[i] ?? model.T))) continue;
      for (const i of unit.persons) trial.move(i, t);
      if (trial.excess - trial.unbalanced === 0) visit(u + 1);
    }
    if (trial.at[first] !== model.T) for (const i of unit.persons) trial.move(i, model.T);
  };
  visit(0);
  return ended;
}

// Whether nothing below can be better than `best`; the first levels, which mostly decide, are looked at first.
function cannotBetter(trial: Placement, u: number, hopes: Hopes, best: Standing): boolean {
  const uncovered = trial.uncovered - (hopes.cover[u] ?? 0) - (best.costs[0] ?? 0);
  if (uncovered !== 0) return uncovered > 0;
  const harm = trial.harm - (hopes.spared[u] ?? 0) - (best.costs[1] ?? 0);
  if (harm !== 0) return harm > 0;
  return order(hopedOf(trial, u, hopes), best) >= 0;
}

type Unit = {
  readonly persons: readonly number[] /** Somebody before him who is the same in everything, or -1. */;
  readonly alike: number;
};

// The medical first, who decide most; then the longest held.
function unitsInOrder(model: Model): readonly Unit[] {
  const units: number[][] = [];
  for (let i = 0; i < model.N; i++) {
    const unit = model.unitOf.get(i) ?? [i];
    if (unit[0] !== i || unit.some((j) => model.fixed[j] !== -1)) continue;
    if (unit.every((j) => (model.ready[j] ?? model.T) < model.T)) units.push([...unit]);
  }
  const { medical, harm, T, captivity } = model;
  const weight = (unit: readonly number[]) =>
    unit.reduce(
      (sum, i) => sum + ((medical[i] ?? -1) >= 0 ? (harm[(medical[i] ?? 0) * (T + 1) + T] ?? 0) : 0),
      0,
    );
  units.sort((x, y) => weight(y) - weight(x) || (captivity[y[0] ?? 0] ?? 0) - (captivity[x[0] ?? 0] ?? 0));
  const last = new Map<string, number>();
  return units.map((persons) => {
    const i = persons[0] ?? 0;
    const key = persons.length === 1 && !model.apartOf.has(i) ? sameness(model, i) : undefined;
    const alike = key === undefined ? -1 : (last.get(key) ?? -1);
    if (key !== undefined) last.set(key, i);
    return { persons, alike };
  });
}

function sameness(model: Model, i: number): string {
  const { side, site, mode, medical, cover, counted, group, ready, captivity, prior, kind } = model;
  const rows = model.rowOf.subarray(model.rowStart[i], model.rowStart[i + 1]).join();
  const weights = model.rowWeight.subarray(model.rowStart[i], model.rowStart[i + 1]).join();
  return [side, site, mode, medical, cover, counted, group, ready, captivity, prior, kind]
    .map((field) => field[i])
    .concat()
    .join("/")
    .concat("/", rows, "/", weights);
}

/** What the units from the u-th on could add at most, each by itself. */
type Hopes = {
  readonly cover: Float64Array;
  readonly spared: Float64Array;
  readonly persons: readonly [Float64Array, Float64Array];
  readonly captivity: Float64Array;
  readonly unchanged: Float64Array;
  readonly groups: readonly Int32Array[];
};

function hopesOf(model: Model, units: readonly Unit[]): Hopes {
  const n = units.length + 1;
  const { T, medical, harm, ready, cover, captivity, prior, group, side } = model;
  const hopes: Hopes = {
    cover: new Float64Array(n),
    spared: new Float64Array(n),
    persons: [new Float64Array(n), new Float64Array(n)],
    captivity: new Float64Array(n),
    unchanged: new Float64Array(n),
    groups: Array.from({ length: n }, () => new Int32Array(model.groupSize.length)),
  };
  for (let u = n - 2; u >= 0; u--) {
    for (const one of [hopes.cover, hopes.spared, ...hopes.persons, hopes.captivity, hopes.unchanged])
      one[u] = one[u + 1] ?? 0;
    hopes.groups[u]?.set(hopes.groups[u + 1] ?? []);
    for (const i of units[u]?.persons ?? []) {
      const h = medical[i] ?? -1;
      if (cover[i]) add(hopes.cover, u, 1);
      if (h >= 0)
        add(hopes.spared, u, (harm[h * (T + 1) + T] ?? 0) - (harm[h * (T + 1) + (ready[i] ?? T)] ?? 0));
      add(hopes.persons[side[i] === 0 ? 0 : 1], u, 1);
      add(hopes.captivity, u, captivity[i] ?? 0);
      if ((prior[i] ?? -1) >= 0 && prior[i] !== T) add(hopes.unchanged, u, 1);
      const counts = hopes.groups[u];
      const g = group[i] ?? -1;
      if (counts && g >= 0) counts[g] = (counts[g] ?? 0) + 1;
    }
  }
  return hopes;
}

function add(to: Float64Array, u: number, by: number): void {
  to[u] = (to[u] ?? 0) + by;
}

// How good anything below a node can be: each level as if the undecided had nothing but it to serve.
function hopedOf(placement: Placement, u: number, hopes: Hopes): Standing {
  const { model, groupReturned } = placement;
  const hope = (list: Float64Array) => list[u] ?? 0;
  const service: number[] = [];
  for (let g = 0; g < groupReturned.length; g++) {
    const size = model.groupSize[g] ?? 0;
    if (size > 0) service.push(((groupReturned[g] ?? 0) + (hopes.groups[u]?.[g] ?? 0)) / size);
  }
  const more =
    roomLeft(placement, 0, hope(hopes.persons[0])) + roomLeft(placement, 1, hope(hopes.persons[1]));
  const costs = [
    placement.uncovered - hope(hopes.cover),
    placement.harm - hope(hopes.spared),
    -placement.returned - more,
    -placement.captivity - hope(hopes.captivity),
    0,
    0,
    placement.pickups,
    placement.days,
    placement.change - hope(hopes.unchanged),
  ];
  return { costs, service: service.sort((x, y) => x - y) };
}

function roomLeft({ model, used }: Placement, s: number, hoped: number): number {
  const { T, places } = model;
  let room = 0;
  for (let cell = s * T * 3; cell < (s + 1) * T * 3; cell++) room += (places[cell] ?? 0) - (used[cell] ?? 0);
  return Math.min(room, hoped);
}
