import type { Course, End } from "./courses.ts";
import type { Lanes } from "./lanes.ts";
import type { Layout } from "./layout.ts";
import type { Reach } from "./reach.ts";

/** A number of persons that is not to be had. */
export const noPick = -1_050_000_000;

/** Who lies and is treated where the trip ends, who lies and is carried past it, and who sits. */
export const lots = [0, 1, 2] as const;
export type LotKind = (typeof lots)[number];

/** Those of a site of one kind. */
type Lot = {
  readonly kind: LotKind;
  readonly groups: readonly LotGroup[];
  /** The most that one visit takes. */
  readonly most: number;
};

type LotGroup = {
  readonly g: number;
  readonly count: number;
  /** All beds that they can have, by facility that the trip ends at. */
  readonly ends: readonly (readonly End[])[];
  /** Rows that hold an end for each facility. */
  readonly rows: number;
};

/** Where in the lanes what `pick` reads begins, and how far on in what it writes. */
type Place = {
  readonly kind: LotKind;
  readonly most: number;
  readonly list: number;
  readonly many: number;
  readonly worth: number;
  readonly cost: number;
  readonly to: number;
};

/** Whom a team picks at a site at given prices: of each number of persons of a lot, those who are worth most. */
export class Picks {
  /** Numbers that are written for a site's steps together: the first row is that of nobody. */
  readonly size: number;
  /** Where `write` puts what one more who lies, and then who sits, loses at least once unloaded; and then worths. */
  readonly losses: number;
  private readonly lots: readonly (readonly Lot[])[];
  private readonly reach: Reach;
  private readonly width: number;
  private prices: Int32Array = new Int32Array();
  // by site: how many rows are read by the minute, where the list of their places begins; and of lots with anybody
  private readonly sites: readonly { rows: number; list: number; lots: readonly Place[] }[];
  // what is paid for: where its cost stands, and of which group and bed
  private readonly paid: readonly { readonly at: number; readonly g: number; readonly bed: number }[];

  /** With `isPast` they are told apart who are carried past the facility; else they are with those who are treated there. */
  constructor(reach: Reach, courses: readonly Course[], isPast: boolean, width: number, layout: Layout) {
    const { model, groups, hubs, rideTo, T, step } = reach;
    const H = hubs.length;
    this.reach = reach;
    this.width = width;
    this.lots = groups.map((all) => lots.map((kind) => lotOf(reach, courses, all, kind, isPast)));
    const rowsOf = (theirs: readonly Lot[]) =>
      theirs.flatMap((lot) => lot.groups).reduce((sum, { rows }) => sum + rows, 2);
    this.losses = layout.part(width * Math.max(0, ...this.lots.map(rowsOf)));
    // by the minute, from any that a step is at to any that a way from there comes to
    const stretch = (list: Int32Array, beyond: number) => {
      const all = new Int32Array(T * step + model.horizon + 1).fill(beyond);
      all.set(list.subarray(0, all.length));
      return layout.put(all);
    };
    const nobody = stretch(new Int32Array(), -1);
    const curves = new Map<number, number>();
    const worthAt = (end: End | undefined) => {
      if (!end) return nobody;
      const at = curves.get(end.curve) ?? stretch(model.curves[end.curve]!, -1);
      curves.set(end.curve, at);
      return at + end.after;
    };
    const falls = courses.map(({ losses }) => losses.map((list) => stretch(list, 0)));
    // lanes beyond the last facility are like it
    const facilities = Array.from({ length: width }, (_, lane) => Math.min(lane, H - 1));
    const paid: { at: number; g: number; bed: number }[] = [];
    let to = width;
    this.sites = this.lots.map((theirs, a) => {
      const places = [0, 1].flatMap((sits) =>
        facilities.map((e) => falls[e]![sits]! + Math.min(model.horizon, rideTo[a * H + e]!)),
      );
      const costs = layout.part(width * rowsOf(theirs));
      const placed = theirs.map(({ kind, groups, most }): Place => {
        const [worth, cost] = [this.losses + places.length, costs + places.length];
        for (const { g, ends, rows } of groups)
          for (let row = 0; row < rows; row++)
            for (const e of facilities) {
              const end = ends[e]![row];
              if (end) paid.push({ at: costs + places.length, g, bed: end.bed });
              places.push(worthAt(end));
            }
        const list = layout.put(groups.flatMap(({ count, rows }) => [count, rows]));
        to += most * width;
        return { kind, most, list, many: groups.length, worth, cost, to: to - most * width };
      });
      return {
        rows: places.length / width,
        list: layout.put(places.map((place) => 4 * place)),
        lots: placed,
      };
    });
    this.size = to;
    this.paid = paid;
  }

