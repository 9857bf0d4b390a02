import type { Side } from "../case/case.ts";
import type { Certificate } from "../check/certificate.ts";
import type { Model } from "../search/model.ts";
import { unlimited } from "../search/model.ts";
import type { Placement } from "../search/placement.ts";
import { type Cohorts, cohortsOf, type PricedLevel } from "./cohorts.ts";
import { dualPrices, type Prices } from "./dual.ts";

export type BoundOptions = { readonly steps: number; readonly stopped: () => boolean };

/** What no plan can better, and the prices that prove it where prices do. */
export type Bounds = {
  readonly coverage: number;
  readonly harm: number;
  readonly returned: number;
  readonly leastShare: number;
  readonly captivity: number;
  readonly pickups: number;
  readonly days: number;
  readonly certificates: readonly Certificate[];
};

// What prices may cost in a large case, in cohorts by tranches by steps.
const largeSteps = 45_000_000;

/**
 * Bounds for every level, each proven by itself: harm, coverage and numbers by priced relaxations of each side, parity and
 * capacity by counting. Bounds of pick-ups and days hold for plans that return as many as `placement` does.
 */
export function boundsOf(model: Model, placement: Placement, options: BoundOptions): Bounds {
  const certificates: Certificate[] = [];
  const priced = (level: PricedLevel, s: number) => {
    const cohorts = cohortsOf(model, s, level);
    const { reached, start } = reachedBy(model, cohorts, placement);
    const cheapest = possible(model, cohorts);
    const all = level === "harm" && placement.uncovered === 0 && cohorts.cover.includes(1);
    if (reached === cheapest.bound) {
      certificates.push(certificateOf(model, level, cohorts, cheapest.prices));
      return cheapest.bound;
    }
    const usual = Math.min(options.steps, Math.ceil(largeSteps / Math.max(1, cohorts.count * model.T)));
    const steps = options.stopped() ? Math.min(300, usual) : usual;
    const { prices, bound } = dualPrices(model, cohorts, reached, start, steps, all);
    const better = bound < cheapest.bound;
    certificates.push(certificateOf(model, level, cohorts, better ? prices : cheapest.prices, better && all));
    return Math.min(bound, cheapest.bound);
  };
  const spared = priced("harm", 0) + priced("harm", 1);
  const coverable = placement.uncovered === 0 ? undefined : priced("coverage", 0) + priced("coverage", 1);

  const counted = [0, 1].map((s) => Math.min(model.limit, mostByPlaces(model, s, 1)));
  const apart = Math.min(totalDelta(model), model.alternation);
  const evened = (s: number) => Math.min(counted[s] ?? 0, (counted[1 - s] ?? 0) + apart);
  const simple = evened(0) + evened(1);
  const countedNow = (placement.countedOf[0] ?? 0) + (placement.countedOf[1] ?? 0);
  if (countedNow < simple)
    for (const s of [0, 1]) counted[s] = Math.min(counted[s] ?? 0, priced("returned", s));
  const uncounted = [0, 1].map((s) => mostByPlaces(model, s, 0));
  const bySide = [0, 1].map((s) => Math.min(evened(s) + (uncounted[s] ?? 0), mostByPlaces(model, s, -1)));
  const returned = (bySide[0] ?? 0) + (bySide[1] ?? 0);
  const never = neverHarm(model);
  return {
    coverage: coverable === undefined ? 0 : Math.max(0, coverableCount(model) - coverable),
    harm: never - spared,
    returned,
    leastShare: Math.min(...[0, 1].map((s) => bestLeastShare(model, s, bySide[s] ?? 0))),
    captivity: mostCaptivity(model, evened, uncounted),
    ...leastWork(model, placement.returned, bySide),
    certificates,
  };
}

/** Harm if nobody is returned. */
export function neverHarm({ N, T, medical, harm }: Model): number {
  let sum = 0;
  for (let i = 0; i < N; i++) if ((medical[i] ?? -1) >= 0) sum += harm[(medical[i] ?? 0) * (T + 1) + T] ?? 0;
  return sum;
}

// Every person at his best, as if there were places for all: the prices are what each is worth.
function possible({ T, beds }: Model, { count, size, worth }: Cohorts): { bound: number; prices: Prices } {
  const cohort = new Float64Array(count);
  let bound = 0;
  for (let c = 0; c < count; c++) {
    let best = 0;
    for (let t = 0; t < T; t++) best = Math.max(best, worth[c * T + t] ?? 0);
    cohort[c] = best;
    bound += best * (size[c] ?? 0);
  }
  return {
    bound,
    prices: { cohort, place: new Float64Array(T * 3), bed: new Float64Array(beds.length * T) },
  };
}

// What the placement is worth, and what one of each cohort is worth in it: where the prices start.
function reachedBy(
  { T }: Model,
  cohorts: Cohorts,
  { at }: Placement,
): { reached: number; start: Float64Array } {
  let reached = 0;
  const start = Float64Array.from(cohorts.members, (members, c) => {
    let sum = 0;
    for (const i of members) {
      const t = at[i] ?? T;
      if (t < T) sum += Math.max(0, cohorts.worth[c * T + t] ?? 0);
    }
    reached += sum;
    return sum / Math.max(1, members.length);
  });
  return { reached, start };
}

