import { lanesOf } from "#plan/lanes";
import { type Model, recovery } from "../search/model.ts";
import { type Course, courseOf } from "./courses.ts";
import { entrySize, type Lanes } from "./lanes.ts";
import { Loads } from "./loads.ts";
import { lots, noPick, Picks } from "./picks.ts";
import { type Reach, reachOf } from "./reach.ts";
import { type Visit, visitsOf } from "./visits.ts";

/** No way: so little that nothing added makes it more than nothing, and so much that nothing added makes it wrap. */
const none = -1_000_000_000;
/** So many who are carried past a facility are counted with their places; more are as many. */
const carriedMost = 4;
/** Numbers in the tables of one team, at most: else fewer of those who are carried on are counted. */
const tableMost = 40_000_000;

/**
 * The most that one team can gain on any way of its own at given prices, by going backwards through its duty step by step.
 * A trip goes from a facility over sites to a facility that is chosen when it begins. Who lies and is carried past it keeps his place
 * until the next, and then has none. What is relaxed, always to the good, beside what `reachOf` and `courseOf` say: who waits on
 * board loses what the least falling would; a site can be visited again; who sits has no place once he is carried past a facility.
 */
export class TeamBound {
  private readonly reach: Reach;
  private readonly courses: readonly Course[];
  private readonly visits: readonly (readonly Visit[])[];
  private readonly picks: Picks;
  // who is on board: so many lie, of whom so many are to be carried past the facility; a cell has a stretch of rows for each, a row for so many who
  // sit, and in it a number for each facility that the trip ends at
  private readonly loads: Loads;
  private readonly wide: number;
  private readonly width: number;
  private readonly cellSize: number;
  private readonly lanes: Lanes;
  // steps that are kept: all, or as many as the longest leg or stay
  private readonly ring: number;
  // where in the lanes begin, by step and site: cells of being ready to leave it (those of being there stand first), and rows of what so many of a lot are worth
  private readonly off: number;
  private readonly picked: number;
  private readonly pickedFrom: readonly (readonly number[])[];
  private readonly pickedSize: number;
  // by visit: pairs of places in cells, of what is on board before it and after it
  private readonly pairs: ReadonlyMap<Visit, { readonly at: number; readonly many: number }>;
  // rows, by how many are carried on; and lists
  private readonly rest: number;
  private readonly loss: number;
  private readonly more: number;
  private readonly row: number;
  private readonly filling: number;
  private readonly list: number;
  // by facility, step and how many are carried on: ready to leave it
  private readonly free: Int32Array;
  // by site: the last step in which a visit can begin
  private readonly lastAt: Int32Array;

  /** With `isTold` the way that gains most can be counted. */
  constructor(model: Model, k: number, step: number, isExact: boolean, isTold: boolean) {
    const reach = reachOf(model, k, step, isExact);
    const { T, hubs, sites, room } = reach;
    this.reach = reach;
    this.courses = hubs.map((_, to) => courseOf(reach, to));
    this.wide = room[1] + 1;
    this.width = 4 * Math.ceil(hubs.length / 4);
    const kept = isTold ? T + 2 : Math.min(T + 2, 2 + longest(reach));
    const sizeWith = (carried: number) =>
      2 * kept * sites.length * new Loads(room[0], carried).all.length * this.wide * this.width;
    let carried = model.kind[k] === recovery ? 0 : Math.min(carriedMost, room[0]);
    while (carried > 0 && sizeWith(carried) > tableMost) carried--;
    this.loads = new Loads(room[0], carried);
    this.cellSize = this.loads.all.length * this.wide * this.width;
    this.ring = kept;
    this.picks = new Picks(reach, this.courses, carried > 0);
    this.visits = sites.map((_, a) => visitsOf(reach, this.picks, a));
    let size = 0;
    const part = (length: number) => {
      size += length;
      return size - length;
    };
    this.pickedFrom = sites.map((_, a) =>
      lots.map((lot) => part((this.picks.most(a, lot) + 1) * this.width)),
    );
    this.pickedSize = size;
    size = 0;
    part(this.ring * sites.length * this.cellSize);
    this.off = part(this.ring * sites.length * this.cellSize);
    this.picked = part(this.ring * this.pickedSize);
    this.rest = part((carried + 1) * this.width);
    [this.loss, this.more, this.row] = [part(this.width), part(this.width), part(this.width)];
    this.filling = part(2 * this.loads.all.length);
    this.list = part(Math.max(sites.length, ...this.visits.map((all) => entrySize * all.length)));
    const alike = new Map<string, { at: number; many: number; list: readonly number[] }>();
    this.pairs = new Map(
      this.visits.flat().map((visit) => {
        const key = visit.many.join();
        const list = alike.get(key)?.list ?? this.pairsOf(visit);
        const one = alike.get(key) ?? { at: part(list.length), many: list.length / 2, list };
        alike.set(key, one);
        return [visit, one];
      }),
    );
    this.lanes = lanesOf(size);
    const { numbers } = this.lanes;
    numbers.fill(none, 0, this.picked);
    numbers.fill(noPick, this.picked, this.rest);
    for (let t = 0; t < this.ring; t++)
      for (const a of sites.keys())
        for (const lot of lots)
          numbers.fill(0, this.pickedAt(a, t, lot), this.pickedAt(a, t, lot) + this.width);
    numbers.fill(none, this.rest, this.loss);
    for (const [n, { lie, past }] of this.loads.all.entries())
      numbers.set([4 * (this.rest + past * this.width), lie], this.filling + 2 * n);
    for (const { at, list } of alike.values()) numbers.set(list, at);
    this.free = new Int32Array(hubs.length * (T + 1) * (carried + 1));
    this.lastAt = Int32Array.from(reach.until, (until) => until.findLastIndex((minute) => minute >= 0));
  }

