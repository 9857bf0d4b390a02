import type { Team, TruceCase } from "../case/case.ts";
import { rewardAt } from "../case/reward.ts";
import { usualMinutes } from "../case/travel.ts";

/**
 * The most lives of all plans, by going through all routes of every team: medical teams alone, one group a site, no slow
 * legs, no intake, beds for all.
 */
export function mostLives(given: TruceCase): number {
  const counts = given.sites.map(({ persons }) => persons[0]?.count ?? 0);
  let reached = new Map<string, number>([[counts.map(() => 0).join(), 0]]);
  for (const team of given.teams) {
    const next = new Map(reached);
    for (const [taken, value] of routesOf(given, team, counts))
      for (const [before, worth] of reached) {
        const sum = before.split(",").map((one, n) => Number(one) + Number(taken.split(",")[n]));
        if (sum.some((one, n) => one > (counts[n] ?? 0))) continue;
        const key = sum.join();
        next.set(key, Math.max(next.get(key) ?? -1, worth + value));
      }
    reached = next;
  }
  return Math.max(...reached.values());
}

// The most that a team saves by who is taken where.
function routesOf(given: TruceCase, team: Team, counts: readonly number[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  const classOf = new Map(given.classes.map((one) => [one.code, one]));
  const minutes = (from: { x: number; y: number }, to: { x: number; y: number }) =>
    usualMinutes(given.travel, team.speed, { x: from.x, y: from.y }, { x: to.x, y: to.y });
  const go = (
    at: { x: number; y: number },
    left: number,
    board: readonly number[],
    taken: readonly number[],
    value: number,
  ): void => {
    const isEmpty = board.every((one) => one === 0);
    if (isEmpty && left + minutes(at, team.end) <= team.duty[1]) {
      const key = taken.join();
      if ((best.get(key) ?? -1) < value) best.set(key, value);
    }
    given.sites.forEach((site, n) => {
      const group = site.persons[0];
      const place = classOf.get(group?.class ?? "")?.place ?? "seat";
      if (!group) return;
      const load = board.reduce(
        (sum, one, b) =>
          sum + (classOf.get(given.sites[b]?.persons[0]?.class ?? "")?.place === place ? one : 0),
        0,
      );
      const most = Math.min((counts[n] ?? 0) - (taken[n] ?? 0), team.places[place] - load);
      for (let count = 1; count <= most; count++) {
        const stay = site.setup + count * group.loading;
        const arrive = left + minutes(at, site);
        const window = site.windows.find(([from, until]) => Math.max(arrive, from) + stay <= until);
        if (!window) continue;
        const leave = Math.max(arrive, window[0]) + stay;
        const zone = given.zones[0];
        const out = Math.min(...(zone?.exits ?? []).map((exit) => leave + minutes(site, exit)));
        if (out > given.window.minutes - (zone?.clearBy ?? 0)) continue;
        const add = (list: readonly number[]) => list.map((one, b) => (b === n ? one + count : one));
        go(site, leave, add(board), add(taken), value);
      }
    });
    if (isEmpty) return;
    for (const facility of given.facilities) {
      const start = left + minutes(at, facility);
      let gain = 0;
      board.forEach((count, b) => {
        const group = given.sites[b]?.persons[0];
        const of = classOf.get(group?.class ?? "");
        if (group && of) gain += count * rewardAt(group, of, facility, start);
      });
      if (start <= team.duty[1])
        go(
          facility,
          start + facility.unload,
          board.map(() => 0),
          taken,
          value + gain,
        );
    }
  };
  go(
    team.start,
    team.duty[0],
    counts.map(() => 0),
    counts.map(() => 0),
    0,
  );
  return best;
}
