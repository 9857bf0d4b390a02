import type { Model } from "../search/model.ts";
import { type Course, courseOf } from "./courses.ts";
import { type Reach, reachOf } from "./reach.ts";
import { type Visit, visitsOf } from "./visits.ts";

/** No way. */
const none = -2_000_000_000;

/**
 * The most that one team can gain on any way of its own at given prices, by going backwards through its duty step by step.
 * A trip goes from a facility over sites to a facility that is chosen when it begins. What is relaxed, always to
 * the good, beside what `reachOf` and `courseOf` say: who waits on board loses what the least falling would; a site can be visited again.
 */
export class TeamBound {
  private readonly reach: Reach;
  private readonly courses: readonly Course[];
  private readonly visits: readonly (readonly Visit[])[];
  // on board: so many who lie times `wide`, and so many who sit
  private readonly wide: number;
  private readonly states: number;
  private readonly most: number;
  // steps that are kept: all, or as many as the longest leg or stay
  private readonly ring: number;
  // by course, site, step and load: at a site, and ready to leave it
  private readonly at: Int32Array;
  private readonly off: Int32Array;
  // by course, site and step: the worth of so many who lie or sit
  private readonly picked: Int32Array;
  // by facility and step: ready to leave it
  private readonly free: Int32Array;
  private prices: Int32Array = new Int32Array(0);
  // those of a site, the best first: group, whose bed, and worth less what both cost
  private readonly group: Int32Array;
  private readonly bed: Int32Array;
  private readonly net: Int32Array;

