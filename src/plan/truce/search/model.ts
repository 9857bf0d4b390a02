import type { Point, TeamKind, TruceCase } from "../case/case.ts";
import { million, survivalAt } from "../case/reward.ts";
import { type Spot, slowMinutes, usualMinutes } from "../case/travel.ts";

export const never = 1_000_000_000;
/** What a body counts in the search beside millionths of lives; levels are compared apart. */
export const bodyWorth = 4000;

const kindOf: Readonly<Record<TeamKind, number>> = {
  medical: 0,
  recovery: 1,
  clearance: 2,
  liaison: 3,
};
export const [medical, recovery, clearance, liaison] = [0, 1, 2, 3] as const;

/** A case as arrays. Places: sites, then facilities, then what each team starts from, then its end. Remains are groups too. */
export type Model = ReturnType<typeof modelOf>;

/** Reads a case that has no faults. */
export function modelOf(given: TruceCase) {
  const { sites, facilities, teams, classes, travel, window } = given;
  const [N, F, K, C] = [sites.length, facilities.length, teams.length, classes.length];
  const P = N + F + 2 * K;
  const progress = teams.map(({ code }) => given.progress?.teams.find(({ team }) => team === code));
  const spotOf = (kind: "site" | "facility", code: string): Spot =>
    (kind === "site" ? sites : facilities).find((one) => one.code === code) ?? { x: 0, y: 0 };
  const begins = teams.map((team, k): Spot => {
    const last = progress[k]?.stops.at(-1);
    return last ? spotOf(last.kind, last.place) : team.start;
  });
  const plain = ({ x, y }: Point): Spot => ({ x, y });
  const spots: Spot[] = [...sites, ...facilities, ...begins, ...teams.map(({ end }) => plain(end))];

  const speeds = [...new Set(teams.map(({ speed }) => speed))];
  const usual = speeds.map((speed) => {
    const table = new Int32Array(P * P);
    for (let p = 0; p < P; p++)
      for (let q = 0; q < P; q++) table[p * P + q] = usualMinutes(travel, speed, spots[p]!, spots[q]!);
    return table;
  });
  const slow = usual.map((table) =>
    travel.gamma === 0 ? table : table.map((minutes) => slowMinutes(travel, minutes)),
  );
  const zone = new Map(given.zones.map((one) => [one.code, one]));
  const exits = speeds.map((speed) =>
    Int32Array.from(sites, (site) =>
      Math.min(
        ...(zone.get(site.zone)?.exits ?? []).map((exit) => usualMinutes(travel, speed, site, plain(exit))),
      ),
    ),
  );
  const slowExits = exits.map((table) =>
    travel.gamma === 0 ? table : table.map((minutes) => slowMinutes(travel, minutes)),
  );

  const horizon = Math.max(window.minutes, ...teams.map(({ duty }) => duty[1])) + 1;
  const groups = groupsOf(given);
  const G = groups.length;
  const first = new Int32Array(N + 1);
  for (const { site } of groups) first[site + 1]!++;
  for (let i = 0; i < N; i++) first[i + 1]! += first[i]!;
  const S = Math.max(1, ...sites.map((_, i) => first[i + 1]! - first[i]!));
  const classIndex = new Map(classes.map(({ code }, c) => [code, c]));

  // one curve of rewards by minute for all that are alike
  const curves = new Map<string, number>();
  const curveList: Int32Array[] = [];
  const curve = new Int32Array(G * F).fill(-1);
  const oldest = Math.max(0, ...groups.map(({ person }) => -(person?.reported ?? 0)));
  const aliveBy = new Map(
    classes.map(({ code, survival }) => [
      code,
      Int32Array.from({ length: horizon + oldest + 1 }, (_, minute) => survivalAt(survival, minute)),
    ]),
  );
  groups.forEach((group, g) => {
    facilities.forEach((facility, h) => {
      if (facility.side !== "neutral" && facility.side !== group.of) return;
      const { person } = group;
      if (!person) {
        if (facility.remains > 0)
          curve[g * F + h] = curveFor("remains", () => new Int32Array(horizon).fill(bodyWorth));
        return;
      }
      const of = classes[classIndex.get(person.class) ?? 0]!;
      if (!facility.care[of.code] || !facility.beds[of.code]) return;
      const key = `${of.code} ${person.reported} ${facility.care[of.code]}`;
      curve[g * F + h] = curveFor(key, () =>
        rewards(aliveBy.get(of.code)!, person.reported, facility.care[of.code]!, of.without, horizon),
      );
    });
  });
  function curveFor(key: string, curveOf: () => Int32Array): number {
    const known = curves.get(key);
    if (known !== undefined) return known;
    curves.set(key, curveList.length);
    curveList.push(curveOf());
    return curveList.length - 1;
  }

  const every = Int32Array.from(facilities, ({ intake }) => intake?.every ?? horizon);
  const bucketAt = new Int32Array(F + 1);
  facilities.forEach((_, h) => {
    bucketAt[h + 1] = bucketAt[h]! + Math.ceil(horizon / every[h]!) + 1;
  });

  const sideZero = teams.find(({ side }) => side !== "neutral")?.side;
  const base = progress.map((one) => begunOf(given, one, groups));
  return {
    given,
    N,
    F,
    K,
    C,
    G,
    S,
    P,
    horizon,
    gamma: travel.gamma,
    spots,
    kind: Int32Array.from(teams, ({ kind }) => kindOf[kind]),
    // side 0 is that of the first team that has one: nothing knows which party is which
    side: Int32Array.from(teams, ({ side }) => (side === "neutral" ? 2 : side === sideZero ? 0 : 1)),
    profile: Int32Array.from(teams, ({ speed }) => speeds.indexOf(speed)),
    usual,
    slow,
    exits,
    slowExits,
    clearBy: Int32Array.from(sites, (site) => window.minutes - (zone.get(site.zone)?.clearBy ?? 0)),
    windows: sites.map(({ windows }) => Int32Array.from(windows.flat())),
    setup: Int32Array.from(sites, ({ setup }) => setup),
    clear: Int32Array.from(sites, (site) => site.clearance ?? -1),
    joint: Uint8Array.from(sites, ({ joint }) => (joint ? 1 : 0)),
    /** Whether team k may go to place p. */
    open: teams.map(({ ground, kind }) =>
      Uint8Array.from([...sites, ...facilities], (place) => {
        const of = "ground" in place ? place.ground : place.side;
        const useful = "ground" in place || kind === "medical" || kind === "recovery";
        return useful && (of === "neutral" || ground.includes(of)) ? 1 : 0;
      }),
    ),
    caps: teams.map(({ places }) => [places.stretcher, places.seat, places.cold] as const),
    usable: progress.map((one) => !one?.lost),
    dutyEnd: Int32Array.from(teams, ({ duty }) => duty[1]),
    free: Int32Array.from(teams, ({ duty }, k) => Math.max(duty[0], progress[k]?.free ?? 0)),
    base,
    first,
    groups,
    siteOf: Int32Array.from(groups, ({ site }) => site),
    count: Int32Array.from(groups, ({ count }) => count),
    loading: Int32Array.from(groups, ({ loading }) => loading),
    /** 0 stretcher, 1 seat, 2 cold. */
    place: Int32Array.from(groups, ({ place }) => place),
    ride: Int32Array.from(
      groups,
      ({ person }) => classes.find(({ code }) => code === person?.class)?.ride ?? never,
    ),
    cls: Int32Array.from(groups, ({ person }) => (person ? (classIndex.get(person.class) ?? 0) : C)),
    curve,
    curves: curveList,
    beds: Int32Array.from(
      facilities.flatMap((facility) => [
        ...classes.map(({ code }) => facility.beds[code] ?? 0),
        facility.remains,
      ]),
    ),
    unload: Int32Array.from(facilities, ({ unload }) => unload),
    every,
    most: Int32Array.from(facilities, ({ intake }) => intake?.most ?? never),
    bucketAt,
    near: nearestOf(sites),
  };
}

