import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActId, fold, type Office, type PayloadOf, readList, writeList } from "#record";
import {
  confirmIn,
  counted,
  listIn,
  lockIn,
  ownRecord,
  pointIn,
  randomHistory,
  swapParties,
  trancheIn,
  World,
  written,
} from "#record/testing";
import { linesIn, linesText } from "../../design/lines-text.ts";
import type { Contents } from "../../desk/contents.ts";
import { deskIn, deskOf } from "../../testing/index.ts";
import { board } from "./board-query.ts";
import { draftsOf, partsAreWrong, partsOf } from "./part-draft.ts";
import { planIn } from "./planner/read-plan.ts";
import { type TrancheModel, tranche } from "./tranche-query.ts";

const source = ownRecord;
const room = "exchange";
const seeds = fc.integer({ min: 1, max: 100_000 });

function boardOf(world: World, office: Office) {
  return board(deskIn(world, office), undefined);
}

function trancheOf(world: World, office: Office, id: string): TrancheModel {
  const found = tranche(deskIn(world, office), { id });
  if (!found) throw new Error(`${office} reads no tranche ${id}.`);
  return found;
}

function withLane(list: ActId): Partial<PayloadOf<"tranche.tabled">> {
  const lines = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);
  return {
    reserves: [],
    parts: [
      { returnedBy: "a", category: "number", persons: [{ list, lines: lines(1, 30) }] },
      { returnedBy: "a", category: "dr1", persons: [{ list, lines: [31] }] },
      { returnedBy: "b", category: "number", persons: [{ list, lines: lines(101, 30) }] },
      { returnedBy: "b", category: "dr2", persons: [{ list, lines: lines(131, 8) }] },
    ],
  };
}

function scene() {
  const world = World.opened();
  const list = listIn(world);
  const id = trancheIn(world, "party-a", list);
  return { world, list, id };
}

