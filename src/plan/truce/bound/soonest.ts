import { clearance, liaison, type Model } from "../search/model.ts";

/** The earliest that anybody can load at a site: cleared, and both liaisons there, as if they went nowhere else. */
export function soonestAt(model: Model, i: number): number {
  const { K, N, F, P } = model;
  // two legs with one slow among them can be shorter than a slow one alone: usual minutes are counted
  const arrival = (k: number) =>
    model.usable[k] && model.open[k]![i] === 1
      ? model.free[k]! + shortest(model, model.profile[k]!)[(N + F + k) * P + i]!
      : Number.POSITIVE_INFINITY;
  let soonest = 0;
  if (model.clear[i]! >= 0) {
    let cleared = Math.min(...begunAt(model, i, clearance).map(({ leave }) => leave));
    for (let k = 0; k < K; k++)
      if (model.kind[k] === clearance)
        cleared = Math.min(cleared, Math.max(arrival(k), model.windows[i]![0]!) + model.clear[i]!);
    soonest = cleared;
  }
  if (model.joint[i] === 1)
    for (const side of [0, 1]) {
      let there = Math.min(...begunAt(model, i, liaison, side).map(({ start }) => start));
      for (let k = 0; k < K; k++)
        if (model.kind[k] === liaison && model.side[k] === side) there = Math.min(there, arrival(k));
      soonest = Math.max(soonest, there);
    }
  return Math.min(soonest, 1_000_000);
}

/** What has been begun at a site by teams of a kind, and of a side where it matters. */
function begunAt({ base, given, kind, side }: Model, i: number, of: number, ofSide?: number) {
  const code = given.sites[i]!.code;
  return base.flatMap(({ stops }, k) =>
    kind[k] === of && (ofSide === undefined || side[k] === ofSide)
      ? stops.filter((stop) => stop.kind === "site" && stop.place === code)
      : [],
  );
}

const tables = new WeakMap<Model, Map<number, Int32Array>>();

/** Shortest minutes over other places: an explicit table need not have them. */
export function shortest(model: Model, profile: number): Int32Array {
  const table = model.usual[profile]!;
  if (!model.given.travel.matrix) return table;
  const known = tables.get(model) ?? new Map<number, Int32Array>();
  tables.set(model, known);
  const made = known.get(profile) ?? closed(table, model.P);
  known.set(profile, made);
  return made;
}

function closed(table: Int32Array, P: number): Int32Array {
  const all = table.slice();
  for (let over = 0; over < P; over++)
    for (let from = 0; from < P; from++) {
      const first = all[from * P + over]!;
      for (let to = 0; to < P; to++)
        if (first + all[over * P + to]! < all[from * P + to]!)
          all[from * P + to] = first + all[over * P + to]!;
    }
  return all;
}
