import type { Random } from "#base";
import { clearance, liaison, type Model, medical, never, recovery } from "./model.ts";
import { begunMost, type Routes, type Trial, width } from "./routes.ts";

/** A visit that can be put in: where, with which facility, whom it takes, and what the team's route gains by it. */
export type Candidate = {
  gain: number;
  /** Minutes by which the team's end moves. */
  minutes: number;
  team: number;
  site: number;
  position: number;
  /** 0 on the way to a facility, 1 with a facility after, 2 with one before, 3 more at a visit that is there. */
  way: number;
  facility: number;
  readonly take: Int32Array;
  /** When it is at the site, and the latest that it leaves. */
  start: number;
  late: number;
};

const minuteCost = 1;
const tries = 4;
const facilitiesTried = 4;

/** Finds where a visit fits best, and puts it in, with clearance and liaisons where it needs them. */
export class Inserter {
  readonly model: Model;
  readonly routes: Routes;
  private readonly random: Random;
  /** How many of a group one visit takes at most. */
  most = never;
  // of each team's route, by version: what a minute's delay costs from a stop on, latest arrivals, load on arrival
  private readonly prepared: Int32Array;
  private readonly lossRate: Float64Array;
  private readonly latest: Int32Array;
  private readonly held: Int32Array;
  private readonly facilitiesOf: readonly Int32Array[];
  private readonly top: Candidate[];
  private readonly take: Int32Array;

  constructor(routes: Routes, random: Random) {
    const { model } = routes;
    this.model = model;
    this.routes = routes;
    this.random = random;
    const { K, N, F, S } = model;
    this.prepared = new Int32Array(K).fill(-1);
    this.lossRate = new Float64Array(K * (width + 1));
    this.latest = new Int32Array(K * (width + 1));
    this.held = new Int32Array(K * (width + 1) * 3);
    this.take = new Int32Array(S);
    this.top = Array.from({ length: tries }, () => candidateOf(S));
    const usual = model.usual[0]!;
    this.facilitiesOf = Array.from({ length: N }, (_, i) =>
      Int32Array.from({ length: F }, (_, h) => h).sort(
        (h, other) => usual[i * model.P + N + h]! - usual[i * model.P + N + other]! || h - other,
      ),
    );
  }

  /** Whether anybody is left at a site for a kind of team. */
  isWanted(i: number, kind: number): boolean {
    const { first, place } = this.model;
    for (let g = first[i]!; g < first[i + 1]!; g++)
      if (this.routes.left[g]! > 0 && (place[g] === 2) === (kind === recovery)) return true;
    return false;
  }

  private prepare(k: number): void {
    const { model, routes } = this;
    if (this.prepared[k] === routes.version[k]!) return;
    this.prepared[k] = routes.version[k]!;
    const { N, F, K, P, S, first, place, curve, curves, horizon } = model;
    const usual = model.usual[model.profile[k]!]!;
    const exits = model.exits[model.profile[k]!]!;
    const at = k * width;
    const row = k * (width + 1);
    const n = routes.len[k]!;
    let next = N + F + K + k;
    let latest = model.dutyEnd[k]!;
    const rate = this.lossRate;
    rate.fill(0, row, row + n + 1);
    const lose = (g: number, count: number, to: number) => {
      if (to < 0) return;
      const h = routes.place[at + to]! - N;
      const worth = curves[curve[g * F + h]!]!;
      const start = routes.start[at + to]!;
      const later = Math.min(horizon - 1, start + 60);
      rate[row + to]! += (count * (worth[start]! - worth[later]!)) / 60;
    };
    const held = [0, 0, 0];
    model.base[k]!.board.forEach(({ g, n: count }, b) => {
      lose(g, count, routes.begunTo[k * begunMost + b]!);
      held[place[g]!]! += count;
    });
    for (let p = 0; p <= n; p++) {
      for (let c = 0; c < 3; c++) this.held[(row + p) * 3 + c] = held[c]!;
      if (p === n) break;
      const here = routes.place[at + p]!;
      if (here < N) {
        const g0 = first[here]!;
        for (let j = 0; j < first[here + 1]! - g0; j++) {
          const count = routes.load[(at + p) * S + j]!;
          if (count === 0) continue;
          held[place[g0 + j]!]! += count;
          lose(g0 + j, count, routes.to[(at + p) * S + j]!);
        }
      } else {
        // all that is unloaded here
        for (let q = 0; q < p; q++) {
          const i = routes.place[at + q]!;
          if (i >= N) continue;
          const g0 = first[i]!;
          for (let j = 0; j < first[i + 1]! - g0; j++)
            if (routes.load[(at + q) * S + j]! > 0 && routes.to[(at + q) * S + j] === p)
              held[place[g0 + j]!]! -= routes.load[(at + q) * S + j]!;
        }
        model.base[k]!.board.forEach(({ g, n: count }, b) => {
          if (routes.begunTo[k * begunMost + b] === p) held[place[g]!]! -= count;
        });
      }
    }
    this.latest[row + n] = latest;
    for (let p = n - 1; p >= 0; p--) {
      const here = routes.place[at + p]!;
      const stay = routes.leave[at + p]! - routes.start[at + p]!;
      latest = latest - usual[here * P + next]! - stay;
      if (here < N) {
        const times = model.windows[here]!;
        latest = Math.min(
          latest,
          times[times.length - 1]! - stay,
          model.clearBy[here]! - exits[here]! - stay,
        );
      }
      this.latest[row + p] = latest;
      rate[row + p]! += rate[row + p + 1]!;
      next = here;
    }
  }

