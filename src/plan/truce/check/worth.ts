import type { Side, TruceCase } from "../case/case.ts";
import { million, rewardAt } from "../case/reward.ts";
import type { TeamPlan, TruceWorth } from "../plan.ts";
import type { Judged } from "./check.ts";

/** What each level is worth, from what is unloaded where and when. */
export function worthOf(
  given: TruceCase,
  judged: readonly Judged[],
  plans: readonly TeamPlan[],
  previous: readonly TeamPlan[] | undefined,
): TruceWorth {
  const served = { persons: { a: 0, b: 0 }, remains: { a: 0, b: 0 } };
  let [lives, remains] = [0, 0];
  const groups = new Map(
    given.sites.flatMap(({ persons }) => persons.map((one) => [one.code, one] as const)),
  );
  for (const { stop } of judged) {
    const facility = given.facilities.find(({ code }) => stop.kind === "facility" && code === stop.place);
    if (!facility) continue;
    for (const { group: code, count } of stop.persons) {
      const group = groups.get(code);
      const of = given.classes.find((one) => one.code === group?.class);
      if (!group || !of) continue;
      lives += count * rewardAt(group, of, facility, stop.start);
      served.persons[group.of] += count;
    }
    for (const { site, count } of stop.bodies) {
      remains += count;
      const of = given.sites.find(({ code }) => code === site)?.remains?.of;
      if (of) served.remains[of] += count;
    }
  }
  const known = { persons: { a: 0, b: 0 }, remains: { a: 0, b: 0 } };
  for (const { persons, remains: here } of given.sites) {
    for (const { of, count } of persons) known.persons[of] += count;
    if (here) known.remains[here.of] += here.count;
  }
  return {
    lives,
    remains,
    shareLives: leastShare(served.persons, known.persons),
    shareRemains: leastShare(served.remains, known.remains),
    slack: judged.reduce((least, { late }) => Math.min(least, late.slack ?? least), given.window.minutes),
    change: previous ? changeBetween(plans, previous) : 0,
  };
}

// Per million, rounded down; a side of which nobody is known is served.
function leastShare(served: Record<Side, number>, known: Record<Side, number>): number {
  const share = (side: Side) =>
    known[side] === 0 ? million : Math.floor((served[side] * million) / known[side]);
  return Math.min(share("a"), share("b"));
}

function changeBetween(plans: readonly TeamPlan[], previous: readonly TeamPlan[]): number {
  const tally = new Map<string, number>();
  const count = (list: readonly TeamPlan[], by: number) => {
    for (const { team, stops } of list)
      for (const { place } of stops) tally.set(`${team}/${place}`, (tally.get(`${team}/${place}`) ?? 0) + by);
  };
  count(plans, 1);
  count(previous, -1);
  return [...tally.values()].reduce((sum, apart) => sum + Math.abs(apart), 0);
}
