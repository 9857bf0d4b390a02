import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError, seededRandom } from "#base";
import { loadHighs } from "../../exchange/testing/highs.ts";
import { boundOf, checkToptw, type Orienteering, planOrienteering, readToptw } from "../index.ts";
import { mixedProgram } from "./testing/highs-oracle.ts";
import { inventedToptw, shapes } from "./testing/invented.ts";
import { exactValue, smallInstance, valueOf } from "./testing/small.ts";

const by = (iterations: number, seed = 1) => ({
  seed,
  shareAt: (iteration: number) => iteration / iterations,
});
const unlimited = { labels: 3_000_000, isOver: () => false };
const tiny = `1 2 3 1
0 0
0 0 0 0 0 0 0 0 100
1 3 4 10 7 1 1 1 0 50
2 6 8 10 5 1 1 1 0 50
3 0 10 5 9 1 1 1 60 70
`;

function refusalOf(text: string): { code: string; line: number; reason: string } | undefined {
  try {
    readToptw(text, 2);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, details } = error.problem;
    return { code, line: Number(details.line), reason: String(details.reason) };
  }
}

/** The same instance with its sites in another order. */
function renumbered(given: Orienteering, order: readonly number[]): Orienteering {
  const { size } = given;
  const column = (of: Int32Array) => Int32Array.from(order, (i) => of[i] ?? 0);
  const travel = new Int32Array(size * size);
  order.forEach((from, i) => {
    order.forEach((to, j) => {
      travel[i * size + j] = given.travel[from * size + to] ?? 0;
    });
  });
  return {
    ...given,
    travel,
    service: column(given.service),
    prize: column(given.prize),
    open: column(given.open),
    close: column(given.close),
  };
}

describe("reading an instance", () => {
  it("[PL1] cuts distances off after one decimal where all is whole, else after two; the latest start is kept", () => {
    const { given, unit } = readToptw(tiny.replace("3 4 10 7", "1 2 10 7"), 1);
    expect(unit).toBe(10);
    expect(given.travel[1]).toBe(22); // 2.236…
    expect([given.open[3], given.close[3], given.service[3], given.close[0]]).toEqual([600, 700, 50, 1000]);
    const fine = readToptw(tiny.replace("3 4 10 7", "1.5 2 10 7"), 1);
    expect(fine.unit).toBe(100);
    expect(fine.given.travel[1]).toBe(250);
    expect(fine.given.travel[4 + 2]).toBe(750);
  });

  it("[PL2] reads other line ends, tabs, empty lines, a mark of byte order, and a file without its second line", () => {
    const { given } = readToptw(tiny, 2);
    for (const text of [
      tiny.replaceAll("\n", "\r\n"),
      tiny.replaceAll(" ", "\t"),
      `\uFEFF\n\n${tiny.replaceAll("\n", " \n\n")}`,
      tiny.replace("0 0\n", ""),
      tiny.trimEnd(),
    ]) {
      expect(readToptw(text, 2).given).toEqual(given);
      expect(checkToptw(text, 2, [[1, 2], [3]])).toEqual({ value: 21, faults: [] });
    }
  });

  it("[PL3] refuses what is no instance, with the line and the reason", () => {
    expect(refusalOf("")).toMatchObject({ code: "plan.instance_unreadable", line: 1 });
    expect(refusalOf("hello\n")).toMatchObject({ line: 1, reason: expect.stringContaining("k v N t") });
    expect(refusalOf(tiny.replace("3 0 10 5 9", "3 0 ten 5 9"))).toMatchObject({ line: 6 });
    expect(refusalOf(tiny.replace("2 6 8", "1 6 8"))).toMatchObject({ line: 5 });
    expect(refusalOf(tiny.replace("1 3 4 10 7", "1 3 4 10 7.5"))).toMatchObject({ line: 4 });
    expect(refusalOf(tiny.replace("1 3 4 10 7", "1 3 4 -10 7"))).toMatchObject({ line: 4 });
    expect(refusalOf(tiny.split("\n").slice(0, 4).join("\n"))).toMatchObject({
      code: "plan.instance_unreadable",
    });
    expect(refusalOf("1 1 999999 1\n")).toMatchObject({ line: 1 });
  });

  it("[PL3] never breaks, whatever the file: it is read or refused", () => {
    const word = fc.oneof(
      fc.constantFrom(
        "0",
        "1",
        "-1",
        "1e9",
        "NaN",
        "Infinity",
        "0x10",
        ".",
        "",
        "\t",
        "\r",
        "é",
        "9999999999999999",
        "1.5",
        "-0",
      ),
      fc.integer({ min: -5, max: 1200 }).map(String),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(80), word), { maxLength: 6 }), fc.nat(200), (edits, cut) => {
        const words = tiny.slice(0, Math.max(0, tiny.length - Math.max(0, cut - 100))).split(/([ \n])/);
        for (const [at, one] of edits) if (at < words.length) words[at] = one;
        const text = words.join("");
        if (refusalOf(text)) return;
        const { given, labels } = readToptw(text, 2);
        const { routes, value } = planOrienteering(given, by(20));
        const named = routes.map((route) => route.map((site) => labels[site] ?? -1));
        expect(checkToptw(text, 2, named)).toEqual({ value, faults: [] });
      }),
      { numRuns: 400 },
    );
  });
});