  /** The best visit of a team at a site, worked out exactly for the few that look best; false where there is none. */
  best(k: number, i: number, into: Candidate): boolean {
    const { model, routes, top, take } = this;
    into.gain = -1;
    if (!model.usable[k] || model.open[k]![i] === 0) return false;
    const n = routes.len[k]!;
    if (n + 2 > width) return false;
    this.prepare(k);
    const { N, F, K, P, S, C, first, place, loading, curve, curves, horizon, cls, windows } = model;
    const usual = model.usual[model.profile[k]!]!;
    const open = model.open[k]!;
    const caps = model.caps[k]!;
    const at = k * width;
    const row = k * (width + 1);
    const g0 = first[i]!;
    const many = first[i + 1]! - g0;
    const isRecovery = model.kind[k] === recovery;
    const most = isRecovery ? never : this.most;
    let found = 0;
    let ready = 0;
    if (model.clear[i]! >= 0) ready = Math.max(ready, routes.clearedAt[i]!);
    if (model.joint[i] === 1)
      ready = Math.max(ready, routes.presentFrom[2 * i]!, routes.presentFrom[2 * i + 1]!);
    if (ready >= never) return false;
    const times = windows[i]!;
    const home = N + F + K + k;

    const consider = (position: number, way: number, facility: number, estimate: number) => {
      if (estimate <= 0) return;
      let slot = found < tries ? found++ : tries - 1;
      if (slot === tries - 1 && top[slot]!.gain >= estimate && found === tries && top[slot]!.team === k)
        return;
      while (slot > 0 && top[slot - 1]!.gain < estimate) {
        const moved = top[slot - 1]!;
        top[slot - 1] = top[slot]!;
        top[slot] = moved;
        slot--;
      }
      const one = top[slot]!;
      one.gain = estimate;
      one.team = k;
      one.site = i;
      one.position = position;
      one.way = way;
      one.facility = facility;
      one.take.set(take);
    };
    for (const one of top) one.team = -1;

    for (let p = 0; p <= n; p++) {
      const before = p === 0 ? N + F + k : routes.place[at + p - 1]!;
      const left = p === 0 ? model.free[k]! : routes.leave[at + p - 1]!;
      const next = p === n ? home : routes.place[at + p]!;
      const oldStart = p === n ? 0 : routes.start[at + p]!;
      const latest = this.latest[row + p]!;
      const arrive = left + usual[before * P + i]!;
      if (arrive > model.clearBy[i]!) break; // later positions leave later
      const held = (row + p) * 3;
      // the first time of access in which it can begin
      let begin = never;
      for (let w = 0; w < times.length; w += 2) {
        const s = Math.max(arrive, ready, times[w]!);
        if (s + model.setup[i]! <= times[w + 1]!) {
          begin = s;
          break;
        }
      }
      if (begin === never) continue;

      // on the way to a facility that is there
      let anyFree = false;
      let q = -1;
      for (let r = p; r < n && q < 0; r++) if (routes.place[at + r]! >= N) q = r;
      if (q >= 0) {
        const free = this.freeBetween(row, p, q, caps);
        let stay = model.setup[i]!;
        let taken = 0;
        for (let j = 0; j < many; j++) {
          take[j] = 0;
          const g = g0 + j;
          if ((place[g] === 2) !== isRecovery || routes.left[g]! === 0) continue;
          if (free[place[g]!]! > 0) anyFree = true;
          // the first facility that takes this one
          let to = q;
          while (to < n && (routes.place[at + to]! < N || curve[g * F + routes.place[at + to]! - N]! < 0))
            to++;
          if (to === n) continue;
          const room = to === q ? free : this.freeBetween(row, p, to, caps);
          const h = routes.place[at + to]! - N;
          const bed = h * (C + 1) + cls[g]!;
          const count = Math.min(
            most,
            routes.left[g]!,
            room[place[g]!]!,
            free[place[g]!]!,
            model.beds[bed]! - routes.bedUsed[bed]!,
          );
          if (count <= 0) continue;
          take[j] = count;
          taken += count;
          free[place[g]!]! -= count;
          stay += count * loading[g]!;
        }
        if (taken > 0) {
          const arriveNext = begin + stay + usual[i * P + next]!;
          if (arriveNext <= latest) {
            const shift = Math.max(0, arriveNext - oldStart);
            let gain = -this.lossRate[row + p]! * shift - minuteCost * shift;
            const h = routes.place[at + q]! - N;
            const minute = Math.min(horizon - 1, routes.start[at + q]! + shift);
            for (let j = 0; j < many; j++)
              if (take[j]! > 0) {
                const c = curve[(g0 + j) * F + h]!;
                gain += take[j]! * (c >= 0 ? curves[c]![minute]! : 100_000);
              }
            consider(p, 0, -1, gain);
            if (before === i || next === i) consider(next === i ? p : p - 1, 3, -1, gain + 1);
          }
        }
      }
      // with a facility after it
      let tried = 0;
      for (const h of this.facilitiesOf[i]!) {
        if (tried >= facilitiesTried) break;
        if (open[N + h] === 0) continue;
        const free = [
          caps[0] - this.held[held]!,
          caps[1] - this.held[held + 1]!,
          caps[2] - this.held[held + 2]!,
        ];
        let stay = model.setup[i]!;
        let taken = 0;
        for (let j = 0; j < many; j++) {
          take[j] = 0;
          const g = g0 + j;
          if ((place[g] === 2) !== isRecovery || routes.left[g]! === 0 || curve[g * F + h]! < 0) continue;
          const bed = h * (C + 1) + cls[g]!;
          const count = Math.min(
            most,
            routes.left[g]!,
            free[place[g]!]!,
            model.beds[bed]! - routes.bedUsed[bed]!,
          );
          if (count <= 0) continue;
          take[j] = count;
          taken += count;
          free[place[g]!]! -= count;
          stay += count * loading[g]!;
        }
        if (taken === 0) continue;
        tried++;
        const arriveThere = begin + stay + usual[i * P + N + h]!;
        const arriveNext = arriveThere + model.unload[h]! + usual[(N + h) * P + next]!;
        if (arriveNext > latest || arriveThere >= horizon) continue;
        const shift = Math.max(0, arriveNext - (p === n ? left + usual[before * P + home]! : oldStart));
        let gain = -this.lossRate[row + p]! * shift - minuteCost * shift;
        for (let j = 0; j < many; j++)
          if (take[j]! > 0) gain += take[j]! * curves[curve[(g0 + j) * F + h]!]![arriveThere]!;
        consider(p, 1, h, gain);
      }
      // with one before it, where the team is full
      if (q < 0 || anyFree || p === 0) continue;
      for (const h of this.facilitiesOf[i]!.subarray(0, 3)) {
        if (open[N + h] === 0) continue;
        const g = this.worthiest(i, isRecovery);
        if (g < 0) continue;
        const to = routes.place[at + q]! - N;
        if (curve[g * F + to]! < 0) continue;
        let stay = model.setup[i]!;
        take.fill(0, 0, S);
        const count = Math.min(most, routes.left[g]!, caps[place[g]!]!);
        take[g - g0] = count;
        stay += count * loading[g]!;
        const there = left + usual[before * P + N + h]! + model.unload[h]! + usual[(N + h) * P + i]!;
        const arriveNext = Math.max(there, begin) + stay + usual[i * P + next]!;
        if (arriveNext > latest) continue;
        const shift = Math.max(0, arriveNext - oldStart);
        const minute = Math.min(horizon - 1, routes.start[at + q]! + shift);
        const gain =
          count * curves[curve[g * F + to]!]![minute]! - (this.lossRate[row + p]! + minuteCost) * shift;
        consider(p, 2, h, gain);
        break;
      }
    }
    if (found === 0) return false;
    routes.count(k, -1);
    const worth = routes.values[k]!;
    const oldEnd = n === 0 ? model.free[k]! : routes.end[k]!;
    for (let t = 0; t < found; t++) {
      const one = top[t]!;
      if (one.gain + 1 < into.gain) break;
      const position = this.build(one);
      const value = routes.run(k);
      if (value < 0) continue;
      const minutes = routes.trial.end - oldEnd;
      const gain = value - worth - minuteCost * Math.max(0, minutes);
      if (gain <= into.gain) continue;
      into.gain = gain;
      into.minutes = minutes;
      into.team = k;
      into.site = i;
      into.position = one.position;
      into.way = one.way;
      into.facility = one.facility;
      into.take.set(one.take);
      into.start = routes.trial.start[position]!;
      into.late = routes.trial.lateLeave[position]!;
    }
    routes.count(k, 1);
    return into.gain > 0;
  }

