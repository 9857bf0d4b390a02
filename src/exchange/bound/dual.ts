import type { Model } from "../search/model.ts";
import type { Cohorts } from "./cohorts.ts";

/** Prices in whole parts of 1/1024, so that the bound that they prove is computed without rounding. */
const priceUnit = 1024;

/** Prices of one side: of a person of each cohort, of a place by tranche and mode, of a bed by ward and tranche. */
export type Prices = {
  readonly cohort: Float64Array;
  readonly place: Float64Array;
  readonly bed: Float64Array;
};

/**
 * Bounds the harm that one side can be spared from above by Lagrangian duality (A. Geoffrion 1974): persons, places and
 * beds are priced, and what is left falls apart by site and tranche, each with its own bus, the best sites within the
 * pick-ups. Prices by subgradient steps of Polyak's length; `reached` is what a plan is known to reach. With `all`, the bound
 * is one for plans that return all persons of whom that is agreed: their price can be less than nil.
 */
export function dualPrices(
  model: Model,
  cohorts: Cohorts,
  reached: number,
  start: Float64Array,
  steps: number,
  all: boolean,
): { readonly prices: Prices; readonly bound: number } {
  const prices = noPrices(model, cohorts);
  prices.cohort.set(start);
  const slack = noPrices(model, cohorts);
  const heading = noPrices(model, cohorts);
  const scale = scaleOf(model, cohorts);
  let best = { ...copyOf(prices), bound: Number.POSITIVE_INFINITY };
  let [length, since] = [1, 0];
  for (let step = 0; step < steps; step++) {
    const value = relaxed(model, cohorts, prices, slack);
    if (value < best.bound) {
      if (value < best.bound * (1 - 1e-5)) since = 0;
      best = { ...copyOf(prices), bound: value };
    }
    if (++since > patience) {
      length *= 0.66;
      since = 0;
      for (const part of parts) prices[part].set(best[part]);
    }
    let norm = 0;
    for (const part of parts) {
      const [left, way, by] = [slack[part], heading[part], scale[part]];
      for (let n = 0; n < left.length; n++) {
        // a price that is nil and would fall stays, and does not count
        const isFree = all && part === "cohort" && cohorts.cover[n] === 1;
        const one = !isFree && (prices[part][n] ?? 0) <= 0 && (left[n] ?? 0) > 0 ? 0 : (left[n] ?? 0);
        const smooth = step === 0 ? one : memory * (way[n] ?? 0) + (1 - memory) * one;
        way[n] = smooth;
        norm += smooth * smooth * (by[n] ?? 0);
      }
    }
    if (norm < 1e-12 || value <= reached || length < 0.0005) break;
    const by = (length * (value - reached)) / norm;
    for (const part of parts) {
      const price = prices[part];
      for (let n = 0; n < price.length; n++) {
        const next = (price[n] ?? 0) - by * (heading[part][n] ?? 0) * (scale[part][n] ?? 0);
        const isFree = all && part === "cohort" && cohorts.cover[n] === 1;
        price[n] = next > 0 || isFree ? next : 0;
      }
    }
  }
  for (const part of parts)
    for (let n = 0; n < best[part].length; n++) best[part][n] = whole(best[part][n] ?? 0);
  const bound = relaxed(model, cohorts, best, slack);
  return { prices: { cohort: best.cohort, place: best.place, bed: best.bed }, bound: Math.floor(bound) };
}

const parts = ["cohort", "place", "bed"] as const;
const whole = (price: number) => Math.round(price * priceUnit) / priceUnit;

const memory = 0.7;
const patience = 30;

function noPrices(model: Model, cohorts: Cohorts): Prices {
  return {
    cohort: new Float64Array(cohorts.count),
    place: new Float64Array(model.T * 3),
    bed: new Float64Array(model.beds.length * model.T),
  };
}

// Steps are measured by how many there are of each thing: one price does not drown another.
function scaleOf(model: Model, cohorts: Cohorts): Prices {
  const scale = noPrices(model, cohorts);
  scale.cohort.forEach((_, c) => {
    scale.cohort[c] = 1 / Math.max(1, cohorts.size[c] ?? 1);
  });
  scale.place.forEach((_, n) => {
    scale.place[n] = 1 / Math.max(1, Math.min(model.N, model.places[cohorts.side * model.T * 3 + n] ?? 1));
  });
  scale.bed.forEach((_, n) => {
    scale.bed[n] = 1 / Math.max(1, Math.min(model.N, model.beds[(n / model.T) | 0] ?? 1)) / model.T;
  });
  return scale;
}

function copyOf({ cohort, place, bed }: Prices): Prices {
  return { cohort: cohort.slice(), place: place.slice(), bed: bed.slice() };
}

