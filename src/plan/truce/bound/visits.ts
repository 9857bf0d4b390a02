import type { Picks } from "./picks.ts";
import type { Reach } from "./reach.ts";

/** How many of each lot are loaded at one visit, and how long that takes at least. */
export type Visit = {
  readonly many: readonly [here: number, past: number, sit: number];
  readonly minutes: number;
  readonly slots: number;
};

/** Every number of persons that a team can leave a site with. */
export function visitsOf({ model, room, slots, sites, groups }: Reach, picks: Picks, a: number): Visit[] {
  // the quickest are loaded first
  const loading = (sits: boolean) => {
    const each = groups[a]!.flatMap((g) =>
      (model.place[g] === 1) === sits ? Array.from({ length: model.count[g]! }, () => model.loading[g]!) : [],
    ).toSorted((one, other) => one - other);
    let sum = 0;
    return [0, ...each.map((one) => (sum += one))];
  };
  const [lying, sitting] = [loading(false), loading(true)];
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n);
  return upTo(picks.most(a, 0)).flatMap((here) =>
    upTo(picks.most(a, 1)).flatMap((past) =>
      upTo(picks.most(a, 2)).flatMap((sit) => {
        const lie = here + past;
        if (lie + sit === 0 || lie > room[0] || lie >= lying.length) return [];
        const minutes = model.setup[sites[a]!]! + lying[lie]! + sitting[sit]!;
        return [{ many: [here, past, sit] as const, minutes, slots: Math.max(1, slots(minutes)) }];
      }),
    ),
  );
}
