import { clearance, liaison, type Model, never } from "./model.ts";

/** Most stops of one team. */
export const width = 160;

/** A way of one team that is being tried: its stops, what is loaded at each, and the times that came out. */
export type Trial = {
  n: number;
  /** Minute at the end. */
  end: number;
  readonly place: Int32Array;
  readonly load: Int32Array;
  readonly arrive: Int32Array;
  readonly start: Int32Array;
  readonly leave: Int32Array;
  /** The latest with gamma slow legs. */
  readonly lateStart: Int32Array;
  readonly lateLeave: Int32Array;
  /** Persons or bodies unloaded here. */
  readonly unloaded: Int32Array;
  /** By load: at which stop it is unloaded. What was on board from the beginning stands in `begunTo`. */
  readonly to: Int32Array;
  readonly begunTo: Int32Array;
};

/** Most loads on board of a team that has begun. */
export const begunMost = 32;

function trialOf(S: number): Trial {
  const row = () => new Int32Array(width);
  return {
    n: 0,
    end: 0,
    place: row(),
    load: new Int32Array(width * S),
    arrive: row(),
    start: row(),
    leave: row(),
    lateStart: row(),
    lateLeave: row(),
    unloaded: row(),
    to: new Int32Array(width * S),
    begunTo: new Int32Array(begunMost),
  };
}

/**
 * The routes of all teams with their times, and what they use of demand, beds and intake. Whatever stands here is within
 * every limit: a change is tried on a `Trial`, and put in only if it is.
 */
export class Routes {
  readonly model: Model;
  readonly trial: Trial;
  private readonly support: Trial;
  readonly all: Int32Array;
  readonly values: Float64Array;
  readonly len: Int32Array;
  readonly place: Int32Array;
  readonly load: Int32Array;
  readonly arrive: Int32Array;
  readonly start: Int32Array;
  readonly leave: Int32Array;
  readonly lateLeave: Int32Array;
  readonly unloaded: Int32Array;
  readonly to: Int32Array;
  readonly begunTo: Int32Array;
  readonly end: Int32Array;
  /** Of each group, how many nobody has taken yet. */
  readonly left: Int32Array;
  readonly bedUsed: Int32Array;
  readonly bucket: Int32Array;
  /** By team and site: first start and last leave (late), for sites where others have to be there. */
  readonly firstStart: Int32Array;
  readonly lastLeave: Int32Array;
  readonly clearedAt: Int32Array;
  readonly clearedBy: Int32Array;
  /** By site and side. */
  readonly presentFrom: Int32Array;
  readonly presentUntil: Int32Array;
  readonly presentBy: Int32Array;
  readonly clearUntil: Int32Array;
  readonly joinUntil: Int32Array;
  readonly hold: Int32Array;
  readonly version: Int32Array;
  // longest ride of those on board from the beginning: the agreed one, or the straight one where that is longer by now
  private readonly begunRide: Int32Array;
  // what the trial has used of beds and intake, to be taken back
  private readonly usedAt = new Int32Array(4096);
  private readonly usedBy = new Int32Array(4096);
  // who is on board: group, count, since when, and where it was loaded
  private readonly boardGroup = new Int32Array(512);
  private readonly boardCount = new Int32Array(512);
  private readonly boardLeave = new Int32Array(512);
  private readonly boardFrom = new Int32Array(512);

