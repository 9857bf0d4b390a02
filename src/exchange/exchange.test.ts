import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "#base";
import {
  type Case,
  type Certificate,
  certifiedBound,
  check,
  families,
  faultsOf,
  generateCase,
  levels,
  type Plan,
  planExchange,
  type SidePrices,
  sense,
  type Worth,
} from "./index.ts";
import { bestWorth, order } from "./testing/brute-force.ts";
import { loadHighs } from "./testing/highs.ts";
import { oracleHarm } from "./testing/highs-oracle.ts";
import { freeCase, middlingCase, smallCase, swapped } from "./testing/small-case.ts";
import { tinyCase } from "./testing/tiny-case.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 60 };

/** Levels of the plan as the evaluator counts them. */
const worthIn = (given: Case, plan: Plan) => check(given, plan.tranches).worth;

/** What a best plan is worth as certificates count it: harm averted, persons covered. */
function reachedBy(given: Case, worth: Worth, level: Certificate["level"]): number {
  const none = check(given, []).worth;
  return level === "harm" || level === "coverage" ? none[level] - worth[level] : worth[level];
}

function pricedAnew(side: SidePrices, other: (price: number) => number): SidePrices {
  return {
    ...side,
    persons: Object.fromEntries(Object.entries(side.persons).map(([key, price]) => [key, other(price)])),
    places: side.places.map((row) => row.map(other)),
  };
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return undefined;
}

describe("limits", () => {
  it("[XG5] no plan of any family oversteps a limit", () => {
    for (const family of ["F1", "F2", "F4"] as const) {
      const given = generateCase(family, { seed: 11 });
      expect(check(given, planExchange(given, { effort: 0.05 }).tranches).violations).toEqual([]);
    }
  });

  it("[XG6] a person is returned once, to his own side, ready and not barred", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = freeCase(seed, 12);
        const { tranches } = planExchange(given);
        const codes = tranches.flatMap(({ a, b }) => [...a, ...b]);
        expect(new Set(codes).size).toBe(codes.length);
        for (const { tranche, a, b } of tranches)
          for (const [side, list] of [
            ["a", a],
            ["b", b],
          ] as const)
            for (const code of list) {
              const person = given.persons.find((one) => one.code === code);
              expect(person?.to).toBe(side);
              expect(person?.barred).toBeUndefined();
              expect(person?.ready ?? 1).toBeLessThanOrEqual(tranche);
            }
      }),
      runs,
    );
  });

  it("[XG7] a ratio of two to one returns two for one; coverage returns all; numbers stay even", () => {
    const category = (parity: Case["categories"][number]["parity"]) =>
      planExchange(
        tinyCase({ a: 6, b: 3, all: { categories: ["c1"] }, categories: [{ code: "c1", parity }] }),
      );
    const sizes = ({ tranches }: Plan) => [
      tranches.flatMap(({ a }) => a).length,
      tranches.flatMap(({ b }) => b).length,
    ];
    expect(sizes(category({ kind: "ratio", a: 2, b: 1, delta: 0 }))).toEqual([6, 3]);
    expect(sizes(category({ kind: "number", delta: 0 }))).toEqual([3, 3]);
    expect(sizes(category({ kind: "coverage" }))).toEqual([6, 3]);
    expect(sizes(category({ kind: "none" }))).toEqual([6, 3]);
  });

  it("[XG8] blocks are no longer than agreed, and no side is ever further ahead", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = freeCase(seed, 12);
        const { tranches } = planExchange(given);
        const most = given.alternation ?? Number.POSITIVE_INFINITY;
        let ahead = 0;
        for (const { a, b, blocks } of tranches) {
          expect(blocks.flatMap(({ persons }) => persons).toSorted()).toEqual([...a, ...b].toSorted());
          for (const { to, lane, persons } of blocks.filter((block) => !block.lane)) {
            expect(persons.length).toBeLessThanOrEqual(most);
            ahead += (to === "a" ? 1 : -1) * persons.length;
            expect(lane ? 0 : Math.abs(ahead)).toBeLessThanOrEqual(most);
          }
        }
      }),
      runs,
    );
  });

  it("[XG9] ranks are compared only where there is a ladder", () => {
    const given = tinyCase({ a: 3, b: 3 });
    const ranked: Case = {
      ...given,
      persons: given.persons.map((one) => ({ ...one, rank: one.to === "a" ? 2 : 0 })),
    };
    const returned = (one: Case) => worthIn(one, planExchange(one)).returned;
    expect(returned(ranked)).toBe(6);
    expect(returned({ ...ranked, ladder: { thresholds: [{ from: 1, delta: 0 }] } })).toBe(0);
    expect(returned({ ...ranked, total: {}, ladder: { points: { values: [1, 1, 3], delta: 0 } } })).toBe(4);
  });

  it("[XG10] contradictions are refused with their place, and locks that leave no plan", () => {
    const given = tinyCase({ a: 2, b: 1, all: { group: "g1" } });
    expect(faultsOf(given)).toEqual([]);
    const broken: readonly (readonly [Partial<Case>, string])[] = [
      [{ start: "2026-02-30" }, "start"],
      [{ tranches: [...given.tranches].reverse() }, "tranches.1.date"],
      [{ persons: [...given.persons, ...given.persons.slice(0, 1)] }, "persons.3"],
      [{ persons: given.persons.map((one) => ({ ...one, site: "nowhere" })) }, "persons.0.site"],
      [{ persons: given.persons.map((one) => ({ ...one, medical: "m9" })) }, "persons.0.medical"],
      [{ persons: given.persons.map((one) => ({ ...one, categories: ["c9"] })) }, "persons.0.categories"],
      [
        {
          medical: [
            {
              code: "m1",
              harm: [
                [0, 5],
                [3, 4],
              ],
              never: 9,
            },
          ],
        },
        "medical.0",
      ],
      [{ pairs: [{ kind: "swap", persons: ["A1", "A2"] }] }, "pairs.0"],
      [{ locks: [{ person: "A1", tranche: 9 }] }, "locks.0"],
    ];
    for (const [change, path] of broken) {
      const one = { ...given, ...change };
      expect(faultsOf(one)[0]?.path).toBe(path);
      expect(codeOf(() => planExchange(one))).toBe("exchange.contradictory");
    }
    const locks = [
      { person: "A1", tranche: 1 },
      { person: "A2", tranche: 1 },
    ];
    expect(codeOf(() => planExchange({ ...given, locks }))).toBe("exchange.infeasible");
    expect(codeOf(() => planExchange({ ...given, locks: locks.slice(0, 1) }))).toBeUndefined();
  });
});

