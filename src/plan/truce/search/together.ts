import { clearance, liaison, never } from "./model.ts";
import type { Routes } from "./routes.ts";
import { type Trial, width } from "./trial.ts";

// Whether liaisons can stay for as long as this trial needs them, and be there when it begins.
export function joins(routes: Routes, k: number, trial: Trial): boolean {
  const { N, joint } = routes.model;
  let isLonger = false;
  for (let p = 0; p < trial.n && !isLonger; p++) {
    const i = trial.place[p]!;
    const need = trial.lateLeave[p]!;
    isLonger =
      i < N &&
      joint[i] === 1 &&
      (need > routes.presentUntil[2 * i]! || need > routes.presentUntil[2 * i + 1]!);
  }
  if (!isLonger) return true;
  const before: [number, number, number][] = [];
  const teams = new Set<number>();
  let isFixed = false;
  for (let p = 0; p < trial.n; p++) {
    const i = trial.place[p]!;
    if (i >= N || joint[i] === 0) continue;
    if (!before.some(([site]) => site === i)) {
      before.push([i, routes.hold[i]!, routes.joinUntil[i]!]);
      withoutTeam(routes, k, i);
    }
    routes.hold[i] = Math.max(routes.hold[i]!, trial.lateLeave[p]!);
    routes.joinUntil[i] = Math.min(routes.joinUntil[i]!, trial.start[p]!);
    for (const s of [0, 1]) {
      const by = routes.presentBy[2 * i + s]!;
      if (by === routes.model.K && trial.lateLeave[p]! > routes.presentUntil[2 * i + s]!) isFixed = true;
      else if (by >= 0 && by < routes.model.K) teams.add(by);
    }
  }
  let ok = !isFixed;
  for (const by of teams) {
    if (!ok) break;
    toSupport(routes, by);
    if (routes.run(by, routes.support) >= 0) continue;
    ok = false;
    break;
  }
  for (const [i, hold, join] of before) {
    routes.hold[i] = hold;
    routes.joinUntil[i] = join;
  }
  return ok;
}

// How long all others need liaisons at a site, and from when.
function withoutTeam(routes: Routes, k: number, i: number): void {
  const { K, N, kind } = routes.model;
  let [hold, join] = [-1, never];
  for (let other = 0; other < K; other++) {
    if (other === k || kind[other]! >= clearance) continue;
    hold = Math.max(hold, routes.lastLeave[other * N + i]!);
    join = Math.min(join, routes.firstStart[other * N + i]!);
  }
  routes.hold[i] = hold;
  routes.joinUntil[i] = join;
}

function toSupport(routes: Routes, k: number): void {
  const { support, len, place } = routes;
  support.n = len[k]!;
  for (let p = 0; p < support.n; p++) support.place[p] = place[k * width + p]!;
}

// What others may not overstep at these sites, and how long liaisons stay there.
export function settle(routes: Routes, k: number, touched: readonly number[]): void {
  const { model } = routes;
  const { K, N, kind } = model;
  const again = new Set<number>();
  for (const i of touched) {
    let [clear, join, hold] = [never, never, -1];
    for (let other = 0; other < K; other++) {
      const begins = routes.firstStart[other * N + i]!;
      if (begins === never || kind[other] === clearance) continue;
      clear = Math.min(clear, begins);
      if (kind[other] === liaison) continue;
      join = Math.min(join, begins);
      hold = Math.max(hold, routes.lastLeave[other * N + i]!);
    }
    routes.clearUntil[i] = clear;
    routes.joinUntil[i] = join;
    if (kind[k]! < clearance && hold !== routes.hold[i])
      for (const s of [0, 1]) {
        const by = routes.presentBy[2 * i + s]!;
        if (by >= 0 && by < K) again.add(by);
      }
    routes.hold[i] = hold;
  }
  for (const by of again) {
    toSupport(routes, by);
    const value = routes.run(by, routes.support);
    // stays shorter never fail, and longer ones have been tried
    if (value >= 0) routes.put(by, value, routes.support);
  }
}