  constructor(model: Model) {
    this.model = model;
    const { K, N, F, G, S, C } = model;
    const sizes = {
      len: K,
      place: K * width,
      load: K * width * S,
      arrive: K * width,
      start: K * width,
      leave: K * width,
      lateLeave: K * width,
      unloaded: K * width,
      to: K * width * S,
      begunTo: K * begunMost,
      end: K,
      left: G,
      bedUsed: F * (C + 1),
      bucket: model.bucketAt[F]!,
      firstStart: K * N,
      lastLeave: K * N,
      clearedAt: N,
      clearedBy: N,
      presentFrom: 2 * N,
      presentUntil: 2 * N,
      presentBy: 2 * N,
      clearUntil: N,
      joinUntil: N,
      hold: N,
      version: K,
    };
    const total = Object.values(sizes).reduce((sum, one) => sum + one, 0);
    const buffer = new ArrayBuffer(8 * K + 4 * total);
    this.all = new Int32Array(buffer);
    this.values = new Float64Array(buffer, 0, K);
    let at = 8 * K;
    const part = (length: number) => {
      const array = new Int32Array(buffer, at, length);
      at += 4 * length;
      return array;
    };
    this.len = part(sizes.len);
    this.place = part(sizes.place);
    this.load = part(sizes.load);
    this.arrive = part(sizes.arrive);
    this.start = part(sizes.start);
    this.leave = part(sizes.leave);
    this.lateLeave = part(sizes.lateLeave);
    this.unloaded = part(sizes.unloaded);
    this.to = part(sizes.to);
    this.begunTo = part(sizes.begunTo).fill(-1);
    this.end = part(sizes.end);
    this.left = part(sizes.left);
    this.bedUsed = part(sizes.bedUsed);
    this.bucket = part(sizes.bucket);
    this.firstStart = part(sizes.firstStart).fill(never);
    this.lastLeave = part(sizes.lastLeave).fill(-1);
    this.clearedAt = part(sizes.clearedAt).fill(never);
    this.clearedBy = part(sizes.clearedBy).fill(-1);
    this.presentFrom = part(sizes.presentFrom).fill(never);
    this.presentUntil = part(sizes.presentUntil).fill(-1);
    this.presentBy = part(sizes.presentBy).fill(-1);
    this.clearUntil = part(sizes.clearUntil).fill(never);
    this.joinUntil = part(sizes.joinUntil).fill(never);
    this.hold = part(sizes.hold).fill(-1);
    this.version = part(sizes.version);
    this.trial = trialOf(S);
    this.support = trialOf(S);
    this.left.set(model.count);
    this.begunRide = new Int32Array(K * begunMost);
    model.base.forEach(({ board }, k) => {
      const slow = model.slow[model.profile[k]!]!;
      board.forEach(({ g, leave }, b) => {
        let soonest = never;
        for (let h = 0; h < F; h++)
          if (model.open[k]![N + h] === 1 && model.curve[g * F + h]! >= 0)
            soonest = Math.min(soonest, model.free[k]! + slow[(N + F + k) * model.P + N + h]! - leave);
        this.begunRide[k * begunMost + b] = Math.max(model.ride[g]!, soonest);
      });
    });
    this.begin();
  }

  // What has been done before: demand, beds and intake that it used, its value, who was where.
  private begin(): void {
    const { model } = this;
    const { K, C } = model;
    for (let k = 0; k < K; k++) {
      const { taken, delivered, stops } = model.base[k]!;
      for (const { g, n } of taken) this.left[g]! -= n;
      for (const { g, n, h, minute } of delivered) {
        const c = model.cls[g]!;
        this.bedUsed[h * (C + 1) + c]! += n;
        if (c < C) this.bucket[this.bucketOf(h, minute)]! += n;
      }
      for (const stop of stops) {
        if (stop.kind !== "site") continue;
        const i = model.given.sites.findIndex(({ code }) => code === stop.place);
        if (model.kind[k] === liaison) {
          const at = 2 * i + model.side[k]!;
          if (stop.leave <= (model.given.progress?.now ?? 0)) continue;
          this.presentFrom[at] = stop.start;
          this.presentUntil[at] = stop.leave;
          this.presentBy[at] = K; // he stays as long as he was to, and no longer
        }
        if (model.kind[k] !== clearance) continue;
        this.clearedAt[i] = Math.min(this.clearedAt[i]!, stop.leave);
        this.clearedBy[i] = K; // it needs nobody more
      }
    }
    for (let g = 0; g < this.left.length; g++) this.left[g] = Math.max(0, this.left[g]!);
  }

  bucketOf(h: number, minute: number): number {
    const { bucketAt, every } = this.model;
    return bucketAt[h]! + Math.floor(minute / every[h]!);
  }

  /** Millionths, bodies as `bodyWorth`. */
  get worth(): number {
    let sum = 0;
    for (let k = 0; k < this.values.length; k++) sum += this.values[k]!;
    return sum;
  }

  worthOfKind(kind: number): number {
    let sum = 0;
    for (let k = 0; k < this.values.length; k++) if (this.model.kind[k] === kind) sum += this.values[k]!;
    return sum;
  }

