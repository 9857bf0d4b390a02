import type { Certificate } from "../check/certificate.ts";
import type { Model } from "../search/model.ts";
import { unlimited } from "../search/model.ts";
import type { Placement } from "../search/placement.ts";
import type { PricedLevel } from "./cohorts.ts";
import { type ProveOptions, provenBound } from "./prove.ts";

export type BoundOptions = ProveOptions;

/** What no plan can better, and the prices that prove it where prices do. */
export type Bounds = {
  readonly coverage: number;
  readonly harm: number;
  readonly returned: number;
  readonly leastShare: number;
  readonly captivity: number;
  readonly peak: number;
  readonly pickups: number;
  readonly days: number;
  readonly certificates: readonly Certificate[];
};

/**
 * Bounds for every level, each proven by itself, for plans that are as good as `placement` at the levels before it: what
 * prices can bound by priced relaxations, the rest by counting.
 */
export function boundsOf(model: Model, placement: Placement, options: BoundOptions): Bounds {
  const certificates: Certificate[] = [];
  const prove = (level: PricedLevel) => {
    const { bound, certificate } = provenBound(model, placement, level, options);
    certificates.push(certificate);
    return bound;
  };
  const spared = prove("harm");
  const coverable = placement.uncovered === 0 ? 0 : prove("coverage");

  const counted = [0, 1].map((s) => Math.min(model.limit, mostByPlaces(model, s, 1)));
  const apart = Math.min(totalDelta(model), model.alternation);
  const evened = (s: number) => Math.min(counted[s] ?? 0, (counted[1 - s] ?? 0) + apart);
  const uncounted = [0, 1].map((s) => mostByPlaces(model, s, 0));
  const bySide = [0, 1].map((s) => Math.min(evened(s) + (uncounted[s] ?? 0), mostByPlaces(model, s, -1)));
  const simple = (bySide[0] ?? 0) + (bySide[1] ?? 0);
  const returned = placement.returned === simple ? simple : Math.min(simple, prove("returned"));
  const longest = mostCaptivity(model, evened, uncounted);
  return {
    coverage: placement.uncovered === 0 ? 0 : Math.max(0, coverableCount(model) - coverable),
    harm: neverHarm(model) - spared,
    returned,
    leastShare: Math.min(...[0, 1].map((s) => bestLeastShare(model, s, Math.min(returned, bySide[s] ?? 0)))),
    captivity: placement.captivity === longest ? longest : Math.min(longest, prove("captivity")),
    peak: leastPeak(placement, evened, uncounted),
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

// Returning so many, a side leads at the end by whatever the other side cannot match.
function leastPeak(
  { returned }: Placement,
  evened: (s: number) => number,
  uncounted: readonly number[],
): number {
  const counted = returned - (uncounted[0] ?? 0) - (uncounted[1] ?? 0);
  return Math.max(0, counted - 2 * Math.min(evened(0), evened(1)));
}

// Pick-ups and days that returning so many takes at least.
function leastWork(model: Model, returned: number, bySide: readonly number[]) {
  const { T, places } = model;
  let [pickups, days] = [0, 0];
  for (const s of [0, 1]) {
    const most = bySide[s] ?? 0;
    const least = Math.max(0, returned - (bySide[1 - s] ?? 0));
    pickups += leastPickups(model, s, least);
    const byDay = Array.from({ length: T }, (_, t) =>
      [0, 1, 2].reduce((sum, m) => sum + (places[(s * T + t) * 3 + m] ?? 0), 0),
    ).toSorted((x, y) => y - x);
    let [left, own] = [Math.min(least, most), 0];
    while (left > 0 && own < T) left -= byDay[own++] ?? 0;
    days = Math.max(days, own);
  }
  return { pickups, days };
}

// The fewest pick-ups that bring so many persons of a side: of each site full buses, and then who is left.
function leastPickups({ N, T, side, site, ready, bus, siteSide }: Model, s: number, least: number): number {
  const able = new Int32Array(bus.length);
  let left = least;
  for (let i = 0; i < N; i++) {
    if (side[i] !== s || (ready[i] ?? T) >= T) continue;
    const f = site[i] ?? -1;
    if (f < 0) left--;
    else able[f] = (able[f] ?? 0) + 1;
  }
  const loads: number[] = [];
  for (let f = 0; f < bus.length; f++)
    for (let t = 0, here = able[f] ?? 0; siteSide[f] === s && t < T && here > 0; t++) {
      const load = Math.min(here, bus[f] ?? 0);
      if (load <= 0) break;
      loads.push(load);
      here -= load;
    }
  loads.sort((x, y) => y - x);
  let n = 0;
  while (left > 0 && n < loads.length) left -= loads[n++] ?? 0;
  return n;
}
