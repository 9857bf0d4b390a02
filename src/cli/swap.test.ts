import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { translator } from "#i18n";
import { loadScreens } from "#i18n/screens";
import { type Entry, fold, type Office, sideOf } from "#record";
import { randomHistory, swapParties, swapWords } from "#record/testing";
import type { Shown } from "./context.ts";
import { printOwed } from "./owed.ts";
import { printSections } from "./show/index.ts";
import { printTimeline } from "./timeline.ts";

const say = await loadScreens("en");

/** All that an office reads on its screen, as lines. */
function screens(entries: readonly Entry[], office: Office, now: number): readonly string[] {
  const lines: string[] = [];
  const state = fold(entries);
  const reading = { state, entries, closed: 0, problems: [] };
  const out = { json: false, line: (text = "") => lines.push(text), data: () => {} };
  // nothing of the folder that the entries came from is printed
  const it = { office, reading, state, t: translator("en"), say, now, out } as unknown as Shown;
  printOwed(it);
  printSections(it);
  printTimeline(it, true);
  return lines;
}

describe("texts with the two parties in each other's place", () => {
  it("[CM19] read the same for everyone, line by line", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { world } = randomHistory(seed, 70);
        for (const office of ["host", "public", "party-a", "party-b"] as const) {
          const entries = world.entriesFor(office);
          const [then, swapped] = [
            screens(entries, office, world.now),
            screens(swapParties(entries), swapParties(office), world.now),
          ];
          expect(swapped.map(swapWords), `seed ${seed}, ${office}`).toEqual(then);
          expect(then.length).toBeGreaterThan(sideOf(office) ? 30 : 10);
        }
      }),
      { numRuns: 100 },
    );
  });
});