describe("the second opinion", () => {
  it("[PL4] finds every kind of fault, and counts a site once", () => {
    const kinds = (routes: number[][], teams = 2) =>
      checkToptw(tiny, teams, routes).faults.map(({ kind }) => kind);
    expect(kinds([[1, 2], [3]])).toEqual([]);
    expect(kinds([[1], [2], [3]])).toEqual(["teams"]);
    expect(kinds([[1, 9]])).toEqual(["unknown"]);
    expect(kinds([[0]])).toEqual(["unknown"]);
    expect(kinds([[1, 2], [1]])).toEqual(["twice"]);
    expect(checkToptw(tiny, 2, [[1, 2], [1]]).value).toBe(12);
    expect(kinds([[3, 1]])).toEqual(["closed"]);
    expect(checkToptw(tiny.replace("0 0 100\n", "0 0 70\n"), 2, [[3]]).faults).toEqual([
      { kind: "home", team: 1, site: 3 },
    ]);
  });

  it("[PL4] agrees with the reader on every distance, to the last decimal", () => {
    for (let seed = 1; seed <= 4; seed++) {
      const text = inventedToptw({ ...shapes.pr!, seed, sites: 30, isFine: seed % 2 === 0 });
      const { given, labels } = readToptw(text, 1);
      for (let i = 1; i < given.size; i++) {
        // with the windows as narrow as the way, one hundredth less is a fault
        const exact = { ...given, close: given.close.slice() };
        expect(valueOf(exact, [[i]]) !== undefined).toBe(
          checkToptw(text, 1, [[labels[i]!]]).faults.length === 0,
        );
      }
    }
  });

  it("[PL5] does not care which team has which route", () => {
    const text = inventedToptw({ ...shapes.r2!, seed: 3, sites: 40 });
    const { given } = readToptw(text, 3);
    const { routes } = planOrienteering(given, by(300));
    expect(checkToptw(text, 3, routes.toReversed())).toEqual(checkToptw(text, 3, routes));
  });
});