  // Places of loads before a visit, and after it, as addresses in a cell.
  private pairsOf({ many: [here, past, sit] }: Visit): readonly number[] {
    const stretch = this.wide * this.width;
    return this.loads.all.flatMap((load, n) => {
      const then = this.loads.at(load.lie + here + past, load.past + past);
      return then < 0 ? [] : [4 * n * stretch, 4 * (then * stretch + sit * this.width)];
    });
  }

  /**
   * The most at these prices, of groups and then of beds; `usage` grows by what is taken of each on the way that gains it.
   */
  gain(prices: Int32Array, usage?: Int32Array): number {
    const { reach, lanes, cellSize } = this;
    const { T, hubs, sites, fromStart, until, ready } = reach;
    const n = sites.length;
    if (n === 0 || hubs.length === 0) return 0;
    this.picks.setPrices(prices);
    const after = this.cell(0, T + 1);
    lanes.numbers.fill(none, after, after + n * cellSize);
    let best = 0;
    let first: Place | undefined;
    // what stands here is the value and what those on board would lose until the last minute: so waiting and driving change nothing
    for (let t = T; t >= 0; t--) {
      const now = this.cell(0, t);
      const later = this.cell(0, t + 1);
      lanes.numbers.copyWithin(now, later, later + n * cellSize);
      for (let a = 0; a < n; a++) {
        if (until[a]![t]! < 0) continue;
        for (const lot of lots)
          this.picks.write(lanes.numbers, this.pickedAt(a, t, lot), this.width, a, t, lot);
        if (t >= ready[a]!) this.serve(a, t);
      }
      for (let a = 0; a < n; a++) this.leave(a, t);
      for (let a = 0; a < n; a++) {
        if (fromStart[a] !== t) continue;
        for (let to = 0; to < hubs.length; to++) {
          const value = lanes.numbers[this.cell(a, t) + to]!;
          if (value <= best) continue;
          best = value;
          first = { to, a, t };
        }
      }
      for (let e = 0; e < hubs.length; e++) this.setOut(e, t);
    }
    if (usage && first) this.count(first, usage);
    return best;
  }

  // Where the cell of being at a site at a step begins.
  private cell(a: number, t: number): number {
    return ((t % this.ring) * this.reach.sites.length + a) * this.cellSize;
  }

  private pickedAt(a: number, t: number, lot: number): number {
    return this.picked + (t % this.ring) * this.pickedSize + this.pickedFrom[a]![lot]!;
  }

  // Every number of persons that a site can be left with.
  private serve(a: number, t: number): void {
    const { lanes, width, off } = this;
    const { numbers } = lanes;
    const visits = this.visits[a]!;
    let entry = this.list;
    for (let v = 0; v < visits.length; v++) {
      const visit = visits[v]!;
      if (!this.fits(a, t, visit)) continue;
      const leaves = t + visit.slots;
      const pairs = this.pairs.get(visit)!;
      numbers[entry++] = 4 * (off + this.cell(a, leaves));
      for (const lot of lots)
        numbers[entry++] = 4 * (this.pickedAt(a, leaves, lot) + visit.many[lot] * width);
      numbers[entry++] = 4 * pairs.at;
      numbers[entry++] = pairs.many;
      numbers[entry++] = this.wide - visit.many[2];
    }
    lanes.serve(this.cell(a, t), width, this.list, (entry - this.list) / entrySize, noPick);
  }