  private freeBetween(row: number, from: number, to: number, caps: readonly [number, number, number]) {
    const room = [0, 0, 0];
    for (let c = 0; c < 3; c++) {
      let most = 0;
      for (let r = from; r <= to; r++) most = Math.max(most, this.held[(row + r) * 3 + c]!);
      room[c] = caps[c]! - most;
    }
    return room;
  }

  private worthiest(i: number, isRecovery: boolean): number {
    const { first, place } = this.model;
    for (let g = first[i]!; g < first[i + 1]!; g++)
      if ((place[g] === 2) === isRecovery && this.routes.left[g]! > 0) return g;
    return -1;
  }

  /** Writes a candidate into the trial; answers the place of its visit. */
  private build({ team: k, site, position, way, facility, take }: Candidate): number {
    const { model, routes } = this;
    const { N, S } = model;
    const trial = routes.toTrial(k);
    if (way === 3) {
      for (let j = 0; j < S; j++) trial.load[position * S + j]! += take[j]!;
      return position;
    }
    const more = way === 0 ? 1 : 2;
    open(trial, position, more, S);
    const here = way === 2 ? position + 1 : position;
    trial.place[here] = site;
    for (let j = 0; j < S; j++) trial.load[here * S + j] = take[j]!;
    if (more === 2) trial.place[way === 2 ? position : position + 1] = N + facility;
    return here;
  }

