import { type Random, seededRandom } from "#base";
import { million } from "../case/reward.ts";
import { Inserter } from "./insert.ts";
import { bodyWorth, type Model, medical, recovery } from "./model.ts";
import { Rebuilder } from "./recreate.ts";
import { Routes } from "./routes.ts";

export type SearchOptions = {
  readonly seed: number;
  readonly iterations: number;
  /** How much of the work is done, 0 to 1, by a clock; without it by iterations. */
  readonly spent?: () => number;
  readonly stopped?: () => boolean;
  /** Begins with these routes; warm ones are near their best, and are searched with less heat. */
  readonly from?: Routes;
  readonly isWarm?: boolean;
  /** Told of the share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly onBest?: (worth: number, iteration: number) => void;
};

export type Searched = { readonly routes: Routes; readonly iterations: number };

/** Searches routes by ruin and recreate under annealing. The same for the same model, seed and iterations. */
export function search(model: Model, options: SearchOptions): Searched {
  const random = seededRandom(options.seed);
  const routes = options.from ?? new Routes(model);
  const inserter = new Inserter(routes, random);
  const rebuilder = new Rebuilder(routes, inserter, random);
  const all = Array.from({ length: model.N }, (_, i) => i);
  // a plan that goes on can be had at once
  if (!options.isWarm || options.spent || options.iterations > 0) rebuilder.recreate(all, true);
  const best = routes.all.slice();
  let bestWorth = standingOf(routes);
  const kept = routes.all.slice();
  const temperature = temperatureOf(model, routes) * (options.isWarm ? 0.25 : 1);
  let cost = costOf(routes);
  let iteration = 0;
  const heatOfSecond = 1.5 * bodyWorth * (options.isWarm ? 0.25 : 1);
  // first both; then the wounded's routes stay, and remains alone are searched for
  const hasRemains = model.kind.some((kind, k) => kind === recovery && model.usable[k]!);
  const turn = hasRemains ? 0.8 : 1;
  let isSecond = false;
  for (; options.spent !== undefined || iteration < options.iterations; iteration++) {
    const share = options.spent?.() ?? iteration / options.iterations;
    if (share >= 1 || options.stopped?.()) break;
    if (iteration % 64 === 0) options.onProgress?.(share);
    if (share >= turn && !isSecond) {
      isSecond = true;
      goBack(routes, best);
      cost = costOf(routes);
    }
    const heat = isSecond
      ? heatOfSecond * cooling((share - turn) / (1 - turn))
      : temperature * cooling(share / turn);
    kept.set(routes.all);
    if (isSecond) rebuilder.recreate(rebuilder.ruin(true), false, [recovery]);
    else rebuilder.recreate(rebuilder.ruin());
    const next = costOf(routes);
    const standing = standingOf(routes);
    if (isBetter(standing, bestWorth)) {
      bestWorth = standing;
      best.set(routes.all);
      options.onBest?.(routes.worth, iteration);
    }
    if (next >= cost - heat * exponential(random)) cost = next;
    else {
      const versions = routes.version.slice();
      routes.all.set(kept);
      // what was prepared for a version is never of another route
      for (let k = 0; k < model.K; k++)
        routes.version[k] = versions[k] === routes.version[k]! ? versions[k]! : versions[k]! + 1;
    }
  }
  goBack(routes, best);
  return { routes, iterations: iteration };
}

// What was prepared for a version is never of another route.
function goBack(routes: Routes, best: Int32Array): void {
  const versions = Math.max(...routes.version) + 1;
  routes.all.set(best);
  routes.version.fill(versions);
}

// An exponential draw by summing uniform ones: no logarithm, which differs between machines. Mean 1, roughly.
function exponential(random: Random): number {
  const [u, v] = [random.next(), random.next()];
  return 2.25 * u * u * (0.5 + v) * 1.333;
}

// From 1 down to 0.02, by squares alone.
function cooling(share: number): number {
  const left = 1 - share;
  return 0.015 + 0.985 * left * left * left;
}

const endCost = 1;

function costOf(routes: Routes): number {
  let ends = 0;
  for (let k = 0; k < routes.len.length; k++) if (routes.len[k]! > 0) ends += routes.end[k]!;
  return routes.worth - endCost * ends;
}

function temperatureOf(model: Model, routes: Routes): number {
  let visits = 1;
  for (let k = 0; k < model.K; k++) if (model.kind[k] === medical) visits += routes.len[k]!;
  return (0.2 * routes.worthOfKind(medical)) / visits + bodyWorth;
}

/** Lives, bodies, least shares, minus the minutes of all ends: compared in this order. */
type Standing = readonly number[];

function standingOf(routes: Routes): Standing {
  const { model } = routes;
  let ends = 0;
  for (let k = 0; k < model.K; k++) if (routes.len[k]! > 0) ends += routes.end[k]!;
  const share = (isRemains: boolean) => {
    const known = { a: 0, b: 0 };
    const left = { a: 0, b: 0 };
    model.groups.forEach(({ person, of, count }, g) => {
      if ((person === undefined) !== isRemains) return;
      known[of] += count;
      left[of] += routes.left[g]!;
    });
    const of = (side: "a" | "b") =>
      known[side] === 0 ? million : Math.floor(((known[side] - left[side]) * million) / known[side]);
    return Math.min(of("a"), of("b"));
  };
  return [
    routes.worthOfKind(medical),
    Math.round(routes.worthOfKind(recovery) / bodyWorth),
    share(false),
    share(true),
    -ends,
  ];
}

function isBetter(one: Standing, than: Standing): boolean {
  for (let n = 0; n < one.length; n++) if (one[n] !== than[n]) return one[n]! > than[n]!;
  return false;
}
