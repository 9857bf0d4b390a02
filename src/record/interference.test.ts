import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { readableRooms } from "./access/rooms.ts";
import type { Kind } from "./act/kinds.ts";
import { fold } from "./fold/view.ts";
import { owed } from "./gate/gate.ts";
import { type Attempt, places, randomAct, randomHistory, World, written } from "./testing/index.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const readers = [
  "host",
  "party-a",
  "party-b",
  "exchange-a",
  "operator",
  "reception-a",
  "monitor",
  "forensic-a",
  "forensic-b",
  "public",
] as const;

const restOnSealed: readonly Kind[] = ["footage.released", "footage.recalled"];

// The same attempts once more; between them, others say what the reader cannot read.
function replay(attempts: readonly Attempt[], seed: number, others: typeof places) {
  const world = new World(seed ^ 0x2545f491);
  const random = seededRandom(seed);
  const problems = attempts.map(({ act, at }) => {
    world.now = at;
    const problem = world.say(act);
    for (let i = others.length === 0 ? 0 : random.below(3); i > 0; i--) {
      const extra = randomAct(world, random, random.pick(others));
      if (extra) world.say(extra);
    }
    return problem;
  });
  return { world, problems };
}

describe("what an office cannot read", () => {
  it("[RC41] changes nothing of what it reads, owes, or may say", () => {
    let said = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom(...readers), (seed, reader) => {
        const rooms = readableRooms(reader);
        const { attempts } = randomHistory(seed, 60);
        const read = attempts.filter(
          // a release of footage rests on its side's sealed room, and shows that something lies there
          ({ act: { kind, room, by } }) =>
            rooms.includes(room) &&
            (!restOnSealed.includes(kind) ||
              rooms.includes(by.office.endsWith("-b") ? "press-b" : "press-a")),
        );
        const hidden = places.filter(({ room }) => !rooms.includes(room));
        const plain = replay(read, seed, []);
        const other = replay(read, seed, hidden);
        said += other.world.log.length - plain.world.log.length;
        expect(other.problems).toEqual(plain.problems);
        const entries = other.world.entriesFor(reader);
        expect(written(entries)).toBe(written(plain.world.entriesFor(reader)));
        const state = fold(entries);
        expect(written(state)).toBe(written(plain.world.state(reader)));
        expect(written(owed(state, plain.world.now, reader))).toBe(
          written(owed(plain.world.state(reader), plain.world.now, reader)),
        );
      }),
      { numRuns: 200 },
    );
    expect(said).toBeGreaterThan(2_000);
  });
});
