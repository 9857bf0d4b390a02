import type { Cohorts } from "./cohorts.ts";
import { type Relaxation, sign } from "./relaxation.ts";

/** Prices in whole parts of 1/1024, so that the bound that they prove is computed without rounding. */
const priceUnit = 1024;

export type DualOptions = {
  /** What a plan is known to reach. */
  readonly reached: number;
  readonly start: Float64Array;
  readonly steps: number;
  /** Ends after so many steps where they have not brought the bound below a number. */
  readonly trial?: { readonly steps: number; readonly below: number };
};

/** Prices of all that a relaxation prices, and the bound that they prove. */
export type Priced = { readonly prices: Float64Array; readonly bound: number };

/**
 * Bounds what plans can be worth to a level from above by Lagrangian duality (A. Geoffrion 1974): persons, places, beds
 * and what compares the sides are priced, and what is left falls apart by site and tranche, each with its own bus, the best
 * sites within the pick-ups. Prices by subgradient steps of Polyak's length.
 */
export function dualPrices(relaxation: Relaxation, { reached, start, steps, trial }: DualOptions): Priced {
  const { signs, scale } = relaxation;
  const count = signs.length;
  const prices = start.slice();
  const slack = new Float64Array(count);
  const heading = new Float64Array(count);
  const best = start.slice();
  let bound = Number.POSITIVE_INFINITY;
  let dearest = 1;
  let [length, since] = [1, 0];
  for (let step = 0; step < steps; step++) {
    if (step === trial?.steps && bound >= trial.below) break;
    const value = relaxed(relaxation, prices, slack);
    // nothing is worth more than all together
    if (step === 0) dearest = 2 * Math.max(1, Math.abs(value));
    if (value < bound) {
      if (value < bound - 1e-5 * Math.abs(bound)) since = 0;
      best.set(prices);
      bound = value;
    }
    if (++since > patience) {
      length *= 0.66;
      since = 0;
      prices.set(best);
    }
    let norm = 0;
    for (let n = 0; n < count; n++) {
      const left = slack[n] as number;
      // a price that is nil and would fall stays, and does not count
      const one = signs[n] === sign.upper && (prices[n] as number) <= 0 && left > 0 ? 0 : left;
      const smooth = step === 0 ? one : memory * (heading[n] as number) + (1 - memory) * one;
      heading[n] = smooth;
      norm += smooth * smooth * (scale[n] as number);
    }
    if (norm < 1e-12 || value <= reached || length < 0.0005) break;
    const by = (length * (value - reached)) / norm;
    for (let n = 0; n < count; n++) {
      const price = prices[n] as number;
      const next = price - by * (heading[n] as number) * (scale[n] as number);
      const stops = signs[n] === sign.upper ? next < 0 : signs[n] === sign.both && next * price < 0;
      prices[n] = stops ? 0 : Math.max(-dearest, Math.min(dearest, next));
    }
  }
  for (let n = 0; n < count; n++) best[n] = Math.round((best[n] ?? 0) * priceUnit) / priceUnit;
  return { prices: best, bound: relaxed(relaxation, best, slack) };
}

const memory = 0.7;
const patience = 30;

// The value of the relaxation at these prices; slack becomes what is left of each thing priced (its subgradient).
function relaxed(relaxation: Relaxation, prices: Float64Array, slack: Float64Array): number {
  const { room, signs, cohorts } = relaxation;
  slack.set(room);
  let value = 0;
  for (let n = 0; n < room.length; n++) {
    const price = prices[n] as number;
    value += (room[n] as number) * (signs[n] === sign.both ? Math.abs(price) : price);
    if (signs[n] === sign.both) slack[n] = 0;
  }
  for (let k = 0; k < cohorts.length; k++) value += sideValue(relaxation, prices, slack, k);
  for (let n = 0; n < room.length; n++) {
    if (signs[n] === sign.none) slack[n] = 0;
    if (signs[n] !== sign.both) continue;
    // of |price| any slope between the two will do where the price is nil
    const [price, sum, most] = [prices[n] as number, slack[n] as number, room[n] as number];
    slack[n] =
      price > 0
        ? most + sum
        : price < 0
          ? sum - most
          : sum > most
            ? sum - most
            : sum < -most
              ? sum + most
              : 0;
  }
  return value;
}