  private fits(a: number, t: number, { slots, minutes }: Visit): boolean {
    return t + slots <= this.reach.T && t * this.reach.step + minutes <= this.reach.until[a]![t]!;
  }

  // From a site at a step: to the facility, or to another site.
  private leave(a: number, t: number): void {
    const { reach, lanes, cellSize, free, rest, loss, more, courses, lastAt, width } = this;
    const { carried } = this.loads;
    const { numbers } = lanes;
    const [n, H, T] = [reach.sites.length, reach.hubs.length, reach.T];
    const cell = this.off + this.cell(a, t);
    if (reach.until[a]![t]! < 0) {
      numbers.fill(none, cell, cell + cellSize);
      return;
    }
    for (let to = 0; to < H; to++) {
      const unloaded = t + reach.toHub[a * H + to]!;
      const from = (to * (T + 1) + unloaded) * (carried + 1);
      for (let past = 0; past <= carried; past++)
        numbers[rest + past * width + to] = unloaded <= T ? free[from + past]! : none;
      const minute = Math.min(reach.model.horizon, t * reach.step + reach.rideTo[a * H + to]!);
      numbers[loss + to] = courses[to]!.losses[0][minute]!;
      numbers[more + to] = courses[to]!.losses[1][minute]!;
    }
    lanes.fill(cell, this.wide, width, this.filling, this.loads.all.length, loss, more);
    const onward = reach.onward[a]!;
    let many = 0;
    for (let q = 0; q < onward.length; q++) {
      const b = onward[q]!;
      const there = t + reach.legs[a * n + b]!;
      if (there <= lastAt[b]!) numbers[this.list + many++] = 4 * this.cell(b, there);
    }
    lanes.best(cell, cellSize, this.list, many, 0);
  }

  // From a facility at a step with some who are carried on: home, straight to another facility, or for another trip.
  private setOut(e: number, t: number): void {
    const { reach, free, lastAt, list, lanes } = this;
    const { carried } = this.loads;
    const [n, H, T] = [reach.sites.length, reach.hubs.length, reach.T];
    let many = 0;
    for (let b = 0; b < n; b++) {
      const there = t + reach.fromHub[e * n + b]!;
      if (there <= lastAt[b]!) lanes.numbers[list + many++] = 4 * this.cell(b, there);
    }
    let straight = none;
    for (let to = 0; carried > 0 && to < H; to++) {
      const there = t + reach.toNext[e * H + to]!;
      if (to !== e && there <= T)
        straight = Math.max(straight, free[(to * (T + 1) + there) * (carried + 1)]!);
    }
    const at = (e * (T + 1) + t) * (carried + 1);
    for (let past = 0; past <= carried; past++) {
      const without = past > 0 ? straight : t <= reach.lastHome[e]! ? 0 : none;
      free[at + past] = Math.max(without, many === 0 ? none : this.mostOfTrips(e, t, past, many));
    }
  }

  // The most of all trips from a facility to the sites that stand in the list.
  private mostOfTrips(e: number, t: number, past: number, many: number): number {
    const { lanes, list, row, width } = this;
    const { numbers } = lanes;
    const H = this.reach.hubs.length;
    numbers.fill(none, row, row + width);
    lanes.best(row, width, list, many, this.rowOf(past, 0, 0));
    let most = none;
    for (let to = 0; to < H; to++)
      if (past === 0 || to !== e) most = Math.max(most, numbers[row + to]! - this.costOf(e, t, to, past));
    if (past === 0) return most;
    // where he was not treated he is not the next time
    numbers.fill(none, row, row + width);
    lanes.best(row, width, list, many, this.rowOf(past, past, 0));
    return Math.max(most, numbers[row + e]! - this.costOf(e, t, e, past));
  }

  // What those lose at least who are carried on, of what is added back when they are unloaded: they cannot come sooner than straight.
  private costOf(e: number, t: number, to: number, past: number): number {
    if (past === 0) return 0;
    const { reach, courses } = this;
    const minute = (t + 1) * reach.step - 1 + reach.between[e * reach.hubs.length + to]!;
    return past * courses[to]!.losses[0][Math.min(reach.model.horizon, minute)]!;
  }

