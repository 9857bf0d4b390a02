import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold/view.ts";
import { owed } from "./gate/gate.ts";
import { randomHistory, swapParties, swapWords, World, written } from "./testing/index.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 200 };

// Words that list both parties' rooms or offices name them in the table's order.
function comparable(problem: unknown): string {
  return written(problem, (key, value) => (["reason", "detail", "words"].includes(key) ? undefined : value));
}

describe("the two parties in each other's place", () => {
  it("[RC40] folds a swapped history to the swapped state, for every office", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 60);
        for (const office of ["party-a", "exchange-b", "forensic-a", "host", "public"] as const) {
          const entries = world.entriesFor(office);
          expect(written(fold(swapParties(entries)))).toBe(written(swapParties(fold(entries))));
        }
      }),
      runs,
    );
  });

  it("[RC40] owes the swapped things in the same order, whenever it is asked", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 40 }), (seed, days) => {
        const { world } = randomHistory(seed, 50);
        for (const office of ["party-a", "operator", "forensic-b"] as const) {
          const entries = world.entriesFor(office);
          const [state, swapped] = [fold(entries), fold(swapParties(entries))];
          for (const now of [world.now - 86_400_000, world.now + days * 86_400_000])
            expect(written(owed(swapped, now, swapParties(office)))).toBe(
              written(swapParties(owed(state, now, office))),
            );
        }
      }),
      runs,
    );
  });

  it("[RC40] refuses the swapped act with the swapped refusal", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { attempts } = randomHistory(seed, 60);
        const swapped = new World(seed);
        for (const { act, at, problem } of attempts) {
          swapped.now = at;
          const refused = swapped.say(swapParties(act));
          expect(comparable(refused)).toBe(comparable(swapParties(problem)));
          expect(String(refused?.details.words)).toBe(swapWords(String(problem?.details.words)));
        }
      }),
      runs,
    );
  });
});