  /** Puts a candidate in; false where it does not fit any more. */
  put(one: Candidate): boolean {
    const { routes, model } = this;
    const k = one.team;
    const g0 = model.first[one.site]!;
    for (let j = 0; j < model.first[one.site + 1]! - g0; j++)
      if (one.take[j]! > routes.left[g0 + j]!) return false;
    routes.count(k, -1);
    this.build(one);
    const value = routes.run(k);
    if (value < 0) {
      routes.count(k, 1);
      return false;
    }
    for (let j = 0; j < model.first[one.site + 1]! - g0; j++) routes.left[g0 + j]! -= one.take[j]!;
    routes.put(k, value);
    this.dropIdle(k);
    return true;
  }

  /** Takes out facilities where nobody is unloaded. */
  dropIdle(k: number): void {
    const { routes, model } = this;
    const { N, S } = model;
    const at = k * width;
    let idle = false;
    for (let p = 0; p < routes.len[k]!; p++)
      if (routes.place[at + p]! >= N && routes.unloaded[at + p] === 0) idle = true;
    if (!idle) return;
    const trial = routes.toTrial(k);
    let kept = 0;
    for (let p = 0; p < trial.n; p++) {
      if (trial.place[p]! >= N && routes.unloaded[at + p] === 0) continue;
      trial.place[kept] = trial.place[p]!;
      for (let j = 0; j < S; j++) trial.load[kept * S + j] = trial.load[p * S + j]!;
      kept++;
    }
    trial.n = kept;
    routes.count(k, -1);
    const value = routes.run(k);
    if (value >= routes.values[k]!) routes.put(k, value);
    else routes.count(k, 1);
  }