describe("the search", () => {
  it("[PL6] keeps to all windows and the depot's closing, in all families, and says the value that the second opinion counts", () => {
    for (const [name, shape] of Object.entries(shapes))
      for (const teams of [1, 2, 4, 20]) {
        const text = inventedToptw({ ...shape, seed: teams + name.length, sites: 60 });
        const { given } = readToptw(text, teams);
        const { routes, value } = planOrienteering(given, by(400));
        expect(routes).toHaveLength(teams);
        expect(checkToptw(text, teams, routes)).toEqual({ value, faults: [] });
      }
  });

  it("[PL7] gives the same plan for the same instance, seed and number of iterations", () => {
    const { given } = readToptw(inventedToptw({ ...shapes.rc2!, seed: 5, sites: 80 }), 3);
    const one = planOrienteering(given, by(600, 9));
    expect(planOrienteering(given, by(600, 9))).toEqual(one);
    expect(one.iterations).toBe(600);
  });

  it("[PL8] reaches the best value of 200 small instances", () => {
    const missed: number[] = [];
    for (let seed = 1; seed <= 200; seed++) {
      const given = smallInstance(seed);
      const { routes, value } = planOrienteering(given, by(1_500, seed));
      expect(valueOf(given, routes)).toBe(value);
      if (value !== exactValue(given)) missed.push(seed);
    }
    expect(missed).toEqual([]);
  });

  it("[PL6] keeps to all windows where ways are crooked", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const given = smallInstance(seed, { isCrooked: true });
      const { routes, value } = planOrienteering(given, by(300, seed));
      expect(valueOf(given, routes)).toBe(value);
    }
  });

  it("[PL9] finds as much whatever the order of the sites, and no less with one team more", () => {
    for (let seed = 300; seed < 330; seed++) {
      const given = smallInstance(seed);
      const random = seededRandom(seed);
      const order = Array.from({ length: given.size - 1 }, (_, i) => i + 1);
      for (let i = order.length - 1; i > 0; i--) {
        const j = random.below(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      const { value } = planOrienteering(given, by(1_000));
      expect(planOrienteering(renumbered(given, [0, ...order]), by(1_000)).value).toBe(value);
      expect(planOrienteering({ ...given, teams: given.teams + 1 }, by(1_000)).value).toBeGreaterThanOrEqual(
        value,
      );
    }
  });

  it("[PL10] ends when it is told to, with the best plan so far", () => {
    const text = inventedToptw({ ...shapes.c2!, seed: 8, sites: 100 });
    const { given } = readToptw(text, 2);
    const { routes, value, iterations } = planOrienteering(given, {
      seed: 1,
      shareAt: (k) => (k < 40 ? 0.1 : 1),
    });
    expect(iterations).toBe(40);
    expect(checkToptw(text, 2, routes)).toEqual({ value, faults: [] });
    const none = planOrienteering(given, { seed: 1, shareAt: () => 1 });
    expect(none.value).toBeGreaterThan(0);
  });

  it("[PL11] plans where there is nothing to visit, and where a team can visit nothing", () => {
    const nothing = "1 1 0 1\n0 0\n0 0 0 0 0 0 0 0 100\n";
    expect(planOrienteering(readToptw(nothing, 3).given, by(10))).toMatchObject({
      value: 0,
      routes: [[], [], []],
    });
    const { given } = readToptw(tiny.replace("0 0 100\n", "0 0 1\n"), 2);
    expect(planOrienteering(given, by(10)).value).toBe(0);
    expect(boundOf(given, { routes: [], value: 0, ...unlimited })).toBe(0);
  });

  it("[PL12] takes thousands of sites and twenty teams", () => {
    const text = inventedToptw({ ...shapes.r2!, seed: 2, sites: 2_500 });
    const { given } = readToptw(text, 20);
    const { routes, value } = planOrienteering(given, by(20));
    expect(checkToptw(text, 20, routes)).toEqual({ value, faults: [] });
    expect(boundOf(given, { routes, value, ...unlimited })).toBeGreaterThanOrEqual(value);
  });
});

describe("the bound", () => {
  it("[PL13] is never below the best value, and mostly equal to it", () => {
    let equal = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const given = smallInstance(seed, { isCrooked: seed % 3 === 0 });
      const best = exactValue(given);
      // neither a known plan nor its value helps here
      const bound = boundOf(given, { routes: [], value: -1, ...unlimited });
      expect(bound, `seed ${seed}`).toBeGreaterThanOrEqual(best);
      if (bound === best) equal++;
    }
    expect(equal).toBeGreaterThan(150);
  });

  it("[PL14] holds when it is cut short at any moment", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const given = smallInstance(seed);
      const best = exactValue(given);
      for (const labels of [0, 1, 10, 50, 200])
        expect(boundOf(given, { routes: [], value: -1, labels, isOver: () => false })).toBeGreaterThanOrEqual(
          best,
        );
      expect(
        boundOf(given, { routes: [], value: -1, labels: 1e9, isOver: () => true }),
      ).toBeGreaterThanOrEqual(best);
    }
  });

  it("[PL15] and the exact value agree with HiGHS on the whole model", async () => {
    const highs = await loadHighs();
    for (let seed = 1; seed <= 12; seed++) {
      const given = smallInstance(900 + seed, { sites: 6, isCrooked: seed % 2 === 0 });
      const { Status, ObjectiveValue } = highs.solve(mixedProgram(given));
      expect(Status).toBe("Optimal");
      expect(Math.round(ObjectiveValue)).toBe(exactValue(given));
    }
  });
});
