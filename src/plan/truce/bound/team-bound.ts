import { type Model, recovery } from "../search/model.ts";
import { type Course, courseOf } from "./courses.ts";
import type { Lanes } from "./lanes.ts";
import { Layout } from "./layout.ts";
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
  // who is on board: so many lie, of whom so many are to be carried past the facility; a cell has for each number of those who sit a row
  // for each of these loads, and in it a number for each facility that the trip ends at
  private readonly loads: Loads;
  private readonly wide: number;
  private readonly width: number;
  private readonly cellSize: number;
  private readonly lanes: Lanes;
  // the most steps of a leg or a stay: what is farther on than that is not looked at
  private readonly far: number;
  // steps that have a place, all or some; and the one that has the first of them
  private readonly kept: number;
  private begin = 0;
  // where in the lanes begin, by step and site: cells of being there, cells of being ready to leave it, and rows of what so many of a lot are
  // worth; and by step, how many are carried on, and facility: being ready to leave it
  private readonly there: number;
  private readonly off: number;
  private readonly picked: number;
  private readonly free: number;
  // rows: of unloading at each facility, by how many are carried on; and of trips, by the load that they begin with
  private readonly rest: number;
  private readonly row: number;
  // lists: what fills a cell; by site of which facilities it is filled, where a team goes from there, and its visits, the shortest first;
  // by facility where trips go from there
  private readonly filling: number;
  private readonly restOf: readonly number[];
  private readonly onward: readonly number[];
  private readonly visiting: readonly number[];
  private readonly trips: readonly number[];
  // by site and step: how many of its visits can begin then
  private readonly fitting: readonly Uint16Array[];

  /** With `isTold` the way that gains most can be counted. */
  constructor(model: Model, k: number, step: number, isExact: boolean, isTold: boolean) {
    const reach = reachOf(model, k, step, isExact);
    const { T, hubs, sites, room } = reach;
    const [n, H] = [sites.length, hubs.length];
    this.reach = reach;
    this.courses = hubs.map((_, to) => courseOf(reach, to));
    this.wide = room[1] + 1;
    this.width = 4 * Math.ceil(H / 4);
    this.far = longest(reach);
    const sizeWith = (carried: number) =>
      2 * ((isTold ? T : this.far) + 2) * n * new Loads(room[0], carried).all.length * this.wide * this.width;
    let carried = model.kind[k] === recovery ? 0 : Math.min(carriedMost, room[0]);
    while (carried > 0 && sizeWith(carried) > tableMost) carried--;
    this.loads = new Loads(room[0], carried);
    this.cellSize = this.loads.all.length * this.wide * this.width;
    this.kept = Math.min(T + 1, isTold ? T + 1 : Math.ceil(this.far / 2)) + this.far;
    const layout = new Layout();
    this.there = layout.part(this.kept * n * this.cellSize);
    this.off = layout.part(this.kept * n * this.cellSize);
    this.picks = new Picks(reach, this.courses, carried > 0, this.width, layout);
    this.picked = layout.part(this.kept * this.picks.size);
    this.free = layout.part((T + 1 + this.far) * (carried + 1) * this.width);
    this.rest = layout.part((carried + 1) * this.width);
    this.row = layout.part((2 * carried + 1) * this.width);
    this.filling = layout.put(
      this.loads.all.flatMap(({ lie, past }) => [4 * (this.rest + past * this.width), lie]),
    );
    // lanes beyond the last facility are like it
    const facilities = Array.from({ length: this.width }, (_, lane) => Math.min(lane, H - 1));
    const upTo = (most: number) => Array.from({ length: most + 1 }, (_, q) => q);
    this.restOf = sites.map((_, a) =>
      layout.put(
        upTo(carried).flatMap((past) =>
          facilities.map((to) => 4 * this.freeAt(to, reach.toHub[a * H + to]!, past)),
        ),
      ),
    );
    const cells = (from: Int32Array, those: readonly number[], first: number) =>
      layout.put(inFours(those).map((b) => 4 * (from[first + b]! * n + b) * this.cellSize));
    this.onward = sites.map((_, a) => cells(reach.legs, [...reach.onward[a]!], a * n));
    this.trips = hubs.map((_, e) => cells(reach.fromHub, [...sites.keys()], e * n));
    this.visits = sites.map((_, a) => visitsOf(reach, this.picks, a));
    const alike = new Map<string, readonly [at: number, many: number]>();
    const pairsOf = (visit: Visit) => {
      const key = visit.many.join();
      const list = alike.has(key) ? [] : this.pairsOf(visit);
      const pairs = alike.get(key) ?? ([4 * layout.put(list), list.length / 2] as const);
      alike.set(key, pairs);
      return pairs;
    };
    const shortestFirst = this.visits.map((all) => all.toSorted((one, other) => one.minutes - other.minutes));
    this.visiting = shortestFirst.map((all, a) =>
      layout.put(
        all.flatMap((visit) => [
          4 * (this.off - this.there + visit.slots * n * this.cellSize),
          ...lots.map(
            (lot) => 4 * (visit.slots * this.picks.size + this.picks.rowOf(a, lot, visit.many[lot])),
          ),
          ...pairsOf(visit),
          this.wide - visit.many[2],
        ]),
      ),
    );
    this.fitting = shortestFirst.map((all, a) =>
      Uint16Array.from({ length: T + 1 }, (_, t) => {
        const many = t < reach.ready[a]! ? 0 : all.findIndex((visit) => !this.fits(a, t, visit));
        return many < 0 ? all.length : many;
      }),
    );
    this.lanes = layout.lanes();
    this.lanes.numbers.fill(none, this.there, this.off);
    this.lanes.numbers.fill(none, this.free, this.rest);
  }

  // Places of loads before a visit, and after it, as addresses in a cell.
  private pairsOf({ many: [here, past, sit] }: Visit): readonly number[] {
    return this.loads.all.flatMap((load, n) => {
      const lie = load.lie + here + past;
      return this.loads.at(lie, load.past + past) < 0
        ? []
        : [4 * n * this.width, 4 * this.rowOf(lie, load.past + past, sit)];
    });
  }

  /**
   * The most at these prices, of groups and then of beds; `usage` grows by what is taken of each on the way that gains it.
   */
  gain(prices: Int32Array, usage?: Int32Array): number {
    const { reach, lanes, cellSize, picks } = this;
    const { T, hubs, sites, fromStart, until } = reach;
    const n = sites.length;
    if (n === 0 || hubs.length === 0) return 0;
    picks.setPrices(prices, lanes.numbers);
    this.begin = T + 1 + this.far - this.kept;
    lanes.numbers.fill(none, this.cell(0, T + 1), this.off);
    let best = 0;
    let first: Place | undefined;
    // what stands here is the value and what those on board would lose until the last minute: so waiting and driving change nothing
    for (let t = T; t >= 0; t--) {
      if (t < this.begin) this.move();
      const now = this.cell(0, t);
      lanes.numbers.copyWithin(now, now + n * cellSize, now + 2 * n * cellSize);
      for (let a = 0; a < n; a++) {
        const many = this.fitting[a]![t]!;
        if (many > 0) this.serve(a, t, many);
      }
      for (let a = 0; a < n; a++) if (until[a]![t]! >= 0) this.leave(a, t);
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

  // Steps that are still looked at go to the end of their places.
  private move(): void {
    const { lanes, there, off, picked, far, kept } = this;
    const size = this.reach.sites.length * this.cellSize;
    for (const [at, each] of [
      [there, size],
      [off, size],
      [picked, this.picks.size],
    ] as const)
      lanes.numbers.copyWithin(at + (kept - far) * each, at, at + far * each);
    this.begin -= kept - far;
  }

  // Where the cell of being at a site at a step begins, and that of being ready to leave it.
  private cell(a: number, t: number): number {
    return this.there + ((t - this.begin) * this.reach.sites.length + a) * this.cellSize;
  }

  private leaving(a: number, t: number): number {
    return this.cell(a, t) + this.off - this.there;
  }

  private pickedAt(t: number): number {
    return this.picked + (t - this.begin) * this.picks.size;
  }

  private freeAt(to: number, t: number, past: number): number {
    return this.free + (t * (this.loads.carried + 1) + past) * this.width + to;
  }

  // Where a row begins in a cell.
  private rowOf(lie: number, past: number, sit: number): number {
    return (sit * this.loads.all.length + this.loads.at(lie, past)) * this.width;
  }

  private fits(a: number, t: number, { slots, minutes }: Visit): boolean {
    const { T, until, step } = this.reach;
    const leaves = t + slots;
    return leaves <= T && until[a]![leaves]! >= 0 && t * step + minutes <= until[a]![t]!;
  }

  // Every number of persons that a site can be left with.
  private serve(a: number, t: number, many: number): void {
    const apart = this.loads.all.length * this.width;
    this.lanes.serve(this.cell(a, t), this.pickedAt(t), apart, this.width, this.visiting[a]!, many, noPick);
  }

  // From a site at a step: to the facility, or to another site.
  private leave(a: number, t: number): void {
    const { lanes, picks, loads, rest, width, wide, cellSize } = this;
    const many = loads.all.length;
    picks.write(lanes, this.pickedAt(t), a, t);
    const from = this.freeAt(0, t, 0) - this.free;
    lanes.gather(rest, (loads.carried + 1) * width, this.restOf[a]!, from);
    const cell = this.leaving(a, t);
    lanes.fill(cell, wide, many * width, width, this.filling, many, picks.losses, picks.losses + width);
    lanes.best(cell, cellSize, this.onward[a]!, this.reach.onward[a]!.length, this.cell(0, t));
  }

  // From a facility at a step with some who are carried on: home, straight to another facility, or for another trip.
  private setOut(e: number, t: number): void {
    const { reach, lanes, row, width } = this;
    const { numbers } = lanes;
    const { carried } = this.loads;
    const H = reach.hubs.length;
    // a row for each load that a trip can begin with
    const size = (2 * carried + 1) * width;
    numbers.fill(none, row, row + size);
    lanes.best(row, size, this.trips[e]!, reach.sites.length, this.cell(0, t));
    let straight = none;
    for (let to = 0; carried > 0 && to < H; to++)
      if (to !== e)
        straight = Math.max(straight, numbers[this.freeAt(to, t + reach.toNext[e * H + to]!, 0)]!);
    for (let past = 0; past <= carried; past++)
      numbers[this.freeAt(e, t, past)] = past > 0 ? straight : t <= reach.lastHome[e]! ? 0 : none;
    for (let to = 0; to < H; to++) {
      const loss = this.lossOf(e, t, to);
      for (let past = 0; past <= carried; past++) {
        const free = this.freeAt(e, t, past);
        const value = numbers[row + this.rowOf(past, to === e ? past : 0, 0) + to]! - past * loss;
        if (value > numbers[free]!) numbers[free] = value;
      }
    }
  }

  // What one who is carried on loses at least, of what is added back when he is unloaded: he cannot come sooner than straight.
  private lossOf(e: number, t: number, to: number): number {
    const { reach, courses } = this;
    const minute = (t + 1) * reach.step - 1 + reach.between[e * reach.hubs.length + to]!;
    return courses[to]!.losses[0][Math.min(reach.model.horizon, minute)]!;
  }

  // The trip from a facility at a step with some who are carried on that is worth so much.
  private tripFrom(
    e: number,
    t: number,
    past: number,
    worth: number,
  ): (Place & { past: number }) | undefined {
    const { reach, lanes } = this;
    const [n, H] = [reach.sites.length, reach.hubs.length];
    for (let to = 0; to < H; to++) {
      const on = to === e ? past : 0;
      const row = this.rowOf(past, on, 0) + to;
      for (let b = 0; b < n; b++) {
        const there = t + reach.fromHub[e * n + b]!;
        if (lanes.numbers[this.cell(b, there) + row]! - past * this.lossOf(e, t, to) === worth)
          return { to, a: b, t: there, past: on };
      }
    }
    return undefined;
  }

  // Goes the way that gains most once more, and counts whom it takes.
  private count(first: Place, usage: Int32Array): void {
    const { reach, picks } = this;
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
        if (!this.fits(a, t, one) || lie + here + on > reach.room[0] || sit + more >= this.wide) return false;
        const leaves = t + one.slots;
        let sum = numbers[this.leaving(a, leaves) + this.rowOf(lie + here + on, past + on, sit + more) + to]!;
        for (const lot of lots)
          sum += numbers[this.pickedAt(leaves) + picks.rowOf(a, lot, one.many[lot]) + to]!;
        return sum === value;
      });
      if (!visit) return;
      t += visit.slots;
      for (const lot of lots) picks.take(a, t, to, lot, visit.many[lot], usage);
      lie += visit.many[0] + visit.many[1];
      past = Math.min(carried, past + visit.many[1]);
      sit += visit.many[2];
      const then = this.rowOf(lie, past, sit) + to;
      const rest = numbers[this.leaving(a, t) + then]!;
      const from = a;
      const next = reach.onward[a]!.find(
        (b) => numbers[this.cell(b, t + reach.legs[from * n + b]!) + then] === rest,
      );
      if (next !== undefined) {
        t += reach.legs[a * n + next]!;
        a = next;
        continue;
      }
      t += reach.toHub[a * H + to]!;
      for (;;) {
        const goal = numbers[this.freeAt(to, t, past)]!;
        if (past === 0 && goal <= 0) return;
        const trip = this.tripFrom(to, t, past, goal);
        if (trip) {
          [lie, sit] = [past, 0];
          ({ to, a, t, past } = trip);
          break;
        }
        // straight to another facility
        const e = to;
        const other = reach.hubs.findIndex(
          (_, h) => h !== e && numbers[this.freeAt(h, t + reach.toNext[e * H + h]!, 0)] === goal,
        );
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

// Filled up with the last to a multiple of four.
function inFours(list: readonly number[]): readonly number[] {
  return Array.from(
    { length: 4 * Math.ceil(list.length / 4) },
    (_, n) => list[Math.min(n, list.length - 1)]!,
  );
}

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
