import fc from "fast-check";
import { expect, it } from "vitest";
import { seededRandom } from "#base";
import { entrySize, type Lanes, plainLanes } from "./lanes.ts";
import { lanesOf } from "./lanes-native.ts";

const forms = fc.record({
  seed: fc.integer({ min: 1, max: 100_000 }),
  lanes: fc.constantFrom(4, 8, 12),
  wide: fc.integer({ min: 1, max: 5 }),
  stretches: fc.integer({ min: 1, max: 6 }),
  many: fc.integer({ min: 0, max: 7 }),
});

it("[PL43] the loops of a bound do the same four numbers at a time as one after the other", () => {
  fc.assert(
    fc.property(forms, ({ seed, lanes, wide, stretches, many }) => {
      const cell = stretches * wide * lanes;
      // four cells, eight rows, and a list with its pairs
      const [rows, list] = [4 * cell, 4 * cell + 8 * lanes];
      const pairs = list + 2 * entrySize * 8;
      const outcomes = [plainLanes, lanesOf].map((make) => {
        const random = seededRandom(seed);
        const one = make(pairs + 2 * 8 * stretches);
        const { numbers } = one;
        for (let q = 0; q < list; q++) numbers[q] = random.below(3) ? random.below(900_000) : -1_000_000_000;
        const row = () => 4 * (rows + lanes * random.below(8));
        for (let n = 0; n < stretches; n++) numbers.set([row(), random.below(5)], list + 2 * n);
        one.fill(0, wide, lanes, list, stretches, rows, rows + lanes);
        for (let n = 0; n < many; n++) numbers[list + n] = 4 * cell * (1 + random.below(2));
        one.best(cell, wide * lanes, list, many, (stretches - 1) * wide * lanes);
        for (let n = 0; n < many; n++) {
          const sit = random.below(wide);
          const entry = [
            4 * cell * (1 + random.below(3)),
            row(),
            row(),
            row(),
            4 * (pairs + 2 * stretches * n),
          ];
          numbers.set([...entry, stretches, wide - sit], list + entrySize * n);
          for (let s = 0; s < stretches; s++)
            numbers.set(
              [4 * s * wide * lanes, 4 * (random.below(stretches) * wide + sit) * lanes],
              pairs + 2 * (stretches * n + s),
            );
        }
        one.serve(0, lanes, list, many, -1_050_000_000);
        return numbers.slice(0, list);
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
    { numRuns: 200 },
  );
});

it("[PL43] a gain that is not to be had stays one, however often it is added", () => {
  const outcomes = [plainLanes, lanesOf].map((make) => {
    const one: Lanes = make(64);
    const none = -1_050_000_000;
    one.numbers.set([-1_000_000_000, 7, -1_000_000_000, 9], 0);
    one.numbers.set([none, none, 0, 5], 8);
    one.numbers.set([16, 32, 32, 32, 192, 1, 1], 32);
    one.numbers.set([0, 0], 48);
    one.numbers.set([100, 100, 100, 100], 4);
    one.serve(0, 4, 32, 1, none);
    return [...one.numbers.slice(0, 4)];
  });
  expect(outcomes[0]).toEqual([-1_000_000_000, 7, 100, 115]);
  expect(outcomes[1]).toEqual(outcomes[0]);
});
