import { type Candidate, copyCandidate } from "./candidate.ts";
import { buildTrial } from "./insert.ts";
import { medical, never, recovery } from "./model.ts";
import { lookDiverted, lookRelieved } from "./other-facility.ts";
import { Outlook } from "./outlook.ts";
import { lookOnTheWay, lookWithFacility } from "./own-facility.ts";
import type { Routes } from "./routes.ts";
import { minuteCost, Shortlist } from "./shortlist.ts";
import { spotOf } from "./spot.ts";
import { width } from "./trial.ts";

export const bothKinds = [medical, recovery] as const;

/** Finds where a visit to a site fits best. */
export class Finder {
  readonly routes: Routes;
  /** How many of a group one visit takes at most. */
  most = never;
  /** The class of wounded that alone is taken; below 0 all are. */
  only = -1;
  /** Whether a visit is looked at for which others' routes have to shift: what that costs them is not counted. */
  mayShift = false;
  readonly outlook: Outlook;
  readonly list: Shortlist;
  /** By site: facilities, the nearest first. */
  readonly facilitiesOf: readonly Int32Array[];
  // by group: the curve of the facility where it is worth most
  private readonly topCurve: Int32Array;
  // the place that is being looked at
  private readonly spot = spotOf();
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
    into.shifts = false;
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
    into.shifts = false;
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
    const { routes, list, spot, outlook } = this;
    const { model } = routes;
    const { N, F, K, P, horizon } = model;
    const usual = model.usual[model.profile[k]!]!;
    const slow = model.slow[model.profile[k]!]!;
    const at = k * width;
    const row = k * (width + 1);
    const n = routes.len[k]!;
    const isRecovery = model.kind[k] === recovery;
    const times = model.windows[i]!;
    const setup = model.setup[i]!;
    const [start, home] = [N + F + k, N + F + K + k];
    const clearBy = model.clearBy[i]!;
    const lastLeave = clearBy - model.exits[model.profile[k]!]![i]!;
    const earliest = Math.max(ready, times[0]!, model.free[k]! + usual[start * P + i]!) + setup;
    const mostOfSite = this.mostAt(i, isRecovery, Math.min(horizon - 1, earliest));
    spot.k = k;
    spot.i = i;
    spot.isRecovery = isRecovery;
    spot.ready = ready;
    spot.usual = usual;
    spot.slow = slow;
    for (let p = n; p >= 0; p--) {
      const before = p === 0 ? start : routes.place[at + p - 1]!;
      const leaves = p === 0 ? model.free[k]! : routes.leave[at + p - 1]!;
      const arrive = leaves + usual[before * P + i]!;
      if (arrive > clearBy) continue;
      const next = p === n ? home : routes.place[at + p]!;
      const oldStart = p === n ? leaves + usual[before * P + home]! : routes.start[at + p]!;
      const last = outlook.latest[row + p]!;
      const rate = outlook.lossRate[row + p]! + minuteCost;
      const onward = Math.max(arrive, ready) + setup + usual[i * P + next]!;
      if (onward > last || mostOfSite - rate * Math.max(0, onward - oldStart) <= list.threshold) continue;
      const late = Math.max(
        (p === 0 ? leaves : routes.lateLeave[at + p - 1]!) + usual[before * P + i]!,
        leaves + slow[before * P + i]!,
      );
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
      // more than this it cannot gain
      const least = begin + setup;
      const most = this.mostAt(i, isRecovery, Math.min(horizon - 1, least));
      if (most - rate * Math.max(0, least + usual[i * P + next]! - oldStart) <= list.threshold) continue;
      spot.p = p;
      spot.q = outlook.hub[row + p]!;
      spot.before = before;
      spot.next = next;
      spot.oldStart = oldStart;
      spot.begin = begin;
      spot.lateBegin = Math.max(late, begin);
      spot.longest = Math.min(close, lastLeave) - spot.lateBegin;
      spot.last = last;
      spot.lastLate = outlook.lateLatest[row + p]!;
      spot.rate = rate;
      spot.most = most;
      spot.isFull = spot.isUnsuited = false;
      if (spot.q >= 0) lookOnTheWay(this, spot);
      lookWithFacility(this, spot);
      if (spot.isUnsuited) lookDiverted(this, spot);
      if (spot.isFull && p > 0) lookRelieved(this, spot);
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
      const value = this.mayShift ? routes.runShifting(k) : routes.run(k);
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
      into.shifts = trial.shifts;
    }
    return into.gain > 0;
  }
}