  /** Takes the team's route into the trial, so that it can be changed there. */
  toTrial(k: number): Trial {
    const { S } = this.model;
    const { trial } = this;
    const n = this.len[k]!;
    trial.n = n;
    const at = k * width;
    for (let p = 0; p < n; p++) trial.place[p] = this.place[at + p]!;
    const from = at * S;
    for (let q = 0; q < n * S; q++) trial.load[q] = this.load[from + q]!;
    return trial;
  }

  /** Takes what the team uses of beds and intake out of the counts (`by` -1), or puts it in (1). */
  count(k: number, by: number): void {
    const { S, first } = this.model;
    if (this.model.kind[k]! >= clearance) return;
    const n = this.len[k]!;
    const at = k * width;
    for (let p = 0; p < n; p++) {
      const i = this.place[at + p]!;
      if (i >= this.model.N) continue;
      const from = first[i]!;
      const many = first[i + 1]! - from;
      for (let j = 0; j < many; j++) {
        const persons = this.load[(at + p) * S + j]!;
        if (persons > 0) this.countOne(k, from + j, persons * by, this.to[(at + p) * S + j]!);
      }
    }
    this.model.base[k]!.board.forEach(({ g, n: persons }, b) => {
      this.countOne(k, g, persons * by, this.begunTo[k * begunMost + b]!);
    });
  }

  private countOne(k: number, g: number, persons: number, to: number): void {
    const { N, C, cls } = this.model;
    if (to < 0) return; // still on board of a team that has not gone on
    const h = this.place[k * width + to]! - N;
    this.bedUsed[h * (C + 1) + cls[g]!]! += persons;
    if (cls[g]! < C) this.bucket[this.bucketOf(h, this.start[k * width + to]!)]! += persons;
  }

