import type { TeamPlan } from "../plan.ts";
import { clearance, liaison, recovery } from "./model.ts";
import { dropIdle, dropSupport } from "./remove.ts";
import type { Routes } from "./routes.ts";
import { width } from "./trial.ts";

/**
 * Puts a plan into empty routes, as far as it fits the case: clearance, then liaisons, then who loads. What does not fit
 * any more is left out, the last stops first; who is on board from the beginning is unloaded where that can be.
 */
export function loadPlans(routes: Routes, plans: readonly TeamPlan[]): void {
  const { model } = routes;
  const { given, K } = model;
  const planOf = new Map(plans.map((plan) => [plan.team, plan]));
  const order = [clearance, liaison, 0, recovery];
  const teams = Array.from({ length: K }, (_, k) => k);
  const joined = new Map<number, { join: number; hold: number }>();
  for (const k of teams) {
    const stops = planOf.get(given.teams[k]!.code)?.stops ?? [];
    for (const { kind, place, start, leave } of stops) {
      const i = given.sites.findIndex(({ code }) => kind === "site" && code === place);
      if (i < 0 || model.joint[i] === 0 || model.kind[k] === clearance) continue;
      const known = joined.get(i) ?? { join: 1_000_000_000, hold: -1 };
      if (model.kind[k] === liaison) joined.set(i, { ...known, hold: Math.max(known.hold, leave) });
      else joined.set(i, { ...known, join: Math.min(known.join, start) });
    }
  }
  for (const of of order)
    for (const k of teams) {
      if (model.kind[k] !== of || !model.usable[k]) continue;
      const begun = model.base[k]!.stops.length;
      const stops = (planOf.get(given.teams[k]!.code)?.stops ?? []).slice(begun);
      if (of === liaison)
        for (const [i, { join, hold }] of joined)
          if (routes.presentBy[2 * i + model.side[k]!]! < 0) {
            routes.joinUntil[i] = join;
            routes.hold[i] = hold;
          }
      for (let n = stops.length; n >= 0; n--) if (loadTeam(routes, k, stops.slice(0, n))) break;
      dropIdle(routes, k);
    }
  for (const k of teams) bringHome(routes, k);
  for (let i = 0; i < model.N; i++) dropSupport(routes, i);
}

function loadTeam(routes: Routes, k: number, stops: TeamPlan["stops"]): boolean {
  const { model, trial } = routes;
  const { given, N, S, first } = model;
  let n = 0;
  const taken: [number, number][] = [];
  for (const { kind, place, persons, bodies } of stops) {
    const at = (kind === "site" ? given.sites : given.facilities).findIndex(({ code }) => code === place);
    if (at < 0 || n >= width - 2) return false;
    const here = kind === "site" ? at : N + at;
    if (model.open[k]![here] === 0) continue;
    trial.place[n] = here;
    for (let j = 0; j < S; j++) trial.load[n * S + j] = 0;
    if (kind === "site" && model.kind[k]! < clearance) {
      let loads = 0;
      for (let g = first[at]!; g < first[at + 1]!; g++) {
        const code = model.groups[g]!.person?.code;
        const wanted =
          code === undefined
            ? (bodies.find(({ site }) => site === place)?.count ?? 0)
            : (persons.find(({ group }) => group === code)?.count ?? 0);
        const other = taken.reduce((sum, [of, count]) => sum + (of === g ? count : 0), 0);
        const count = Math.min(wanted, routes.left[g]! - other);
        trial.load[n * S + g - first[at]!] = Math.max(0, count);
        if (count > 0) taken.push([g, count]);
        loads += Math.max(0, count);
      }
      if (loads === 0) continue;
    }
    n++;
  }
  trial.n = n;
  routes.count(k, -1);
  const value = routes.run(k);
  if (value < 0) {
    routes.count(k, 1);
    return false;
  }
  for (const [g, count] of taken) routes.left[g]! -= count;
  routes.put(k, value);
  return true;
}

// Who is on board of a team with nothing before it is taken to the facility where that saves most.
function bringHome(routes: Routes, k: number): void {
  const { model, trial } = routes;
  if (!model.usable[k] || model.base[k]!.board.length === 0 || routes.len[k]! > 0) return;
  const hubs = Array.from({ length: model.F }, (_, h) => model.N + h).filter(
    (place) => model.open[k]![place] === 1,
  );
  const ways = [...hubs.map((one) => [one]), ...hubs.flatMap((one) => hubs.map((other) => [one, other]))];
  let best = -1;
  let chosen: readonly number[] = [];
  routes.count(k, -1);
  for (const way of ways) {
    trial.n = way.length;
    way.forEach((place, p) => {
      trial.place[p] = place;
      for (let j = 0; j < model.S; j++) trial.load[p * model.S + j] = 0;
    });
    const value = routes.run(k);
    if (value <= best) continue;
    best = value;
    chosen = way;
  }
  if (chosen.length === 0) {
    routes.count(k, 1);
    return;
  }
  trial.n = chosen.length;
  chosen.forEach((place, p) => {
    trial.place[p] = place;
  });
  routes.put(k, routes.run(k));
}

/** Empty routes, with whoever is on board already brought to a facility. */
export function startRoutes(routes: Routes): void {
  for (let k = 0; k < routes.model.K; k++) bringHome(routes, k);
}
