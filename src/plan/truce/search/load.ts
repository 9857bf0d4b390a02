import type { TeamPlan } from "../plan.ts";
import { clearance, liaison, type Model, never, recovery } from "./model.ts";
import { dropIdle, dropSupport } from "./remove.ts";
import type { Routes } from "./routes.ts";
import { begunMost, width } from "./trial.ts";

/**
 * Puts a plan into empty routes, as far as it fits the case: clearance, then liaisons, then who loads. What does not fit
 * any more goes to another facility, or is left out; who is on board from the beginning is unloaded where that can be.
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
  const stopsOf = (k: number) =>
    (planOf.get(given.teams[k]!.code)?.stops ?? []).slice(model.base[k]!.stops.length);
  // beds are first of all for those who are on board, and of these for those who come home as was planned
  const onBoard = new Map(teams.map((k) => [k, loadBoard(routes, k, stopsOf(k))]));
  const home = new Map(teams.map((k) => [k, bringHome(routes, k)]));
  const loaded: Trips[] = [];
  for (const of of order)
    for (const k of teams) {
      if (model.kind[k] !== of || !model.usable[k]) continue;
      if (of === liaison)
        for (const [i, { join, hold }] of joined)
          if (routes.presentBy[2 * i + model.side[k]!]! < 0) {
            routes.joinUntil[i] = join;
            routes.hold[i] = hold;
          }
      loaded.push(loadTeam(routes, k, stopsOf(k), onBoard.get(k) ?? [], home.get(k) ?? []));
    }
  for (const one of loaded) {
    loadElsewhere(routes, one);
    dropIdle(routes, one.k);
  }
  for (let i = 0; i < model.N; i++) dropSupport(routes, i);
}

/** A team's trips as they were, and which of them stand. */
type Trips = {
  readonly k: number;
  readonly trips: readonly (readonly Loaded[])[];
  readonly stands: readonly boolean[];
};

// As many of the first trips as bring those home who are on board from the beginning.
function loadBoard(routes: Routes, k: number, stops: TeamPlan["stops"]): readonly Loaded[] {
  const { model } = routes;
  if (!model.usable[k] || model.base[k]!.board.length === 0) return [];
  const trips = tripsOf(model, k, knownStops(routes, k, stops));
  for (let many = 1; many <= trips.length; many++) {
    const first = trips.slice(0, many).flat();
    routes.count(k, -1);
    if (tryStops(routes, k, first) >= 0) {
      putStops(routes, k, first);
      return first;
    }
    routes.count(k, 1);
  }
  return [];
}

// The trips of a team that still fit as they are, in place of those that stand; others' routes shift for them where they can.
function loadTeam(
  routes: Routes,
  k: number,
  stops: TeamPlan["stops"],
  standing: readonly Loaded[],
  home: readonly Loaded[],
): Trips {
  giveOut(routes, standing, 1);
  const planned = tripsOf(routes.model, k, knownStops(routes, k, stops));
  // where no trip of the plan brings them home who are on board, they are brought home first
  const trips = home.length > 0 ? [home, ...planned] : planned;
  giveOut(routes, standing, -1);
  for (const mayShift of [true, false]) {
    const stands = standsOf(routes, k, trips, mayShift);
    const kept = trips.filter((_, t) => stands[t]).flat();
    if (kept.length > 0 && putInPlace(routes, k, standing, kept, mayShift)) return { k, trips, stands };
  }
  return { k, trips, stands: trips.map(() => false) };
}

// Which trips fit, each after those before it that do.
function standsOf(
  routes: Routes,
  k: number,
  trips: readonly (readonly Loaded[])[],
  mayShift: boolean,
): readonly boolean[] {
  routes.count(k, -1);
  const before: Loaded[] = [];
  const stands =
    tryStops(routes, k, trips.flat(), mayShift) >= 0
      ? trips.map(() => true)
      : trips.map((trip) => {
          if (tryStops(routes, k, [...before, ...trip], mayShift) < 0) return false;
          before.push(...trip);
          return true;
        });
  routes.count(k, 1);
  return stands;
}

function putInPlace(
  routes: Routes,
  k: number,
  standing: readonly Loaded[],
  stops: readonly Loaded[],
  mayShift: boolean,
): boolean {
  routes.count(k, -1);
  const value = tryStops(routes, k, stops, mayShift);
  routes.count(k, 1);
  if (value < 0) return false;
  const put = () => {
    takeOut(routes, k, standing);
    giveOut(routes, stops, -1);
    routes.put(k, value);
  };
  if (routes.trial.shifts) return routes.shift.run(put);
  put();
  return true;
}

