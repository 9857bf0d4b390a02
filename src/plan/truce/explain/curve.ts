import type { TruceCase } from "../case/case.ts";
import { rewardAt } from "../case/reward.ts";
import type { TeamPlan } from "../plan.ts";

/** What is saved by a minute: lives in millionths, bodies. */
export type CurvePoint = { readonly minute: number; readonly lives: number; readonly remains: number };

/** What is saved if the truce ends at a minute: whoever is being unloaded by then. A point for each minute at which it grows. */
export function savedBy(given: TruceCase, plans: readonly TeamPlan[]): readonly CurvePoint[] {
  const gains = new Map<number, { lives: number; remains: number }>();
  const groups = new Map(
    given.sites.flatMap(({ persons }) => persons.map((one) => [one.code, one] as const)),
  );
  for (const { kind, place, start, persons, bodies } of plans.flatMap(({ stops }) => stops)) {
    const facility = given.facilities.find(({ code }) => kind === "facility" && code === place);
    if (!facility) continue;
    const gain = gains.get(start) ?? { lives: 0, remains: 0 };
    for (const { group: code, count } of persons) {
      const group = groups.get(code);
      const of = given.classes.find((one) => one.code === group?.class);
      if (group && of) gain.lives += count * rewardAt(group, of, facility, start);
    }
    for (const { count } of bodies) gain.remains += count;
    gains.set(start, gain);
  }
  let [lives, remains] = [0, 0];
  const minutes = [...gains.keys()].sort((x, y) => x - y);
  return [
    { minute: 0, lives: 0, remains: 0 },
    ...minutes.map((minute) => {
      lives += gains.get(minute)?.lives ?? 0;
      remains += gains.get(minute)?.remains ?? 0;
      return { minute, lives, remains };
    }),
  ];
}
