import { clearance, liaison, never } from "./model.ts";
import type { Routes } from "./routes.ts";
import { stays } from "./together.ts";
import { begunMost, type Trial } from "./trial.ts";

/** What a run needs beside the trial: who is on board. */
export class Scratch {
  readonly boardGroup = new Int32Array(512);
  readonly boardCount = new Int32Array(512);
  /** Since when; -1 while it is being loaded. */
  readonly boardLeave = new Int32Array(512);
  /** Where it was loaded, as an index of `Trial.load`; below 0 from the beginning. */
  readonly boardFrom = new Int32Array(512);
  /** By place: stretchers, seats, cold. */
  readonly held = new Int32Array(3);
  /** Of the last run: where somebody was loaded who rides too long; below 0 where nobody is. */
  tooLong = -1;
}

/**
 * Works out the times and the worth of a trial for a team whose own use has been taken out by `count`; -1 where it
 * oversteps a limit. Everybody is unloaded at the first facility that treats him.
 */
export function runTrial(routes: Routes, k: number, trial: Trial): number {
  const { model, scratch } = routes;
  const { N, F, C, S, P, gamma, first, cls, place: placeOf, loading, curve, curves, windows } = model;
  const kind = model.kind[k]!;
  const usual = model.usual[model.profile[k]!]!;
  const slow = model.slow[model.profile[k]!]!;
  const exits = model.exits[model.profile[k]!]!;
  const slowExits = model.slowExits[model.profile[k]!]!;
  const [stretchers, seats, cold] = model.caps[k]!;
  const { board: begun } = model.base[k]!;
  const n = trial.n;
  let from = N + F + k;
  let l0 = model.free[k]!;
  let l1 = l0;
  let l2 = l0;
  let onBoard = 0;
  const { held } = scratch;
  held.fill(0);
  let value = 0;
  let used = 0;
  let ok = true;
  scratch.tooLong = -1;
  trial.shifts = false;
  for (const { g, n: count, leave } of begun) {
    scratch.boardGroup[onBoard] = g;
    scratch.boardCount[onBoard] = count;
    scratch.boardLeave[onBoard] = leave;
    scratch.boardFrom[onBoard] = -1 - onBoard;
    trial.begunTo[onBoard++] = -1;
    held[placeOf[g]!]! += count;
  }
  for (let p = 0; p < n; p++) {
    const here = trial.place[p]!;
    const u = usual[from * P + here]!;
    const v = slow[from * P + here]!;
    const a2 = Math.max(l2 + u, l1 + v);
    const a1 = Math.max(l1 + u, l0 + v);
    const a0 = l0 + u;
    const aLate = gamma === 2 ? a2 : a1;
    trial.arrive[p] = a0;
    from = here;
    if (here < N) {
      let ready = a0;
      let stay = 0;
      let hold = 0;
      if (kind !== clearance && model.clear[here]! >= 0) ready = Math.max(ready, routes.clearedAt[here]!);
      if (kind === clearance) stay = model.clear[here]!;
      else if (kind === liaison) hold = routes.hold[here]!;
      else {
        if (model.joint[here] === 1)
          ready = Math.max(ready, routes.presentFrom[2 * here]!, routes.presentFrom[2 * here + 1]!);
        stay = model.setup[here]!;
        const g0 = first[here]!;
        const many = first[here + 1]! - g0;
        for (let j = 0; j < many; j++) {
          const count = trial.load[p * S + j]!;
          if (count === 0) continue;
          stay += count * loading[g0 + j]!;
          held[placeOf[g0 + j]!]! += count;
          scratch.boardGroup[onBoard] = g0 + j;
          scratch.boardCount[onBoard] = count;
          scratch.boardFrom[onBoard] = p * S + j;
          scratch.boardLeave[onBoard++] = -1;
          trial.to[p * S + j] = -1;
        }
        if (held[0]! > stretchers || held[1]! > seats || held[2]! > cold) {
          ok = false;
          break;
        }
      }
      const times = windows[here]!;
      let start = never;
      for (let w = 0; w < times.length; w += 2) {
        const s = Math.max(ready, times[w]!);
        const end = Math.max(Math.max(aLate, s) + stay, hold);
        if (end <= times[w + 1]!) {
          start = s;
          break;
        }
      }
      if (start >= never) {
        ok = false;
        break;
      }
      const lateStart = Math.max(aLate, start);
      l0 = Math.max(start + stay, hold);
      l1 = Math.max(Math.max(a1, start) + stay, hold);
      l2 = Math.max(Math.max(a2, start) + stay, hold);
      const late = gamma === 2 ? l2 : l1;
      const before = gamma === 2 ? l1 : l0;
      const slack = model.clearBy[here]! - Math.max(late + exits[here]!, before + slowExits[here]!);
      if (slack < 0) {
        ok = false;
        break;
      }
      trial.slack[p] = slack;
      if (kind === clearance) ok = late <= routes.clearUntil[here]!;
      else if (kind === liaison) ok = routes.shift.isOn || lateStart <= routes.joinUntil[here]!;
      if (!ok) break;
      if (kind < clearance)
        for (let b = onBoard - 1; b >= 0 && scratch.boardLeave[b] === -1; b--) scratch.boardLeave[b] = l0;
      trial.start[p] = start;
      trial.leave[p] = l0;
      trial.lateStart[p] = lateStart;
      trial.lateLeave[p] = late;
      continue;
    }
    // a facility: who can be taken here is unloaded
    const h = here - N;
    let persons = 0;
    let kept = 0;
    for (let b = 0; b < onBoard; b++) {
      const g = scratch.boardGroup[b]!;
      const count = scratch.boardCount[b]!;
      const bed = h * (C + 1) + cls[g]!;
      if (curve[g * F + h]! >= 0) {
        // nobody is driven past a facility that treats him
        if (routes.bedUsed[bed]! + count > model.beds[bed]!) ok = false;
        routes.bedUsed[bed]! += count;
        trial.usedAt[used] = routes.bedsFrom + bed;
        trial.usedBy[used++] = count;
        if (cls[g]! < C) persons += count;
        held[placeOf[g]!]! -= count;
        // marked, worth counted when the start is known
        scratch.boardCount[b] = -count;
      }
    }
    if (!ok) break;
    let start = a0;
    if (persons > 0) {
      const most = model.most[h]!;
      if (persons > most) {
        ok = false;
        break;
      }
      let at = routes.bucketOf(h, start);
      while (routes.bucket[at]! + persons > most && at + 1 < model.bucketAt[h + 1]!) {
        at++;
        start = (at - model.bucketAt[h]!) * model.every[h]!;
      }
      if (start >= model.horizon) {
        ok = false;
        break;
      }
      routes.bucket[at]! += persons;
      trial.usedAt[used] = routes.bucketsFrom + at;
      trial.usedBy[used++] = persons;
    } else if (start >= model.horizon) {
      ok = false;
      break;
    }
    const lateStart = Math.max(aLate, start);
    let unloaded = 0;
    for (let b = 0; b < onBoard; b++) {
      const g = scratch.boardGroup[b]!;
      const count = scratch.boardCount[b]!;
      if (count > 0) {
        scratch.boardGroup[kept] = g;
        scratch.boardCount[kept] = count;
        scratch.boardFrom[kept] = scratch.boardFrom[b]!;
        scratch.boardLeave[kept++] = scratch.boardLeave[b]!;
        continue;
      }
      value -= count * curves[curve[g * F + h]!]![start]!;
      unloaded -= count;
      const loaded = scratch.boardFrom[b]!;
      if (loaded < 0) trial.begunTo[-1 - loaded] = p;
      else trial.to[loaded] = p;
      const most = loaded < 0 ? routes.begunRide[k * begunMost - 1 - loaded]! : model.ride[g]!;
      if (lateStart - scratch.boardLeave[b]! > most) {
        ok = false;
        if (loaded >= 0) scratch.tooLong = Math.floor(loaded / S);
      }
    }
    onBoard = kept;
    trial.unloaded[p] = unloaded;
    const stay = model.unload[h]!;
    l0 = start + stay;
    l1 = Math.max(a1, start) + stay;
    l2 = Math.max(a2, start) + stay;
    trial.start[p] = start;
    trial.leave[p] = l0;
    trial.lateStart[p] = lateStart;
    trial.lateLeave[p] = gamma === 2 ? l2 : l1;
    if (!ok) break;
  }
  if (ok && n > 0) {
    const home = N + F + model.K + k;
    const u = usual[from * P + home]!;
    const v = slow[from * P + home]!;
    trial.end = l0 + u;
    const late = gamma === 2 ? Math.max(l2 + u, l1 + v) : Math.max(l1 + u, l0 + v);
    if (late > model.dutyEnd[k]! || onBoard > 0) ok = false;
  } else trial.end = l0;
  trial.uses = used;
  for (let u = 0; u < used; u++) routes.shared[trial.usedAt[u]!]! -= trial.usedBy[u]!;
  if (!ok) return -1;
  if (kind >= clearance) return value;
  const longer = stays(routes, k, trial);
  trial.shifts = longer === "shift";
  return longer === "never" ? -1 : value;
}
