import type { Random } from "#base";
import { clearance, liaison, type Model } from "./model.ts";
import type { Routes } from "./routes.ts";
import { retime } from "./together.ts";
import { type Trial, trialOf, width } from "./trial.ts";

/**
 * Small changes that leave everybody on some route: a stretch or a whole trip at another time, with another team, or for
 * another; another facility, one more, or one less; the rests of two routes exchanged.
 */
export class Shuffle {
  private readonly model: Model;
  private readonly routes: Routes;
  private readonly random: Random;
  private readonly other: Trial;
  private readonly working: number[] = [];

  constructor(routes: Routes, random: Random) {
    this.model = routes.model;
    this.routes = routes;
    this.random = random;
    this.other = trialOf(routes.model.S);
  }

  /** False where it came to nothing; the routes can be half changed then. */
  run(kinds: readonly number[]): boolean {
    const { model, random, routes, working } = this;
    working.length = 0;
    for (let k = 0; k < model.K; k++)
      if (kinds.includes(model.kind[k]!) && routes.len[k]! > 0) working.push(k);
    const loading = working.length;
    for (let k = 0; k < model.K; k++) if (model.kind[k]! >= clearance && routes.len[k]! > 0) working.push(k);
    if (loading === 0) return false;
    // who waits for others waits for one order of theirs
    if (working.length > loading && random.below(6) === 0)
      return this.reorder(working[loading + random.below(working.length - loading)]!);
    const k = working[random.below(loading)]!;
    const kind = random.below(16);
    if (kind < 5) return this.elsewhen(k);
    if (kind < 8) return this.otherFacility(k);
    if (kind < 9) return this.oneMore(k);
    if (kind < 10) return this.oneLess(k);
    const other = this.partner(k);
    if (other < 0) return this.elsewhen(k);
    if (kind < 13) return this.handOver(k, other);
    if (kind < 15) return this.exchange(k, other);
    return this.exchangeRests(k, other);
  }

  // Another order of what a clearance team or a liaison does; those of the other side come to the same sites in the same order.
  private reorder(k: number): boolean {
    const { model, routes } = this;
    routes.isLoose = true;
    let isDone = this.elsewhen(k);
    if (isDone && model.kind[k] === liaison)
      for (let other = 0; other < model.K && isDone; other++)
        if (model.kind[other] === liaison && model.side[other] !== model.side[k])
          isDone = this.follow(other, k);
    routes.isLoose = false;
    return isDone && retime(routes);
  }

  // The stops of a team at the sites of another, in the other's order.
  private follow(k: number, first: number): boolean {
    const { routes } = this;
    const n = routes.len[k]!;
    const position = new Map<number, number>();
    for (let p = 0; p < routes.len[first]!; p++) position.set(routes.place[first * width + p]!, p);
    const shared: number[] = [];
    for (let p = 0; p < n; p++)
      if (position.has(routes.place[k * width + p]!)) shared.push(routes.place[k * width + p]!);
    shared.sort((i, j) => (position.get(i) ?? 0) - (position.get(j) ?? 0));
    const trial = routes.toTrial(k);
    let next = 0;
    let isSame = true;
    for (let p = 0; p < n; p++) {
      if (!position.has(trial.place[p]!)) continue;
      isSame &&= trial.place[p] === shared[next];
      trial.place[p] = shared[next++]!;
    }
    return isSame || this.put(k, trial);
  }

  // Any other team of its kind, one that does nothing yet among them.
  private partner(k: number): number {
    const { model, random } = this;
    let seen = 0;
    let chosen = -1;
    for (let other = 0; other < model.K; other++)
      if (
        other !== k &&
        model.kind[other] === model.kind[k] &&
        model.usable[other]! &&
        random.below(++seen) === 0
      )
        chosen = other;
    return chosen;
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
    const trial = this.begin(routes.trial);
    const isEarlier = to < from;
    this.add(trial, k, k, 0, isEarlier ? to : from);
    this.add(trial, k, k, isEarlier ? from : until, isEarlier ? until : to);
    this.add(trial, k, k, isEarlier ? to : from, isEarlier ? from : until);
    this.add(trial, k, k, isEarlier ? until : to, n);
    return this.put(k, trial);
  }

  private otherFacility(k: number): boolean {
    const { random, routes, model } = this;
    const p = this.someFacility(k);
    const h = random.below(model.F);
    const place = model.N + h;
    if (p < 0 || model.open[k]![place] === 0 || routes.place[k * width + p] === place) return false;
    const trial = routes.toTrial(k);
    trial.place[p] = place;
    return this.put(k, trial);
  }

  private oneMore(k: number): boolean {
    const { random, routes, model } = this;
    const n = routes.len[k]!;
    const place = model.N + random.below(model.F);
    if (n + 1 > width || model.open[k]![place] === 0) return false;
    const p = 1 + random.below(n);
    const trial = this.begin(routes.trial);
    this.add(trial, k, k, 0, p);
    this.addFacility(trial, place);
    this.add(trial, k, k, p, n);
    return this.put(k, trial);
  }

  private oneLess(k: number): boolean {
    const { routes } = this;
    const p = this.someFacility(k);
    if (p < 0) return false;
    const trial = this.begin(routes.trial);
    this.add(trial, k, k, 0, p);
    this.add(trial, k, k, p + 1, routes.len[k]!);
    return this.put(k, trial);
  }

