import { seededRandom } from "#base";
import type { TruceCase } from "../case/case.ts";
import type { TeamPlan } from "../plan.ts";
import { candidateOf } from "../search/candidate.ts";
import { Finder } from "../search/finder.ts";
import { putCandidate } from "../search/insert.ts";
import { medical, modelOf, recovery } from "../search/model.ts";
import { plansOf } from "../search/plans.ts";
import { dropSupport } from "../search/remove.ts";
import { Routes } from "../search/routes.ts";
import { openSite } from "../search/support.ts";

/** Rules that a desk without a planner goes by: the nearest site first, or the most urgent patients first. */
export function greedyTruce(given: TruceCase, rule: "nearest" | "most_urgent"): readonly TeamPlan[] {
  const model = modelOf(given);
  const routes = new Routes(model);
  const finder = new Finder(routes);
  const random = seededRandom(1);
  const one = candidateOf(model.S);
  const distance = (i: number) =>
    Math.min(...model.usual[0]!.subarray(i * model.P + model.N, i * model.P + model.N + model.F));
  // the class that falls fastest within a day is the most urgent
  const urgency = (i: number) =>
    given.sites[i]!.persons.reduce((most, { class: code, count }) => {
      const of = given.classes.find((each) => each.code === code);
      const day = of?.survival.find(([minute]) => minute >= 1440)?.[1] ?? 1_000_000;
      return Math.max(most, (1_000_000 - day) * 100 + count);
    }, 0);
  const order = Array.from({ length: model.N }, (_, i) => i).sort((i, j) =>
    rule === "nearest" ? distance(i) - distance(j) : urgency(j) - urgency(i),
  );
  for (const kind of [medical, recovery])
    for (const i of order) {
      if (!finder.isWanted(i, kind) || !openSite(finder, random, i, [kind], one)) continue;
      while (finder.isWanted(i, kind) && finder.bestOfAll(i, [kind], one) && putCandidate(routes, one));
    }
  for (let i = 0; i < model.N; i++) dropSupport(routes, i);
  return plansOf(routes);
}
