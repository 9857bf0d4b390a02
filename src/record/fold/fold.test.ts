import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Random, seededRandom } from "#base";
import { offices } from "../access/offices.ts";
import { readableRooms, rooms } from "../access/rooms.ts";
import type { Entry } from "../act/entry.ts";
import { everyView, randomHistory, World, written } from "../testing/index.ts";
import { foldInto } from "./fold.ts";
import { Ordering } from "./order.ts";
import { restore, snapshot } from "./snapshot.ts";
import { fold, View } from "./view.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 200 };

// Clocks that tick once an hour, so that many acts of several rooms are received at the same time.
function coarse(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => ({
    ...entry,
    receivedAt: entry.receivedAt - (entry.receivedAt % 3_600_000),
  }));
}

// The same entries in pieces of several rooms, each room's in its own order.
function inPieces(entries: readonly Entry[], random: Random): Entry[][] {
  const queues = rooms
    .map((room) => entries.filter((entry) => entry.act.room === room))
    .filter((queue) => queue.length > 0);
  const pieces: Entry[][] = [];
  while (queues.some((queue) => queue.length > 0))
    pieces.push(
      queues.flatMap((queue) => queue.splice(0, random.below(2) === 0 ? 0 : random.below(queue.length + 2))),
    );
  return pieces;
}

