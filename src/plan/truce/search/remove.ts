import { clearance, never } from "./model.ts";
import type { Routes } from "./routes.ts";
import { type Trial, width } from "./trial.ts";

/**
 * Takes visits out of a route, and facilities that have no use then, and whoever was there for them; `gone` is told where.
 * False where none goes, or what is left could not be.
 */
export function removeVisits(
  routes: Routes,
  k: number,
  goes: (place: number, position: number) => boolean,
  gone: number[] = [],
): boolean {
  const { model } = routes;
  const { N, S } = model;
  const trial = routes.toTrial(k);
  const isLoading = model.kind[k]! < clearance;
  let kept = 0;
  for (let p = 0; p < trial.n; p++) {
    const i = trial.place[p]!;
    if (i < N && goes(i, p)) {
      if (isLoading) giveBack(routes, trial, p);
      gone.push(i);
      continue;
    }
    keepStop(trial, p, kept++, S);
  }
  if (gone.length === 0) return false;
  trial.n = kept;
  routes.count(k, -1);
  let value = routes.run(k);
  if (value < 0 && !isLoading) {
    // one leg instead of two can be slower, when one of them is slow: they stay, with nobody to wait for
    routes.count(k, 1);
    return false;
  }
  // whoever is loaded sooner now, and rides too long, goes too
  for (let late = routes.scratch.tooLong; value < 0 && late >= 0; late = routes.scratch.tooLong) {
    giveBack(routes, trial, late);
    gone.push(trial.place[late]!);
    trial.n--;
    for (let p = late; p < trial.n; p++) keepStop(trial, p + 1, p, S);
    value = routes.run(k);
  }
  if (value < 0) {
    // so can what is left be too late, and by a queue at a facility: all goes that can
    for (let p = 0; p < trial.n; p++) {
      const i = trial.place[p]!;
      if (i >= N) continue;
      giveBack(routes, trial, p);
      gone.push(i);
    }
    value = runFacilities(routes, k, trial);
    if (value < 0) {
      // who is on board could not be brought anywhere: all stays as it was
      takeAgain(routes, k, gone);
      routes.count(k, 1);
      return false;
    }
  }
  routes.put(k, value);
  dropIdle(routes, k);
  if (isLoading) for (const i of gone) dropSupport(routes, i);
  return true;
}

/** Leaves `many` of those whom a visit loads of the site's group `j`, and not all that it loads. False where that cannot be. */
export function lighten(routes: Routes, k: number, position: number, j: number, many: number): boolean {
  const { first, S } = routes.model;
  const trial = routes.toTrial(k);
  trial.load[position * S + j]! -= many;
  routes.count(k, -1);
  const value = routes.run(k);
  if (value < 0) {
    routes.count(k, 1);
    return false;
  }
  routes.left[first[trial.place[position]!]! + j]! += many;
  routes.put(k, value);
  dropIdle(routes, k);
  return true;
}

function keepStop(trial: Trial, from: number, to: number, S: number): void {
  if (from === to) return;
  trial.place[to] = trial.place[from]!;
  for (let j = 0; j < S; j++) trial.load[to * S + j] = trial.load[from * S + j]!;
}

function giveBack({ model, left }: Routes, trial: Trial, p: number): void {
  const { first, S } = model;
  const i = trial.place[p]!;
  for (let j = 0; j < first[i + 1]! - first[i]!; j++) left[first[i]! + j]! += trial.load[p * S + j]!;
}

function takeAgain({ model, left, place, load, len }: Routes, k: number, gone: readonly number[]): void {
  const { N, S, first } = model;
  const at = k * width;
  for (let p = 0; p < len[k]!; p++) {
    const i = place[at + p]!;
    if (i >= N || !gone.includes(i)) continue;
    for (let j = 0; j < first[i + 1]! - first[i]!; j++) left[first[i]! + j]! -= load[(at + p) * S + j]!;
  }
}

// The facilities alone, for those who are on board from the beginning; without them nothing.
function runFacilities(routes: Routes, k: number, trial: Trial): number {
  const { N, base } = routes.model;
  let kept = 0;
  for (let p = 0; p < trial.n; p++) if (trial.place[p]! >= N) trial.place[kept++] = trial.place[p]!;
  trial.n = kept;
  const value = routes.run(k);
  if (value >= 0 || base[k]!.board.length > 0) return value;
  trial.n = 0;
  return routes.run(k);
}

/** Takes out facilities where nobody is unloaded. */
export function dropIdle(routes: Routes, k: number): void {
  const { N, S } = routes.model;
  const at = k * width;
  let isIdle = false;
  for (let p = 0; p < routes.len[k]!; p++)
    if (routes.place[at + p]! >= N && routes.unloaded[at + p] === 0) isIdle = true;
  if (!isIdle) return;
  const trial = routes.toTrial(k);
  let kept = 0;
  for (let p = 0; p < trial.n; p++)
    if (trial.place[p]! < N || routes.unloaded[at + p] !== 0) keepStop(trial, p, kept++, S);
  trial.n = kept;
  routes.count(k, -1);
  const value = routes.run(k);
  if (value >= routes.values[k]!) routes.put(k, value);
  else routes.count(k, 1);
}

/** Sends clearance and liaisons home from sites that nobody visits. */
export function dropSupport(routes: Routes, i: number): void {
  const { model } = routes;
  if (model.clear[i]! < 0 && model.joint[i] === 0) return;
  for (let k = 0; k < model.K; k++)
    if (model.kind[k]! < clearance && routes.firstStart[k * model.N + i]! < never) return;
  const home = (by: number) => {
    if (by >= 0 && by < model.K) removeVisits(routes, by, (place) => place === i);
  };
  home(routes.presentBy[2 * i]!);
  home(routes.presentBy[2 * i + 1]!);
  // a liaison that stays, since without the site his way would be slower, stays on cleared ground
  if (routes.presentBy[2 * i]! < 0 && routes.presentBy[2 * i + 1]! < 0) home(routes.clearedBy[i]!);
}