  /**
   * Works out the times and the worth of a trial for a team whose own use has been taken out by `count`; -1 where it
   * oversteps a limit. Everybody is unloaded at the first facility that treats him.
   */
  run(k: number, trial: Trial = this.trial): number {
    const { model } = this;
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
    const held = [0, 0, 0];
    let value = 0;
    let used = 0;
    let ok = true;
    for (const { g, n: count, leave } of begun) {
      this.boardGroup[onBoard] = g;
      this.boardCount[onBoard] = count;
      this.boardLeave[onBoard] = leave;
      this.boardFrom[onBoard] = -1 - onBoard;
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
        if (kind !== clearance && model.clear[here]! >= 0) ready = Math.max(ready, this.clearedAt[here]!);
        if (kind === clearance) stay = model.clear[here]!;
        else if (kind === liaison) hold = this.hold[here]!;
        else {
          if (model.joint[here] === 1)
            ready = Math.max(ready, this.presentFrom[2 * here]!, this.presentFrom[2 * here + 1]!);
          stay = model.setup[here]!;
          const g0 = first[here]!;
          const many = first[here + 1]! - g0;
          for (let j = 0; j < many; j++) {
            const count = trial.load[p * S + j]!;
            if (count === 0) continue;
            stay += count * loading[g0 + j]!;
            held[placeOf[g0 + j]!]! += count;
            this.boardGroup[onBoard] = g0 + j;
            this.boardCount[onBoard] = count;
            this.boardFrom[onBoard] = p * S + j;
            this.boardLeave[onBoard++] = -1;
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
        if (Math.max(late + exits[here]!, before + slowExits[here]!) > model.clearBy[here]!) {
          ok = false;
          break;
        }
        if (kind === clearance) {
          if (late > this.clearUntil[here]!) ok = false;
        } else if (kind === liaison && lateStart > this.joinUntil[here]!) ok = false;
        if (!ok) break;
        if (kind < clearance)
          for (let b = onBoard - 1; b >= 0 && this.boardLeave[b] === -1; b--) this.boardLeave[b] = l0;
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
        const g = this.boardGroup[b]!;
        const count = this.boardCount[b]!;
        const bed = h * (C + 1) + cls[g]!;
        if (curve[g * F + h]! >= 0) {
          // nobody is driven past a facility that treats him
          if (this.bedUsed[bed]! + count > model.beds[bed]!) ok = false;
          this.bedUsed[bed]! += count;
          this.usedAt[used] = bed;
          this.usedBy[used++] = count;
          if (cls[g]! < C) persons += count;
          held[placeOf[g]!]! -= count;
          // marked, worth counted when the start is known
          this.boardCount[b] = -count;
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
        let at = this.bucketOf(h, start);
        while (this.bucket[at]! + persons > most && at + 1 < model.bucketAt[h + 1]!) {
          at++;
          start = (at - model.bucketAt[h]!) * model.every[h]!;
        }
        if (start >= model.horizon) {
          ok = false;
          break;
        }
        this.bucket[at]! += persons;
        this.usedAt[used] = -1 - at;
        this.usedBy[used++] = persons;
      } else if (start >= model.horizon) {
        ok = false;
        break;
      }
      const lateStart = Math.max(aLate, start);
      let unloaded = 0;
      for (let b = 0; b < onBoard; b++) {
        const g = this.boardGroup[b]!;
        const count = this.boardCount[b]!;
        if (count > 0) {
          this.boardGroup[kept] = g;
          this.boardCount[kept] = count;
          this.boardFrom[kept] = this.boardFrom[b]!;
          this.boardLeave[kept++] = this.boardLeave[b]!;
          continue;
        }
        value -= count * curves[curve[g * F + h]!]![start]!;
        unloaded -= count;
        const loaded = this.boardFrom[b]!;
        if (loaded < 0) trial.begunTo[-1 - loaded] = p;
        else trial.to[loaded] = p;
        const most = loaded < 0 ? this.begunRide[k * begunMost - 1 - loaded]! : model.ride[g]!;
        if (lateStart - this.boardLeave[b]! > most) ok = false;
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
    while (used > 0) {
      const at = this.usedAt[--used]!;
      if (at >= 0) this.bedUsed[at]! -= this.usedBy[used]!;
      else this.bucket[-1 - at]! -= this.usedBy[used]!;
    }
    if (!ok) return -1;
    if (kind < clearance && !this.joins(k, trial)) return -1;
    return value;
  }

  // Whether liaisons can stay for as long as this trial needs them, and be there when it begins.
  private joins(k: number, trial: Trial): boolean {
    const { N, joint } = this.model;
    let isLonger = false;
    for (let p = 0; p < trial.n && !isLonger; p++) {
      const i = trial.place[p]!;
      const need = trial.lateLeave[p]!;
      isLonger =
        i < N && joint[i] === 1 && (need > this.presentUntil[2 * i]! || need > this.presentUntil[2 * i + 1]!);
    }
    if (!isLonger) return true;
    const before: [number, number, number][] = [];
    const teams = new Set<number>();
    let isFixed = false;
    for (let p = 0; p < trial.n; p++) {
      const i = trial.place[p]!;
      if (i >= N || joint[i] === 0) continue;
      if (!before.some(([site]) => site === i)) {
        before.push([i, this.hold[i]!, this.joinUntil[i]!]);
        this.withoutTeam(k, i);
      }
      this.hold[i] = Math.max(this.hold[i]!, trial.lateLeave[p]!);
      this.joinUntil[i] = Math.min(this.joinUntil[i]!, trial.start[p]!);
      for (const s of [0, 1]) {
        const by = this.presentBy[2 * i + s]!;
        if (by === this.model.K && trial.lateLeave[p]! > this.presentUntil[2 * i + s]!) isFixed = true;
        else if (by >= 0 && by < this.model.K) teams.add(by);
      }
    }
    let ok = !isFixed;
    for (const by of teams) {
      if (!ok) break;
      this.toSupport(by);
      if (this.run(by, this.support) >= 0) continue;
      ok = false;
      break;
    }
    for (const [i, hold, join] of before) {
      this.hold[i] = hold;
      this.joinUntil[i] = join;
    }
    return ok;
  }

  // How long all others need liaisons at a site, and from when.
  private withoutTeam(k: number, i: number): void {
    const { K, N, kind } = this.model;
    let [hold, join] = [-1, never];
    for (let other = 0; other < K; other++) {
      if (other === k || kind[other]! >= clearance) continue;
      hold = Math.max(hold, this.lastLeave[other * N + i]!);
      join = Math.min(join, this.firstStart[other * N + i]!);
    }
    this.hold[i] = hold;
    this.joinUntil[i] = join;
  }

  private toSupport(k: number): void {
    const n = this.len[k]!;
    this.support.n = n;
    for (let p = 0; p < n; p++) this.support.place[p] = this.place[k * width + p]!;
  }

  /** Puts a trial that has been run in. The team's use is out of the counts before, and in them after. */
  put(k: number, value: number, trial: Trial = this.trial): void {
    const { model } = this;
    const { N, S, kind } = model;
    const at = k * width;
    const old = this.len[k]!;
    const touched: number[] = [];
    const isSpecial = (i: number) => i < N && (model.joint[i] === 1 || model.clear[i]! >= 0);
    for (let p = 0; p < old; p++) {
      const i = this.place[at + p]!;
      if (!isSpecial(i)) continue;
      touched.push(i);
      this.firstStart[k * N + i] = never;
      this.lastLeave[k * N + i] = -1;
      if (kind[k] === clearance) {
        this.clearedAt[i] = never;
        this.clearedBy[i] = -1;
      } else if (kind[k] === liaison) {
        const s = 2 * i + model.side[k]!;
        this.presentFrom[s] = never;
        this.presentUntil[s] = -1;
        this.presentBy[s] = -1;
      }
    }
    const n = trial.n;
    this.len[k] = n;
    this.end[k] = trial.end;
    this.values[k] = value;
    this.version[k]!++;
    for (let p = 0; p < n; p++) {
      const i = trial.place[p]!;
      this.place[at + p] = i;
      this.arrive[at + p] = trial.arrive[p]!;
      this.start[at + p] = trial.start[p]!;
      this.leave[at + p] = trial.leave[p]!;
      this.lateLeave[at + p] = trial.lateLeave[p]!;
      this.unloaded[at + p] = i < N ? 0 : trial.unloaded[p]!;
      if (!isSpecial(i)) continue;
      touched.push(i);
      this.firstStart[k * N + i] = Math.min(this.firstStart[k * N + i]!, trial.start[p]!);
      this.lastLeave[k * N + i] = Math.max(this.lastLeave[k * N + i]!, trial.lateLeave[p]!);
      if (kind[k] === clearance) {
        this.clearedAt[i] = trial.lateLeave[p]!;
        this.clearedBy[i] = k;
      } else if (kind[k] === liaison) {
        const s = 2 * i + model.side[k]!;
        this.presentFrom[s] = trial.lateStart[p]!;
        this.presentUntil[s] = trial.leave[p]!;
        this.presentBy[s] = k;
      }
    }
    for (let q = 0; q < n * S; q++) {
      this.load[at * S + q] = trial.load[q]!;
      this.to[at * S + q] = trial.to[q]!;
    }
    for (let b = 0; b < model.base[k]!.board.length; b++) this.begunTo[k * begunMost + b] = trial.begunTo[b]!;
    this.count(k, 1);
    if (touched.length > 0) this.settle(k, touched);
  }

  // What others may not overstep at these sites, and how long liaisons stay there.
  private settle(k: number, touched: readonly number[]): void {
    const { model } = this;
    const { K, N, kind } = model;
    const again = new Set<number>();
    for (const i of touched) {
      let [clear, join, hold] = [never, never, -1];
      for (let other = 0; other < K; other++) {
        const begins = this.firstStart[other * N + i]!;
        if (begins === never || kind[other] === clearance) continue;
        clear = Math.min(clear, begins);
        if (kind[other] === liaison) continue;
        join = Math.min(join, begins);
        hold = Math.max(hold, this.lastLeave[other * N + i]!);
      }
      this.clearUntil[i] = clear;
      this.joinUntil[i] = join;
      if (kind[k]! < clearance && hold !== this.hold[i])
        for (const s of [0, 1]) {
          const by = this.presentBy[2 * i + s]!;
          if (by >= 0 && by < K) again.add(by);
        }
      this.hold[i] = hold;
    }
    for (const by of again) {
      this.toSupport(by);
      const value = this.run(by, this.support);
      // stays shorter never fail, and longer ones have been tried
      if (value >= 0) this.put(by, value, this.support);
    }
  }
}
