import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "#base";
import { entrySize, type Lanes, plainLanes } from "./lanes.ts";
import { lanesOf } from "./lanes-native.ts";

const forms = fc.record({
  seed: fc.integer({ min: 1, max: 100_000 }),
  lanes: fc.constantFrom(4, 8, 12),
  wide: fc.integer({ min: 1, max: 5 }),
  loads: fc.integer({ min: 1, max: 6 }),
  many: fc.integer({ min: 0, max: 7 }),
});
const least = -1_050_000_000;

it("[PL43] the loops of a bound do the same four numbers at a time as one after the other", () => {
  fc.assert(
    fc.property(forms, ({ seed, lanes, wide, loads, many }) => {
      const apart = loads * lanes;
      const cell = wide * apart;
      // four cells, eight rows, and a list with its pairs
      const [rows, list] = [4 * cell, 4 * cell + 8 * lanes];
      const pairs = list + 4 * entrySize * lanes;
      const outcomes = [plainLanes, lanesOf].map((make) => {
        const random = seededRandom(seed);
        const one = make(pairs + 2 * 8 * loads);
        const { numbers } = one;
        for (let q = 0; q < list; q++) numbers[q] = random.below(3) ? random.below(900_000) : -1_000_000_000;
        const row = () => lanes * random.below(8);
        for (let n = 0; n < 2 * lanes; n++) numbers[list + n] = 4 * random.below(cell);
        one.gather(rows, 2 * lanes, list, cell);
        for (let n = 0; n < loads; n++) numbers.set([4 * (rows + row()), random.below(5)], list + 2 * n);
        one.fill(0, wide, apart, lanes, list, loads, rows, rows + lanes);
        for (let n = 0; n < many; n++) numbers[list + n] = 4 * cell * (1 + random.below(2));
        for (let n = many; n % 4 > 0; n++) numbers[list + n] = numbers[list]!;
        one.best(cell, apart, list, many, cell + lanes * random.below(loads));
        for (let n = 0; n < many; n++) {
          const sit = random.below(wide);
          const gains = Array.from({ length: 3 }, () => 4 * row());
          const entry = [4 * cell * (1 + random.below(3)), ...gains, 4 * (pairs + 2 * loads * n)];
          numbers.set([...entry, loads, wide - sit], list + entrySize * n);
          for (let s = 0; s < loads; s++)
            numbers.set(
              [4 * s * lanes, 4 * (sit * loads + random.below(loads)) * lanes],
              pairs + 2 * (loads * n + s),
            );
        }
        one.serve(0, rows, apart, lanes, list, many, least);
        return numbers.slice(0, list);
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
    { numRuns: 200 },
  );
});

const counts = fc.record({
  lanes: fc.constantFrom(4, 8),
  most: fc.integer({ min: 1, max: 6 }),
  groups: fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 4 }),
      ends: fc.array(fc.tuple(fc.integer({ min: -1, max: 9 }), fc.integer({ min: 0, max: 9 })), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

it("[PL43] of each number of persons those are picked who are worth most, in both forms of the loops", () => {
  fc.assert(
    fc.property(counts, ({ lanes, most, groups }) => {
      const ends = groups.flatMap((group) => group.ends);
      // each lane is a little dearer than the one before
      const [worth, cost, loss] = [0, 1, 2].map((n) => (most + n * ends.length) * lanes) as [
        number,
        number,
        number,
      ];
      const list = loss + lanes;
      const outcomes = [plainLanes, lanesOf].map((make) => {
        const { numbers, pick } = make(list + 2 * groups.length);
        for (let lane = 0; lane < lanes; lane++) {
          ends.forEach(([is, costs], n) => {
            numbers[worth + n * lanes + lane] = is;
            numbers[cost + n * lanes + lane] = costs + lane;
          });
          numbers[loss + lane] = 2 * lane;
        }
        numbers.set(
          groups.flatMap((group) => [group.count, group.ends.length]),
          list,
        );
        pick(0, most, lanes, list, groups.length, worth, cost, loss, least);
        return [...numbers.slice(0, most * lanes)];
      });
      for (let lane = 0; lane < lanes; lane++) {
        const each = groups
          .map((group) => ({
            ...group,
            net: Math.max(...group.ends.map(([is, costs]) => is - costs - lane)),
          }))
          .filter(({ net }) => net > 0)
          .flatMap(({ count, net }) => Array.from({ length: count }, () => net - 2 * lane))
          .toSorted((one, other) => other - one);
        for (let many = 1; many <= most; many++) {
          const sum = each.slice(0, many).reduce((all, one) => all + one, 0);
          const one = outcomes[0]![(many - 1) * lanes + lane]!;
          if (many <= each.length) expect(one).toBe(sum);
          else expect(one).toBeLessThan(least / 2);
        }
      }
      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
    { numRuns: 200 },
  );
});

it("[PL43] a gain that is not to be had stays one, however often it is added", () => {
  const outcomes = [plainLanes, lanesOf].map((make) => {
    const one: Lanes = make(64);
    one.numbers.set([-1_000_000_000, 7, -1_000_000_000, 9], 0);
    one.numbers.set([least, least, 0, 5], 8);
    one.numbers.set([16, 32, 32, 32, 192, 1, 1], 32);
    one.numbers.set([0, 0], 48);
    one.numbers.set([100, 100, 100, 100], 4);
    one.serve(0, 0, 4, 4, 32, 1, least);
    return [...one.numbers.slice(0, 4)];
  });
  expect(outcomes[0]).toEqual([-1_000_000_000, 7, 100, 115]);
  expect(outcomes[1]).toEqual(outcomes[0]);
});
