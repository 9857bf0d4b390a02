import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "#base";
import { offices } from "./access/offices.ts";
import { type Room, rooms, roomTable } from "./access/rooms.ts";
import type { Act, Kind } from "./act/kinds.ts";
import { owed } from "./gate/gate.ts";
import { everyView, places, randomAct, randomHistory, type World, written } from "./testing/index.ts";

const area = /^(truce|site|mission|remains|forensic|plan|contact)\./;
const ofAreas = places.filter(({ kind }) => area.test(kind));
const sealedOnes = ofAreas.filter(({ room }) => roomTable[room].sealed);

/** A history, and after it much that is said of a truce, its sites, its missions and its dead. */
function deepHistory(seed: number): World {
  const { world } = randomHistory(seed, 30);
  const random = seededRandom(seed ^ 0x1b873593);
  for (let i = 0; i < 700; i++) {
    world.pass(0.2);
    world.now = Math.floor(world.now);
    const act = randomAct(world, random, random.pick(i % 2 === 0 ? sealedOnes : ofAreas));
    if (act) world.say(act);
  }
  return world;
}

/** What no other act can hold by chance: its own id, positions to the metre, a bag's code. */
function traces({ id, payload }: Act): readonly string[] {
  const text = written(payload ?? null);
  const positions = text.match(/"lat":-?\d+,"lon":-?\d+/g) ?? [];
  const codes = [...text.matchAll(/"code":"([A-Z0-9]{8})"/g)].map(([, code = ""]) => code);
  return [id, ...positions, ...codes];
}

describe("a sealed room that an office does not read", () => {
  it("[RC45] leaves no trace in its copy, in any form: no id, no position, no code", () => {
    const seen = new Map<Kind, number>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const world = deepHistory(seed);
        const closed = (room: Room) => world.log.filter(({ act }) => act.room === room).map(({ act }) => act);
        for (const { act } of world.log) seen.set(act.kind, (seen.get(act.kind) ?? 0) + 1);
        for (const office of offices) {
          const state = world.state(office);
          const copy = written([
            world.entriesFor(office),
            state,
            everyView(state, world.now),
            owed(state, world.now, office),
          ]);
          const unread = rooms.filter(
            (room) => roomTable[room].sealed && !roomTable[room].readers.includes(office),
          );
          const found = unread.flatMap(closed).flatMap((act) =>
            traces(act)
              .filter((trace) => copy.includes(trace))
              .map((trace) => `${office} holds ${trace} of ${act.kind} in ${act.room}`),
          );
          expect(found).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
    // the histories went through every kind of these areas that is said in a sealed room
    expect([...new Set(sealedOnes.map(({ kind }) => kind))].filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
