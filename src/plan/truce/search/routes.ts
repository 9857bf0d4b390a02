import { clearance, liaison, type Model, never } from "./model.ts";
import { runTrial, Scratch } from "./run.ts";
import { Shift } from "./shift.ts";
import { settle } from "./together.ts";
import { begunMost, type Trial, trialOf, usesMost, width } from "./trial.ts";

/**
 * The routes of all teams with their times, and what they use of demand, beds and intake. Whatever stands here is within
 * every limit: a change is tried on a `Trial`, and put in only if it is.
 */
export class Routes {
  readonly model: Model;
  readonly trial: Trial;
  readonly support: Trial;
  /** All that is not of one team alone, as one. */
  readonly shared: Int32Array;
  readonly values: Float64Array;
  readonly len: Int32Array;
  readonly place: Int32Array;
  readonly load: Int32Array;
  readonly arrive: Int32Array;
  readonly start: Int32Array;
  readonly leave: Int32Array;
  readonly lateLeave: Int32Array;
  readonly slack: Int32Array;
  readonly unloaded: Int32Array;
  readonly to: Int32Array;
  readonly begunTo: Int32Array;
  readonly end: Int32Array;
  /** By team: what its route uses of beds and intake, as in a trial. */
  readonly uses: Int32Array;
  readonly usedAt: Int32Array;
  readonly usedBy: Int32Array;
  readonly usesMost: number;
  /** Where beds and intake begin in `shared`. */
  readonly bedsFrom: number;
  readonly bucketsFrom: number;
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
  /** The same number never stands for two routes of a team. */
  readonly version: Int32Array;
  /** How often something has been put in. */
  versions = 0;
  /** Longest ride of those on board from the beginning: the agreed one, or the straight one where that is longer by now. */
  readonly begunRide: Int32Array;
  readonly scratch = new Scratch();
  readonly shift: Shift;

  constructor(model: Model) {
    this.model = model;
    const { K, N, F, G, S, C } = model;
    const perTeam = (length: number) => new Int32Array(K * length);
    this.values = new Float64Array(K);
    this.version = perTeam(1);
    this.len = perTeam(1);
    this.end = perTeam(1);
    this.place = perTeam(width);
    this.arrive = perTeam(width);
    this.start = perTeam(width);
    this.leave = perTeam(width);
    this.lateLeave = perTeam(width);
    this.slack = perTeam(width);
    this.unloaded = perTeam(width);
    this.load = perTeam(width * S);
    this.to = perTeam(width * S);
    this.usesMost = usesMost(S);
    this.uses = perTeam(1);
    this.usedAt = perTeam(this.usesMost);
    this.usedBy = perTeam(this.usesMost);
    this.begunTo = perTeam(begunMost).fill(-1);
    this.begunRide = perTeam(begunMost);
    this.firstStart = perTeam(N).fill(never);
    this.lastLeave = perTeam(N).fill(-1);
    const beds = F * (C + 1);
    const buckets = model.bucketAt[F]!;
    this.shared = new Int32Array(G + beds + buckets + 11 * N);
    let at = 0;
    const part = (length: number) => {
      at += length;
      return this.shared.subarray(at - length, at);
    };
    this.left = part(G);
    this.bedsFrom = at;
    this.bedUsed = part(beds);
    this.bucketsFrom = at;
    this.bucket = part(buckets);
    this.clearedAt = part(N).fill(never);
    this.clearedBy = part(N).fill(-1);
    this.presentFrom = part(2 * N).fill(never);
    this.presentUntil = part(2 * N).fill(-1);
    this.presentBy = part(2 * N).fill(-1);
    this.clearUntil = part(N).fill(never);
    this.joinUntil = part(N).fill(never);
    this.hold = part(N).fill(-1);
    this.trial = trialOf(S);
    this.support = trialOf(S);
    this.left.set(model.count);
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
    this.shift = new Shift(this);
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
    const { shared, usedAt, usedBy } = this;
    const until = k * this.usesMost + this.uses[k]!;
    for (let u = k * this.usesMost; u < until; u++) shared[usedAt[u]!]! += by * usedBy[u]!;
  }

  /** Works out a trial of a team whose own use has been taken out by `count`; -1 where it oversteps a limit. */
  run(k: number, trial: Trial = this.trial): number {
    const value = this.runShifting(k, trial);
    return trial.shifts ? -1 : value;
  }

  /** As `run`, but liaisons may be wanted for longer than they can stay; `shifts` of the trial tells so. */
  runShifting(k: number, trial: Trial = this.trial): number {
    return runTrial(this, k, trial);
  }

  /** Puts a trial that has been run in. The team's use is out of the counts before, and in them after. */
  put(k: number, value: number, trial: Trial = this.trial): void {
    const { model } = this;
    const { N, S, kind } = model;
    const at = k * width;
    const old = this.len[k]!;
    const touched: number[] = [];
    const since: number[] = [];
    const isSpecial = (i: number) => i < N && (model.joint[i] === 1 || model.clear[i]! >= 0);
    for (let p = 0; p < old; p++) {
      const i = this.place[at + p]!;
      if (!isSpecial(i) || touched.includes(i)) continue;
      touched.push(i);
      since.push(this.firstStart[k * N + i]!, this.lastLeave[k * N + i]!);
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
    this.version[k] = ++this.versions;
    for (let p = 0; p < n; p++) {
      const i = trial.place[p]!;
      this.place[at + p] = i;
      this.arrive[at + p] = trial.arrive[p]!;
      this.start[at + p] = trial.start[p]!;
      this.leave[at + p] = trial.leave[p]!;
      this.lateLeave[at + p] = trial.lateLeave[p]!;
      this.slack[at + p] = trial.slack[p]!;
      this.unloaded[at + p] = i < N ? 0 : trial.unloaded[p]!;
      if (!isSpecial(i)) continue;
      if (!touched.includes(i)) {
        touched.push(i);
        since.push(never, -1);
      }
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
    this.uses[k] = trial.uses;
    for (let u = 0; u < trial.uses; u++) {
      this.usedAt[k * this.usesMost + u] = trial.usedAt[u]!;
      this.usedBy[k * this.usesMost + u] = trial.usedBy[u]!;
    }
    this.count(k, 1);
    // where nobody's times have changed all others stay
    const changed = touched.filter(
      (i, t) =>
        kind[k]! >= clearance ||
        since[2 * t] !== this.firstStart[k * N + i]! ||
        since[2 * t + 1] !== this.lastLeave[k * N + i]!,
    );
    if (changed.length > 0) settle(this, k, changed);
  }
}