// As rewardAt, for all minutes, from the chances to be alive at each minute after a report.
function rewards(
  alive: Int32Array,
  reported: number,
  care: number,
  without: number,
  horizon: number,
): Int32Array {
  const curve = new Int32Array(horizon);
  const first = alive[Math.max(0, -reported)]!;
  for (let minute = 0; minute < horizon && first > 0; minute++) {
    const lives = Math.floor((alive[Math.max(0, minute - reported)]! * million) / first);
    curve[minute] = Math.max(0, Math.floor((lives * care) / million) - without);
  }
  return curve;
}

type ModelGroup = {
  readonly site: number;
  readonly person: TruceCase["sites"][number]["persons"][number] | undefined;
  readonly of: "a" | "b";
  readonly count: number;
  readonly loading: number;
  readonly place: number;
};

// Patients of each site, then its remains.
function groupsOf({ sites, classes }: TruceCase): readonly ModelGroup[] {
  return sites.flatMap(({ persons, remains }, site): ModelGroup[] => [
    ...persons.map((person) => ({
      site,
      person,
      of: person.of,
      count: person.count,
      loading: person.loading,
      place: classes.find(({ code }) => code === person.class)?.place === "seat" ? 1 : 0,
    })),
    ...(remains
      ? [
          {
            site,
            person: undefined,
            of: remains.of,
            count: remains.count,
            loading: remains.handling,
            place: 2,
          },
        ]
      : []),
  ]);
}

type Begun = TruceCase["progress"] extends infer _
  ? NonNullable<TruceCase["progress"]>["teams"][number]
  : never;

/** What a team has loaded and unloaded before the plan goes on: who is on board, since when. */
function begunOf(given: TruceCase, begun: Begun | undefined, groups: readonly ModelGroup[]) {
  const indexOf = (group: string) => groups.findIndex(({ person }) => person?.code === group);
  const remainsOf = (site: string) =>
    groups.findIndex((one) => !one.person && given.sites[one.site]?.code === site);
  const board: { g: number; n: number; leave: number }[] = [];
  const taken: { g: number; n: number }[] = [];
  const given_: { g: number; n: number; h: number; minute: number }[] = [];
  for (const { kind, place, start, leave, persons, bodies } of begun?.stops ?? []) {
    const loads = [
      ...persons.map(({ group, count }) => ({ g: indexOf(group), n: count })),
      ...bodies.map(({ site, count }) => ({ g: remainsOf(site), n: count })),
    ];
    if (kind === "site")
      for (const { g, n } of loads) {
        board.push({ g, n, leave });
        taken.push({ g, n });
      }
    else {
      const h = given.facilities.findIndex(({ code }) => code === place);
      for (const { g, n } of loads) {
        given_.push({ g, n, h, minute: start });
        let left = n;
        for (const load of board)
          if (load.g === g) {
            const out = Math.min(left, load.n);
            load.n -= out;
            left -= out;
          }
      }
    }
  }
  return { stops: begun?.stops ?? [], board: board.filter(({ n }) => n > 0), taken, delivered: given_ };
}

// Sites by distance from each, the nearest first.
function nearestOf(sites: readonly Point[]): readonly Int32Array[] {
  return sites.map((site) => {
    const square = Float64Array.from(sites, (other) => (site.x - other.x) ** 2 + (site.y - other.y) ** 2);
    return Int32Array.from(sites, (_, i) => i).sort((i, j) => square[i]! - square[j]! || i - j);
  });
}
