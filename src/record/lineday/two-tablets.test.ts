import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import type { Office } from "../access/offices.ts";
import type { Entry } from "../act/entry.ts";
import type { Act } from "../act/kinds.ts";
import type { State } from "../fold/state.ts";
import { fold } from "../fold/view.ts";
import { randomAct, swapParties, World, written } from "../testing/index.ts";
import { counters, exceptionTypes } from "./acts.ts";
import { blocksOf } from "./blocks.ts";
import { conflictsOf } from "./conflicts.ts";
import { manifestOf } from "./manifest.ts";
import { nextStep } from "./next.ts";
import { receiptsOf } from "./receipts.ts";
import { tellingOf } from "./telling.ts";
import { lineDebts } from "./view.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const atTheLine: readonly Office[] = ["exchange-a", "exchange-b", "party-a", "party-b", "operator"];
const kinds = [
  "line.steps_noted",
  "line.steps_noted",
  "line.block_opened",
  "line.counted",
  "line.exception_noted",
  "line.exception_noted",
  "line.receipt_signed",
] as const;

/** A day at the line as five offices tell it, each act said at a time of its own. */
function dayAt(seed: number, length: number): World {
  const world = World.opened(seed);
  const random = seededRandom(seed ^ 0x1234);
  const say = (kind: Parameters<typeof randomAct>[2]["kind"], by: Office) => {
    const act = randomAct(world, random, { kind, by, room: "exchange" });
    if (act) world.say(act);
  };
  say("line.manifest_made", "exchange-a");
  for (let i = 0; i < length; i++) {
    world.now += 1_000 * (1 + random.below(90));
    say(random.pick(kinds), random.pick(atTheLine));
  }
  return world;
}

/** All that is told of the days, without the places of acts in the log. */
function told(state: State) {
  return [...state.lineday.manifests.values()].map((day) => ({
    blocks: blocksOf(state, day).map((one) => ({
      ...one,
      openings: one.openings.toSorted(),
      counts: sorted(one.counts),
      told: sorted(one.told),
    })),
    tellings: counters.map((counter) => tellingOf(state, day, counter)),
    conflicts: conflictsOf(state, day),
    receipts: receiptsOf(state, day).status,
    next: counters.map((counter) => nextStep(state, day, counter)),
  }));
}

const sorted = <K, V>(map: ReadonlyMap<K, V>) =>
  [...map].toSorted(([one], [other]) => (one < other ? -1 : 1));

describe("two tablets that meet", () => {
  it("[LD18] tell the same day, in whatever order their acts come in", () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const entries = dayAt(seed, 40).entriesFor("host");
        const random = seededRandom(order);
        const [founding, manifest, ...rest] = entries;
        if (!founding || !manifest) return;
        const shuffled = [
          founding,
          ...[manifest, ...rest]
            .map((entry) => ({ entry, key: random.next() }))
            .sort((x, y) => x.key - y.key)
            .map((one) => one.entry),
        ];
        const late = shuffled.map(
          (entry, i): Entry => ({ ...entry, seq: i, receivedAt: founding.receivedAt + i }),
        );
        expect(written(told(fold(late)))).toBe(written(told(fold(entries))));
      }),
      { numRuns: 150 },
    );
  });

  it("[LD19] nobody is counted twice: came, exceptions and open are all who were listed", () => {
    const outcomes = new Set(["came", "open", ...exceptionTypes]);
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = dayAt(seed, 40).state("operator");
        for (const day of state.lineday.manifests.values()) {
          const { persons, spares } = manifestOf(state, day);
          for (const counter of counters) {
            const telling = tellingOf(state, day, counter);
            const all = [...telling.outcomes.values()];
            expect([...telling.outcomes.keys()]).toEqual(persons.map((one) => one.code));
            expect(all.every((one) => outcomes.has(one))).toBe(true);
            const exceptions = all.filter((one) => one !== "came" && one !== "open").length;
            expect(telling.came + exceptions + telling.open).toBe(persons.length);
            expect(telling.counting + telling.owed + telling.open).toBe(persons.length);
            expect(telling.owed).toBeGreaterThanOrEqual(0);
            expect(telling.unexpected.length).toBeLessThanOrEqual(spares.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("[LD20] with the two sides in each other's place the ledger is the swapped one", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const entries = dayAt(seed, 30).entriesFor("host");
        const [one, other] = [fold(entries), fold(swapParties(entries))];
        expect(written(lineDebts(other))).toBe(written(swapParties(lineDebts(one))));
        expect(written(told(other))).toBe(written(swapParties(told(one))));
      }),
      { numRuns: 60 },
    );
  });

  it("[LD27] nobody who has told his count is asked for it again, unless he knows that the counts differ", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = dayAt(seed, 40).state("operator");
        for (const day of state.lineday.manifests.values())
          for (const counter of counters) {
            const { do: what, block, n } = nextStep(state, day, counter);
            const found = blocksOf(state, day).find((one) => one.number === block);
            const isTold = found?.counts.has(counter) ?? false;
            if (["pass", "count", "receive"].includes(what)) expect(isTold).toBe(false);
            if (what === "recount") expect([isTold, found?.status]).toEqual([true, "differs"]);
            if (what === "nothing") expect(receiptsOf(state, day).signed.has(counter)).toBe(true);
            if (what === "sign") expect(tellingOf(state, day, counter).open).toBe(0);
            expect(n ?? 1).toBeGreaterThan(0);
          }
      }),
      { numRuns: 100 },
    );
  });

  it("[LD20] no word of one side moves the telling of the other", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const entries = dayAt(seed, 40).entriesFor("host");
        const without = entries.filter(
          ({ act }: { act: Act }) => !act.by.office.endsWith("-a") || act.kind === "line.manifest_made",
        );
        const tellings = (state: State) =>
          [...state.lineday.manifests.values()].flatMap((day) =>
            counters
              .filter((counter) => counter !== "giver")
              .map((counter) => tellingOf(state, day, counter)),
          );
        expect(written(tellings(fold(without)))).toBe(written(tellings(fold(entries))));
      }),
      { numRuns: 60 },
    );
  });
});