  /** The most of a lot that one visit to site `a` takes. */
  most(a: number, kind: LotKind): number {
    return this.lots[a]![kind]!.most;
  }

  /** How far on in what is written the row of so many of a lot begins. */
  rowOf(a: number, kind: LotKind, many: number): number {
    return many === 0 ? 0 : this.sites[a]!.lots[kind]!.to + (many - 1) * this.width;
  }

  /** Prices of groups, and then of beds: none is below 0. */
  setPrices(prices: Int32Array, numbers: Int32Array): void {
    this.prices = prices;
    for (const { at, g, bed } of this.paid) numbers[at] = prices[g]! + prices[bed]!;
  }

  /**
   * What 1, 2 … of each lot are worth that leave site `a` at step `t` for each facility, less what is added back when they are unloaded:
   * a row for each.
   */
  write(lanes: Lanes, at: number, a: number, t: number): void {
    const { losses, width } = this;
    const { rows, list, lots } = this.sites[a]!;
    lanes.gather(losses, rows * width, list, t * this.reach.step);
    for (let n = 0; n < lots.length; n++) {
      const { kind, most, list, many, worth, cost, to } = lots[n]!;
      const loss = kind === 2 ? losses + width : losses;
      if (most > 0) lanes.pick(at + to, most, width, list, many, worth, cost, loss, noPick);
    }
  }

  /** Counts the best so many of a lot that leave a site at a step for a facility. */
  take(a: number, t: number, to: number, kind: LotKind, many: number, usage: Int32Array): void {
    const { reach, prices } = this;
    const { curves } = reach.model;
    const best = this.lots[a]![kind]!.groups.map(({ g, count, ends }) => {
      let [most, bed] = [0, -1];
      for (const end of ends[to]!) {
        const net = (curves[end.curve]![t * reach.step + end.after] ?? -1) - prices[g]! - prices[end.bed]!;
        if (net > most) [most, bed] = [net, end.bed];
      }
      return { g, count, most, bed };
    });
    let left = many;
    for (const { g, count, bed } of best.toSorted((one, other) => other.most - one.most)) {
      const taken = Math.min(left, count);
      if (taken === 0 || bed < 0) return;
      usage[g]! += taken;
      usage[bed]! += taken;
      left -= taken;
    }
  }
}

function lotOf(
  { model, room }: Reach,
  courses: readonly Course[],
  all: readonly number[],
  kind: LotKind,
  isPast: boolean,
): Lot {
  const groups = all
    .filter((g) => (model.place[g] === 1) === (kind === 2))
    .map((g): LotGroup => {
      const ends = courses.map((course) =>
        (course.ends[g] ?? []).filter(
          ({ isCarried }) => kind === 2 || (isPast && isCarried) === (kind === 1),
        ),
      );
      return { g, count: model.count[g]!, ends, rows: Math.max(...ends.map(({ length }) => length)) };
    })
    .filter(({ rows }) => rows > 0);
  const manyTo = (to: number) =>
    groups.reduce((sum, { count, ends }) => sum + (ends[to]!.length > 0 ? count : 0), 0);
  return {
    kind,
    groups,
    most: Math.min(room[kind === 2 ? 1 : 0], Math.max(0, ...courses.map((_, to) => manyTo(to)))),
  };
}
