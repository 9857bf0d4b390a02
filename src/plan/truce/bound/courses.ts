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

/** A facility of the model, and by step of leaving the site millionths for one person; below 0 where he cannot be taken. */
type End = { readonly h: number; readonly worth: Int32Array };

export function courseOf(reach: Reach, to: number): Course {
  const { model, hubs, T, step } = reach;
  const { F, horizon } = model;
  const H = hubs.length;
  const treats = (e: number, g: number) => model.curve[g * F + hubs[e]!]! >= 0;
  // by the minute of coming to the facility, and by where he is treated then
  const chancesOf = (g: number) =>
    hubs.flatMap((h, e) => {
      // whom the facility treats is unloaded there
      if (!treats(e, g) || (e !== to && treats(to, g))) return [];
      const on = e === to ? 0 : model.unload[hubs[to]!]! + reach.between[to * H + e]!;
      const curve = model.curves[model.curve[g * F + h]!]!;
      return [
        { h, chance: Int32Array.from({ length: horizon + 1 }, (_, minute) => curve[minute + on] ?? -1) },
      ];
    });
  const chances = new Map(reach.groups.flat().map((g) => [g, chancesOf(g)]));
  const ends: (readonly End[])[] = Array.from({ length: model.G }, () => []);
  reach.groups.forEach((groups, a) => {
    const ride = reach.rideTo[a * H + to]!;
    for (const g of groups)
      if (ride <= model.ride[g]!)
        ends[g] = chances.get(g)!.map(({ h, chance }) => ({
          h,
          worth: Int32Array.from({ length: T + 1 }, (_, t) => chance[Math.min(horizon, t * step + ride)]!),
        }));
  });
  const lossOf = (sits: boolean) =>
    leastFalls(
      reach.groups
        .flat()
        .filter((g) => (model.place[g] === 1) === sits)
        .flatMap((g) => chances.get(g)!.map(({ chance }) => chance)),
      horizon,
    );
  return { to, ends, losses: [lossOf(false), lossOf(true)] };
}

// From a minute to the last, by the least falling of all.
function leastFalls(chances: readonly Int32Array[], horizon: number): Int32Array {
  const sum = new Int32Array(horizon + 1);
  for (let minute = horizon - 2; minute >= 0; minute--) {
    let least = Number.POSITIVE_INFINITY;
    for (const chance of chances)
      if (chance[minute]! >= 0)
        least = Math.min(least, Math.max(0, chance[minute]! - Math.max(0, chance[minute + 1]!)));
    sum[minute] = sum[minute + 1]! + (Number.isFinite(least) ? least : 0);
  }
  return sum;
}
