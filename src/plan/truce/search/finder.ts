import { type Candidate, copyCandidate } from "./candidate.ts";
import { buildTrial } from "./insert.ts";
import { medical, never, recovery } from "./model.ts";
import { lookDiverted, lookRelieved } from "./other-facility.ts";
import { Outlook } from "./outlook.ts";
import type { Routes } from "./routes.ts";
import { facilitiesTried, minuteCost, Shortlist } from "./shortlist.ts";
import { width } from "./trial.ts";

export const bothKinds = [medical, recovery] as const;

/** What one whom a later facility takes counts in an estimate. */
const takenLater = 100_000;

/** Finds where a visit to a site fits best. */
export class Finder {
  readonly routes: Routes;
  /** How many of a group one visit takes at most. */
  most = never;
  /** The class of wounded that alone is taken; below 0 all are. */
  only = -1;
  readonly outlook: Outlook;
  readonly list: Shortlist;
  /** By site: facilities, the nearest first. */
  readonly facilitiesOf: readonly Int32Array[];
  // by group: the curve of the facility where it is worth most
  private readonly topCurve: Int32Array;
  /** Room by place, of the visit that is being looked at. */
  readonly free = new Int32Array(3);

  constructor(routes: Routes) {
    const { model } = routes;
    const { N, F, S, G, P, curve, curves } = model;
    this.routes = routes;
    this.outlook = new Outlook(routes);
    this.list = new Shortlist(S);
    const usual = model.usual[0]!;
    this.facilitiesOf = Array.from({ length: N }, (_, i) =>
      Int32Array.from({ length: F }, (_, h) => h).sort(
        (h, other) => usual[i * P + N + h]! - usual[i * P + N + other]! || h - other,
      ),
    );
    this.topCurve = Int32Array.from({ length: G }, (_, g) => {
      let best = -1;
      for (let h = 0; h < F; h++) {
        const c = curve[g * F + h]!;
        if (c >= 0 && (best < 0 || curves[c]![0]! > curves[best]![0]!)) best = c;
      }
      return best;
    });
  }

  /** Whether anybody is left at a site for a kind of team. */
  isWanted(i: number, kind: number): boolean {
    const { first, place, cls } = this.routes.model;
    const only = kind === recovery ? -1 : this.only;
    for (let g = first[i]!; g < first[i + 1]!; g++)
      if (
        this.routes.left[g]! > 0 &&
        (place[g] === 2) === (kind === recovery) &&
        (only < 0 || cls[g] === only)
      )
        return true;
    return false;
  }

  /** The best visit at a site by any team of these kinds: worked out exactly for the few that look best of all. */
  bestOfAll(i: number, kinds: readonly number[], into: Candidate): boolean {
    const { model } = this.routes;
    into.gain = -1;
    this.list.found = 0;
    const ready = this.readyAt(i);
    if (ready >= never) return false;
    for (const kind of kinds) {
      if (!this.isWanted(i, kind)) continue;
      for (let k = 0; k < model.K; k++) if (model.kind[k] === kind) this.lookFor(k, i, ready);
    }
    return this.list.found > 0 && this.tryFound(into);
  }

  /** The best visit of a team at a site, worked out exactly for the few that look best. */
  best(k: number, i: number, into: Candidate): boolean {
    into.gain = -1;
    this.list.found = 0;
    const ready = this.readyAt(i);
    if (ready >= never) return false;
    this.lookFor(k, i, ready);
    return this.list.found > 0 && this.tryFound(into);
  }

  // From when a site can be visited.
  private readyAt(i: number): number {
    const { model, clearedAt, presentFrom } = this.routes;
    let ready = 0;
    if (model.clear[i]! >= 0) ready = Math.max(ready, clearedAt[i]!);
    if (model.joint[i] === 1) ready = Math.max(ready, presentFrom[2 * i]!, presentFrom[2 * i + 1]!);
    return ready;
  }

  private lookFor(k: number, i: number, ready: number): void {
    const { routes } = this;
    const { model } = routes;
    if (!model.usable[k] || model.open[k]![i] === 0 || routes.len[k]! + 2 > width) return;
    this.outlook.prepare(k);
    this.look(k, i, ready);
  }

  /** The room that a team has before a stop, by its place in the outlook. */
  makeFree(k: number, stop: number): void {
    const { free } = this;
    const { held } = this.outlook;
    const caps = this.routes.model.caps[k]!;
    for (let place = 0; place < 3; place++) free[place] = caps[place]! - held[stop * 3 + place]!;
  }

