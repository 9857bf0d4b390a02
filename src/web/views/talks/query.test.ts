import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActId, checkAct, type Entry, fold, type Office, owed, type Room, readableRooms } from "#record";
import {
  confirmIn,
  instantOf,
  openRoundIn,
  ownRecord,
  pointIn,
  randomHistory,
  roundIn,
  swapParties,
  World,
  written,
} from "#record/testing";
import { istanbul } from "../../../../examples/istanbul-2025/index.ts";
import { deskOf } from "../../testing/index.ts";
import { rounds } from "./query.ts";
import { type RoundModel, round } from "./round-query.ts";
import { timeLine } from "./timeline.ts";

const source = ownRecord;
const seeds = fc.integer({ min: 1, max: 100_000 });
const person = { name: "Ada Lind", capacity: "head of delegation" };

const at = (world: World, office: Office) => deskOf(world.state(office), office, world.now);
const listOf = (world: World, office: Office) => rounds(at(world, office), undefined);

function roundOf(world: World, office: Office, id: string): RoundModel {
  const found = round(at(world, office), { id });
  if (!found) throw new Error(`${office} reads no round ${id}.`);
  return found;
}

function readOut(world: World, by: "host" | "party-a" | "party-b", of: ActId, text: string, language = "en") {
  const payload = { round: of, speaker: person, text, language, points: [], source };
  world.must({ kind: "readout.given", by, room: "plenary", payload });
}

/** The Istanbul example as an office reads it; the founding act is a world's own. */
function istanbulFor(office: Office) {
  const founding = World.opened().entriesFor(office);
  const sizes = new Map<Room, number>();
  const entries = istanbul.acts.flatMap(({ sealed, receivedAt, act }): readonly Entry[] => {
    const checked = checkAct({ ...act, seen: { size: 0, root: btoa("\0".repeat(32)) } });
    if (sealed || "problem" in checked || !readableRooms(office).includes(act.room)) return [];
    const seq = sizes.get(act.room) ?? (act.room === "process" ? founding.length : 0);
    sizes.set(act.room, seq + 1);
    return [{ seq, receivedAt: Date.parse(receivedAt), roster: 1, act: checked.act }];
  });
  const first = founding.map((entry) => ({ ...entry, receivedAt: 0 }));
  return deskOf(fold([...first, ...entries]), office, Date.parse("2025-07-28T12:00:00Z"));
}