describe("exchange on screen", () => {
  it("[WX1] the board shows the latest texts, with each party's own word and what is missing first", () => {
    const { world, list, id } = scene();
    const later = trancheIn(world, "party-b", list, { replaces: id, title: "Second text" });
    const { tranches, earlier } = boardOf(world, "party-a");
    expect(tranches.map((one) => [one.id, one.status.code, one.replaces?.id])).toEqual([
      [later, "tabled", id],
    ]);
    expect(earlier.map((one) => one.id)).toEqual([id]);
    expect(tranches[0]?.parties.map((one) => [one.office, one.answer.code])).toEqual([
      ["party-a", "no_answer"],
      ["party-b", "tabled_it"],
    ]);
    expect(tranches[0]?.owed.map((one) => [one.what, one.isOurs])).toEqual([
      ["an answer on the tranche", true],
    ]);
  });

  it("[WX2] no small count stands on the board, nor follows from what stands there", () => {
    const world = World.opened();
    const list = listIn(world);
    const id = trancheIn(world, "party-a", list, withLane(list));
    const [line] = boardOf(world, "host").tranches;
    const of = (side: "a" | "b") => line?.counts.find((one) => one.side === side);
    expect([of("a")?.total, of("a")?.outside]).toEqual([31, "withheld"]);
    expect([of("b")?.total, of("b")?.outside]).toEqual([38, 8]);
    const cells = trancheOf(world, "host", id).counts.flatMap((one) => one.cells.map(({ count }) => count));
    expect(cells.filter((one) => typeof one === "number" && one > 0 && one < 5)).toEqual([]);
    const [first] = trancheOf(world, "party-a", id).counts;
    expect(first?.cells.map(({ category, count }) => [category.code, count])).toEqual([
      ["dr1", "withheld"],
      ["number", "withheld"],
    ]);
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world: told } = randomHistory(seed, 60);
        for (const { counts } of boardOf(told, "operator").tranches)
          for (const count of counts.flatMap(({ total, outside }) => [total, outside]))
            expect(count === "withheld" || count === 0 || count >= 5).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("[WX3] the lane outside parity is shown apart", () => {
    const world = World.opened();
    const list = listIn(world);
    const id = trancheIn(world, "party-a", list, withLane(list));
    const outside = trancheOf(world, "party-b", id).persons.filter((one) => one.isOutside);
    expect(outside.map(({ category }) => category.code)).toEqual(["dr1", "dr2"]);
    expect(boardOf(world, "party-b").tranches[0]?.counts.map((one) => one.outside)).toEqual([8, "withheld"]);
  });

  it("[WX4] names come from the lists that this office holds, and from nowhere else", () => {
    const world = World.opened();
    const bytes = writeList([
      { surname: "Бондар", given: "Іван" },
      { rank: "сержант" },
      { written: "Melnyk P" },
    ]);
    const content = { digest: "0".repeat(64), bytes: bytes.length, mediaType: "x", rows: 3 };
    const payload = { kind: "held", title: "Held", content } as const;
    const list = world.must({ kind: "list.submitted", by: "exchange-a", room, payload }).id;
    const part = (lines: number[]): PayloadOf<"tranche.tabled">["parts"][number] => ({
      returnedBy: "a",
      category: "number",
      persons: [{ list, lines }],
    });
    const id = world.must({
      kind: "tranche.tabled",
      by: "party-a",
      room,
      payload: {
        title: "First",
        on: "2025-07-20",
        place: "The bridge",
        parts: [part([1, 2])],
        reserves: [part([3])],
        source,
      },
    }).id;
    lockIn(world, id);
    const read = readList(bytes);
    const contents: Contents = { of: () => (read ? { is: "read", list: read } : { is: "absent" }) };
    const [shown] = tranche(deskIn(world, "party-a", contents), { id })?.persons ?? [];
    expect(shown?.lists).toEqual([
      { id: list, title: "Held", lines: "1–2", names: [{ line: 1, name: "Бондар Іван" }] },
    ]);
    const held = tranche(deskIn(world, "party-a", contents), { id });
    expect(held?.ins.map(({ label }) => label)).toEqual(["Melnyk P · Held, 3"]);
    expect(JSON.stringify(trancheOf(world, "party-b", id))).not.toMatch(/Бондар|Melnyk/);
    const swap = {
      tranche: id,
      out: { list, line: 1 },
      in: { list, line: 3 },
      reason: "agreed_change",
    } as const;
    world.must({ kind: "tranche.substitution_proposed", by: "party-a", room, payload: swap });
    expect(tranche(deskIn(world, "party-b", contents), { id })?.substitutions[0]?.out).toBe(
      "Бондар Іван · Held, 1",
    );
  });

  it("[WX4] persons stand by list and line with the agreed substitutions, those not available marked", () => {
    const { world, list, id } = scene();
    lockIn(world, id);
    const swap = {
      tranche: id,
      out: { list, line: 1 },
      in: { list, line: 4 },
      reason: "not_available",
    } as const;
    const substitution = world.must({
      kind: "tranche.substitution_proposed",
      by: "party-a",
      room,
      payload: swap,
    }).id;
    expect(trancheOf(world, "party-b", id).substitutions[0]?.mayAnswer).toBe(true);
    expect(trancheOf(world, "party-a", id).substitutions[0]?.mayAnswer).toBe(false);
    world.must({
      kind: "tranche.substitution_answered",
      by: "party-b",
      room,
      payload: { substitution, answer: "agreed" },
    });
    world.must({
      kind: "eligibility.withheld",
      by: "operator",
      room,
      payload: { heldBy: "a", persons: [{ list, lines: [2] }], reason: "not_available" },
    });
    const [going] = trancheOf(world, "party-b", id).persons.filter((one) => one.returnedBy === "Northbank");
    expect([going?.lists[0]?.lines, going?.notAvailable]).toEqual([
      "2–4",
      [{ ...going?.lists[0], lines: "2" }],
    ]);
  });

  it("[WX5] differences are shown, and whose lock is of this text", () => {
    const { world, list, id } = scene();
    const later = trancheIn(world, "party-b", list, { replaces: id, place: "The ferry" });
    expect(trancheOf(world, "party-a", later).changes).toMatchObject([
      { what: "place", before: "The bridge", after: "The ferry" },
    ]);
    world.must({
      kind: "tranche.answered",
      by: "party-a",
      room,
      payload: { tranche: later, answer: "agreed", source },
    });
    const { digest, may } = trancheOf(world, "party-a", later);
    expect(may.lock).toBe(true);
    world.must({ kind: "tranche.locked", by: "party-a", room, payload: { tranche: later, digest } });
    world.must({
      kind: "tranche.locked",
      by: "party-b",
      room,
      payload: { tranche: later, digest: "ab".repeat(32) },
    });
    expect(
      trancheOf(world, "host", later)
        .parties.map((one) => [one.office, one.lock?.isOfThisText])
        .toSorted(),
    ).toEqual([
      ["party-a", true],
      ["party-b", false],
    ]);
  });

  it("[WX6] a form is offered where this office may say it now", () => {
    const { world, id } = scene();
    const may = (office: Office) =>
      Object.entries(trancheOf(world, office, id).may)
        .filter(([, one]) => one)
        .map(([name]) => name);
    expect(may("host")).toEqual([]);
    expect(may("exchange-b")).toEqual(["edit"]);
    expect(may("party-b")).toEqual(["answer", "edit"]);
    lockIn(world, id);
    expect(may("party-b")).toEqual(["substitute", "stage", "ready", "link"]);
    expect(may("operator")).toEqual(["ready"]);
    expect(may("host")).toEqual([]);
    expect(boardOf(world, "operator")).toMatchObject({ mayTable: false, mayHear: true, mayCertify: true });
    expect(boardOf(world, "party-a")).toMatchObject({ mayTable: true, mayHear: false, mayCertify: false });
  });

  it("[WX7] named and delivered stand side by side, each in its own word", () => {
    const world = World.opened();
    const list = listIn(world);
    const id = trancheIn(world, "party-a", list, withLane(list));
    lockIn(world, id);
    const payload = { from: "a", to: "b", on: "2025-07-20", count: counted(31) } as const;
    const handover = world.must({ kind: "exchange.handed_over", by: "exchange-a", room, payload }).id;
    world.must({
      kind: "tranche.linked",
      by: "exchange-a",
      room,
      payload: { tranche: id, handover, source },
    });
    const line = trancheOf(world, "party-a", id).deliveries.find((one) => one.from === "Northbank");
    expect([line?.named, line?.told.map(({ name, counted: n, max }) => [name, n, max])]).toEqual([
      31,
      [
        ["Northbank", 1, 31],
        ["Southbank", 0, 0],
      ],
    ]);
  });

  it("[WX7] the pledges of the agreement stand beside it, in each one's own word", () => {
    const world = World.opened();
    const list = listIn(world);
    const agreement = pointIn(world, "host");
    confirmIn(world, agreement, "party-a", "party-b");
    for (const by of ["party-a", "party-b"] as const)
      world.must({
        kind: "pledge.made",
        by,
        room: "plenary",
        payload: { agreement, gives: counted(by === "party-a" ? 1_200 : 1_000), source },
      });
    const id = trancheIn(world, "party-a", list, { agreement });
    const pledged = (office: Office) =>
      trancheOf(world, office, id).pledges.map((one) => [one.from, one.pledged]);
    expect(pledged("party-b")).toEqual([
      ["Northbank", "1,200 persons"],
      ["Southbank", "1,000 persons"],
    ]);
    expect(pledged("operator")).toEqual([]); // it does not read the plenary
  });

  it("[WX8] a plan's persons come home to a side, and stand in a tranche under the side that returns them", () => {
    const list = "a".repeat(26);
    const plan = {
      tranches: [
        { tranche: 1, date: "2025-07-20", a: [`${list}:3`, `${list}:1`, `${list}:2`], b: [`${list}:9`] },
      ],
      reserves: [{ tranche: 1, to: "a", needed: 2, persons: [`${list}:5`] }],
      levels: [{ name: "harm", value: 3, bound: 2, gap: 0.5 }],
      parityPrice: { harm: 2, delayDays: 12, longestDelayDays: 7, later: 3, unreturned: 0 },
      whyNot: [{ code: `${list}:7`, why: "no place" }],
    };
    const read = planIn(plan, (code) => (code.endsWith(":2") ? "dr1" : "number"));
    expect(read?.tranches[0]?.drafts.map((one) => [one.returnedBy, one.category, one.lines])).toEqual([
      ["b", "dr1", "2"],
      ["b", "number", "1, 3"],
      ["a", "number", "9"],
      ["b", "number", "5"],
    ]);
    expect(read?.tranches[0]?.reserves).toEqual({ needed: 2, named: 1 });
    expect(read?.figures).toEqual([{ name: "harm", value: 3, bound: 2, gap: 0.5, isBest: false }]);
    const price = { days: 12, longest: 7, later: 3, unreturned: 0 };
    expect([read?.priceOfParity, read?.whyNot.length]).toEqual([price, 1]);
    const wrong = [
      undefined,
      {},
      [],
      { tranches: [] },
      { tranches: [{ a: ["x"], b: [] }] },
      { tranches: [3] },
    ];
    for (const other of wrong) expect(planIn(other)).toBeUndefined();
  });

  it("[WX9] no screen shows a wish, and who does not read the room sees nothing of it", () => {
    const { world, list, id } = scene();
    world.must({
      kind: "wish.taken",
      by: "operator",
      room: "wishes",
      payload: { person: { list, line: 1 }, wish: "unwilling", privately: true, on: "2025-07-01" },
    });
    for (const office of ["operator", "party-a", "party-b", "host", "exchange-b"] as const)
      expect(written([boardOf(world, office), trancheOf(world, office, id)])).not.toMatch(
        /unwilling|wants to return/,
      );
    for (const office of ["public", "monitor", "press-a", "reception-a"] as const) {
      expect(boardOf(world, office)).toMatchObject({
        reads: false,
        tranches: [],
        eligibility: [],
        lists: [],
      });
      expect(tranche(deskIn(world, office), { id })).toBeNull();
    }
  });

  it("[WX10] swapped parties give swapped pages", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 80);
        const entries = world.entriesFor("party-a");
        const [plain, swapped] = [entries, swapParties(entries)].map((all, i) =>
          deskOf(fold(all), i === 0 ? "party-a" : "party-b", world.now),
        );
        if (!plain || !swapped) throw new Error("There are two desks.");
        const codes = (at: typeof plain) =>
          board(at, undefined).tranches.map((one) => [
            one.id,
            one.status.code,
            one.parties.map(({ answer, hasLocked }) => [answer.code, hasLocked]),
            one.counts.map(({ total, outside }) => [total, outside]),
          ]);
        expect(codes(swapped)).toEqual(codes(plain));
      }),
      { numRuns: 40 },
    );
  });

  it("lines are read as a person writes them, and written in the shortest words", () => {
    expect(linesIn("1-3, 9")).toEqual([1, 2, 3, 9]);
    expect(linesIn("9 3–4;3")).toEqual([3, 4, 9]);
    for (const wrong of ["", "x", "0", "3-1", "1-99999", "-2"]) expect(linesIn(wrong)).toBeUndefined();
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (lines) => {
        const ordered = lines.toSorted((x, y) => x - y);
        expect(linesIn(linesText(ordered))).toEqual(ordered);
      }),
    );
  });

  it("a text becomes drafts and the same text again", () => {
    const { world, id } = scene();
    const { text } = trancheOf(world, "party-a", id);
    const drafts = draftsOf(text);
    expect(partsAreWrong(drafts)).toBeUndefined();
    expect([partsOf(drafts, false), partsOf(drafts, true)]).toEqual([text.parts, text.reserves]);
  });
});