  /** Takes as many of a site to a facility as there is room and are beds; the minutes of the visit, below 0 where it takes nobody. */
  fill(i: number, h: number, isRecovery: boolean): number {
    const { routes, free } = this;
    const { take } = this.list;
    const { F, C, first, place, cls, curve, beds, loading, setup } = routes.model;
    const [most, only] = isRecovery ? [never, -1] : [this.most, this.only];
    let stay = setup[i]!;
    let taken = 0;
    for (let g = first[i]!, j = 0; g < first[i + 1]!; g++, j++) {
      take[j] = 0;
      if ((place[g] === 2) !== isRecovery || routes.left[g]! === 0 || curve[g * F + h]! < 0) continue;
      if (only >= 0 && cls[g] !== only) continue;
      const bed = h * (C + 1) + cls[g]!;
      const count = Math.min(most, routes.left[g]!, free[place[g]!]!, beds[bed]! - routes.bedUsed[bed]!);
      if (count <= 0) continue;
      take[j] = count;
      taken += count;
      free[place[g]!]! -= count;
      stay += count * loading[g]!;
    }
    return taken === 0 ? -1 : stay;
  }

  // Estimates all places for a visit, and keeps the best few.
  private look(k: number, i: number, ready: number): void {
    const { routes, list, free } = this;
    const { take } = list;
    const { model } = routes;
    const { lossRate, latest, lateLatest, held, hub } = this.outlook;
    const { N, F, K, P, C, first, place, loading, curve, curves, horizon, cls, windows, beds } = model;
    const { bedUsed, left } = routes;
    const usual = model.usual[model.profile[k]!]!;
    const slow = model.slow[model.profile[k]!]!;
    const open = model.open[k]!;
    const caps = model.caps[k]!;
    const at = k * width;
    const row = k * (width + 1);
    const n = routes.len[k]!;
    const g0 = first[i]!;
    const many = first[i + 1]! - g0;
    const isRecovery = model.kind[k] === recovery;
    const most = isRecovery ? never : this.most;
    const only = isRecovery ? -1 : this.only;
    const times = windows[i]!;
    const setup = model.setup[i]!;
    const home = N + F + K + k;
    const hubs = this.facilitiesOf[i]!;
    const clearBy = model.clearBy[i]!;
    const exits = model.exits[model.profile[k]!]!;
    const earliest = Math.max(ready, times[0]!, model.free[k]! + usual[(N + F + k) * P + i]!) + setup;
    const mostOfSite = this.mostAt(i, isRecovery, Math.min(horizon - 1, earliest));

    for (let p = n; p >= 0; p--) {
      const before = p === 0 ? N + F + k : routes.place[at + p - 1]!;
      const leaves = p === 0 ? model.free[k]! : routes.leave[at + p - 1]!;
      const arrive = leaves + usual[before * P + i]!;
      if (arrive > clearBy) continue;
      const next = p === n ? home : routes.place[at + p]!;
      const oldStart = p === n ? leaves + usual[before * P + home]! : routes.start[at + p]!;
      const late = Math.max(
        (p === 0 ? leaves : routes.lateLeave[at + p - 1]!) + usual[before * P + i]!,
        leaves + slow[before * P + i]!,
      );
      const last = latest[row + p]!;
      const lastLate = lateLatest[row + p]!;
      const rate = lossRate[row + p]! + minuteCost;
      const onward = Math.max(arrive, ready) + setup + usual[i * P + next]!;
      if (onward > last || mostOfSite - rate * Math.max(0, onward - oldStart) <= list.threshold) continue;
      // the first time of access in which it can begin
      let begin = never;
      let close = 0;
      for (let w = 0; w < times.length; w += 2) {
        const s = Math.max(arrive, ready, times[w]!);
        if (Math.max(late, s) + setup <= times[w + 1]!) {
          begin = s;
          close = times[w + 1]!;
          break;
        }
      }
      if (begin === never) continue;
      const lateBegin = Math.max(late, begin);
      // with this stay it is in time, so far as can be told
      const longest = Math.min(close, clearBy - exits[i]!) - lateBegin;
      // more than this it cannot gain
      const least = begin + setup;
      const mostHere = this.mostAt(i, isRecovery, Math.min(horizon - 1, least));
      if (mostHere - rate * Math.max(0, least + usual[i * P + next]! - oldStart) <= list.threshold) continue;

      const q = hub[row + p]!;
      let anyFree = false;
      let isUnsuited = false;
      if (q >= 0) {
        // on the way to a facility that is there
        this.makeFree(k, row + q);
        let stay = setup;
        let taken = 0;
        for (let j = 0; j < many; j++) {
          take[j] = 0;
          const g = g0 + j;
          if ((place[g] === 2) !== isRecovery || left[g]! === 0 || (only >= 0 && cls[g] !== only)) continue;
          const room = free[place[g]!]!;
          if (room <= 0) continue;
          anyFree = true;
          const home = routes.place[at + q]! - N;
          if (
            curve[g * F + home]! < 0 ||
            bedUsed[home * (C + 1) + cls[g]!]! >= beds[home * (C + 1) + cls[g]!]!
          )
            isUnsuited = true;
          // the first facility that takes this one
          let to = q;
          let space = room;
          while (to < n && (routes.place[at + to]! < N || curve[g * F + routes.place[at + to]! - N]! < 0)) {
            to++;
            space = Math.min(space, caps[place[g]!]! - held[(row + to) * 3 + place[g]!]!);
          }
          if (to >= n || space <= 0) continue;
          const bed = (routes.place[at + to]! - N) * (C + 1) + cls[g]!;
          const count = Math.min(most, left[g]!, space, beds[bed]! - bedUsed[bed]!);
          if (count <= 0) continue;
          take[j] = count;
          taken += count;
          free[place[g]!]! -= count;
          stay += count * loading[g]!;
        }
        if (taken > 0) {
          const arriveNext = begin + stay + usual[i * P + next]!;
          const lateNext = Math.max(lateBegin + usual[i * P + next]!, begin + slow[i * P + next]!) + stay;
          if (stay <= longest && arriveNext <= last && lateNext <= lastLate) {
            const shift = Math.max(0, arriveNext - oldStart);
            let gain = -rate * shift;
            const h = routes.place[at + q]! - N;
            const minute = Math.min(horizon - 1, routes.start[at + q]! + shift);
            for (let j = 0; j < many; j++)
              if (take[j]! > 0) {
                const c = curve[(g0 + j) * F + h]!;
                gain += take[j]! * (c >= 0 ? curves[c]![minute]! : takenLater);
              }
            list.keep(k, i, p, 0, -1, gain);
            if (before === i || next === i) list.keep(k, i, next === i ? p : p - 1, 3, -1, gain + 1);
          }
        }
      }
      // with a facility after it
      let tried = 0;
      for (let r = 0; r < hubs.length && tried < facilitiesTried; r++) {
        const h = hubs[r]!;
        if (open[N + h] === 0) continue;
        const soonest = least + usual[i * P + N + h]! + model.unload[h]! + usual[(N + h) * P + next]!;
        if (soonest > last || mostHere - rate * Math.max(0, soonest - oldStart) <= list.threshold) continue;
        this.makeFree(k, row + p);
        const stay = this.fill(i, h, isRecovery);
        if (stay < 0) continue;
        tried++;
        const there = begin + stay + usual[i * P + N + h]!;
        const arriveNext = there + model.unload[h]! + usual[(N + h) * P + next]!;
        if (stay > longest || arriveNext > last || there >= horizon) continue;
        const lateThere = Math.max(lateBegin + usual[i * P + N + h]!, begin + slow[i * P + N + h]!) + stay;
        const lateNext =
          Math.max(lateThere + usual[(N + h) * P + next]!, there + slow[(N + h) * P + next]!) +
          model.unload[h]!;
        if (lateNext > lastLate) continue;
        let gain = -rate * Math.max(0, arriveNext - oldStart);
        for (let j = 0; j < many; j++)
          if (take[j]! > 0) gain += take[j]! * curves[curve[(g0 + j) * F + h]!]![there]!;
        list.keep(k, i, p, 1, h, gain);
      }
      if (isUnsuited) lookDiverted(this, { k, i, p, q, isRecovery }, { begin, lateBegin, longest });
      // with one before it, where the team is full
      if (q >= 0 && p > 0 && !anyFree) lookRelieved(this, { k, i, p, q, isRecovery }, ready);
    }
  }