  /**
   * Sees that a site is cleared, and that both sides' liaisons are there, so that it can be visited; where they have to be
   * brought first, the visit is put in with them. False where it cannot be had.
   */
  openSite(i: number, kinds: readonly number[], one: Candidate): boolean {
    const { model, routes } = this;
    if (model.clear[i]! >= 0 && routes.clearedBy[i]! < 0 && !this.bring(i, clearance, 2)) return false;
    if (model.joint[i] === 0) return true;
    const missing = [0, 1].filter((s) => routes.presentBy[2 * i + s]! < 0);
    if (missing.length === 0) return true;
    // as if they were there: whoever comes, they come in time for him
    for (const s of missing) {
      routes.presentFrom[2 * i + s] = 0;
      routes.presentUntil[2 * i + s] = never;
    }
    const wanted = this.bestOfAll(i, kinds, one);
    for (const s of missing) {
      routes.presentFrom[2 * i + s] = never;
      routes.presentUntil[2 * i + s] = -1;
    }
    if (!wanted) return false;
    const brought: number[] = [];
    routes.joinUntil[i] = one.start;
    routes.hold[i] = one.late;
    for (const s of missing) if (this.bring(i, liaison, s)) brought.push(s);
    if (brought.length < missing.length) {
      routes.joinUntil[i] = never;
      routes.hold[i] = -1;
      // as early as they can come
      for (const s of missing) if (!brought.includes(s) && !this.bring(i, liaison, s)) return false;
      return true;
    }
    if (this.put(one)) return true;
    routes.joinUntil[i] = never;
    routes.hold[i] = -1;
    return true;
  }

  /** The best visit at a site by any team of these kinds. */
  bestOfAll(i: number, kinds: readonly number[], into: Candidate): boolean {
    const { model } = this;
    let best = 0;
    const other = this.spare;
    for (let k = 0; k < model.K; k++) {
      if (!kinds.includes(model.kind[k]!) || !this.isWanted(i, model.kind[k]!)) continue;
      if (!this.best(k, i, other) || other.gain <= best) continue;
      best = other.gain;
      copyCandidate(other, into);
    }
    return best > 0;
  }
  private readonly spare: Candidate = candidateOf(64);

  // Sends a clearance team or a side's liaison there, where it costs least or is soonest.
  private bring(i: number, kind: number, side: number): boolean {
    const { model, routes, random } = this;
    const { S } = model;
    const isSoon = random.next() < 0.5;
    let best = never;
    let [team, position] = [-1, -1];
    for (let k = 0; k < model.K; k++) {
      if (model.kind[k] !== kind || !model.usable[k] || model.open[k]![i] === 0) continue;
      if (kind === liaison && model.side[k] !== side) continue;
      const n = routes.len[k]!;
      for (let p = 0; p <= n; p++) {
        const trial = routes.toTrial(k);
        open(trial, p, 1, S);
        trial.place[p] = i;
        if (routes.run(k) < 0) continue;
        const cost = isSoon ? trial.lateStart[p]! : trial.end - (n === 0 ? model.free[k]! : routes.end[k]!);
        const noisy = cost * (0.8 + 0.4 * random.next());
        if (noisy >= best) continue;
        best = noisy;
        team = k;
        position = p;
      }
    }
    if (team < 0) return false;
    const trial = routes.toTrial(team);
    open(trial, position, 1, S);
    trial.place[position] = i;
    const [join, hold] = [routes.joinUntil[i]!, routes.hold[i]!];
    routes.put(team, routes.run(team));
    if (kind === liaison) {
      // whoever it is that they wait for is not in yet
      routes.joinUntil[i] = Math.min(join, routes.joinUntil[i]!);
      routes.hold[i] = Math.max(hold, routes.hold[i]!);
    }
    return true;
  }