describe("the rounds on screen", () => {
  it("[WT1] stand by their dates: the opening, or else the proposed day", () => {
    const world = World.opened();
    const payload = { title: "Later", number: 7, on: "2025-09-01", format: "plenary" } as const;
    const later = world.must({ kind: "round.proposed", by: "party-a", room: "plenary", payload }).id;
    const first = openRoundIn(world, 3);
    const { rounds: lines, nextNumber } = listOf(world, "party-b");
    expect(lines.map(({ id }) => id)).toEqual([first, later]);
    expect(lines.map(({ when }) => when)).toEqual([
      { kind: "instant", at: world.now },
      { kind: "day", day: "2025-09-01" },
    ]);
    expect(nextNumber).toBe(8);
  });

  it("[WT2] show each one's own date, delegation and acceptance, and that of nobody else", () => {
    const world = World.opened();
    const id = openRoundIn(world);
    const listed = { round: id, head: person, members: [], source };
    world.must({ kind: "composition.listed", by: "party-b", room: "plenary", payload: listed });
    world.must({
      kind: "round.closed",
      by: "host",
      room: "plenary",
      payload: { round: id, at: instantOf(world.now) },
    });
    const payload = { round: id, reservation: "Not the third item." };
    world.must({ kind: "record.accepted", by: "party-a", room: "plenary", payload });
    const model = roundOf(world, "host", id);
    const stance = (office: Office) => model.dates.find((one) => one.office === office)?.word.code;
    expect([stance("host"), stance("party-a"), stance("party-b")]).toEqual([
      "agreed",
      "no_answer",
      "no_answer",
    ]);
    const listedBy = model.delegations.filter(({ list }) => list).map(({ office }) => office);
    expect(listedBy).toEqual(["party-b"]);
    const accepted = model.acceptances.filter(({ said }) => said);
    expect(accepted.map(({ office, reservation }) => [office, reservation])).toEqual([
      ["party-a", "Not the third item."],
    ]);
  });

  it("[WT3] show what one has confirmed in principle only as agreed in principle", () => {
    const world = World.opened();
    openRoundIn(world);
    const point = pointIn(world, "host");
    confirmIn(world, point, "party-a");
    const status = () => roundOf(world, "party-a", roundOfPoint(world)).points[0]?.status.code;
    expect(status()).toBe("open");
    const payload = { point, answer: "confirmed_in_principle", source } as const;
    world.must({ kind: "point.answered", by: "party-b", room: "plenary", payload });
    expect(status()).toBe("agreed_in_principle");
    confirmIn(world, point, "party-b");
    expect(status()).toBe("agreed");
  });

  it("[WT4] show the readouts side by side, word for word in their language", () => {
    const world = World.opened();
    const id = openRoundIn(world);
    readOut(world, "party-b", id, "Ми погодили обмін.", "uk");
    readOut(world, "host", id, "Two hours, one hall.");
    const { readouts } = roundOf(world, "party-a", id);
    expect(
      readouts.map(({ office, readouts: all }) => [office, all.map((one) => [one.language, one.text])]),
    ).toEqual([
      ["host", [["en", "Two hours, one hall."]]],
      ["party-a", []],
      ["party-b", [["uk", "Ми погодили обмін."]]],
    ]);
    expect(readouts[0]?.readouts[0]).toMatchObject({ speaker: person, source: { words: "Secretariat" } });
  });

  it("[WT5] owe what the gate says of the round and its points", () => {
    const world = World.opened();
    const id = openRoundIn(world);
    const point = pointIn(world, "party-a");
    const all = owed(world.state("host"), world.now).filter(
      ({ subject }) => subject === id || subject === point,
    );
    const model = roundOf(world, "host", id);
    expect(model.owed.flatMap(({ offices }) => offices)).toHaveLength(all.length);
    expect(model.owed.some(({ on }) => on === "1,200 from each side")).toBe(true);
    expect(listOf(world, "host").rounds[0]?.owed).toBe(all.length);
  });

  it("[WT6] offer the forms that this office may fill in now", () => {
    const world = World.opened();
    const id = roundIn(world);
    const offered = (office: Office) =>
      Object.entries(roundOf(world, office, id).may).flatMap(([form, may]) => (may ? [form] : []));
    expect(offered("host")).toEqual(["answerDate", "setAgenda", "open"]);
    expect(offered("party-a")).toEqual(["answerDate", "list"]);
    const payload = { round: id, at: instantOf(world.now), chair: person, venue: "The hall" };
    world.must({ kind: "round.opened", by: "host", room: "plenary", payload });
    expect(offered("host")).toEqual(["setAgenda", "close", "recordPoint", "readOut"]);
    const point = pointIn(world, "party-a");
    const mayAnswer = (office: Office) =>
      roundOf(world, office, id).points.find((one) => one.id === point)?.mayAnswer;
    expect([mayAnswer("host"), mayAnswer("party-a"), mayAnswer("party-b")]).toEqual([false, false, true]);
    world.must({ kind: "round.closed", by: "host", room: "plenary", payload: { round: id, at: payload.at } });
    expect(offered("party-b")).toEqual(["list", "recordPoint", "readOut", "accept"]);
    world.must({ kind: "record.accepted", by: "party-b", room: "plenary", payload: { round: id } });
    expect(offered("party-b")).not.toContain("accept");
    expect(listOf(world, "party-a").mayPropose).toBe(true);
    expect(listOf(world, "exchange-a").mayPropose).toBe(false);
  });

  it("[WT7] are not there for an office that does not read the plenary", () => {
    const world = World.opened();
    const id = openRoundIn(world);
    for (const office of ["public", "exchange-a", "press-b", "operator"] as const) {
      expect(listOf(world, office).rounds).toEqual([]);
      expect(round(at(world, office), { id })).toBeNull();
    }
    expect(round(at(world, "host"), { id: "no-id" })).toBeNull();
  });

  it("[WT8] are swapped where the parties are", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 60);
        for (const office of ["host", "party-a"] as const) {
          const entries = world.entriesFor(office);
          const desk = deskOf(fold(entries), office, world.now);
          const swapped = deskOf(fold(swapParties(entries)), swapParties(office), world.now);
          expect(written(rounds(swapped, undefined))).toBe(written(swapParties(rounds(desk, undefined))));
          for (const id of desk.state.talks.rounds.keys())
            expect(written(round(swapped, { id }))).toBe(written(swapParties(round(desk, { id }))));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are those of the Istanbul talks, with three accounts of each", () => {
    const desk = istanbulFor("party-a");
    const { rounds: lines } = rounds(desk, undefined);
    expect(lines.map(({ number, status }) => [number, status.code])).toEqual([
      [1, "closed"],
      [2, "closed"],
      [3, "closed"],
    ]);
    for (const { id } of lines) {
      const found = round(desk, { id });
      expect(found?.readouts.map(({ readouts }) => readouts.length)).toEqual([1, 1, 1]);
      expect(found?.delegations.every(({ list }) => list !== undefined)).toBe(true);
    }
  });
});

describe("the time line", () => {
  const moments = fc
    .array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 40 })
    .map((days) => days.toSorted((a, b) => a - b).map((day, i) => ({ id: `r${i}`, at: day * 86_400_000 })));

  it("[WT9] keeps the order and lays no mark over another", () => {
    fc.assert(
      fc.property(moments, (items) => {
        const size = { width: 320, mark: 34 };
        const { placed, rows } = timeLine(items, size);
        expect(placed.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
        for (const [i, one] of placed.entries()) {
          expect(one.x).toBeGreaterThan(0);
          expect(one.x).toBeLessThan(1);
          expect(one.row).toBeLessThan(rows);
          for (const other of placed.slice(i + 1)) {
            expect(other.x).toBeGreaterThanOrEqual(one.x);
            if (other.row === one.row)
              expect((other.x - one.x) * size.width).toBeGreaterThanOrEqual(size.mark - 1e-6);
          }
        }
      }),
    );
  });

  it("puts one round alone in the middle, and nothing on an empty line", () => {
    expect(timeLine([{ id: "one", at: 0 }], { width: 320, mark: 34 }).placed[0]?.x).toBeCloseTo(0.5);
    expect(timeLine([], { width: 320, mark: 34 })).toEqual({ placed: [], ticks: [], rows: 0 });
  });
});

function roundOfPoint(world: World): ActId {
  const [id] = world.state("host").talks.rounds.keys();
  if (!id) throw new Error("There is no round in this world.");
  return id;
}
