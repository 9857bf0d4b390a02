import type { Course } from "./courses.ts";
import type { Reach } from "./reach.ts";

/** A number of persons that is not to be had. */
export const noPick = -1_050_000_000;

/** Who lies and is treated where the trip ends, who lies and is carried past it, and who sits. */
export const lots = [0, 1, 2] as const;
export type LotKind = (typeof lots)[number];

/** Those of a site of one kind, with all beds that they can have: by facility that the trip ends at, then by group. */
type Lot = {
  readonly groups: Int32Array;
  readonly counts: Int32Array;
  /** The most that one visit takes. */
  readonly most: number;
  /** By facility: where its entries begin. */
  readonly from: Int32Array;
  /** By entry: which of the groups, and where the price of its bed stands. */
  readonly of: Int32Array;
  readonly bed: Int32Array;
  /** By entry: what group and bed cost at the prices of now. */
  readonly cost: Int32Array;
  /** By step of leaving the site, then by entry: millionths for one person; below 0 where he cannot be taken. */
  readonly worth: Int32Array;
};

/** Whom a team picks at a site at given prices: of each number of persons of a lot, those who are worth most. */
export class Picks {
  private readonly lots: readonly (readonly Lot[])[];
  private readonly reach: Reach;
  private readonly courses: readonly Course[];
  // the best first: which group of the lot, its entry, and its worth less what it costs
  private readonly group: Int32Array;
  private readonly entry: Int32Array;
  private readonly net: Int32Array;

  /** With `isPast` they are told apart who are carried past the facility; else they are with those who are treated there. */
  constructor(reach: Reach, courses: readonly Course[], isPast: boolean) {
    const { model, groups } = reach;
    this.reach = reach;
    this.courses = courses;
    this.lots = groups.map((all) => lots.map((kind) => lotOf(reach, courses, all, kind, isPast)));
    [this.group, this.entry, this.net] = [0, 1, 2].map(() => new Int32Array(model.S)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
  }

  /** The most of a lot that one visit to site `a` takes. */
  most(a: number, kind: LotKind): number {
    return this.lots[a]![kind]!.most;
  }

  /** Prices of groups, and then of beds. */
  setPrices(prices: Int32Array): void {
    for (const { groups, of, bed, cost } of this.lots.flat())
      for (let e = 0; e < cost.length; e++) cost[e] = prices[groups[of[e]!]!]! + prices[bed[e]!]!;
  }

  /**
   * What 0, 1, 2 … of a lot are worth that leave site `a` at step `t` for each facility, less what is added back when they are unloaded:
   * a row of `lanes` numbers for each.
   */
  write(into: Int32Array, at: number, lanes: number, a: number, t: number, kind: LotKind): void {
    const { reach, courses, group, net } = this;
    const lot = this.lots[a]![kind]!;
    const { most, counts } = lot;
    if (most === 0) return;
    const H = courses.length;
    const { horizon } = reach.model;
    for (let to = 0; to < H; to++) {
      const minute = Math.min(horizon, t * reach.step + reach.rideTo[a * H + to]!);
      const loss = courses[to]!.losses[kind === 2 ? 1 : 0][minute]!;
      let sum = 0;
      let many = 0;
      for (let n = 0, those = this.rank(lot, t, to); n < those; n++)
        for (let one = counts[group[n]!]!; one > 0 && many < most; one--) {
          sum += net[n]! - loss;
          into[at + ++many * lanes + to] = sum;
        }
      while (many < most) into[at + ++many * lanes + to] = noPick;
    }
  }

  /** Counts the best so many of a lot that leave a site at a step for a facility. */
  take(a: number, t: number, to: number, kind: LotKind, many: number, usage: Int32Array): void {
    const lot = this.lots[a]![kind]!;
    let left = many;
    for (let n = 0, those = this.rank(lot, t, to); n < those && left > 0; n++) {
      const count = Math.min(left, lot.counts[this.group[n]!]!);
      usage[lot.groups[this.group[n]!]!]! += count;
      usage[lot.bed[this.entry[n]!]!]! += count;
      left -= count;
    }
  }

  // Groups of a lot that leave at a step, as far as they are worth it, the best first; how many they are.
  private rank({ from, of, cost, worth }: Lot, t: number, to: number): number {
    const { group, entry, net } = this;
    const until = from[to + 1]!;
    const row = t * cost.length;
    let many = 0;
    for (let e = from[to]!; e < until; ) {
      const q = of[e]!;
      let [most, best] = [0, -1];
      for (; e < until && of[e] === q; e++) {
        const value = worth[row + e]!;
        if (value >= 0 && value - cost[e]! > most) {
          most = value - cost[e]!;
          best = e;
        }
      }
      if (best < 0) continue;
      let n = many++;
      for (; n > 0 && net[n - 1]! < most; n--) {
        net[n] = net[n - 1]!;
        group[n] = group[n - 1]!;
        entry[n] = entry[n - 1]!;
      }
      net[n] = most;
      group[n] = q;
      entry[n] = best;
    }
    return many;
  }
}

function lotOf(
  reach: Reach,
  courses: readonly Course[],
  all: readonly number[],
  kind: LotKind,
  isPast: boolean,
): Lot {
  const { model, T, room } = reach;
  const groups = Int32Array.from(all.filter((g) => (model.place[g] === 1) === (kind === 2)));
  const counts = groups.map((g) => model.count[g]!);
  const entries = courses.flatMap(({ ends }, to) =>
    [...groups].flatMap((g, q) =>
      (ends[g] ?? [])
        .filter(({ isCarried }) => kind === 2 || (isPast && isCarried) === (kind === 1))
        .map(({ bed, worth }) => ({ to, q, bed, worth })),
    ),
  );
  const worth = new Int32Array((T + 1) * entries.length);
  for (const [e, one] of entries.entries())
    for (let t = 0; t <= T; t++) worth[t * entries.length + e] = one.worth(t);
  const manyTo = (to: number) => {
    const those = new Set(entries.filter((one) => one.to === to).map(({ q }) => q));
    return [...those].reduce((sum, q) => sum + counts[q]!, 0);
  };
  return {
    groups,
    counts,
    most: Math.min(room[kind === 2 ? 1 : 0], Math.max(0, ...courses.map((_, to) => manyTo(to)))),
    from: Int32Array.from(
      { length: courses.length + 1 },
      (_, to) => entries.filter((one) => one.to < to).length,
    ),
    of: Int32Array.from(entries, ({ q }) => q),
    bed: Int32Array.from(entries, ({ bed }) => bed),
    cost: new Int32Array(entries.length),
    worth,
  };
}