  /** Sends clearance and liaisons home from sites that nobody visits. */
  dropSupport(i: number): void {
    const { model, routes } = this;
    if (model.clear[i]! < 0 && model.joint[i] === 0) return;
    for (let k = 0; k < model.K; k++)
      if (model.kind[k]! < clearance && routes.firstStart[k * model.N + i]! < never) return;
    for (const s of [0, 1]) {
      const by = routes.presentBy[2 * i + s]!;
      if (by >= 0 && by < model.K) this.removeVisits(by, (place) => place === i);
    }
    const by = routes.clearedBy[i]!;
    if (by >= 0 && by < model.K) this.removeVisits(by, (place) => place === i);
  }

  /** Takes visits out of a route, and facilities that have no use then. */
  removeVisits(k: number, goes: (place: number, position: number) => boolean): boolean {
    const { model, routes } = this;
    const { N, S, first } = model;
    const trial = routes.toTrial(k);
    const isLoading = model.kind[k]! < clearance;
    let kept = 0;
    const gone: number[] = [];
    for (let p = 0; p < trial.n; p++) {
      const i = trial.place[p]!;
      if (i < N && goes(i, p)) {
        if (isLoading)
          for (let j = 0; j < first[i + 1]! - first[i]!; j++)
            routes.left[first[i]! + j]! += trial.load[p * S + j]!;
        gone.push(i);
        continue;
      }
      trial.place[kept] = i;
      for (let j = 0; j < S; j++) trial.load[kept * S + j] = trial.load[p * S + j]!;
      kept++;
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
    if (value < 0) {
      // so can what is left be too late, and by a queue at a facility: all goes that can
      for (let p = 0; p < trial.n; p++) {
        const i = trial.place[p]!;
        if (i >= N) continue;
        if (isLoading)
          for (let j = 0; j < first[i + 1]! - first[i]!; j++)
            routes.left[first[i]! + j]! += trial.load[p * S + j]!;
        gone.push(i);
      }
      const facilities: number[] = [];
      for (let p = 0; p < trial.n; p++) if (trial.place[p]! >= N) facilities.push(trial.place[p]!);
      trial.n = facilities.length;
      facilities.forEach((place, p) => {
        trial.place[p] = place;
      });
      value = routes.run(k);
      if (value < 0 && model.base[k]!.board.length === 0) {
        trial.n = 0;
        value = routes.run(k);
      }
      if (value < 0) {
        // who is on board could not be brought anywhere: all stays as it was
        const at = k * width;
        for (let p = 0; p < routes.len[k]!; p++) {
          const i = routes.place[at + p]!;
          if (i >= N || !gone.includes(i)) continue;
          for (let j = 0; j < first[i + 1]! - first[i]!; j++)
            routes.left[first[i]! + j]! -= routes.load[(at + p) * S + j]!;
        }
        routes.count(k, 1);
        return false;
      }
    }
    routes.put(k, value);
    this.dropIdle(k);
    if (isLoading) for (const i of gone) this.dropSupport(i);
    return true;
  }
}

export function candidateOf(S: number): Candidate {
  return {
    gain: -1,
    minutes: 0,
    team: -1,
    site: -1,
    position: 0,
    way: 0,
    facility: -1,
    take: new Int32Array(S),
    start: 0,
    late: 0,
  };
}

export function copyCandidate(from: Candidate, to: Candidate): void {
  to.gain = from.gain;
  to.minutes = from.minutes;
  to.team = from.team;
  to.site = from.site;
  to.position = from.position;
  to.way = from.way;
  to.facility = from.facility;
  for (let j = 0; j < to.take.length; j++) to.take[j] = from.take[j]!;
  to.start = from.start;
  to.late = from.late;
}

/** Makes room for so many stops. */
function open(trial: Trial, position: number, more: number, S: number): void {
  for (let p = trial.n - 1; p >= position; p--) {
    trial.place[p + more] = trial.place[p]!;
    for (let j = 0; j < S; j++) trial.load[(p + more) * S + j] = trial.load[p * S + j]!;
  }
  trial.n += more;
  for (let q = position * S; q < (position + more) * S; q++) trial.load[q] = 0;
}

export const bothKinds = [medical, recovery] as const;
