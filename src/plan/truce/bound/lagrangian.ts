import type { Model } from "../search/model.ts";
import { lookForPrices } from "./prices.ts";
import { TeamBound } from "./team-bound.ts";

export type BoundOptions = {
  readonly rounds: number;
  /** Minutes of a step while prices are looked for, on one clock after the other, and of the bound itself. */
  readonly coarse: readonly number[];
  readonly fine: number;
  /** Once it says so, the bound is that of the best prices so far. */
  readonly enough?: () => boolean;
  /** Once it says so, there is no time for more than what everybody would be worth at once. */
  readonly stopped?: () => boolean;
};

export type KindBound = {
  readonly bound: number;
  /** What one person of each group costs the plan, and then one bed of each facility and class, in what the kind counts. */
  readonly prices: Int32Array;
};

/**
 * What no plan betters for teams of one kind, by Lagrangian duality (A. Geoffrion 1974): each group has a price, and each
 * facility's beds of a class where they can be too few; at these prices every team goes its own best way. Prices are looked for on a coarse clock, the bound is on the fine one.
 */
export function boundOfKind(model: Model, kind: number, options: BoundOptions): KindBound {
  const { K, G } = model;
  const teams = Array.from({ length: K }, (_, k) => k).filter(
    (k) => model.kind[k] === kind && model.usable[k],
  );
  const groups = Array.from({ length: G }, (_, g) => g).filter(
    (g) => (model.place[g] === 2) === (kind === 1),
  );
  const beds = scarceBeds(model, groups);
  const priced = [...groups, ...beds.map(({ at }) => at)];
  const fixed = begunWorth(model, kind);
  const all = G + model.F * (model.C + 1);
  const left = new Int32Array(all);
  left.set(leftOf(model));
  const worthMost = new Int32Array(all);
  for (let g = 0; g < G; g++) worthMost[g] = mostOf(model, g);
  for (const { at, free, most } of beds) {
    left[at] = free;
    worthMost[at] = most;
  }
  const prices = new Int32Array(all);
  if (teams.length === 0) return { bound: fixed, prices };
  for (const g of groups) prices[g] = Math.round(0.6 * worthMost[g]!);
  const step = stepFor(model, options.fine);
  const isOver = () => (options.enough?.() ?? false) || (options.stopped?.() ?? false);
  for (const [n, coarse] of step === 0 ? [] : options.coarse.entries()) {
    const rounds = Math.min(options.rounds, Math.floor((5_000_000_000 * coarse) / workOf(model)));
    const players = rounds > 0 ? teams.map((k) => new TeamBound(model, k, coarse, false, true)) : [];
    const near = n < options.coarse.length - 1 ? 2e-3 : 6e-4;
    lookForPrices(players, { priced, left, most: worthMost, prices }, { rounds, near, stopped: isOver });
  }
  // nobody is worth more than at once
  const trivial = groups.reduce((sum, g) => sum + worthMost[g]! * left[g]!, fixed);
  if (options.rounds === 0 || step === 0 || options.stopped?.()) return { bound: trivial, prices };
  let bound = fixed;
  for (const g of priced) bound += prices[g]! * left[g]!;
  for (const k of teams) bound += new TeamBound(model, k, step, true, false).gain(prices);
  return { bound: Math.min(bound, trivial), prices };
}

/** About how many comparisons one round takes on a clock of one minute. */
function workOf({ N, F, K, horizon }: Model): number {
  return N * N * F * K * horizon;
}

// Steps of the clock are rounded down, so none may be longer than the shortest stay; 0 where the tables were too large.
function stepFor(model: Model, wanted: number): number {
  const most = Math.min(...model.setup, ...model.unload);
  const least = Math.ceil(
    Math.max((model.N * model.F * model.horizon * 6) / 40_000_000, workOf(model) / 2_000_000_000),
  );
  return least > most ? 0 : Math.max(least, Math.min(wanted, most));
}

function leftOf(model: Model): Int32Array {
  const left = model.count.slice();
  for (const { taken } of model.base) for (const { g, n } of taken) left[g] = Math.max(0, left[g]! - n);
  return left;
}

/** Beds that can be too few: where they stand among the prices, how many are free, what one is worth at most. */
function scarceBeds(model: Model, groups: readonly number[]): { at: number; free: number; most: number }[] {
  const { F, C, G, cls, count, curve } = model;
  const used = new Int32Array(F * (C + 1));
  for (const { delivered } of model.base)
    for (const { g, n, h } of delivered) used[h * (C + 1) + cls[g]!]! += n;
  return Array.from({ length: F * (C + 1) }, (_, bed) => {
    const h = Math.floor(bed / (C + 1));
    const those = groups.filter((g) => cls[g] === bed % (C + 1) && curve[g * F + h]! >= 0);
    const free = Math.max(0, model.beds[bed]! - used[bed]!);
    const wanted = those.reduce((sum, g) => sum + count[g]!, 0);
    return { at: G + bed, free, most: Math.max(0, ...those.map((g) => mostOf(model, g))), wanted };
  }).filter(({ free, wanted }) => wanted > free);
}

/** What is saved already, and at most by those on board. */
function begunWorth(model: Model, kind: number): number {
  const { F } = model;
  let sum = 0;
  model.base.forEach(({ board, delivered }, k) => {
    if (model.kind[k] !== kind) return;
    for (const { g, n, h, minute } of delivered) sum += n * worthAt(model, g * F + h, minute);
    if (!model.usable[k]) return;
    for (const { g, n } of board) {
      let most = 0;
      for (let h = 0; h < F; h++) most = Math.max(most, worthAt(model, g * F + h, model.free[k]!));
      sum += n * most;
    }
  });
  return sum;
}

function worthAt({ curve, curves, horizon }: Model, at: number, minute: number): number {
  return curve[at]! < 0 ? 0 : curves[curve[at]!]![Math.min(minute, horizon - 1)]!;
}

// One person of a group, at the first minute of all.
function mostOf(model: Model, g: number): number {
  let most = 0;
  for (let h = 0; h < model.F; h++) most = Math.max(most, worthAt(model, g * model.F + h, 0));
  return most;
}
