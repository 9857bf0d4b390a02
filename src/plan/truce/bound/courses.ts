import type { Reach } from "./reach.ts";

/** What a team sets out for: the next facility. Whom it does not treat is carried on from there by nobody, at once. */
export type Course = {
  /** The facility, as the reach numbers it. */
  readonly to: number;
  /** By group: the facilities that can treat him in the end. */
  readonly ends: readonly (readonly End[])[];
  /** By minute of coming to the facility: what one more who lies, and who sits, loses at least from then to the last minute. */
  readonly losses: readonly [Int32Array, Int32Array];
};

/** A facility that treats him. */
type End = {
  /** Where the price of its bed stands. */
  readonly bed: number;
  /** It is another one than the trip ends at. */
  readonly isCarried: boolean;
  /** Millionths for one person who leaves the site at a step; below 0 where he cannot be taken. */
  readonly worth: (t: number) => number;
};

export function courseOf(reach: Reach, to: number): Course {
  const { model, hubs, step } = reach;
  const { F, horizon } = model;
  const H = hubs.length;
  const treats = (e: number, g: number) => model.curve[g * F + hubs[e]!]! >= 0;
  const endsOf = (g: number) =>
    hubs.flatMap((h, e) => {
      // whom the facility treats is unloaded there
      if (!treats(e, g) || (e !== to && treats(to, g))) return [];
      const on = e === to ? 0 : model.unload[hubs[to]!]! + reach.between[to * H + e]!;
      const curve = model.curves[model.curve[g * F + h]!]!;
      const bed = model.G + h * (model.C + 1) + model.cls[g]!;
      // by the minute of coming to the facility `to`
      return [{ bed, isCarried: e !== to, chanceAt: (minute: number) => curve[minute + on] ?? -1 }];
    });
  const known = new Map(reach.groups.flat().map((g) => [g, endsOf(g)]));
  const ends: (readonly End[])[] = Array.from({ length: model.G }, () => []);
  reach.groups.forEach((groups, a) => {
    const ride = reach.rideTo[a * H + to]!;
    for (const g of groups)
      if (ride <= model.ride[g]!)
        ends[g] = known.get(g)!.map(({ bed, isCarried, chanceAt }) => ({
          bed,
          isCarried,
          worth: (t) => chanceAt(Math.min(horizon, t * step + ride)),
        }));
  });
  const lossOf = (sits: boolean) =>
    leastFalls(
      reach.groups
        .flat()
        .filter((g) => (model.place[g] === 1) === sits)
        .flatMap((g) => known.get(g)!),
      horizon,
    );
  return { to, ends, losses: [lossOf(false), lossOf(true)] };
}

// From a minute to the last, by the least falling of all.
function leastFalls(
  ends: readonly { readonly chanceAt: (minute: number) => number }[],
  horizon: number,
): Int32Array {
  const sum = new Int32Array(horizon + 1);
  const falls = new Int32Array(horizon).fill(-1);
  for (const { chanceAt } of ends) {
    let next = Math.max(0, chanceAt(horizon - 1));
    for (let minute = horizon - 2; minute >= 0; minute--) {
      const now = chanceAt(minute);
      if (now >= 0) {
        const fall = Math.max(0, now - next);
        if (falls[minute]! < 0 || fall < falls[minute]!) falls[minute] = fall;
      }
      next = Math.max(0, now);
    }
  }
  for (let minute = horizon - 2; minute >= 0; minute--)
    sum[minute] = sum[minute + 1]! + Math.max(0, falls[minute]!);
  return sum;
}
