import type { Routes } from "./routes.ts";
import { begunMost, width } from "./trial.ts";

/**
 * What an insertion into a route meets, worked out once for each version of it. A row of `width + 1` for each team: what a
 * minute's delay costs from a stop on, its latest arrival, load on arrival by place, and the next facility.
 */
export class Outlook {
  private readonly routes: Routes;
  private readonly known: Int32Array;
  readonly lossRate: Float64Array;
  readonly latest: Int32Array;
  /** The latest with slow legs before it. */
  readonly lateLatest: Int32Array;
  readonly held: Int32Array;
  /** The first facility at or after a stop; -1 where there is none. */
  readonly hub: Int32Array;
  private readonly leaving: Int32Array;

  constructor(routes: Routes) {
    this.routes = routes;
    const { K } = routes.model;
    this.known = new Int32Array(K).fill(-1);
    this.lossRate = new Float64Array(K * (width + 1));
    this.latest = new Int32Array(K * (width + 1));
    this.lateLatest = new Int32Array(K * (width + 1));
    this.held = new Int32Array(K * (width + 1) * 3);
    this.hub = new Int32Array(K * (width + 1));
    this.leaving = new Int32Array((width + 1) * 3);
  }

  prepare(k: number): void {
    const { routes } = this;
    if (this.known[k] === routes.version[k]!) return;
    this.known[k] = routes.version[k]!;
    this.loads(k);
    this.limits(k);
  }

  // Whom a delay makes later, and how full the team is.
  private loads(k: number): void {
    const { routes, lossRate, held, leaving } = this;
    const { N, S, first, place, base } = routes.model;
    const at = k * width;
    const row = k * (width + 1);
    const n = routes.len[k]!;
    lossRate.fill(0, row, row + n + 1);
    leaving.fill(0, 0, (n + 1) * 3);
    let [stretchers, seats, cold] = [0, 0, 0];
    const { board } = base[k]!;
    for (let b = 0; b < board.length; b++) {
      const { g, n: count } = board[b]!;
      const to = routes.begunTo[k * begunMost + b]!;
      if (place[g] === 0) stretchers += count;
      else if (place[g] === 1) seats += count;
      else cold += count;
      this.lose(k, g, count, to);
    }
    for (let p = 0; p <= n; p++) {
      const here = (row + p) * 3;
      held[here] = stretchers;
      held[here + 1] = seats;
      held[here + 2] = cold;
      if (p === n) break;
      const i = routes.place[at + p]!;
      if (i >= N) {
        stretchers -= leaving[p * 3]!;
        seats -= leaving[p * 3 + 1]!;
        cold -= leaving[p * 3 + 2]!;
        continue;
      }
      const g0 = first[i]!;
      const many = first[i + 1]! - g0;
      for (let j = 0; j < many; j++) {
        const count = routes.load[(at + p) * S + j]!;
        if (count === 0) continue;
        const g = g0 + j;
        if (place[g] === 0) stretchers += count;
        else if (place[g] === 1) seats += count;
        else cold += count;
        this.lose(k, g, count, routes.to[(at + p) * S + j]!);
      }
    }
    for (let p = n - 1; p >= 0; p--) lossRate[row + p]! += lossRate[row + p + 1]!;
  }

  // What some who are unloaded at a stop lose by a minute, over the next hour.
  private lose(k: number, g: number, count: number, to: number): void {
    if (to < 0) return;
    const { routes } = this;
    const { N, F, curve, curves, horizon, place } = routes.model;
    const at = k * width + to;
    const worth = curves[curve[g * F + routes.place[at]! - N]!]!;
    const start = routes.start[at]!;
    const later = Math.min(horizon - 1, start + 60);
    this.lossRate[k * (width + 1) + to]! += (count * (worth[start]! - worth[later]!)) / 60;
    this.leaving[to * 3 + place[g]!]! += count;
  }

  // The latest arrival at each stop with one slow leg still to come, or behind it; and the next facility.
  private limits(k: number): void {
    const { routes } = this;
    const { model } = routes;
    const { N, F, K, P } = model;
    const usual = model.usual[model.profile[k]!]!;
    const slow = model.slow[model.profile[k]!]!;
    const exits = model.exits[model.profile[k]!]!;
    const slowExits = model.slowExits[model.profile[k]!]!;
    const at = k * width;
    const row = k * (width + 1);
    const n = routes.len[k]!;
    let next = N + F + K + k;
    let late = model.dutyEnd[k]!;
    let latest = late;
    let hub = -1;
    this.latest[row + n] = latest;
    this.lateLatest[row + n] = late;
    this.hub[row + n] = -1;
    for (let p = n - 1; p >= 0; p--) {
      const here = routes.place[at + p]!;
      const stay = routes.leave[at + p]! - routes.start[at + p]!;
      latest = Math.min(latest - usual[here * P + next]!, late - slow[here * P + next]!) - stay;
      late -= usual[here * P + next]! + stay;
      if (here < N) {
        const times = model.windows[here]!;
        let w = 0;
        while (w + 2 < times.length && times[w + 1]! < routes.leave[at + p]!) w += 2;
        latest = Math.min(latest, model.clearBy[here]! - slowExits[here]! - stay);
        late = Math.min(late, times[w + 1]! - stay, model.clearBy[here]! - exits[here]! - stay);
      } else hub = p;
      latest = Math.min(latest, late);
      this.latest[row + p] = latest;
      this.lateLatest[row + p] = late;
      this.hub[row + p] = hub;
      next = here;
    }
  }
}
