import { expect, it } from "vitest";
import { seededRandom } from "#base";
import { checkTruce } from "../check/check.ts";
import { generateTruce } from "../generate/generate.ts";
import { candidateOf } from "./candidate.ts";
import { bothKinds, Finder } from "./finder.ts";
import { putCandidate } from "./insert.ts";
import { medical, modelOf } from "./model.ts";
import { plansOf } from "./plans.ts";
import { Recreate } from "./recreate.ts";
import { Routes } from "./routes.ts";
import { Ruin } from "./ruin.ts";

it("[PL44] routes shift within every limit and to a gain, or all is as it was", () => {
  let [shifted, undone] = [0, 0];
  for (const seed of [309, 106]) {
    const given = generateTruce({ seed, sites: 40, teams: 7 });
    const routes = new Routes(modelOf(given));
    const finder = new Finder(routes);
    const random = seededRandom(seed);
    const [ruin, recreate] = [new Ruin(finder, random), new Recreate(finder, random)];
    const one = candidateOf(routes.model.S);
    const all = Array.from(given.sites.keys());
    recreate.run(all, [medical]);
    for (let round = 0; round < 120; round++) {
      const gone = ruin.run([medical]);
      for (const i of gone) {
        if (!finder.bestOfAll(i, [medical], one) || !one.shifts) continue;
        const [before, worth] = [JSON.stringify(plansOf(routes)), routes.worth];
        if (putCandidate(routes, one)) {
          shifted++;
          expect(routes.worth).toBeGreaterThan(worth);
          expect(checkTruce(given, plansOf(routes)).violations).toEqual([]);
        } else {
          undone++;
          expect(JSON.stringify(plansOf(routes))).toBe(before);
          expect(routes.worth).toBe(worth);
        }
      }
      recreate.run(gone, bothKinds);
    }
  }
  expect(shifted).toBeGreaterThan(5);
  expect(undone).toBeGreaterThan(5);
});