  private handOver(k: number, other: number): boolean {
    const { routes } = this;
    const [from, until, isTrip] = this.stretch(k);
    const at = this.around(other, routes.start[k * width + from]!);
    const to = isTrip ? this.tripBegin(other, at) : at;
    const [mine, theirs] = [this.begin(routes.trial), this.begin(this.other)];
    const n = routes.len[other]!;
    if (n + until - from > width) return false;
    this.add(mine, k, k, 0, from);
    this.add(mine, k, k, until, routes.len[k]!);
    this.add(theirs, other, other, 0, to);
    if (!this.add(theirs, other, k, from, until)) return false;
    this.add(theirs, other, other, to, n);
    return this.putBoth(k, mine, other, theirs);
  }

  private exchange(k: number, other: number): boolean {
    const { routes } = this;
    const [n, m] = [routes.len[k]!, routes.len[other]!];
    if (m === 0) return false;
    const [from, until, isTrip] = this.stretch(k);
    let begin = Math.min(m - 1, this.around(other, routes.start[k * width + from]!));
    let end = Math.min(m, begin + until - from);
    if (isTrip) {
      begin = this.tripBegin(other, begin);
      end = this.tripEnd(other, begin);
    }
    if (Math.max(n - until + from + end - begin, m - end + begin + until - from) > width) return false;
    const [mine, theirs] = [this.begin(routes.trial), this.begin(this.other)];
    this.add(mine, k, k, 0, from);
    if (!this.add(mine, k, other, begin, end)) return false;
    this.add(mine, k, k, until, n);
    this.add(theirs, other, other, 0, begin);
    if (!this.add(theirs, other, k, from, until)) return false;
    this.add(theirs, other, other, end, m);
    return this.putBoth(k, mine, other, theirs);
  }

  private exchangeRests(k: number, other: number): boolean {
    const { routes, random } = this;
    const [n, m] = [routes.len[k]!, routes.len[other]!];
    const from = this.tripBegin(k, random.below(n));
    const begin = this.tripBegin(other, this.around(other, routes.start[k * width + from]!));
    if (Math.max(from + m - begin, begin + n - from) > width) return false;
    const [mine, theirs] = [this.begin(routes.trial), this.begin(this.other)];
    this.add(mine, k, k, 0, from);
    if (!this.add(mine, k, other, begin, m)) return false;
    this.add(theirs, other, other, 0, begin);
    if (!this.add(theirs, other, k, from, n)) return false;
    return this.putBoth(k, mine, other, theirs);
  }

  // A trip, from one facility to another, or any few stops.
  private stretch(k: number): readonly [from: number, until: number, isTrip: boolean] {
    const { random, routes } = this;
    const n = routes.len[k]!;
    const p = random.below(n);
    if (this.model.kind[k]! < clearance && random.next() < 0.5) {
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

  // A place of a route at about a minute.
  private around(k: number, minute: number): number {
    const { random, routes } = this;
    const n = routes.len[k]!;
    const wanted = minute + random.below(240) - 120;
    let p = 0;
    while (p < n && routes.start[k * width + p]! < wanted) p++;
    return p;
  }

  private begin(trial: Trial): Trial {
    trial.n = 0;
    return trial;
  }

  // Some stops of a route at the end of a trial for a team; false where it may not go there.
  private add(trial: Trial, team: number, of: number, from: number, until: number): boolean {
    const { routes, model } = this;
    const { S } = model;
    const open = model.open[team]!;
    for (let p = from; p < until; p++) {
      const at = of * width + p;
      const place = routes.place[at]!;
      if (open[place] === 0) return false;
      const to = trial.n++;
      trial.place[to] = place;
      for (let j = 0; j < S; j++) trial.load[to * S + j] = routes.load[at * S + j]!;
    }
    return true;
  }

  private addFacility(trial: Trial, place: number): void {
    const { S } = this.model;
    const to = trial.n++;
    trial.place[to] = place;
    for (let j = 0; j < S; j++) trial.load[to * S + j] = 0;
  }

  private put(k: number, trial: Trial): boolean {
    const { routes } = this;
    routes.count(k, -1);
    const value = this.runUseful(k, trial);
    if (value < 0) routes.count(k, 1);
    else routes.put(k, value, trial);
    return value >= 0;
  }

  private putBoth(k: number, mine: Trial, other: number, theirs: Trial): boolean {
    const { routes } = this;
    routes.count(k, -1);
    routes.count(other, -1);
    const value = this.runUseful(k, mine);
    if (value < 0) {
      routes.count(k, 1);
      routes.count(other, 1);
      return false;
    }
    routes.put(k, value, mine);
    const next = this.runUseful(other, theirs);
    if (next < 0) routes.count(other, 1);
    else routes.put(other, next, theirs);
    return next >= 0;
  }

  // Without facilities where nobody is unloaded.
  private runUseful(k: number, trial: Trial): number {
    const { routes, model } = this;
    const { N, S } = model;
    const value = routes.run(k, trial);
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
    const again = routes.run(k, trial);
    for (let p = 0; again >= 0 && p < kept; p++)
      if (trial.place[p]! >= N && trial.unloaded[p] === 0) return -1;
    return again;
  }
}