  // The trip from a facility at a step with some who are carried on that is worth so much.
  private tripFrom(
    e: number,
    t: number,
    past: number,
    worth: number,
  ): (Place & { past: number }) | undefined {
    const { reach, lastAt, lanes } = this;
    const [n, H] = [reach.sites.length, reach.hubs.length];
    for (let to = 0; to < H; to++) {
      const on = to === e ? past : 0;
      const row = this.rowOf(past, on, 0) + to;
      for (let b = 0; b < n; b++) {
        const there = t + reach.fromHub[e * n + b]!;
        if (there > lastAt[b]!) continue;
        if (lanes.numbers[this.cell(b, there) + row]! - this.costOf(e, t, to, past) === worth)
          return { to, a: b, t: there, past: on };
      }
    }
    return undefined;
  }

  // Where a row begins in a cell.
  private rowOf(lie: number, past: number, sit: number): number {
    return (this.loads.at(lie, past) * this.wide + sit) * this.width;
  }

  // Goes the way that gains most once more, and counts whom it takes.
  private count(first: Place, usage: Int32Array): void {
    const { reach, free, off, lastAt, width } = this;
    const { carried } = this.loads;
    const { numbers } = this.lanes;
    const [n, H, T] = [reach.sites.length, reach.hubs.length, reach.T];
    let { to, a, t } = first;
    let [lie, past, sit] = [0, 0, 0];
    for (;;) {
      const row = this.rowOf(lie, past, sit) + to;
      const value = numbers[this.cell(a, t) + row]!;
      while (t < T && numbers[this.cell(a, t + 1) + row]! === value) t++;
      const visit = this.visits[a]!.find((one) => {
        const [here, on, more] = one.many;
        const then = this.loads.at(lie + here + on, past + on);
        if (!this.fits(a, t, one) || then < 0 || sit + more >= this.wide) return false;
        let sum = numbers[off + this.cell(a, t + one.slots) + (then * this.wide + sit + more) * width + to]!;
        for (const lot of lots)
          sum += numbers[this.pickedAt(a, t + one.slots, lot) + one.many[lot] * width + to]!;
        return sum === value;
      });
      if (!visit) return;
      t += visit.slots;
      for (const lot of lots) this.picks.take(a, t, to, lot, visit.many[lot], usage);
      lie += visit.many[0] + visit.many[1];
      past = Math.min(carried, past + visit.many[1]);
      sit += visit.many[2];
      const then = this.rowOf(lie, past, sit) + to;
      const rest = numbers[off + this.cell(a, t) + then]!;
      const from = a;
      const next = reach.onward[a]!.find((b) => {
        const there = t + reach.legs[from * n + b]!;
        return there <= lastAt[b]! && numbers[this.cell(b, there) + then] === rest;
      });
      if (next !== undefined) {
        t += reach.legs[a * n + next]!;
        a = next;
        continue;
      }
      t += reach.toHub[a * H + to]!;
      for (;;) {
        const goal = free[(to * (T + 1) + t) * (carried + 1) + past]!;
        if (past === 0 && goal <= 0) return;
        const trip = this.tripFrom(to, t, past, goal);
        if (trip) {
          [lie, sit] = [past, 0];
          ({ to, a, t, past } = trip);
          break;
        }
        // straight to another facility
        const e = to;
        const other = reach.hubs.findIndex((_, h) => {
          const there = t + reach.toNext[e * H + h]!;
          return h !== e && there <= T && free[(h * (T + 1) + there) * (carried + 1)] === goal;
        });
        if (other < 0) return;
        t += reach.toNext[e * H + other]!;
        to = other;
        past = 0;
      }
    }
  }
}

/** A site at a step, with the facility that the trip ends at. */
type Place = { readonly to: number; readonly a: number; readonly t: number };

// The most steps of a leg or a stay.
function longest({ legs, toHub, fromHub, toNext, slots, groups, model, sites }: Reach): number {
  let most = 1;
  for (const list of [legs, toHub, fromHub, toNext]) for (const one of list) most = Math.max(most, one);
  for (const [a, those] of groups.entries()) {
    const all = those.reduce((sum, g) => sum + model.count[g]! * model.loading[g]!, model.setup[sites[a]!]!);
    most = Math.max(most, slots(all));
  }
  return most;
}
