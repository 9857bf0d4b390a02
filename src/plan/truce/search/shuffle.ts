import type { Random } from "#base";
import type { Model } from "./model.ts";
import type { Routes } from "./routes.ts";
import { width } from "./trial.ts";

/** Small changes that leave everybody on his route: a stretch or a whole trip at another time; another facility, one more, or one less. */
export class Shuffle {
  private readonly model: Model;
  private readonly routes: Routes;
  private readonly random: Random;
  private readonly working: number[] = [];

  constructor(routes: Routes, random: Random) {
    this.model = routes.model;
    this.routes = routes;
    this.random = random;
  }

  /** False where it came to nothing; the routes are as they were then. */
  run(kinds: readonly number[]): boolean {
    const { model, random, routes, working } = this;
    working.length = 0;
    for (let k = 0; k < model.K; k++)
      if (kinds.includes(model.kind[k]!) && routes.len[k]! > 0) working.push(k);
    if (working.length === 0) return false;
    const k = random.pick(working);
    const kind = random.below(10);
    if (kind < 5) return this.elsewhen(k);
    if (kind < 8) return this.otherFacility(k);
    return kind < 9 ? this.oneMore(k) : this.oneLess(k);
  }

  private elsewhen(k: number): boolean {
    const { random, routes } = this;
    const n = routes.len[k]!;
    const [from, until, isTrip] = this.stretch(k);
    const rest = n - (until - from);
    if (rest === 0) return false;
    let to = random.below(rest + 1);
    if (to >= from) to += until - from;
    if (isTrip) to = this.tripBegin(k, to);
    if (to >= from && to <= until) return false;
    routes.trial.n = 0;
    const isEarlier = to < from;
    this.add(k, 0, isEarlier ? to : from);
    this.add(k, isEarlier ? from : until, isEarlier ? until : to);
    this.add(k, isEarlier ? to : from, isEarlier ? from : until);
    this.add(k, isEarlier ? until : to, n);
    return this.put(k);
  }

  private otherFacility(k: number): boolean {
    const { random, routes, model } = this;
    const p = this.someFacility(k);
    const h = random.below(model.F);
    const place = model.N + h;
    if (p < 0 || model.open[k]![place] === 0 || routes.place[k * width + p] === place) return false;
    const trial = routes.toTrial(k);
    trial.place[p] = place;
    return this.put(k);
  }

  private oneMore(k: number): boolean {
    const { random, routes, model } = this;
    const n = routes.len[k]!;
    const place = model.N + random.below(model.F);
    if (n + 1 > width || model.open[k]![place] === 0) return false;
    const p = 1 + random.below(n);
    routes.trial.n = 0;
    this.add(k, 0, p);
    this.addFacility(place);
    this.add(k, p, n);
    return this.put(k);
  }

  private oneLess(k: number): boolean {
    const { routes } = this;
    const p = this.someFacility(k);
    if (p < 0) return false;
    routes.trial.n = 0;
    this.add(k, 0, p);
    this.add(k, p + 1, routes.len[k]!);
    return this.put(k);
  }

  // A trip, from one facility to another, or any few stops.
  private stretch(k: number): readonly [from: number, until: number, isTrip: boolean] {
    const { random, routes } = this;
    const n = routes.len[k]!;
    const p = random.below(n);
    if (random.next() < 0.5) {
      const from = this.tripBegin(k, p);
      return [from, this.tripEnd(k, from), true];
    }
    return [p, Math.min(n, p + 1 + random.below(3)), false];
  }

  private tripBegin(k: number, position: number): number {
    const { routes, model } = this;
    let p = position;
    while (p > 0 && routes.place[k * width + p - 1]! < model.N) p--;
    return p;
  }

  private tripEnd(k: number, position: number): number {
    const { routes, model } = this;
    const n = routes.len[k]!;
    let p = position;
    while (p < n && routes.place[k * width + p]! < model.N) p++;
    return Math.min(n, p + 1);
  }

  private someFacility(k: number): number {
    const { random, routes, model } = this;
    const n = routes.len[k]!;
    for (let tried = 0; tried < 6; tried++) {
      const p = random.below(n);
      if (routes.place[k * width + p]! >= model.N) return p;
    }
    return -1;
  }

  // Some stops of a route at the end of the trial.
  private add(k: number, from: number, until: number): void {
    const { trial, place, load } = this.routes;
    const { S } = this.model;
    for (let p = from; p < until; p++) {
      const at = k * width + p;
      const to = trial.n++;
      trial.place[to] = place[at]!;
      for (let j = 0; j < S; j++) trial.load[to * S + j] = load[at * S + j]!;
    }
  }

  private addFacility(place: number): void {
    const { trial } = this.routes;
    const { S } = this.model;
    const to = trial.n++;
    trial.place[to] = place;
    for (let j = 0; j < S; j++) trial.load[to * S + j] = 0;
  }

  private put(k: number): boolean {
    const { routes } = this;
    routes.count(k, -1);
    const value = this.runUseful(k);
    if (value < 0) routes.count(k, 1);
    else routes.put(k, value);
    return value >= 0;
  }

  // Without facilities where nobody is unloaded.
  private runUseful(k: number): number {
    const { routes, model } = this;
    const { trial } = routes;
    const { N, S } = model;
    const value = routes.run(k);
    if (value < 0) return value;
    let kept = 0;
    for (let p = 0; p < trial.n; p++) {
      if (trial.place[p]! >= N && trial.unloaded[p] === 0) continue;
      trial.place[kept] = trial.place[p]!;
      for (let j = 0; j < S; j++) trial.load[kept * S + j] = trial.load[p * S + j]!;
      kept++;
    }
    if (kept === trial.n) return value;
    trial.n = kept;
    const again = routes.run(k);
    for (let p = 0; again >= 0 && p < kept; p++)
      if (trial.place[p]! >= N && trial.unloaded[p] === 0) return -1;
    return again;
  }
}
