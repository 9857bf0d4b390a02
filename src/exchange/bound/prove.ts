import type { Certificate, SidePrices } from "../check/certificate.ts";
import type { Model } from "../search/model.ts";
import type { Placement } from "../search/placement.ts";
import { type Cohorts, cohortsOf, type PricedLevel } from "./cohorts.ts";
import { dualPrices, type Priced } from "./dual.ts";
import { type Held, type Relaxation, relaxationOf } from "./relaxation.ts";

export type ProveOptions = { readonly steps: number; readonly stopped: () => boolean };

// What prices may cost in a large case, in cohorts by tranches by steps; of both sides together.
const largeSteps = 45_000_000;
// Up to so many persons everything is priced together at length, and captivity told apart by the day.
const fewPersons = 1500;
const largeBand = 60;
// In larger cases prices of numbers are gone on with only where the first of them have brought something.
const firstSteps = 40;

/**
 * What no plan can better at a level that is as good as `placement` at the levels before it, and the prices that prove it.
 * Each side is priced alone first; then what compares the sides, and the levels before, are priced too.
 */
export function provenBound(
  model: Model,
  placement: Placement,
  level: PricedLevel,
  options: ProveOptions,
): { readonly bound: number; readonly certificate: Certificate } {
  const covers = model.cover.includes(1);
  const all = covers && placement.uncovered === 0 && level !== "coverage";
  const reached = [0, 1].map((s) => worthReached(model, placement, level, s));
  const whole = (reached[0] ?? 0) + (reached[1] ?? 0);
  const told = (relaxation: Relaxation, { prices, bound }: Priced, band?: number) => ({
    bound: Math.floor(bound),
    certificate: certificateOf([{ relaxation, prices }], level, {
      all: all ? coveredBy(placement) : 0,
      band,
    }),
  });

  // each side by itself: in large cases the joint problem is too large to begin with
  const alone = level === "harm" || level === "coverage" ? [0, 1].map((s) => proveSide(s)) : undefined;
  const apart = alone?.reduce((sum, { bound }) => sum + bound, 0) ?? Number.POSITIVE_INFINITY;
  const joint = apart > whole ? proveJointly() : undefined;
  if (joint && joint.bound < apart) return joint;
  return {
    bound: Math.floor(apart),
    certificate: certificateOf(alone ?? [], level, {
      all: alone?.some(({ isConditional }) => isConditional) ? coveredBy(placement) : 0,
      band: undefined,
    }),
  };

  function proveSide(s: number) {
    const cohorts = cohortsOf(model, s, level);
    const simple = relaxationOf(model, [cohorts], { all: false, numbers: false });
    const cheapest = atTheirBest(simple);
    if (reached[s] === cheapest.bound) return { relaxation: simple, ...cheapest, isConditional: false };
    const relaxation = relaxationOf(model, [cohorts], { all, numbers: false });
    const priced = dualPrices(relaxation, {
      reached: reached[s] ?? 0,
      start: startAt(relaxation, placement),
      steps: stepsFor(cohorts.count),
    });
    return priced.bound < cheapest.bound
      ? { relaxation, ...priced, isConditional: all }
      : { relaxation: simple, ...cheapest, isConditional: false };
  }

  function proveJointly() {
    const band = level !== "captivity" ? undefined : model.N <= fewPersons ? 1 : largeBand;
    const cohorts = [0, 1].map((s) =>
      cohortsOf(model, s, level, { numbers: true, ...(band === undefined ? {} : { band }) }),
    );
    const held = heldBefore(model, placement, level).filter((one) => !(all && one.level === "coverage"));
    const relaxation = relaxationOf(model, cohorts, { all, numbers: true, held });
    const start = alone ? startAt(relaxation, placement) : marginalPrices(relaxation, placement);
    alone?.forEach((one, s) => {
      takeOver(relaxation, s, one.relaxation, one.prices, start);
    });
    const count = cohorts.reduce((sum, one) => sum + one.count, 0);
    const few = model.N <= fewPersons;
    const priced = dualPrices(relaxation, {
      reached: whole,
      start,
      steps: few || alone ? stepsFor(count) : firstSteps >> 1,
      ...(few ? {} : { trial: { steps: firstSteps, below: apart * 0.9998 } }),
    });
    return told(relaxation, priced, band);
  }

  function stepsFor(count: number): number {
    const usual = Math.min(options.steps, Math.ceil(largeSteps / Math.max(1, count * model.T)));
    return options.stopped() ? Math.min(300, usual) : usual;
  }
}

