import { type Mode, modes } from "../case/case.ts";
import { type Model, unlimited } from "../search/model.ts";
import type { Placement } from "../search/placement.ts";

/** A limit that a placement oversteps, in the words of the case. */
export type Overstep =
  | { readonly kind: "places"; readonly tranche: number; readonly mode: Mode; readonly limit: number }
  | { readonly kind: "bus"; readonly tranche: number; readonly site: string; readonly limit: number }
  | { readonly kind: "pickups"; readonly tranche: number; readonly limit: number }
  | { readonly kind: "beds"; readonly tranche: number; readonly ward: string; readonly limit: number }
  | { readonly kind: "limit"; readonly limit: number }
  | { readonly kind: "alternation"; readonly tranche: number; readonly limit: number }
  | { readonly kind: "parity"; readonly limit: number }
  | { readonly kind: "category"; readonly code: string; readonly limit: number }
  | { readonly kind: "ladder"; readonly limit: number };

/** Every limit that is overstepped; empty where `excess` is 0, but for pairs and readiness. */
export function overstepsOf(placement: Placement): readonly Overstep[] {
  const { model } = placement;
  const { T } = model;
  const found: Overstep[] = [];
  for (const s of [0, 1])
    for (let t = 0; t < T; t++) {
      modes.forEach((mode, m) => {
        const cell = (s * T + t) * 3 + m;
        const limit = model.places[cell] ?? 0;
        if ((placement.used[cell] ?? 0) > limit) found.push({ kind: "places", tranche: t + 1, mode, limit });
      });
      const limit = model.pickups[s * T + t] ?? unlimited;
      if ((placement.openSites[s * T + t] ?? 0) > limit)
        found.push({ kind: "pickups", tranche: t + 1, limit });
    }
  sitesOf(model).forEach((site, f) => {
    for (let t = 0; t < T; t++) {
      const limit = model.bus[f] ?? unlimited;
      if ((placement.siteDay[f * T + t] ?? 0) > limit)
        found.push({ kind: "bus", tranche: t + 1, site, limit });
    }
  });
  wardsOf(model).forEach((ward, w) => {
    for (let t = 0; t < T; t++) {
      const limit = model.beds[w] ?? 0;
      if ((placement.inBeds[w * T + t] ?? 0) > limit)
        found.push({ kind: "beds", tranche: t + 1, ward, limit });
    }
  });
  if (Math.max(placement.countedOf[0] ?? 0, placement.countedOf[1] ?? 0) > model.limit)
    found.push({ kind: "limit", limit: model.limit });
  const early = placement.ahead.findIndex((lead) => Math.abs(lead) > model.alternation);
  if (early >= 0) found.push({ kind: "alternation", tranche: early + 1, limit: model.alternation });
  model.rowName.forEach((name, r) => {
    const limit = model.rowLimit[r] ?? unlimited;
    if (Math.abs(placement.rowSum[r] ?? 0) > limit) found.push({ ...name, limit });
  });
  return found;
}

function sitesOf({ given, sideOrder }: Model): readonly string[] {
  return sideOrder.flatMap((side) => given.sides[side].sites.map(({ code }) => code));
}

function wardsOf({ given, sideOrder }: Model): readonly string[] {
  return sideOrder.flatMap((side) => (given.sides[side].wards ?? []).map(({ code }) => code));
}
