import { clearance, liaison, medical, never, recovery } from "./model.ts";
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
  if (routes.isLoose) return;
  for (const by of again) {
    toSupport(routes, by);
    const value = routes.run(by, routes.support);
    // stays shorter never fail, and longer ones have been tried
    if (value >= 0) routes.put(by, value, routes.support);
  }
}

/** As often as it takes until nobody's times change, or it is given up. */
const rounds = 6;

/**
 * Times anew all who wait for others at some site, after the ways of a clearance team or of liaisons have been changed while
 * `isLoose`. False where somebody comes too late for something then: the routes are not to be kept.
 */
export function retime(routes: Routes): boolean {
  const { model } = routes;
  routes.isLoose = true;
  let isDone = false;
  for (let round = 0; round < rounds && !isDone; round++) {
    isDone = true;
    for (const kind of [liaison, medical, recovery])
      for (let k = 0; k < model.K; k++) {
        if (model.kind[k] !== kind || !waits(routes, k)) continue;
        const value = runAgain(routes, k);
        if (value < 0) {
          routes.isLoose = false;
          return false;
        }
        if (!isAsBefore(routes, k, value)) {
          routes.put(k, value);
          isDone = false;
        } else routes.count(k, 1);
      }
  }
  routes.isLoose = false;
  return isDone && isTogether(routes);
}

function waits({ model, len, place }: Routes, k: number): boolean {
  for (let p = 0; p < len[k]!; p++) {
    const i = place[k * width + p]!;
    if (i < model.N && (model.clear[i]! >= 0 || model.joint[i] === 1)) return true;
  }
  return false;
}

function runAgain(routes: Routes, k: number): number {
  routes.toTrial(k);
  routes.count(k, -1);
  return routes.run(k);
}

function isAsBefore(
  { trial, values, end, start, leave, lateLeave }: Routes,
  k: number,
  value: number,
): boolean {
  if (value !== values[k] || trial.end !== end[k]) return false;
  for (let p = 0; p < trial.n; p++) {
    const at = k * width + p;
    if (trial.start[p] !== start[at] || trial.leave[p] !== leave[at] || trial.lateLeave[p] !== lateLeave[at])
      return false;
  }
  return true;
}

// Whether each site is cleared before anybody else is there, and liaisons stay for as long as anybody loads.
function isTogether(routes: Routes): boolean {
  const { N, K, kind, clear, joint } = routes.model;
  for (let k = 0; k < K; k++) {
    if (kind[k] === clearance) continue;
    for (let p = 0; p < routes.len[k]!; p++) {
      const at = k * width + p;
      const i = routes.place[at]!;
      if (i >= N) continue;
      if (clear[i]! >= 0 && routes.start[at]! < routes.clearedAt[i]!) return false;
      if (joint[i] === 0 || kind[k] === liaison) continue;
      for (let s = 2 * i; s < 2 * i + 2; s++)
        if (routes.start[at]! < routes.presentFrom[s]! || routes.lateLeave[at]! > routes.presentUntil[s]!)
          return false;
    }
  }
  return true;
}
