import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBytes, fold, rooms } from "#record";
import {
  counted,
  ownRecord,
  randomHistory,
  swapParties,
  truceTermsIn,
  World,
  written,
} from "#record/testing";
import { fingerprintOf } from "#replica";
import { deskIn, deskOf, istanbulFor } from "../../testing/index.ts";
import { publicHome } from "./query.ts";

const source = ownRecord;
const seeds = fc.integer({ min: 1, max: 1_000_000 });

function homeOf(world: World) {
  const model = publicHome(deskIn(world, "public"), undefined);
  if (!model) throw new Error("The public reads no founding act.");
  return model;
}

function captured(world: World, verbatim: string, room: "public" | "plenary" = "public") {
  const speaker = { name: "Ada Lind", capacity: "spokeswoman" };
  const said = { speaker, occasion: "a briefing", verbatim, language: "en", original: true, source };
  return world.must({ kind: "statement.captured", by: "party-a", room, payload: said }).id;
}

describe("the public home", () => {
  it("[PH1] is made of what the public reads", () => {
    const world = World.opened();
    captured(world, "In public.");
    const before = written(homeOf(world));
    captured(world, "In the plenary.", "plenary");
    const on = "2025-07-20";
    const proposed = { title: "A round", number: 2, on, format: "plenary" } as const;
    world.must({ kind: "round.proposed", by: "host", room: "plenary", payload: proposed });
    const payload = { from: "a", to: "b", on, count: counted(9) } as const;
    world.must({ kind: "exchange.handed_over", by: "exchange-a", room: "exchange", payload });
    expect(written(homeOf(world))).toBe(before);
    expect(before).not.toContain("In the plenary.");
  });

  it("[PH2] shows the fingerprint of the founding act", () => {
    const world = World.opened();
    const [founding] = world.entriesFor("public");
    if (!founding) throw new Error("The world has no founding act.");
    expect(homeOf(world).fingerprint).toBe(fingerprintOf(canonicalBytes(founding.act)));
    expect(publicHome(deskIn(new World(), "public"), undefined)).toBeUndefined();
  });

  it("[PH3] shows what was lately said, newest first", () => {
    const world = World.opened();
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      captured(world, `Words ${n}.`);
      world.pass(1);
    }
    const { lately } = homeOf(world);
    expect(lately.map((one) => one.words)).toEqual([7, 6, 5, 4, 3].map((n) => `Words ${n}.`));
    expect(lately.every(({ what }) => what === "statement")).toBe(true);
  });

  it("[PH4] shows a date while it is still to come", () => {
    const world = World.opened();
    const window = { from: "2025-07-03", to: "2025-07-04" };
    const terms = truceTermsIn(world);
    const payload = { title: "Two quiet days", terms, window, source };
    world.must({ kind: "truce.declared", by: "party-b", room: "public", payload });
    expect(homeOf(world).coming).toMatchObject([{ title: "Two quiet days", by: "Southbank" }]);
    world.pass(24 * 3);
    expect(homeOf(world).coming.length).toBe(1);
    world.pass(24);
    expect(homeOf(world).coming).toEqual([]);
  });

  it("[PH5] lists what is unsaid by matter, and counts nobody's", () => {
    const world = World.opened();
    const payload = { from: "a", to: "b", on: "2025-06-20", count: counted(84) } as const;
    world.must({ kind: "exchange.handed_over", by: "exchange-a", room: "public", payload });
    const { unsaid, moreUnsaid } = homeOf(world);
    expect(unsaid.map(({ title, words }) => [title, words])).toEqual([
      ["20 Jun 2025: Northbank hands over, Southbank receives, 84 persons", ["Southbank: its own account"]],
    ]);
    expect(moreUnsaid).toBe(0);
  });

  it("[PH6] names the rooms that it does not show", () => {
    const { shownRooms, closedRooms } = homeOf(World.opened());
    expect(shownRooms).toEqual(["process", "public"]);
    expect(closedRooms).toContain("plenary");
    expect(closedRooms.length).toBe(rooms.length - 2);
    const model = publicHome(istanbulFor("public"), undefined);
    expect(model?.handovers.length).toBe(6);
    expect(model?.coming).toEqual([]);
  });

  it("[PH7] is swapped where the parties are", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 70);
        const entries = world.entriesFor("public");
        const model = publicHome(deskOf(fold(entries), "public", world.now), undefined);
        const swapped = publicHome(deskOf(fold(swapParties(entries)), "public", world.now), undefined);
        // the founding act is another one, and the rooms are listed in the table's order
        const same = (of: typeof model) =>
          of && { ...of, fingerprint: "", closedRooms: of.closedRooms.toSorted() };
        expect(written(same(swapped))).toBe(written(same(swapParties(model))));
      }),
      { numRuns: 40 },
    );
  });
});