// The value of the relaxation at these prices; slack becomes what is left of each thing priced (its subgradient).
function relaxed(model: Model, cohorts: Cohorts, prices: Prices, slack: Prices): number {
  const { T, places, pickups, beds, wardEnd } = model;
  const { side: s, count, size, mode, worth, ofSite, bus } = cohorts;
  let value = 0;
  for (let c = 0; c < count; c++) {
    slack.cohort[c] = size[c] ?? 0;
    value += (size[c] ?? 0) * (prices.cohort[c] ?? 0);
  }
  for (let n = 0; n < T * 3; n++) {
    const room = places[s * T * 3 + n] ?? 0;
    slack.place[n] = room;
    value += room * (prices.place[n] ?? 0);
  }
  const wards = wardsByMode(model, s);
  for (let n = 0; n < slack.bed.length; n++) {
    const room = beds[(n / T) | 0] ?? 0;
    slack.bed[n] = room;
    value += room * (prices.bed[n] ?? 0);
  }
  const toll = new Float64Array(3);
  const siteCount = bus.length;
  const gains = new Float64Array(siteCount);
  const sorted = new Float64Array(siteCount);
  for (let t = 0; t < T; t++) {
    for (let m = 0; m < 3; m++) {
      let price = prices.place[t * 3 + m] ?? 0;
      for (const w of wards[m] ?? [])
        for (let day = t; day < (wardEnd[w * T + t] ?? T); day++) price += prices.bed[w * T + day] ?? 0;
      toll[m] = price;
    }
    for (let f = 0; f < siteCount; f++) {
      gains[f] = siteGain(cohorts, prices, toll, f, t, T, bus[f] ?? 0, undefined);
    }
    const most = Math.min(siteCount, pickups[s * T + t] ?? 0);
    // the best sites: all above the gain of the last that fits in, then as many of equal gain as fit
    let least = 0;
    if (most < siteCount) {
      sorted.set(gains);
      sorted.sort();
      least = most === 0 ? Number.POSITIVE_INFINITY : Math.max(0, sorted[siteCount - most] ?? 0);
    }
    const take = (c: number, n: number) => {
      slack.cohort[c] = (slack.cohort[c] ?? 0) - n;
      const m = mode[c] ?? 0;
      slack.place[t * 3 + m] = (slack.place[t * 3 + m] ?? 0) - n;
      for (const w of wards[m] ?? [])
        for (let day = t; day < (wardEnd[w * T + t] ?? T); day++)
          slack.bed[w * T + day] = (slack.bed[w * T + day] ?? 0) - n;
    };
    let taken = 0;
    for (let round = 0; round < 2; round++)
      for (let f = 0; f < siteCount && taken < most; f++) {
        const gain = gains[f] ?? 0;
        if (gain <= 0 || (round === 0 ? gain <= least : gain !== least)) continue;
        taken++;
        value += gain;
        siteGain(cohorts, prices, toll, f, t, T, bus[f] ?? 0, take);
      }
    for (const c of ofSite[siteCount] ?? []) {
      const gain = (worth[c * T + t] ?? -1) - (prices.cohort[c] ?? 0) - (toll[mode[c] ?? 0] ?? 0);
      if (gain <= 0) continue;
      value += gain * (size[c] ?? 0);
      take(c, size[c] ?? 0);
    }
  }
  return value;
}

// grown to the largest site that was met
let gainOf = new Float64Array(512);
let cohortOf = new Int32Array(512);

// What one site's bus can bring at these prices, the dearest first as far as it has seats.
function siteGain(
  { ofSite, worth, size, mode }: Cohorts,
  prices: Prices,
  toll: Float64Array,
  f: number,
  t: number,
  T: number,
  seats: number,
  take: ((c: number, n: number) => void) | undefined,
): number {
  const list = ofSite[f];
  if (!list) return 0;
  if (list.length > gainOf.length) {
    gainOf = new Float64Array(2 * list.length);
    cohortOf = new Int32Array(2 * list.length);
  }
  let [found, persons, sum] = [0, 0, 0];
  for (let n = 0; n < list.length; n++) {
    const c = list[n] ?? 0;
    const gain = (worth[c * T + t] ?? -1) - (prices.cohort[c] ?? 0) - (toll[mode[c] ?? 0] ?? 0);
    if (gain <= 0) continue;
    gainOf[found] = gain;
    cohortOf[found] = c;
    found++;
    persons += size[c] ?? 0;
    sum += gain * (size[c] ?? 0);
  }
  if (persons <= seats) {
    if (take) for (let n = 0; n < found; n++) take(cohortOf[n] ?? 0, size[cohortOf[n] ?? 0] ?? 0);
    return sum;
  }
  let left = seats;
  sum = 0;
  for (let n = 0; n < found && left > 0; n++) {
    let top = n;
    for (let other = n + 1; other < found; other++)
      if ((gainOf[other] ?? 0) > (gainOf[top] ?? 0)) top = other;
    const [gain, c] = [gainOf[top] ?? 0, cohortOf[top] ?? 0];
    gainOf[top] = gainOf[n] ?? 0;
    cohortOf[top] = cohortOf[n] ?? 0;
    const going = Math.min(left, size[c] ?? 0);
    sum += gain * going;
    left -= going;
    take?.(c, going);
  }
  return sum;
}

// The wards of one side, by mode; the same for everybody of that side and mode.
function wardsByMode({ N, side, mode, wardStart, wardOf }: Model, s: number): readonly (readonly number[])[] {
  const lists: number[][] = [[], [], []];
  const seen = [false, false, false];
  for (let i = 0; i < N && seen.includes(false); i++) {
    const m = mode[i] ?? 0;
    if (side[i] !== s || seen[m]) continue;
    seen[m] = true;
    lists[m] = Array.from(wardOf.subarray(wardStart[i], wardStart[i + 1]));
  }
  return lists;
}
