import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialQuantile, type Case, check, generateCase, openLineDay, planExchange } from "./index.ts";
import { freeCase } from "./testing/small-case.ts";
import { tinyCase } from "./testing/tiny-case.ts";

describe("re-planning", () => {
  it("[XG18] with nothing changed the plan of a small case stays as it is", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const given = freeCase(seed, 9);
      const { tranches } = planExchange(given, { seed });
      const again = planExchange(given, { seed: seed + 1000, previous: tranches });
      expect(again.levels.find(({ name }) => name === "change")?.value, `seed ${seed}`).toBe(0);
      expect(again.tranches.map(({ a, b }) => [a.toSorted(), b.toSorted()])).toEqual(
        tranches.map(({ a, b }) => [a.toSorted(), b.toSorted()]),
      );
    }
  });

  it("[XG18] with one barred, few others are changed", () => {
    const given = generateCase("F4", { seed: 3 });
    const first = planExchange(given);
    const code = first.tranches[0]?.a[5];
    const changed: Case = {
      ...given,
      persons: given.persons.map((one) => (one.code === code ? { ...one, barred: "not_available" } : one)),
    };
    const next = planExchange(changed, { previous: first.tranches });
    expect(next.tranches.flatMap(({ a }) => a)).not.toContain(code);
    expect(next.levels.find(({ name }) => name === "change")?.value).toBeLessThanOrEqual(20);
  });
});

describe("the day at the line", () => {
  it("[XG20] reserves are the 99 % quantiles of the binomial", () => {
    const quantiles = [0.01, 0.03, 0.1].map((p) => [100, 150, 300].map((n) => binomialQuantile(n, p)));
    expect(quantiles).toEqual([
      [4, 5, 8],
      [8, 10, 16],
      [18, 24, 43],
    ]);
    expect(binomialQuantile(0, 0.5)).toBe(0);
    const { reserves } = planExchange(generateCase("F4", { seed: 3 }));
    for (const { needed, persons } of reserves) expect(persons.length).toBeLessThanOrEqual(needed);
  });

  it("[XG21] who does not come is replaced by his like, and the limits hold", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (seed) => {
        const given = generateCase("F4", { seed });
        const plan = planExchange(given, { effort: 0.02 });
        const today = plan.tranches[0];
        const passed = today?.blocks.slice(0, 4).flatMap(({ persons }) => persons) ?? [];
        const going = new Set([...(today?.a ?? []), ...(today?.b ?? [])]);
        const missing = given.drill?.absent ?? [];
        const absent = missing.filter((code) => going.has(code) && !passed.includes(code));
        const unavailable = missing.filter((code) => !going.has(code));
        const day = openLineDay(given, plan.tranches, 1, { passed, unavailable });
        for (const code of absent) {
          const { instead, to } = day.strike(code);
          const [one, other] = [code, instead].map((which) =>
            given.persons.find((person) => person.code === which),
          );
          if (!other) continue;
          expect([other.to, other.mode, other.categories]).toEqual([to, one?.mode, one?.categories]);
          expect(missing).not.toContain(instead);
        }
        const { a, b, blocks } = day.repaired();
        const repaired = plan.tranches.map((one) => (one.tranche === 1 ? { ...one, a, b } : one));
        expect(check(given, repaired).violations).toEqual([]);
        expect(passed.filter((code) => ![...a, ...b].includes(code))).toEqual([]);
        expect(blocks.flatMap(({ persons }) => persons).length).toBe(a.length + b.length - passed.length);
      }),
      { numRuns: 8 },
    );
  });

  it("[XG21] where nobody is left, one of the other side waits", () => {
    const given = tinyCase({ a: 2, b: 2 });
    const day = openLineDay(given, planExchange(given).tranches, 1);
    const { instead, waiting } = day.strike("A1");
    expect(instead).toBeNull();
    expect(waiting.length).toBe(1);
    expect(waiting[0]).toMatch(/^B/);
    expect(day.repaired().a).toEqual(["A2"]);
  });
});
