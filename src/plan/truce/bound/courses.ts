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
export type End = {
  /** Where the price of its bed stands. */
  readonly bed: number;
  /** It is another one than the trip ends at. */
  readonly isCarried: boolean;
  /** Which curve says what one person is worth, so many minutes after he leaves the site. */
  readonly curve: number;
  readonly after: number;
};

export function courseOf(reach: Reach, to: number): Course {
  const { model, hubs } = reach;
  const { F, horizon } = model;
  const H = hubs.length;
  const treats = (e: number, g: number) => model.curve[g * F + hubs[e]!]! >= 0;
  const endsOf = (g: number) =>
    hubs.flatMap((h, e) => {
      // whom the facility treats is unloaded there
      if (!treats(e, g) || (e !== to && treats(to, g))) return [];
      const on = e === to ? 0 : model.unload[hubs[to]!]! + reach.between[to * H + e]!;
      const bed = model.G + h * (model.C + 1) + model.cls[g]!;
      return [{ bed, isCarried: e !== to, curve: model.curve[g * F + h]!, on }];
    });
  const known = new Map(reach.groups.flat().map((g) => [g, endsOf(g)]));
  const ends: (readonly End[])[] = Array.from({ length: model.G }, () => []);
  reach.groups.forEach((groups, a) => {
    const ride = reach.rideTo[a * H + to]!;
    for (const g of groups)
      if (ride <= model.ride[g]!)
        ends[g] = known.get(g)!.map(({ on, ...end }) => ({ ...end, after: Math.min(horizon, ride + on) }));
  });
  const lossOf = (sits: boolean) =>
    leastFalls(
      reach.groups
        .flat()
        .filter((g) => (model.place[g] === 1) === sits)
        .flatMap((g) => known.get(g)!)
        .map(({ curve, on }) => model.curves[curve]!.subarray(on)),
      horizon,
    );
  return { to, ends, losses: [lossOf(false), lossOf(true)] };
}

// From a minute to the last, by the least falling of all.
function leastFalls(curves: readonly Int32Array[], horizon: number): Int32Array {
  const sum = new Int32Array(horizon + 1);
  const falls = new Int32Array(horizon).fill(-1);
  for (const curve of curves) {
    let next = Math.max(0, curve[horizon - 1] ?? -1);
    for (let minute = horizon - 2; minute >= 0; minute--) {
      const now = curve[minute] ?? -1;
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