describe("levels", () => {
  it("[XG11] the levels stand in this order, and each is worth what the evaluator counts", () => {
    expect(levels.join(" ")).toBe("coverage harm returned service captivity envy peak pickups days change");
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = freeCase(seed, 12);
        const plan = planExchange(given);
        const worth = worthIn(given, plan);
        for (const { name, value } of plan.levels)
          expect(value).toBe(name === "service" ? (worth.service[0] ?? 1) : worth[name]);
      }),
      runs,
    );
  });

  it("[XG12] [XG13] in 500 random small cases every level is that of the best of all plans, and no bound is below it", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const given = smallCase(seed, 7);
      const best = bestWorth(given);
      if (!best) {
        expect(codeOf(() => planExchange(given, { seed }))).toBe("exchange.infeasible");
        continue;
      }
      const plan = planExchange(given, { seed });
      expect(order(worthIn(given, plan), best), `seed ${seed}`).toBe(0);
      expect(plan.levels.every(({ proven, gap }) => proven === "exhausted" && gap === 0)).toBe(true);
      for (const one of plan.proof)
        expect(certifiedBound(given, one), `seed ${seed}, ${one.level}`).toBeGreaterThanOrEqual(
          reachedBy(given, best, one.level),
        );
    }
  });

  it("[XG12] with a last published plan too", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const given = freeCase(seed, 7);
      const previous = planExchange(given, { seed }).tranches;
      const struck = previous.flatMap(({ a, b }) => [...a, ...b])[0];
      const changed: Case = {
        ...given,
        persons: given.persons.map((one) =>
          one.code === struck ? { ...one, barred: "not_available" } : one,
        ),
      };
      const plan = planExchange(changed, { seed, previous });
      const best = bestWorth(changed, previous);
      expect(best && order(check(changed, plan.tranches, previous).worth, best), `seed ${seed}`).toBe(0);
    }
  });

  it("[XG13] no plan betters a bound, and the checker counts it from the prices and the case", () => {
    for (const [family, seed] of [
      ["F1", 3],
      ["F2", 4],
      ["F4", 5],
    ] as const) {
      const given = generateCase(family, { seed });
      const plan = planExchange(given, { effort: 0.05 });
      for (const { name, value, bound, gap } of plan.levels) {
        expect(sense[name] === "most" ? bound - value : value - bound, name).toBeGreaterThanOrEqual(0);
        expect(gap).toBeGreaterThanOrEqual(0);
      }
      const [harm] = plan.proof.filter(({ level }) => level === "harm");
      expect(harm && certifiedBound(given, harm)).toBe(plan.harmAverted.bound);
    }
  });

  it("[XG13] where exchanges alone missed the best coverage and harm, they are those that HiGHS proves", async () => {
    const highs = await loadHighs();
    for (const seed of [57, 1014, 1055, 1087, 1094]) {
      const given = middlingCase(seed);
      const { levels: own, harmAverted } = planExchange(given, { seed });
      const oracle = oracleHarm(highs, given);
      const covered = check(given, []).worth.coverage - (own[0]?.value ?? 0);
      expect({ covered, averted: harmAverted.value }, `seed ${seed}`).toEqual(oracle);
      expect(harmAverted.bound).toBeGreaterThanOrEqual(oracle?.averted ?? 0);
    }
  });

  it("[XG13] prices of any kind prove nothing that is not so", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 }),
        (seed, prices) => {
          const given = freeCase(seed, 8);
          const plan = planExchange(given);
          let n = 0;
          const next = () => prices[n++ % prices.length] ?? 0;
          const other = (price: number) => (price + next()) / 2;
          const changed = plan.proof.map((one) => ({
            ...one,
            sides: { a: pricedAnew(one.sides.a, other), b: pricedAnew(one.sides.b, other) },
            numbers: {
              ...one.numbers,
              total: given.total.delta === undefined ? 0 : next() - 30,
              lead: one.numbers.lead.map(() => (given.alternation === undefined ? 0 : next() - 30)),
            },
          }));
          const { worth } = check(given, plan.tranches);
          for (const one of changed)
            expect(certifiedBound(given, one)).toBeGreaterThanOrEqual(reachedBy(given, worth, one.level));
          const negative = changed.map(({ sides, ...one }) => ({
            ...one,
            sides: { ...sides, a: { ...sides.a, places: sides.a.places.map((row) => row.map(() => -1)) } },
          }));
          for (const one of negative) expect(certifiedBound(given, one)).toBe(Number.POSITIVE_INFINITY);
        },
      ),
      runs,
    );
  });

  it("[XG14] a plan holds whole persons: every entry is a code of the case", () => {
    const given = generateCase("F2", { seed: 9 });
    const codes = new Set(given.persons.map(({ code }) => code));
    for (const { a, b } of planExchange(given, { effort: 0.05 }).tranches)
      expect([...a, ...b].every((code) => codes.has(code))).toBe(true);
  });
});

