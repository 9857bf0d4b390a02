import { clearance, liaison, never } from "./model.ts";
import type { Routes } from "./routes.ts";
import { type Trial, width } from "./trial.ts";

/**
 * Whether liaisons can stay for as long as a trial needs them, and be there when it begins: as they are; if others' routes shift; or
 * never, since they have been told until when. While routes shift, all do that can.
 */
export function stays(routes: Routes, k: number, trial: Trial): "now" | "shift" | "never" {
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
  if (!isLonger) return "now";
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
  const canStay = (by: number) => routes.run(by, toSupport(routes, by)) >= 0;
  const isNow = !isFixed && (routes.shift.isOn || [...teams].every(canStay));
  for (const [i, hold, join] of before) {
    routes.hold[i] = hold;
    routes.joinUntil[i] = join;
  }
  return isFixed ? "never" : isNow ? "now" : "shift";
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

function toSupport(routes: Routes, k: number): Trial {
  const { support, len, place } = routes;
  support.n = len[k]!;
  for (let p = 0; p < support.n; p++) support.place[p] = place[k * width + p]!;
  return support;
}

// What others may not overstep at these sites, and how long liaisons stay there.
export function settle(routes: Routes, k: number, touched: readonly number[]): void {
  const { model } = routes;
  const { K, N, kind } = model;
  const again = new Set<number>();
  const isLate = routes.shift.isOn && kind[k] === liaison;
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
    const from = Math.max(routes.presentFrom[2 * i]!, routes.presentFrom[2 * i + 1]!);
    for (let other = 0; isLate && other < K; other++)
      if (kind[other]! < clearance && routes.firstStart[other * N + i]! < from) again.add(other);
    if (kind[k]! < clearance && hold !== routes.hold[i])
      for (const s of [0, 1]) {
        const by = routes.presentBy[2 * i + s]!;
        if (by >= 0 && by < K) again.add(by);
      }
    routes.hold[i] = hold;
  }
  for (const by of again) if (!routes.shift.isOn || routes.shift.next()) timeAnew(routes, by);
}

// Stays shorter never fail, and longer ones have been tried; but where routes shift somebody can be too late.
function timeAnew(routes: Routes, k: number): void {
  const trial = routes.model.kind[k]! < clearance ? routes.toTrial(k) : toSupport(routes, k);
  routes.count(k, -1);
  const value = routes.run(k, trial);
  if (value >= 0) routes.put(k, value, trial);
  else {
    routes.count(k, 1);
    routes.shift.fail();
  }
}
