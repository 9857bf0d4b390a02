import type { Orienteering, Routes } from "./orienteering.ts";
import { search } from "./search/anneal.ts";

export type Found = { readonly routes: Routes; readonly value: number; readonly iterations: number };
export type PlanOptions = {
  /** Where the draws start. */
  readonly seed: number;
  /** Which part of the work is done before an iteration; from 1 on the search ends. It decides alone how long and how hot. */
  shareAt(iteration: number): number;
};
export function planOrienteering(given: Orienteering, { seed, shareAt }: PlanOptions): Found {
  return search(given, seed, shareAt);
}