describe("fairness", () => {
  const mirrored = ({ tranches, levels: own }: Plan) => ({
    tranches: tranches.map(({ a, b, blocks, ...rest }) => ({
      ...rest,
      a: b,
      b: a,
      blocks: blocks.map((block) => ({ ...block, to: block.to === "a" ? "b" : "a" })),
    })),
    levels: own,
  });
  const kept = ({ tranches, levels: own }: Plan) => ({ tranches, levels: own });

  it("[XG15] swap the sides of a case, and the sides of the plan are swapped", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = freeCase(seed, 12);
        expect(mirrored(planExchange(swapped(given), { seed }))).toEqual(kept(planExchange(given, { seed })));
      }),
      runs,
    );
    const few = middlingCase(1055);
    expect(mirrored(planExchange(swapped(few)))).toEqual(kept(planExchange(few)));
    for (const family of ["F1", "F2", "F4"] as const) {
      const given = generateCase(family, { seed: 21 });
      const options = { seed: 5, effort: 0.03 };
      expect(mirrored(planExchange(swapped(given), options))).toEqual(kept(planExchange(given, options)));
    }
  });

  it("[XG16] between equals another seed draws others, and the order in the file changes nothing", () => {
    const given = { ...tinyCase({ a: 12, b: 12 }), total: { limit: 3, delta: 0 } };
    const chosen = new Map<string, number>();
    for (let seed = 0; seed < 200; seed++)
      for (const { a } of planExchange(given, { seed }).tranches)
        for (const code of a) chosen.set(code, (chosen.get(code) ?? 0) + 1);
    expect(chosen.size).toBe(12);
    expect(Math.min(...chosen.values())).toBeGreaterThan(25); // 50 expected of each
    const reversed = { ...given, persons: given.persons.toReversed() };
    expect(kept(planExchange(reversed, { seed: 7 }))).toEqual(kept(planExchange(given, { seed: 7 })));
  });

  it("[XG17] the same case and seed give the same bytes", () => {
    const given = generateCase("F2", { seed: 31 });
    const once = () => JSON.stringify(planExchange(given, { seed: 2, effort: 0.05 }));
    expect(once()).toBe(once());
  });
});

describe("ending and making", () => {
  it("[XG22] ended at once it is still a plan within all limits, and says so", () => {
    const given = generateCase("F1", { seed: 2 });
    const plan = planExchange(given, { signal: { aborted: true } });
    expect(plan.stopped).toBe(true);
    expect(check(given, plan.tranches).violations).toEqual([]);
    expect(worthIn(given, plan).returned).toBeGreaterThan(2000);
    expect(planExchange(tinyCase({ a: 1, b: 1 })).stopped).toBe(false);
  });

  it("[XG22] tells its progress, rising to the whole", () => {
    const seen: number[] = [];
    planExchange(generateCase("F2", { seed: 2 }), {
      effort: 0.05,
      onProgress: (done, of) => seen.push(done / of),
    });
    expect(seen).toEqual(seen.toSorted((x, y) => x - y));
    expect(seen.at(-1)).toBe(1);
  });

  it("[XG23] a family and a seed make the same case, without contradiction", () => {
    for (const family of families) {
      const given = generateCase(family, { seed: 8, sites: true });
      expect(faultsOf(given)).toEqual([]);
      expect(given.persons.length).toBe({ F1: 8900, F2: 1280, F3: 89_000, F4: 840 }[family]);
      if (family !== "F3")
        expect(generateCase(family, { seed: 8 })).toEqual(generateCase(family, { seed: 8 }));
    }
    expect(generateCase("F1", { seed: 1 })).not.toEqual(generateCase("F1", { seed: 2 }));
  });
});