describe("the fold", () => {
  it("[RC20] is the same whenever it is done", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const entries = randomHistory(seed, 50).world.entriesFor("host");
        const once = written(fold(entries));
        expect(written(fold(structuredClone(entries)))).toBe(once);
      }),
      runs,
    );
  });

  it("[RC21] takes any visible part of a log, any order of doubles and acts that no rule let in", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, attempts } = randomHistory(seed, 50);
        for (const { act, problem } of attempts) if (problem) world.append(act);
        const random = seededRandom(seed);
        const hidden = new Set(rooms.filter(() => random.below(4) === 0));
        const part = world.log.filter((entry) => !hidden.has(entry.act.room) && random.below(6) > 0);
        const doubled = part.flatMap((entry) => (random.below(8) === 0 ? [entry, entry] : [entry]));
        for (const now of [0, world.now, world.now + 1e10]) everyView(fold(doubled), now);
        expect(written(fold(doubled))).toBe(written(fold(part)));
      }),
      runs,
    );
  });

  it("[RC21] keeps an act that builds on an unread one until that one is read", () => {
    const world = World.opened();
    const round = world.must({
      kind: "round.proposed",
      by: "host",
      room: "plenary",
      payload: { title: "Third", number: 3, on: "2025-07-23", format: "plenary" },
    });
    const answer = world.must({
      kind: "round.date_answered",
      by: "party-a",
      room: "plenary",
      payload: { round: round.id, answer: "agreed" },
    });
    const [first, second, third] = world.log;
    if (!first || !second || !third) throw new Error("Three acts were said.");
    const state = fold([first, third]);
    expect(state.waiting.get(round.id)).toEqual([third]);
    expect(state.entries.has(answer.id)).toBe(false);
    foldInto(state, second);
    expect(state.waiting.size).toBe(0);
    expect(state.entries.has(answer.id)).toBe(true);
  });

  it("[RC22] is the same at once, one by one, and in pieces of rooms that come late", () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, hourly) => {
        const { world } = randomHistory(seed, 50);
        const random = seededRandom(seed);
        const all = world.entriesFor(random.pick(offices));
        const entries = hourly ? coarse(all) : all;
        const whole = written(fold(entries));
        const single = new View();
        for (const entry of entries) single.add([entry]);
        expect(written(single.state)).toBe(whole);
        const pieces = new View();
        for (const piece of inPieces(entries, random)) pieces.add(piece);
        expect(written(pieces.state)).toBe(whole);
        expect(pieces.size).toBe(entries.length);
      }),
      runs,
    );
  });

  it("[RC23] orders two acts alike, whatever other rooms are read", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const entries = coarse(randomHistory(seed, 40).world.log);
        const random = seededRandom(seed);
        const some = new Set(rooms.filter(() => random.below(2) === 0));
        const ids = (from: readonly Entry[]) => new Ordering().place(from).map(({ entry }) => entry.act.id);
        const part = entries.filter((entry) => some.has(entry.act.room));
        const kept = new Set(part.map((entry) => entry.act.id));
        expect(ids(entries).filter((id) => kept.has(id))).toEqual(ids(part));
      }),
      runs,
    );
  });

  it("[RC23] keeps the order of a room's log where times are equal", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const entries = coarse(randomHistory(seed, 40).world.log);
        const placed = new Ordering().place(entries).map(({ entry }) => entry);
        for (const room of rooms) {
          const seqs = placed.filter((entry) => entry.act.room === room).map((entry) => entry.seq);
          expect(seqs).toEqual(seqs.toSorted((x, y) => x - y));
        }
      }),
      runs,
    );
  });

  it("[RC24] goes on from a snapshot as if it had never stopped", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 60);
        const office = seededRandom(seed).pick(["host", "party-a", "operator", "public"] as const);
        const entries = new Ordering().place(world.entriesFor(office)).map(({ entry }) => entry);
        const at = seededRandom(seed).below(entries.length + 1);
        const state = restore(snapshot(fold(entries.slice(0, at))));
        if (!state) throw new Error("The snapshot was not restored.");
        for (const entry of entries.slice(at)) foldInto(state, entry);
        expect(written(state)).toBe(written(fold(entries)));
        expect(written(everyView(state, world.now))).toBe(written(everyView(fold(entries), world.now)));
      }),
      runs,
    );
  });

  it("[RC24] refuses a snapshot of another version or shape, and torn bytes", () => {
    const bytes = snapshot(World.opened().state("host"));
    const text = new TextDecoder().decode(bytes);
    const encoder = new TextEncoder();
    expect(restore(bytes)).toBeDefined();
    expect(restore(bytes.subarray(0, bytes.length - 5))).toBeUndefined();
    expect(restore(encoder.encode(text.replace("parley-state/v4", "parley-state/v2")))).toBeUndefined();
    expect(restore(encoder.encode(text.replace("parley-state/v4", "parley-state/v3")))).toBeUndefined();
    expect(restore(encoder.encode(text.replace("parley-state/v4", "parley-state/v5")))).toBeUndefined();
    expect(restore(encoder.encode(text.replace('"talks":{', '"talk":{')))).toBeUndefined();
    expect(
      restore(encoder.encode(text.replace('"waiting":{"$":"map","of":[]}', '"waiting":[]'))),
    ).toBeUndefined();
    expect(
      restore(encoder.encode(text.replace('{"$":"map","of":[]}', '{"$":"map","of":7}'))),
    ).toBeUndefined();
    expect(restore(encoder.encode("null"))).toBeUndefined();
    expect(restore(Uint8Array.of(0xff))).toBeUndefined();
  });

  it("[RC24] keeps data that looks like a snapshot's own tags", () => {
    const world = World.opened();
    const wrong = { act: "a".repeat(26), reason: "A slip.", payload: { $: "map", of: [1], more: { $: 2 } } };
    world.append({
      ...(world.log[0]?.act as never as object),
      id: "b".repeat(25).concat("a"),
      kind: "act.corrected",
      payload: wrong,
    } as never); // a host that lies could admit it
    const state = world.state("host");
    expect(written(restore(snapshot(state)))).toBe(written(state));
  });

  it("[RC25] shows each office what the acts in its rooms make, and nothing else", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 40);
        for (const office of offices) {
          const readable = readableRooms(office);
          const entries = world.log.filter((entry) => readable.includes(entry.act.room));
          expect(written(world.state(office))).toBe(written(fold(entries)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