// The levels before one that prices can hold, and what the placement is worth to them.
function heldBefore(model: Model, placement: Placement, level: PricedLevel): readonly Held[] {
  const order: readonly PricedLevel[] = ["coverage", "harm", "returned", "captivity"];
  return order.slice(0, order.indexOf(level)).flatMap((one) => {
    const least = worthReached(model, placement, one, 0) + worthReached(model, placement, one, 1);
    return least > 0 ? [{ level: one, least }] : [];
  });
}

function coveredBy({ model, uncovered }: Placement): number {
  const { cover, ready, T } = model;
  return cover.reduce((sum, one, i) => sum + (one && (ready[i] ?? T) < T ? 1 : 0), 0) - uncovered;
}

function worthReached(model: Model, { at }: Placement, level: PricedLevel, s: number): number {
  const { N, T, side, medical, harm, cover, captivity } = model;
  let sum = 0;
  for (let i = 0; i < N; i++) {
    const t = at[i] ?? T;
    if (side[i] !== s || t === T) continue;
    const h = (medical[i] ?? -1) * (T + 1);
    if (level === "harm") sum += h < 0 ? 0 : (harm[h + T] ?? 0) - (harm[h + t] ?? 0);
    else sum += level === "returned" ? 1 : level === "captivity" ? (captivity[i] ?? 0) : (cover[i] ?? 0);
  }
  return sum;
}

// Every person at his best, as if there were places for all: the prices are what each is worth.
function atTheirBest({ model, cohorts, personAt, room }: Relaxation): Priced {
  const { T } = model;
  const prices = new Float64Array(room.length);
  let bound = 0;
  cohorts.forEach(({ count, worth, size }, k) => {
    for (let c = 0; c < count; c++) {
      let best = 0;
      for (let t = 0; t < T; t++) best = Math.max(best, worth[c * T + t] ?? 0);
      prices[(personAt[k] ?? 0) + c] = best;
      bound += best * (size[c] ?? 0);
    }
  });
  return { prices, bound };
}

// Prices to begin with: what one of each cohort is worth in the placement.
function startAt({ model, cohorts, personAt, room }: Relaxation, { at }: Placement): Float64Array {
  const { T } = model;
  const start = new Float64Array(room.length);
  cohorts.forEach(({ members, worth }, k) => {
    members.forEach((list, c) => {
      let sum = 0;
      for (const i of list) {
        const t = at[i] ?? T;
        if (t < T) sum += Math.max(0, worth[c * T + t] ?? 0);
      }
      start[(personAt[k] ?? 0) + c] = sum / Math.max(1, list.length);
    });
  });
  return start;
}

// Prices to begin with where the tranche matters little: what the last who gets in is worth, paid for the agreed limit of
// persons where they are about as many, or else for places.
function marginalPrices(relaxation: Relaxation, { used, countedOf }: Placement): Float64Array {
  const { model, cohorts, personAt, placeAt, limitAt, room } = relaxation;
  const { T, places, counted, limit } = model;
  const start = new Float64Array(room.length);
  cohorts.forEach(({ side: s, members, worth, mode }, k) => {
    const best = members.map((_, c) =>
      worth.subarray(c * T, (c + 1) * T).reduce((x, y) => Math.max(x, y), 0),
    );
    const marginal = (most: number, takes: (c: number) => boolean) => {
      const all = members.flatMap((list, c) => (takes(c) ? list.map(() => best[c] ?? 0) : []));
      return all.sort((x, y) => y - x)[most] ?? 0;
    };
    const isCounted = (c: number) => counted[members[c]?.[0] ?? 0] === 1;
    const full = (countedOf[s] ?? 0) >= 0.9 * limit ? marginal(limit, isCounted) : 0;
    start[limitAt + s] = full;
    const tolls = [0, 1, 2].map((m) => {
      let [seats, taken] = [0, 0];
      for (let t = 0; t < T; t++) {
        seats += places[(s * T + t) * 3 + m] ?? 0;
        taken += used[(s * T + t) * 3 + m] ?? 0;
      }
      if (full > 0 || taken < 0.8 * seats) return 0;
      const price = marginal(seats, (c) => mode[c] === m);
      for (let t = 0; t < T; t++) start[(placeAt[k] ?? 0) + t * 3 + m] = price;
      return price;
    });
    members.forEach((_, c) => {
      const toll = (isCounted(c) ? full : 0) + (tolls[mode[c] ?? 0] ?? 0);
      start[(personAt[k] ?? 0) + c] = Math.max(0, (best[c] ?? 0) - toll);
    });
  });
  return start;
}

