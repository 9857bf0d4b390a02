import type { Orienteering, Routes } from "../orienteering.ts";
import { Master } from "./master.ts";
import { Pricing } from "./pricing.ts";
import { closed, Nearness } from "./relaxation.ts";

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

/** Beyond this many points the shortest ways and the mixture cost more than they tell. */
const mostPoints = 800;

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
  const nearness = new Nearness(relaxed, sites, 8);
  let pool: (readonly number[])[] = [...known, ...sites.map((site) => [site])];
  let master = masterOf(given, pool);
  const pricing = new Pricing(relaxed, sites, nearness);
  let best = simple;
  const bestPrices = new Float64Array(size);
  let hasPrices = false;
  const prices = new Float64Array(size);
  let pull = 0.6;
  for (;;) {
    master.solve(20_000);
    const team = Math.max(0, master.prices[0] ?? 0);
    for (let i = 1; i < size; i++) {
      const asked = Math.max(0, master.prices[i] ?? 0);
      prices[i] = hasPrices ? pull * (bestPrices[i] ?? 0) + (1 - pull) * asked : asked;
    }
    const left = () => labels - pricing.labels;
    const over = () => isOver();
    const add = (found: readonly (readonly number[])[]): number => {
      let added = 0;
      for (const route of found) {
        let gain = -team;
        for (const site of route) gain += (prize[site] ?? 0) - Math.max(0, master.prices[site] ?? 0);
        if (gain <= 1e-6) continue;
        pool.push(route);
        master.add({ sites: route, prize: prizeOf(given, route) });
        added++;
      }
      return added;
    };
    const quick = pricing.run(prices, true, 40, left(), over);
    if (!quick) return best;
    if (add(quick.routes) > 0) continue;
    const exact = pricing.run(prices, false, 40, left(), over);
    if (!exact) return best;
    let sum = 0;
    for (let i = 1; i < size; i++) sum += prices[i] ?? 0;
    const bound = Math.floor(sum + teams * exact.most + 1e-6);
    if (bound < best || !hasPrices) {
      best = Math.min(best, bound);
      bestPrices.set(prices);
      hasPrices = true;
    }
    if (best <= value) return best;
    if (add(exact.routes) > 0) continue;
    if (pull > 0.05) {
      pull *= 0.4;
      continue;
    }
    if (pull > 0) {
      pull = 0;
      continue;
    }
    // the mixture is the best of its kind: forbid the ways around that it takes
    if (!forbid(master, nearness)) return best;
    pool = pool.filter((route) => isAllowed(route, nearness));
    master = masterOf(given, pool);
    pull = 0.6;
  }
}

function prized({ prize }: Orienteering): number[] {
  return Array.from(prize.keys()).filter((site) => site > 0 && (prize[site] ?? 0) > 0);
}

/** The sites that a team can visit at all, on the shortest ways. */
function reachable(relaxed: Orienteering): number[] {
  const { size, travel, service, open, close } = relaxed;
  return prized(relaxed).filter((site) => {
    const begin = Math.max(open[site] ?? 0, (open[0] ?? 0) + (travel[site] ?? 0));
    const home = begin + (service[site] ?? 0) + (travel[site * size] ?? 0);
    return begin <= (close[site] ?? 0) && home <= (close[0] ?? 0);
  });
}

// As if sites could be visited in parts: each takes its service and the shortest way to it, and all teams share the time.
function simpleBound(
  { size, teams, travel, service, open, close, prize }: Orienteering,
  sites: readonly number[],
): number {
  const cost = (site: number) => {
    let nearest = travel[site] ?? 0;
    for (const other of sites)
      if (other !== site) nearest = Math.min(nearest, travel[other * size + site] ?? 0);
    return (service[site] ?? 0) + nearest;
  };
  const items = sites.map((site) => ({ prize: prize[site] ?? 0, cost: cost(site) }));
  items.sort((a, b) => b.prize * a.cost - a.prize * b.cost);
  let time = teams * ((close[0] ?? 0) - (open[0] ?? 0));
  let sum = 0;
  for (const item of items) {
    if (item.cost > time) return Math.floor(sum + (item.prize * time) / item.cost);
    sum += item.prize;
    time -= item.cost;
  }
  return sum;
}

function masterOf(given: Orienteering, routes: readonly (readonly number[])[]): Master {
  const master = new Master(given.size, given.teams);
  for (const route of routes) master.add({ sites: route, prize: prizeOf(given, route) });
  return master;
}

function prizeOf({ prize }: Orienteering, route: readonly number[]): number {
  return route.reduce((sum, site) => sum + (prize[site] ?? 0), 0);
}

// Makes a site near to every site between two visits to it; false where nothing was left to forbid.
function forbid(master: Master, nearness: Nearness): boolean {
  let isChanged = false;
  for (const { column } of master.mixture()) {
    const last = new Map<number, number>();
    column.sites.forEach((site, at) => {
      const before = last.get(site);
      if (before !== undefined)
        for (let k = before + 1; k < at; k++)
          isChanged = nearness.add(column.sites[k] ?? 0, site) || isChanged;
      last.set(site, at);
    });
  }
  return isChanged;
}

function isAllowed(route: readonly number[], nearness: Nearness): boolean {
  const last = new Map<number, number>();
  return route.every((site, at) => {
    const before = last.get(site);
    last.set(site, at);
    if (before === undefined) return true;
    for (let k = before + 1; k < at; k++) if (nearness.placeAt(route[k] ?? 0, site) < 0) return true;
    return false;
  });
}