// Those trips that do not stand go to another facility, where that can be.
function loadElsewhere(routes: Routes, { k, trips, stands }: Trips): void {
  const { model } = routes;
  if (stands.every((one) => one) || !stands.includes(true) || model.kind[k]! >= clearance) return;
  const now = trips.map((trip, t): readonly Loaded[] => (stands[t] ? trip : []));
  takeOut(routes, k, now.flat());
  trips.forEach((trip, t) => {
    const last = trip.at(-1);
    if (stands[t] || !last || last.place < model.N || trip.length === 1) return;
    let best = tryStops(routes, k, now.flat());
    for (let h = 0; h < model.F; h++) {
      if (model.open[k]![model.N + h] === 0) continue;
      const other = [...trip.slice(0, -1), { ...last, place: model.N + h }];
      const value = tryStops(routes, k, now.with(t, other).flat());
      if (value <= best) continue;
      best = value;
      now[t] = other;
    }
  });
  if (tryStops(routes, k, now.flat()) >= 0) {
    putStops(routes, k, now.flat());
    return;
  }
  // by the queues that others make at a facility it could not be planned so any more: it stands as it was planned before them
  giveOut(routes, now.flat(), -1);
  routes.count(k, 1);
}

function tryStops(routes: Routes, k: number, stops: readonly Loaded[], mayShift = false): number {
  const { trial, model } = routes;
  const { S } = model;
  if (stops.length > width - 2) return -1;
  trial.n = stops.length;
  stops.forEach(({ place, load }, p) => {
    trial.place[p] = place;
    for (let j = 0; j < S; j++) trial.load[p * S + j] = load[j]!;
  });
  return mayShift ? routes.runShifting(k) : routes.run(k);
}

// Stops that fit, of a team whose use has been taken out.
function putStops(routes: Routes, k: number, stops: readonly Loaded[]): void {
  const value = tryStops(routes, k, stops);
  giveOut(routes, stops, -1);
  routes.put(k, value);
}

function takeOut(routes: Routes, k: number, stops: readonly Loaded[]): void {
  routes.count(k, -1);
  giveOut(routes, stops, 1);
}

function giveOut({ model, left }: Routes, stops: readonly Loaded[], by: number): void {
  const { N, first } = model;
  for (const { place, load } of stops)
    if (place < N)
      for (let g = first[place]!; g < first[place + 1]!; g++) left[g]! += by * load[g - first[place]!]!;
}

type Loaded = { readonly place: number; readonly load: Int32Array };

// The stops that the case still knows, with whom of those that are left they load.
function knownStops(routes: Routes, k: number, stops: TeamPlan["stops"]): readonly Loaded[] {
  const { given, N, S, first, open, kind: kinds, groups } = routes.model;
  const left = routes.left.slice();
  return stops.flatMap(({ kind, place, persons, bodies }): Loaded[] => {
    const at = (kind === "site" ? given.sites : given.facilities).findIndex(({ code }) => code === place);
    const here = kind === "site" ? at : N + at;
    if (at < 0 || open[k]![here] === 0) return [];
    const load = new Int32Array(S);
    if (kind === "facility" || kinds[k]! >= clearance) return [{ place: here, load }];
    let loads = 0;
    for (let g = first[at]!; g < first[at + 1]!; g++) {
      const code = groups[g]!.person?.code;
      const wanted =
        code === undefined
          ? (bodies.find(({ site }) => site === place)?.count ?? 0)
          : (persons.find(({ group }) => group === code)?.count ?? 0);
      const count = Math.max(0, Math.min(wanted, left[g]!));
      load[g - first[at]!] = count;
      left[g]! -= count;
      loads += count;
    }
    return loads > 0 ? [{ place: here, load }] : [];
  });
}

// From one facility to another; of those who load nobody, each stop.
function tripsOf(model: Model, k: number, stops: readonly Loaded[]): readonly (readonly Loaded[])[] {
  if (model.kind[k]! >= clearance) return stops.map((one) => [one]);
  const trips: Loaded[][] = [[]];
  for (const one of stops) {
    trips.at(-1)?.push(one);
    if (one.place >= model.N) trips.push([]);
  }
  return trips.filter((trip) => trip.length > 0);
}

// Who is on board of a team with nothing before it is taken to the facility where that saves most; where nobody comes in time
// for all, the time that they may ride is given up before they are. Answers that way.
function bringHome(routes: Routes, k: number): readonly Loaded[] {
  const { model } = routes;
  const { board } = model.base[k]!;
  if (!model.usable[k] || board.length === 0 || routes.len[k]! > 0) return [];
  if (!broughtHome(routes, k)) {
    board.forEach((_, b) => {
      routes.begunRide[k * begunMost + b] = never;
    });
    broughtHome(routes, k);
  }
  const places = routes.place.subarray(k * width, k * width + routes.len[k]!);
  return Array.from(places, (place) => ({ place, load: new Int32Array(model.S) }));
}

function broughtHome(routes: Routes, k: number): boolean {
  const { model, trial } = routes;
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
    return false;
  }
  trial.n = chosen.length;
  chosen.forEach((place, p) => {
    trial.place[p] = place;
  });
  routes.put(k, routes.run(k));
  return true;
}

/** Empty routes, with whoever is on board already brought to a facility. */
export function startRoutes(routes: Routes): void {
  for (let k = 0; k < routes.model.K; k++) bringHome(routes, k);
}