// Begins where a side priced alone has ended: its persons, places and beds.
function takeOver(
  joint: Relaxation,
  s: number,
  alone: Relaxation,
  prices: Float64Array,
  start: Float64Array,
): void {
  const own = alone.cohorts[0];
  const priceOf = new Map<number, number>();
  own?.members.forEach((list, c) => {
    for (const i of list) priceOf.set(i, prices[c] ?? 0);
  });
  joint.cohorts[s]?.members.forEach((list, c) => {
    start[(joint.personAt[s] ?? 0) + c] = priceOf.get(list[0] ?? 0) ?? 0;
  });
  const { T, beds } = joint.model;
  for (let n = 0; n < T * 3; n++)
    start[(joint.placeAt[s] ?? 0) + n] = prices[(alone.placeAt[0] ?? 0) + n] ?? 0;
  for (let n = 0; n < beds.length * T; n++)
    start[joint.bedAt + n] = (start[joint.bedAt + n] ?? 0) + (prices[alone.bedAt + n] ?? 0);
}

type Part = { readonly relaxation: Relaxation; readonly prices: Float64Array };

// Prices by the names of the case: of both sides at once, or of each side alone.
function certificateOf(
  parts: readonly Part[],
  level: PricedLevel,
  { all, band }: { readonly all: number; readonly band: number | undefined },
): Certificate {
  const [first] = parts;
  if (!first) throw new Error(`There are no prices for ${level}.`);
  const { model } = first.relaxation;
  const [one, other] = [sidePrices(parts, 0), sidePrices(parts, 1)];
  const held = first.relaxation.held.map(({ level: of, least }, h) => ({
    level: of,
    least,
    price: first.prices[first.relaxation.heldAt + h] ?? 0,
  }));
  return {
    level,
    held: all > 0 ? [{ level: "coverage", least: all, price: 0 }, ...held] : held,
    sides: model.sideOrder[0] === "a" ? { a: one, b: other } : { a: other, b: one },
    numbers: numberPrices(first),
    ...(band === undefined ? {} : { band }),
  };
}

function sidePrices(parts: readonly Part[], s: number): SidePrices {
  for (const { relaxation, prices } of parts) {
    const k = relaxation.cohorts.findIndex(({ side }) => side === s);
    const own: Cohorts | undefined = relaxation.cohorts[k];
    if (!own) continue;
    const { model, bedAt, limitAt } = relaxation;
    const { T, sideOrder, given } = model;
    const [persons, places] = [relaxation.personAt[k] ?? 0, relaxation.placeAt[k] ?? 0];
    const wards = sideOrder.flatMap((side) =>
      (given.sides[side].wards ?? []).map(({ code }) => ({ side, code })),
    );
    const beds = wards.flatMap(({ side, code }, w) =>
      side === sideOrder[s === 0 ? 0 : 1]
        ? [[code, Array.from(prices.subarray(bedAt + w * T, bedAt + (w + 1) * T))] as const]
        : [],
    );
    return {
      persons: Object.fromEntries(
        own.key.flatMap((key, c) => {
          const price = prices[persons + c] ?? 0;
          return price === 0 ? [] : [[key, price] as const];
        }),
      ),
      places: Array.from({ length: T }, (_, t) =>
        Array.from(prices.subarray(places + t * 3, places + t * 3 + 3)),
      ),
      beds: Object.fromEntries(beds),
      limit: prices[limitAt + s] ?? 0,
    };
  }
  throw new Error(`Side ${s} has no prices.`);
}

// In the case persons to A weigh more than nothing; in the model those of side 0.
function numberPrices({ relaxation, prices }: Part): Certificate["numbers"] {
  const { model, rowAt, leadAt } = relaxation;
  const to = model.sideOrder[0] === "a" ? 1 : -1;
  const rows = model.rowName.map((name, r) => ({ name, price: to * (prices[rowAt + r] ?? 0) }));
  const priceOf = (kind: string) => rows.find(({ name }) => name.kind === kind)?.price ?? 0;
  const categories = rows.flatMap(({ name, price }) =>
    name.kind === "category" ? [[name.code, price] as const] : [],
  );
  const ladder = rows.flatMap(({ name, price }) => (name.kind === "ladder" ? [price] : []));
  const count = model.given.ladder?.thresholds?.length ?? 0;
  return {
    total: priceOf("parity"),
    lead: Array.from({ length: model.T }, (_, t) => to * (prices[leadAt + t] ?? 0)),
    categories: Object.fromEntries(categories),
    thresholds: ladder.slice(0, count),
    points: ladder[count] ?? 0,
  };
}