function certificateOf(
  model: Model,
  level: PricedLevel,
  cohorts: Cohorts,
  prices: Prices,
  all = false,
): Certificate {
  const side: Side = model.sideOrder[cohorts.side === 0 ? 0 : 1];
  const { T } = model;
  const wards = model.sideOrder.flatMap((one) =>
    (model.given.sides[one].wards ?? []).map(({ code }) => ({ one, code })),
  );
  const beds = wards.flatMap(({ one, code }, w) =>
    one === side ? [[code, Array.from(prices.bed.subarray(w * T, (w + 1) * T))] as const] : [],
  );
  return {
    level,
    side,
    all,
    persons: Object.fromEntries(cohorts.key.map((key, c) => [key, prices.cohort[c] ?? 0])),
    places: Array.from({ length: T }, (_, t) => Array.from(prices.place.subarray(t * 3, t * 3 + 3))),
    beds: Object.fromEntries(beds),
  };
}

// Places that there are for persons of a side: counted (1), not counted (0), or all (-1), by mode over all tranches.
function mostByPlaces({ N, T, side, mode, ready, counted, places }: Model, s: number, which: number): number {
  const able = [0, 0, 0];
  for (let i = 0; i < N; i++) {
    if (side[i] !== s || (ready[i] ?? T) >= T || (which >= 0 && counted[i] !== which)) continue;
    const m = mode[i] ?? 0;
    able[m] = (able[m] ?? 0) + 1;
  }
  let most = 0;
  able.forEach((n, m) => {
    let room = 0;
    for (let t = 0; t < T; t++) room += places[(s * T + t) * 3 + m] ?? 0;
    most += Math.min(n, room);
  });
  return most;
}

function totalDelta({ given }: Model): number {
  return given.total.delta ?? unlimited;
}

function coverableCount({ N, T, cover, ready }: Model): number {
  let n = 0;
  for (let i = 0; i < N; i++) if (cover[i] && (ready[i] ?? T) < T) n++;
  return n;
}

// The largest share that every group of a side could reach if `most` persons of it are returned.
function bestLeastShare({ N, group, groupSize, side }: Model, s: number, most: number): number {
  const own = new Set<number>();
  for (let i = 0; i < N; i++) if (side[i] === s && (group[i] ?? -1) >= 0) own.add(group[i] ?? 0);
  const sizes = [...own].map((g) => groupSize[g] ?? 0).filter((size) => size > 0);
  if (sizes.length === 0) return 1;
  const shares = [...new Set(sizes.flatMap((size) => Array.from({ length: size + 1 }, (_, n) => n / size)))];
  shares.sort((x, y) => x - y);
  const fits = (share: number) =>
    sizes.reduce((sum, size) => sum + Math.ceil(share * size - 1e-9), 0) <= most;
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(shares[middle] ?? 0)) low = middle;
    else high = middle - 1;
  }
  return shares[low] ?? 0;
}

function mostCaptivity(
  { N, T, side, ready, counted, captivity }: Model,
  evened: (s: number) => number,
  uncounted: readonly number[],
): number {
  let sum = 0;
  for (const s of [0, 1])
    for (const which of [0, 1]) {
      const days: number[] = [];
      for (let i = 0; i < N; i++)
        if (side[i] === s && (ready[i] ?? T) < T && counted[i] === which) days.push(captivity[i] ?? 0);
      const most = which === 1 ? evened(s) : (uncounted[s] ?? 0);
      days.sort((x, y) => y - x);
      for (const one of days.slice(0, most)) sum += one;
    }
  return sum;
}

// Pick-ups and days that returning so many takes at least.
function leastWork(model: Model, returned: number, bySide: readonly number[]) {
  const { N, T, side, site, bus, siteSide, places } = model;
  let [pickups, days] = [0, 0];
  for (const s of [0, 1]) {
    const most = bySide[s] ?? 0;
    const least = Math.max(0, returned - (bySide[1 - s] ?? 0));
    let siteless = 0;
    for (let i = 0; i < N; i++) if (side[i] === s && (site[i] ?? -1) < 0) siteless++;
    const largestBus = bus.reduce((n, seats, f) => (siteSide[f] === s ? Math.max(n, seats) : n), 1);
    pickups += Math.ceil(Math.max(0, least - siteless) / largestBus);
    const byDay = Array.from({ length: T }, (_, t) =>
      [0, 1, 2].reduce((sum, m) => sum + (places[(s * T + t) * 3 + m] ?? 0), 0),
    ).toSorted((x, y) => y - x);
    let [left, own] = [Math.min(least, most), 0];
    while (left > 0 && own < T) left -= byDay[own++] ?? 0;
    days = Math.max(days, own);
  }
  return { pickups, days };
}
