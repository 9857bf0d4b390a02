import type { Random } from "#base";
import type { Finder } from "./finder.ts";
import { clearance, type Model, never } from "./model.ts";
import { lighten, removeVisits } from "./remove.ts";
import type { Routes } from "./routes.ts";
import { width } from "./trial.ts";

/** So many minutes sooner can somebody come than where he was taken out. */
const sooner = 240;

/** However large a case is: what is put in again at once is little. */
const fewTeams = 4;
const fewStops = 8;

/** Takes parts of the routes of some kinds of teams out: visits near one another, stretches, whole trips, or what is at one time. */
export class Ruin {
  private readonly model: Model;
  private readonly routes: Routes;
  private readonly finder: Finder;
  private readonly random: Random;
  private readonly stamp: Int32Array;
  private readonly marked: Int32Array;
  private now = 0;
  /** Somewhat before the first minute at which somebody was whom the last ruin took out. */
  since = 0;
  private gone: number[] = [];
  private kinds: readonly number[] = [];
  private working: number[] = [];

  constructor(finder: Finder, random: Random) {
    const { model } = finder.routes;
    this.model = model;
    this.routes = finder.routes;
    this.finder = finder;
    this.random = random;
    this.stamp = new Int32Array(model.N);
    this.marked = new Int32Array(model.N);
  }

  /** Answers the sites where something has been taken out, and some others where somebody is left. */
  run(kinds: readonly number[]): readonly number[] {
    const { model, random } = this;
    this.now++;
    this.gone = [];
    this.since = never;
    this.kinds = kinds;
    this.working.length = 0;
    for (let k = 0; k < model.K; k++)
      if (kinds.includes(model.kind[k]!) && this.routes.len[k]! > 0) this.working.push(k);
    if (this.working.length > 0) {
      if (random.next() < 0.3) this.lighter();
      const kind = random.below(20);
      if (kind < 3) this.supported();
      else if (kind < 9) this.near();
      else if (kind < 16) this.stretches();
      else if (kind < 18) this.atOneTime();
      else this.anywhere();
    }
    this.since = this.since === never ? 0 : Math.max(0, this.since - sooner);
    this.unvisited();
    return this.gone;
  }

  private note(i: number, start = never): void {
    this.since = Math.min(this.since, start);
    if (this.stamp[i] === this.now) return;
    this.stamp[i] = this.now;
    this.gone.push(i);
  }

  private remove(k: number, goes: (i: number, p: number) => boolean): void {
    const gone: number[] = [];
    const { routes } = this;
    const isGoing = (i: number, p: number) => {
      const is = goes(i, p);
      if (is) this.note(i, routes.start[k * width + p]!);
      return is;
    };
    if (removeVisits(routes, k, isGoing, gone)) for (const i of gone) this.note(i);
  }

  // Who waits for a stretch of what a clearance team or liaison does, so that it can be done in another order.
  private supported(): void {
    const { model, routes, random } = this;
    const teams: number[] = [];
    for (let k = 0; k < model.K; k++) if (model.kind[k]! >= clearance && routes.len[k]! > 0) teams.push(k);
    if (teams.length === 0) {
      this.near();
      return;
    }
    const k = random.pick(teams);
    const n = routes.len[k]!;
    const length = 1 + random.below(Math.min(2, n));
    const from = random.below(n - length + 1);
    for (let p = from; p < from + length; p++) this.marked[routes.place[k * width + p]!] = this.now;
    // all kinds: none is served where nobody clears
    for (let other = 0; other < model.K; other++)
      if (model.kind[other]! < clearance && routes.len[other]! > 0)
        this.remove(other, (i) => this.marked[i] === this.now);
  }

  // Some persons of a few visits alone, so that others can have their places, beds and minutes.
  private lighter(): void {
    const { model, routes, random } = this;
    const { S, N, first } = model;
    for (let more = 1 + random.below(6); more > 0; more--) {
      const k = random.pick(this.working);
      const n = routes.len[k]!;
      if (n === 0) continue;
      const p = random.below(n);
      const i = routes.place[k * width + p]!;
      if (i >= N) continue;
      const j = random.below(first[i + 1]! - first[i]!);
      const from = (k * width + p) * S;
      let loaded = 0;
      for (let q = 0; q < S; q++) loaded += routes.load[from + q]!;
      const many = routes.load[from + j]!;
      // whoever is there alone goes with the whole visit
      const gone = random.next() < 0.6 && many < loaded ? many : Math.min(1, loaded - 1, many);
      if (gone <= 0) continue;
      const start = routes.start[k * width + p]!;
      if (lighten(routes, k, p, j, gone)) this.note(i, start);
    }
  }

  private near(): void {
    const { model, random } = this;
    const { N } = model;
    const near = model.near[random.below(N)]!;
    const many = 1 + random.below(Math.min(5, Math.max(4, N >> 2)));
    let found = 0;
    for (let r = 0; r < near.length && found < many; r++) {
      if (random.next() < 0.15) continue;
      this.marked[near[r]!] = this.now;
      this.note(near[r]!);
      found++;
    }
    const isAll = random.below(3) > 0;
    for (const k of this.working)
      if (isAll || random.next() < 0.5) this.remove(k, (i) => this.marked[i] === this.now);
  }

  // Of one or two routes; sometimes whole trips, from one facility to another.
  private stretches(): void {
    const { model, routes, random } = this;
    const cut = 1 + random.below(2);
    for (let r = 0; r < cut; r++) {
      const k = random.pick(this.working);
      const n = routes.len[k]!;
      if (n === 0) continue;
      let length = 1 + random.below(Math.min(6, n));
      let from = random.below(n - length + 1);
      if (random.next() < 0.4) {
        while (from > 0 && routes.place[k * width + from - 1]! < model.N) from--;
        while (from + length < n && routes.place[k * width + from + length - 1]! < model.N) length++;
      }
      const kept = random.next() < 0.3 ? 0.3 : 0;
      const start = from;
      const until = from + length;
      this.remove(k, (_, p) => p >= start && p < until && random.next() >= kept);
    }
  }

  // What a few teams do at one time.
  private atOneTime(): void {
    const { model, routes, random } = this;
    const minute = random.below(model.horizon);
    const span = 30 + random.below(120);
    const share = Math.min(1, fewTeams / this.working.length);
    for (const k of this.working) {
      if (random.next() >= share) continue;
      this.remove(k, (_, p) => {
        const start = routes.start[k * width + p]!;
        return start >= minute && start < minute + span;
      });
    }
  }

  private anywhere(): void {
    let stops = 0;
    for (const k of this.working) stops += this.routes.len[k]!;
    const share = Math.min(0.12, fewStops / stops) * (0.25 + 0.75 * this.random.next());
    for (const k of this.working) this.remove(k, () => this.random.next() < share);
  }

  // Some of those where somebody is left, most of them near what has been taken out.
  private unvisited(): void {
    const { model, random, finder } = this;
    const centre = this.gone.length > 0 ? random.pick(this.gone) : random.below(model.N);
    const near = model.near[centre]!;
    for (let more = 1 + random.below(4); more > 0; more--) {
      const i = random.next() < 0.6 ? near[random.below(Math.min(20, near.length))]! : random.below(model.N);
      for (const kind of this.kinds) if (finder.isWanted(i, kind)) this.note(i);
    }
  }
}