  // What those who are left at a site would be worth at once at their best facility at a minute.
  private mostAt(i: number, isRecovery: boolean, minute: number): number {
    const { first, place, cls, curves } = this.routes.model;
    const { left } = this.routes;
    const [most, only] = isRecovery ? [never, -1] : [this.most, this.only];
    let sum = 0;
    for (let g = first[i]!; g < first[i + 1]!; g++) {
      const curve = this.topCurve[g]!;
      if (left[g]! > 0 && (place[g] === 2) === isRecovery && curve >= 0 && (only < 0 || cls[g] === only))
        sum += Math.min(most, left[g]!) * curves[curve]![minute]!;
    }
    return sum;
  }

  /** What those who are left at a site would be worth at their best facilities at a minute. */
  hopeOf(i: number, kind: number, minute: number): number {
    const { first, place, curves } = this.routes.model;
    let sum = 0;
    for (let g = first[i]!; g < first[i + 1]!; g++) {
      const curve = this.topCurve[g]!;
      if (curve >= 0 && (place[g] === 2) === (kind === recovery))
        sum += this.routes.left[g]! * curves[curve]![minute]!;
    }
    return sum;
  }

  private tryFound(into: Candidate): boolean {
    const { routes, list } = this;
    const { trial } = routes;
    for (let t = 0; t < list.found; t++) {
      const one = list.top[t]!;
      if (one.gain + 1 < into.gain) break;
      const k = one.team;
      routes.count(k, -1);
      const position = buildTrial(routes, one);
      const value = routes.run(k);
      routes.count(k, 1);
      if (value < 0) continue;
      const minutes = trial.end - (routes.len[k] === 0 ? routes.model.free[k]! : routes.end[k]!);
      const gain = value - routes.values[k]! - minuteCost * Math.max(0, minutes);
      if (gain <= into.gain) continue;
      copyCandidate(one, into);
      into.gain = gain;
      into.minutes = minutes;
      into.start = trial.start[position]!;
      into.late = trial.lateLeave[position]!;
    }
    return into.gain > 0;
  }
}
