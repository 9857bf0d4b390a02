import type { Orienteering, Routes } from "./orienteering.ts";
import { Annealing } from "./search/anneal.ts";
import { networkOf } from "./search/network.ts";

export type Found = {
  readonly routes: Routes;
  /** The prizes of all visited sites. */
  readonly value: number;
  readonly iterations: number;
};

export type PlanOptions = {
  /** Where the draws of the search start. */
  readonly seed: number;
  /** Which part of the work is done, asked before each iteration; the search ends at 1. Nothing else decides how long it is. */
  shareAt(iteration: number): number;
};

/** When tours of several plans are put together: in the second half, where they are good. */
const repacks = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Routes for all teams whose prizes sum to as much as the search finds. Nothing here knows a clock. */
export function planOrienteering(given: Orienteering, { seed, shareAt }: PlanOptions): Found {
  const network = networkOf(given);
  if (network.sites.length === 0)
    return { routes: Array.from({ length: given.teams }, () => []), value: 0, iterations: 0 };
  const annealing = new Annealing(network, seed);
  for (const until of repacks) {
    const isLeft = annealing.run(until, shareAt);
    annealing.repack();
    if (!isLeft) break;
  }
  return { routes: annealing.routes, value: annealing.best, iterations: annealing.iterations };
}
