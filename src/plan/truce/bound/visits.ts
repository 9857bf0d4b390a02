import type { Reach } from "./reach.ts";

/** How many are loaded at one visit, lying and sitting, and how long that takes at least. */
export type Visit = {
  readonly lie: number;
  readonly sit: number;
  readonly minutes: number;
  readonly slots: number;
};

/** Every number of persons that a team can leave a site with. */
export function visitsOf({ model, room, slots, sites, groups }: Reach, a: number): Visit[] {
  // the quickest are loaded first
  const loading = (sits: boolean) => {
    const each = groups[a]!.flatMap((g) =>
      (model.place[g] === 1) === sits ? Array.from({ length: model.count[g]! }, () => model.loading[g]!) : [],
    ).toSorted((one, other) => one - other);
    let sum = 0;
    return [0, ...each.map((one) => (sum += one))];
  };
  const [lying, sitting] = [loading(false), loading(true)];
  return lying.slice(0, room[0] + 1).flatMap((one, lie) =>
    sitting.slice(0, room[1] + 1).flatMap((other, sit) => {
      const minutes = model.setup[sites[a]!]! + one + other;
      return lie + sit === 0 ? [] : [{ lie, sit, minutes, slots: Math.max(1, slots(minutes)) }];
    }),
  );
}
