import type { Orienteering, Routes } from "../orienteering.ts";
import { forbid, isAllowed } from "./around.ts";
import { Master } from "./master.ts";
import { Pricing } from "./pricing.ts";
import { closed, Nearness } from "./relaxation.ts";
import { prized, reachable, simpleBound } from "./simple.ts";

export type BoundOptions = {
  /** Routes that are known, and may start the mixture. */
  readonly routes: Routes;
  /** What a plan is known to reach: a bound that is no more than this needs no more work. */
  readonly value: number;
  /** Asked now and then; true ends the work. */
  isOver(): boolean;
  /** Labels that may be made; the same number is the same bound everywhere. */
  readonly labels: number;
};

/** How many sites are near to each at first. */
const nearAtFirst = 8;
/** How far prices are drawn towards the best ones known. */
const firstPull = 0.6;
/** One round in so many is strict. */
const looseRounds = 8;
/** Beyond this many points the shortest ways and the mixture cost more than they tell. */
const mostPoints = 600;
/** Labels of one round: as many as memory is to be spent on. */
const mostLabels = 6_000_000;
/** Routes taken from one round. */
const mostRoutes = 40;
/** What sums of prices may be off. */
const tiny = 1e-6;

/**
 * A number that no plan's value is above. Prices on sites bound it (Lagrange): what they sum to, and for each team the
 * most that a route brings above them. Prices come from the mixture of routes found so far, drawn towards the best ones
 * known; routes may come back to a site that is no longer near (ng-routes, Baldacci, Mingozzi and Roberti 2011).
 */
export function boundOf(given: Orienteering, { routes, value, isOver, labels }: BoundOptions): number {
  if (given.size > mostPoints) return simpleBound(given, prized(given));
  const relaxed = closed(given);
  const sites = reachable(relaxed);
  const simple = simpleBound(relaxed, sites);
  if (simple <= value || sites.length === 0 || isOver()) return simple;
  const { size, teams, prize } = given;
  const known = routes.filter((route) => route.length > 0);
  const nearness = new Nearness(relaxed, sites, nearAtFirst);
  let pool: (readonly number[])[] = [...known, ...sites.map((site) => [site])];
  let master = masterOf(given, pool);
  const pricing = new Pricing(relaxed, sites, nearness);
  let best = simple;
  const bestPrices = new Float64Array(size);
  let hasPrices = false;
  const prices = new Float64Array(size);
  let pull = firstPull;
  let rounds = 0;
  for (;;) {
    master.solve(20_000, isOver);
    const team = Math.max(0, master.prices[0] ?? 0);
    for (let i = 1; i < size; i++) {
      const asked = Math.max(0, master.prices[i] ?? 0);
      prices[i] = hasPrices ? pull * (bestPrices[i] ?? 0) + (1 - pull) * asked : asked;
    }
    const left = () => Math.min(mostLabels, labels - pricing.labels);
    // whether a route among them betters the mixture
    const isBettered = (found: Routes): boolean => {
      const bettering = found.filter(
        (route) =>
          route.reduce(
            (gain, site) => gain + (prize[site] ?? 0) - Math.max(0, master.prices[site] ?? 0),
            -team,
          ) > tiny,
      );
      for (const route of bettering) master.add({ sites: route, prize: prizeOf(given, route) });
      pool.push(...bettering);
      return bettering.length > 0;
    };
    // the loose labels bound nothing: now and then the strict ones are asked, so that there is a bound early
    if (++rounds % looseRounds !== 0) {
      const quick = pricing.run(prices, true, mostRoutes, left(), isOver);
      if (!quick) return best;
      if (isBettered(quick.routes)) continue;
    }
    const exact = pricing.run(prices, false, mostRoutes, left(), isOver);
    if (!exact) return best;
    let sum = 0;
    for (let i = 1; i < size; i++) sum += prices[i] ?? 0;
    const bound = Math.floor(sum + teams * exact.most + tiny);
    if (bound < best || !hasPrices) {
      best = Math.min(best, bound);
      bestPrices.set(prices);
      hasPrices = true;
    }
    if (best <= value) return best;
    if (isBettered(exact.routes)) continue;
    if (pull > 0) {
      pull = pull > 0.05 ? pull * 0.4 : 0;
      continue;
    }
    // the mixture is the best of its kind: forbid the ways around that it takes
    if (!forbid(master, nearness)) return best;
    pool = pool.filter((route) => isAllowed(route, nearness));
    master = masterOf(given, pool);
    pull = firstPull;
  }
}

function masterOf(given: Orienteering, routes: readonly (readonly number[])[]): Master {
  const master = new Master(given.size, given.teams);
  for (const route of routes) master.add({ sites: route, prize: prizeOf(given, route) });
  return master;
}

function prizeOf({ prize }: Orienteering, route: readonly number[]): number {
  return route.reduce((sum, site) => sum + (prize[site] ?? 0), 0);
}
