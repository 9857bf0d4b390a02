import type { Random } from "#base";
import type { Candidate } from "./candidate.ts";
import type { Finder } from "./finder.ts";
import { makeRoom, putCandidate } from "./insert.ts";
import { clearance, liaison, never } from "./model.ts";
import type { Routes } from "./routes.ts";
import { width } from "./trial.ts";

/**
 * Sees that a site is cleared, and that both sides' liaisons are there, so that it can be visited; where they have to be
 * brought first, the visit is put in with them. False where it cannot be had.
 */
export function openSite(
  finder: Finder,
  random: Random,
  i: number,
  kinds: readonly number[],
  one: Candidate,
): boolean {
  const { routes } = finder;
  const { model } = routes;
  if (model.clear[i]! >= 0 && routes.clearedBy[i]! < 0 && !bring(routes, random, i, clearance, 2))
    return false;
  if (model.joint[i] === 0) return true;
  const missing = [0, 1].filter((s) => routes.presentBy[2 * i + s]! < 0);
  if (missing.length === 0) return true;
  // as if they were there: whoever comes, they come in time for him
  for (const s of missing) {
    routes.presentFrom[2 * i + s] = 0;
    routes.presentUntil[2 * i + s] = never;
  }
  const wanted = finder.bestOfAll(i, kinds, one);
  for (const s of missing) {
    routes.presentFrom[2 * i + s] = never;
    routes.presentUntil[2 * i + s] = -1;
  }
  if (!wanted) return false;
  const brought: number[] = [];
  routes.joinUntil[i] = one.start;
  routes.hold[i] = one.late;
  for (const s of missing) if (bring(routes, random, i, liaison, s)) brought.push(s);
  if (brought.length < missing.length) {
    routes.joinUntil[i] = never;
    routes.hold[i] = -1;
    // as early as they can come
    for (const s of missing) if (!brought.includes(s) && !bring(routes, random, i, liaison, s)) return false;
    return true;
  }
  if (putCandidate(routes, one)) return true;
  routes.joinUntil[i] = never;
  routes.hold[i] = -1;
  return true;
}

// Sends a clearance team or a side's liaison there, where it costs least or is soonest.
function bring(routes: Routes, random: Random, i: number, kind: number, side: number): boolean {
  const { model } = routes;
  const isSoon = random.next() < 0.5;
  let best = never;
  let [team, position] = [-1, -1];
  for (let k = 0; k < model.K; k++) {
    if (model.kind[k] !== kind || !model.usable[k] || model.open[k]![i] === 0) continue;
    if (kind === liaison && model.side[k] !== side) continue;
    const n = routes.len[k]!;
    const usual = model.usual[model.profile[k]!]!;
    const last = kind === liaison ? routes.joinUntil[i]! : routes.clearUntil[i]! - model.clear[i]!;
    for (let p = 0; p <= n; p++) {
      const before = p === 0 ? model.N + model.F + k : routes.place[k * width + p - 1]!;
      const arrive =
        (p === 0 ? model.free[k]! : routes.leave[k * width + p - 1]!) + usual[before * model.P + i]!;
      if (arrive > last || (isSoon && arrive * 0.8 >= best)) break;
      const trial = tryAt(routes, k, p, i);
      if (routes.run(k) < 0) continue;
      const cost = isSoon ? trial.lateStart[p]! : trial.end - (n === 0 ? model.free[k]! : routes.end[k]!);
      const noisy = cost * (0.8 + 0.4 * random.next());
      if (noisy >= best) continue;
      best = noisy;
      team = k;
      position = p;
    }
  }
  if (team < 0) return false;
  tryAt(routes, team, position, i);
  const [join, hold] = [routes.joinUntil[i]!, routes.hold[i]!];
  routes.put(team, routes.run(team));
  if (kind === liaison) {
    // whoever it is that they wait for is not in yet
    routes.joinUntil[i] = Math.min(join, routes.joinUntil[i]!);
    routes.hold[i] = Math.max(hold, routes.hold[i]!);
  }
  return true;
}

function tryAt(routes: Routes, k: number, p: number, i: number) {
  const trial = routes.toTrial(k);
  makeRoom(trial, p, 1, routes.model.S);
  trial.place[p] = i;
  return trial;
}