// What one side's sites bring at these prices; what they take is taken from the slack.
function sideValue(relaxation: Relaxation, prices: Float64Array, slack: Float64Array, k: number): number {
  const { model, placeAt, bedAt } = relaxation;
  const { T, pickups, wardEnd } = model;
  const cohorts = relaxation.cohorts[k] as Cohorts; // one for each k
  const wards = relaxation.wards[k] ?? [];
  const places = placeAt[k] ?? 0;
  const { side: s, count, size, mode, pool, bus } = cohorts;
  const [order, from] = [relaxation.order[k] ?? new Int32Array(), relaxation.siteFrom[k] ?? new Int32Array()];
  const persons = relaxation.personAt[k] ?? 0;
  const worth = heldWorth(relaxation, prices, k);
  const poolToll = poolTolls(relaxation, prices, cohorts);
  const takenOf = new Float64Array(poolToll.length);
  const toll = new Float64Array(3);
  const gain = new Float64Array(count);
  const siteCount = bus.length;
  const gains = new Float64Array(siteCount);
  const sorted = new Float64Array(siteCount);
  let value = 0;
  for (let t = 0; t < T; t++) {
    for (let m = 0; m < 3; m++) {
      let price = prices[places + t * 3 + m] ?? 0;
      for (const w of wards[m] ?? [])
        for (let day = t; day < (wardEnd[w * T + t] ?? T); day++) price += prices[bedAt + w * T + day] ?? 0;
      toll[m] = price;
    }
    for (let c = 0; c < count; c++)
      gain[c] =
        (worth[c * T + t] as number) -
        (prices[persons + c] as number) -
        (toll[mode[c] as number] as number) -
        (poolToll[(pool[c] as number) * T + t] as number);
    const take = (c: number, n: number) => {
      slack[persons + c] = (slack[persons + c] ?? 0) - n;
      const m = mode[c] ?? 0;
      slack[places + t * 3 + m] = (slack[places + t * 3 + m] ?? 0) - n;
      for (const w of wards[m] ?? [])
        for (let day = t; day < (wardEnd[w * T + t] ?? T); day++)
          slack[bedAt + w * T + day] = (slack[bedAt + w * T + day] ?? 0) - n;
      const cell = (pool[c] ?? 0) * T + t;
      takenOf[cell] = (takenOf[cell] ?? 0) + n;
      relaxation.held.forEach((one, h) => {
        const at = relaxation.heldAt + h;
        slack[at] = (slack[at] ?? 0) + n * (one.worth[k]?.[c * T + t] ?? 0);
      });
    };
    const siteOf = (f: number, how?: typeof take) => {
      const [start, end] = [t * count + (from[f] ?? 0), t * count + (from[f + 1] ?? 0)];
      return siteGain(cohorts, gain, order, start, end, bus[f] ?? 0, how);
    };
    for (let f = 0; f < siteCount; f++) gains[f] = siteOf(f);
    const most = Math.min(siteCount, pickups[s * T + t] ?? 0);
    // the best sites: all above the gain of the last that fits in, then as many of equal gain as fit
    let least = 0;
    if (most < siteCount) {
      sorted.set(gains);
      sorted.sort();
      least = most === 0 ? Number.POSITIVE_INFINITY : Math.max(0, sorted[siteCount - most] ?? 0);
    }
    let taken = 0;
    for (let round = 0; round < 2; round++)
      for (let f = 0; f < siteCount && taken < most; f++) {
        const one = gains[f] ?? 0;
        if (one <= 0 || (round === 0 ? one <= least : one !== least)) continue;
        taken++;
        value += one;
        siteOf(f, take);
      }
    for (let n = from[siteCount] ?? count; n < count; n++) {
      const c = order[t * count + n] ?? 0; // of no site
      const one = gain[c] ?? 0;
      if (one <= 0) continue;
      value += one * (size[c] ?? 0);
      take(c, size[c] ?? 0);
    }
  }
  takeNumbers(relaxation, cohorts, takenOf, slack);
  return value;
}