  /** With `isTold` the way that gains most can be counted. */
  constructor(model: Model, k: number, step: number, isExact: boolean, isTold: boolean) {
    const reach = reachOf(model, k, step, isExact);
    const { T, hubs, sites, room } = reach;
    this.reach = reach;
    this.courses = hubs.map((_, to) => courseOf(reach, to));
    this.visits = sites.map((_, a) => visitsOf(reach, a));
    this.wide = room[1] + 1;
    this.states = (room[0] + 1) * this.wide;
    this.most = Math.max(...room) + 1;
    this.ring = isTold ? T + 2 : Math.min(T + 2, 2 + longest(reach, this.visits));
    const cells = hubs.length * sites.length * this.ring;
    this.at = new Int32Array(cells * this.states);
    this.off = new Int32Array(cells * this.states);
    this.picked = new Int32Array(cells * 2 * this.most);
    [this.group, this.bed, this.net] = [0, 1, 2].map(() => new Int32Array(model.S)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    this.free = new Int32Array(hubs.length * (T + 1));
  }

  /**
   * The most at these prices, of groups and then of beds; `usage` grows by what is taken of each on the way that gains it.
   */
  gain(prices: Int32Array, usage?: Int32Array): number {
    const { reach, at } = this;
    const { T, hubs, sites, fromStart } = reach;
    this.prices = prices;
    at.fill(none);
    this.off.fill(none);
    let best = 0;
    let first: Place | undefined;
    // what stands here is the value and what those on board would lose until the last minute: so waiting and driving change nothing
    for (let t = T; t >= 0; t--) {
      for (let to = 0; to < hubs.length; to++)
        for (let a = 0; a < sites.length; a++) this.arrive({ to, a, t });
      for (let to = 0; to < hubs.length; to++)
        for (let a = 0; a < sites.length; a++) this.leave({ to, a, t });
      for (let e = 0; e < hubs.length; e++) this.setOut(e, t);
      for (let to = 0; to < hubs.length; to++)
        for (let a = 0; a < sites.length; a++) {
          if (fromStart[a] !== t) continue;
          const value = at[this.cell(to, a, t) * this.states]!;
          if (value <= best) continue;
          best = value;
          first = { to, a, t };
        }
    }
    if (usage && first) this.count(first, usage);
    return best;
  }

  private cell(to: number, a: number, t: number): number {
    return (to * this.reach.sites.length + a) * this.ring + (t % this.ring);
  }

  // At a site at a step: waiting, or loading from now.
  private arrive(here: Place): void {
    const { reach, states, at } = this;
    const { to, a, t } = here;
    const after = this.cell(to, a, t + 1) * states;
    at.copyWithin(this.cell(to, a, t) * states, after, after + states);
    if (reach.until[a]![t]! < 0) return;
    this.pickAll(here);
    if (t >= reach.ready[a]!) this.serve(here);
  }

  // Every number of persons that a site can be left with.
  private serve({ to, a, t }: Place): void {
    const { reach, states, wide, at, off } = this;
    const start = this.cell(to, a, t) * states;
    const [most, more] = reach.room;
    for (const visit of this.visits[a]!) {
      if (!this.fits(a, t, visit)) continue;
      const left = this.cell(to, a, t + visit.slots);
      const gain = this.worthOf(left, visit);
      if (gain === none) continue;
      const { lie, sit } = visit;
      for (let x = 0; x <= most - lie; x++) {
        let s = start + x * wide;
        let then = left * states + (x + lie) * wide + sit;
        for (const end = s + more - sit; s <= end; s++, then++) {
          const rest = off[then]!;
          if (rest > none && rest + gain > at[s]!) at[s] = rest + gain;
        }
      }
    }
  }

  private fits(a: number, t: number, { slots, minutes }: Visit): boolean {
    return t + slots <= this.reach.T && t * this.reach.step + minutes <= this.reach.until[a]![t]!;
  }

  private worthOf(cell: number, { lie, sit }: Visit): number {
    const { most, picked } = this;
    const one = picked[cell * 2 * most + lie]!;
    const other = picked[(cell * 2 + 1) * most + sit]!;
    return one === none || other === none ? none : one + other;
  }

  // From a site at a step: to the facility, or to another site.
  private leave({ to, a, t }: Place): void {
    const { reach, states, wide, at, off, free } = this;
    const [n, H, T] = [reach.sites.length, reach.hubs.length, reach.T];
    const cell = this.cell(to, a, t) * states;
    off.fill(none, cell, cell + states);
    if (reach.until[a]![t]! < 0) return;
    const unloaded = t + reach.toHub[a * H + to]!;
    const rest = unloaded <= T ? free[to * (T + 1) + unloaded]! : none;
    if (rest > none) {
      const minute = Math.min(reach.model.horizon, t * reach.step + reach.rideTo[a * H + to]!);
      const [loss, lossToo] = this.courses[to]!.losses.map((table) => table[minute]!) as [number, number]; // two tables
      for (let s = 0; s < states; s++)
        off[cell + s] = rest + Math.floor(s / wide) * loss + (s % wide) * lossToo;
    }
    for (const b of reach.onward[a]!) {
      const there = t + reach.legs[a * n + b]!;
      if (there > T) continue;
      const next = this.cell(to, b, there) * states;
      if (at[next]! === none) continue;
      for (let s = 0; s < states; s++) if (at[next + s]! > off[cell + s]!) off[cell + s] = at[next + s]!;
    }
  }

  // From a facility at a step: home, or for another trip.
  private setOut(e: number, t: number): void {
    const { reach, at } = this;
    const [n, T] = [reach.sites.length, reach.T];
    let most = t <= reach.lastHome[e]! ? 0 : none;
    for (let b = 0; b < n; b++) {
      const there = t + reach.fromHub[e * n + b]!;
      if (there > T) continue;
      for (let to = 0; to < reach.hubs.length; to++)
        most = Math.max(most, at[this.cell(to, b, there) * this.states]!);
    }
    this.free[e * (T + 1) + t] = most;
  }

  // What every number of persons is worth that leaves a site then, less what is added back when they are unloaded.
  private pickAll(here: Place): void {
    const { reach, most, picked } = this;
    const { to, a, t } = here;
    const cell = this.cell(to, a, t);
    const ride = reach.rideTo[a * reach.hubs.length + to]!;
    const minute = Math.min(reach.model.horizon, t * reach.step + ride);
    for (let sits = 0; sits < 2; sits++) {
      const base = (cell * 2 + sits) * most;
      const loss = this.courses[to]!.losses[sits]![minute]!;
      picked.fill(none, base, base + most);
      picked[base] = 0;
      let [sum, many] = [0, 0];
      for (let n = 0, those = this.rank(here, sits); n < those; n++)
        for (let one = 0; one < reach.model.count[this.group[n]!]! && many + 1 < most; one++) {
          sum += this.net[n]! - loss;
          picked[base + ++many] = sum;
        }
    }
  }

  // Groups that lie or sit and leave a site at a step, as far as they are worth it, the best first; how many they are.
  private rank({ to, a, t }: Place, sits: number): number {
    const { prices, group, bed, net } = this;
    const { place, G, C, cls } = this.reach.model;
    const { ends } = this.courses[to]!;
    const groups = this.reach.groups[a]!;
    let many = 0;
    for (let q = 0; q < groups.length; q++) {
      const g = groups[q]!;
      if ((place[g] === 1) !== (sits === 1)) continue;
      let [most, where] = [0, -1];
      const those = ends[g]!;
      for (let e = 0; e < those.length; e++) {
        const { h, worth } = those[e]!;
        const at = G + h * (C + 1) + cls[g]!;
        const one = worth[t]! - prices[g]! - prices[at]!;
        if (worth[t]! < 0 || one <= most) continue;
        most = one;
        where = at;
      }
      if (where < 0) continue;
      let n = many++;
      for (; n > 0 && net[n - 1]! < most; n--) {
        net[n] = net[n - 1]!;
        group[n] = group[n - 1]!;
        bed[n] = bed[n - 1]!;
      }
      net[n] = most;
      group[n] = g;
      bed[n] = where;
    }
    return many;
  }

  // Counts the best so many who lie or sit that leave a site at a step.
  private take(here: Place, sits: number, many: number, usage: Int32Array): void {
    let left = many;
    for (let n = 0, those = this.rank(here, sits); n < those && left > 0; n++) {
      const count = Math.min(left, this.reach.model.count[this.group[n]!]!);
      usage[this.group[n]!]! += count;
      usage[this.bed[n]!]! += count;
      left -= count;
    }
  }

  // Goes the way that gains most once more, and counts whom it takes.
  private count(first: Place, usage: Int32Array): void {
    const { reach, at, off, free, states, wide } = this;
    const [n, H, T] = [reach.sites.length, reach.hubs.length, reach.T];
    let [{ to, a, t }, s] = [first, 0];
    for (;;) {
      const value = at[this.cell(to, a, t) * states + s]!;
      while (t < T && at[this.cell(to, a, t + 1) * states + s]! === value) t++;
      const visit = this.visits[a]!.find((one) => {
        if (!this.fits(a, t, one)) return false;
        if (Math.floor(s / wide) + one.lie > reach.room[0] || (s % wide) + one.sit > reach.room[1])
          return false;
        const left = this.cell(to, a, t + one.slots);
        const [gain, rest] = [this.worthOf(left, one), off[left * states + s + one.lie * wide + one.sit]!];
        return gain !== none && rest !== none && rest + gain === value;
      });
      if (!visit) return;
      t += visit.slots;
      s += visit.lie * wide + visit.sit;
      for (const [sits, many] of [visit.lie, visit.sit].entries()) this.take({ to, a, t }, sits, many, usage);
      const rest = off[this.cell(to, a, t) * states + s]!;
      const from = a;
      const next = reach.onward[a]!.find((b) => {
        const there = t + reach.legs[from * n + b]!;
        return there <= T && at[this.cell(to, b, there) * states + s] === rest;
      });
      if (next !== undefined) {
        t += reach.legs[a * n + next]!;
        a = next;
        continue;
      }
      t += reach.toHub[a * H + to]!;
      s = 0;
      const onward = free[to * (T + 1) + t]! > 0 ? this.onwardFrom(to, t) : undefined;
      if (!onward) return;
      ({ to, a, t } = onward);
    }
  }

  // Where a facility is left for to gain most.
  private onwardFrom(e: number, t: number): Place | undefined {
    const { reach, at } = this;
    const goal = this.free[e * (reach.T + 1) + t]!;
    for (const a of reach.sites.keys()) {
      const there = t + reach.fromHub[e * reach.sites.length + a]!;
      for (const to of reach.hubs.keys())
        if (there <= reach.T && at[this.cell(to, a, there) * this.states] === goal)
          return { to, a, t: there };
    }
    return undefined;
  }
}

/** A site at a step, with the facility that the trip ends at. */
type Place = { readonly to: number; readonly a: number; readonly t: number };

// The most steps of a leg or a stay.
function longest({ legs, toHub, fromHub }: Reach, visits: readonly (readonly Visit[])[]): number {
  let most = 1;
  for (const list of [legs, toHub, fromHub, visits.flat().map(({ slots }) => slots)])
    for (const one of list) most = Math.max(most, one);
  return most;
}
