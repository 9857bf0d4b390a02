import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, check, generateCase, levels, planExchange, sense, sideView, whyNot } from "./index.ts";
import { freeCase } from "./testing/small-case.ts";
import { tinyCase } from "./testing/tiny-case.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("harm first", () => {
  it("[XG1] a person of a case has codes alone, and no field for a name", () => {
    const fields = new Set(generateCase("F1", { seed: 1 }).persons.flatMap((person) => Object.keys(person)));
    const known = "barred captivityDays categories code group lane medical mode rank ready site to".split(
      " ",
    );
    expect([...fields].toSorted()).toEqual(known);
  });

  it("[XG2] the medical lane is returned without counting", () => {
    const given = tinyCase({ a: 3, b: 0, all: { medical: "m1", lane: true } });
    const limited: Case = { ...given, total: { limit: 0, delta: 0 }, alternation: 1 };
    const plan = planExchange(limited);
    expect(plan.tranches[0]?.a.length).toBe(3);
    expect(plan.tranches[0]?.blocks.every(({ lane }) => lane)).toBe(true);
    expect(check(limited, plan.tranches).violations).toEqual([]);
  });

  it("[XG3] nothing of the other side's priorities is in a side's view", () => {
    const given = generateCase("F2", { seed: 6 });
    const plan = planExchange(given, { effort: 0.05 });
    const bare: Case = {
      ...given,
      persons: given.persons.map((person) => {
        if (person.to === "a") return person;
        const { code, to, site, mode } = person;
        return { code, to, ...(site === undefined ? {} : { site }), mode, captivityDays: 0 };
      }),
    };
    // the plan as it would stand without the other side's order: only who goes when and in which block
    const shuffled = {
      ...plan,
      tranches: plan.tranches.map((one) => ({
        ...one,
        b: one.b.toReversed(),
        blocks: one.blocks.map((block) =>
          block.to === "b" ? { ...block, persons: block.persons.toReversed() } : block,
        ),
      })),
      reserves: plan.reserves.map((one) =>
        one.to === "b"
          ? { ...one, persons: one.persons.toReversed(), categories: [], planned: 0, needed: 0 }
          : one,
      ),
    };
    expect(JSON.stringify(sideView(bare, shuffled, "a"))).toBe(JSON.stringify(sideView(given, plan, "a")));
    const seen = JSON.stringify(sideView(given, plan, "a"));
    expect(seen).not.toMatch(/"(medical|group|rank|captivityDays|harm|levels)"/);
  });

  it("[XG4] parity has a price where the other side has nobody, and none where nothing is compared", () => {
    const sick = { ...tinyCase({ a: 3, b: 1, all: { medical: "m1" } }) };
    const plan = planExchange(sick);
    expect(plan.parityPrice.unreturned).toBe(2);
    expect(plan.parityPrice.harm).toBeGreaterThan(0);
    const late = { ...tinyCase({ a: 1, b: 1 }), alternation: 1 };
    const waiting: Case = {
      ...late,
      persons: late.persons.map((one) => (one.to === "a" ? { ...one, medical: "m1" } : { ...one, ready: 2 })),
    };
    expect(planExchange({ ...waiting, total: { delta: 0 } }).parityPrice).toMatchObject({
      delayDays: 0,
      harm: 0,
    });
    const twice = {
      ...waiting,
      alternation: 1,
      persons: [
        ...waiting.persons,
        { code: "A9", to: "a", mode: "seat", medical: "m1", captivityDays: 1 } as const,
        { code: "B9", to: "b", mode: "seat", ready: 2, captivityDays: 1 } as const,
      ],
    };
    expect(planExchange(twice).parityPrice).toMatchObject({
      delayDays: 4,
      longestDelayDays: 4,
      later: 1,
      unreturned: 0,
    });
    expect(planExchange({ ...sick, total: {} }).parityPrice.harm).toBe(0);
  });
});

it("[XG4] parity costs next to nothing where the other side has persons to spare in every category", () => {
  for (const seed of [1, 2]) {
    const { harmAverted } = planExchange(generateCase("F1", { seed: 7 }), { seed, effort: 0.1 });
    expect(harmAverted.value / harmAverted.bound).toBeGreaterThan(0.97);
  }
});

describe("levels against each other", () => {
  it("[XG24] a level never loses where the one before it may be worse, and gains where they pull apart", () => {
    const plan = planExchange(generateCase("F4", { seed: 4 }), { effort: 0.2, prices: true });
    expect(plan.levelPrices?.map(({ level, relaxed }) => `${relaxed}>${level}`)).toEqual(
      levels.slice(1, -1).map((level, n) => `${levels[n]}>${level}`),
    );
    for (const { level, value, could } of plan.levelPrices ?? [])
      if (level === "harm" || level === "returned")
        expect(sense[level] === "most" ? could - value : value - could).toBeGreaterThanOrEqual(0);
  });
});

describe("why not", () => {
  it("[XG19] every tranche has a reason, and what is said to overstep does", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = freeCase(seed, 10);
        const { tranches } = planExchange(given);
        for (const { code } of given.persons) {
          const why = whyNot(given, tranches, code);
          expect(why.answers.length).toBe(given.tranches.length);
          for (const { tranche, because } of why.answers) {
            expect(because.length).toBeGreaterThan(0);
            const moved = tranches.map((one) => ({
              ...one,
              a: one.a.filter((other) => other !== code),
              b: one.b.filter((other) => other !== code),
            }));
            const to = given.persons.find((one) => one.code === code)?.to ?? "a";
            const put = moved.map((one) =>
              one.tranche === tranche ? { ...one, [to]: [...one[to], code] } : one,
            );
            const found = new Set(check(given, put).violations.map(({ constraint }) => constraint as string));
            const alone = !(given.pairs ?? []).some(
              ({ kind, persons }) => kind !== "apart" && persons.includes(code),
            );
            for (const { kind } of because)
              if (
                alone &&
                [
                  "places",
                  "bus",
                  "pickups",
                  "beds",
                  "limit",
                  "alternation",
                  "parity",
                  "category",
                  "ladder",
                  "apart",
                ].includes(kind)
              )
                expect(found.has(kind), `${kind} of ${[...found].join()}`).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[XG19] names the lottery, the level, the bar and the counterpart", () => {
    const given = tinyCase({ a: 2, b: 1 });
    const { tranches } = planExchange(given);
    const staying =
      given.persons.find(({ code }) => !tranches.some(({ a, b }) => [...a, ...b].includes(code)))?.code ?? "";
    expect(whyNot(given, tranches, staying).answers[0]?.because).toEqual([
      { kind: "parity", limit: 0 },
      { kind: "nobody_opposite" },
      { kind: "instead", level: "lottery", count: 1 },
    ]);
    const barred: Case = {
      ...given,
      persons: given.persons.map((one) => ({ ...one, barred: "under_review" })),
    };
    expect(whyNot(barred, [], "A1").answers[0]?.because).toEqual([
      { kind: "barred", reason: "under_review" },
    ]);
  });
});