// What a cohort is worth by tranche, with what it is worth to the levels that are held, at their prices.
function heldWorth({ held, heldAt, cohorts }: Relaxation, prices: Float64Array, k: number): Float64Array {
  const own = cohorts[k]?.worth ?? new Float64Array();
  if (held.every((_, h) => prices[heldAt + h] === 0)) return own;
  const sum = own.slice();
  held.forEach(({ worth }, h) => {
    const price = prices[heldAt + h] ?? 0;
    const one = worth[k] ?? sum;
    if (price > 0)
      for (let n = 0; n < sum.length; n++)
        if ((sum[n] as number) > Number.NEGATIVE_INFINITY)
          sum[n] = (sum[n] as number) + price * (one[n] as number);
  });
  return sum;
}

// What a person of each pool pays in each tranche for what he weighs in comparisons of numbers.
function poolTolls(relaxation: Relaxation, prices: Float64Array, { side, pools }: Cohorts): Float64Array {
  const { model, limitAt, rowAt, leadAt } = relaxation;
  const { T, counted, rowStart, rowOf, rowWeight } = model;
  const tolls = new Float64Array(pools.length * T);
  pools.forEach((i, p) => {
    let same = counted[i] ? (prices[limitAt + side] ?? 0) : 0;
    for (let at = rowStart[i] ?? 0; at < (rowStart[i + 1] ?? 0); at++)
      same += (rowWeight[at] ?? 0) * (prices[rowAt + (rowOf[at] ?? 0)] ?? 0);
    for (let t = T - 1; t >= 0; t--) {
      if (counted[i]) same += (side === 0 ? 1 : -1) * (prices[leadAt + t] ?? 0);
      tolls[p * T + t] = same;
    }
  });
  return tolls;
}

function takeNumbers(
  { model, limitAt, rowAt, leadAt }: Relaxation,
  { side, pools }: Cohorts,
  takenOf: Float64Array,
  slack: Float64Array,
): void {
  const { T, counted, rowStart, rowOf, rowWeight } = model;
  const less = (n: number, by: number) => {
    slack[n] = (slack[n] ?? 0) - by;
  };
  pools.forEach((i, p) => {
    let sum = 0;
    for (let t = 0; t < T; t++) {
      sum += takenOf[p * T + t] ?? 0;
      if (counted[i]) less(leadAt + t, side === 0 ? sum : -sum);
    }
    if (counted[i]) less(limitAt + side, sum);
    for (let at = rowStart[i] ?? 0; at < (rowStart[i + 1] ?? 0); at++)
      less(rowAt + (rowOf[at] ?? 0), sum * (rowWeight[at] ?? 0));
  });
}

// What one site's bus can bring at these prices, the dearest first as far as it has seats. Its cohorts stand in `order` by
// what they brought at the prices before: little is to be sorted anew.
function siteGain(
  { size }: Cohorts,
  gain: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
  seats: number,
  take: ((c: number, n: number) => void) | undefined,
): number {
  let [persons, sum] = [0, 0];
  for (let n = from; n < to; n++) {
    const c = order[n] as number;
    const one = gain[c] as number;
    if (one <= 0) continue;
    persons += size[c] as number;
    sum += one * (size[c] as number);
  }
  if (persons > seats) {
    sortByGain(gain, order, from, to);
  } else if (!take) return sum;
  let left = Math.min(seats, persons);
  let value = 0;
  for (let n = from; n < to && left > 0; n++) {
    const c = order[n] as number;
    const one = gain[c] as number;
    if (one <= 0) continue;
    const going = Math.min(left, size[c] as number);
    value += one * going;
    left -= going;
    take?.(c, going);
  }
  return value;
}

function sortByGain(gain: Float64Array, order: Int32Array, from: number, to: number): void {
  for (let n = from + 1; n < to; n++) {
    const c = order[n] as number;
    const one = gain[c] as number;
    let at = n - 1;
    while (at >= from && (gain[order[at] as number] as number) < one) {
      order[at + 1] = order[at] as number;
      at--;
    }
    order[at + 1] = c;
  }
}
