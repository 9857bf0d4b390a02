import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Office, speakers } from "../access/offices.ts";
import type { Room } from "../access/rooms.ts";
import { fitsForm } from "../act/bytes.ts";
import type { PayloadOf } from "../act/kinds.ts";
import type { ReportCited } from "../claims/acts.ts";
import { everyStance, everyView, ownRecord, randomHistory, unread, World } from "../testing/index.ts";
import { besideInReport, entryOfReport, reportsOf } from "./view.ts";

type Noted = PayloadOf<"report.entry_noted">;
type Span = ReportCited["spans"][number];

const digest = `${"A".repeat(43)}=`;

function noted(spans: readonly Span[] = [{ from: 10, to: 60 }], length = 500, entry?: Noted["entry"]): Noted {
  return {
    entry: entry ?? { class: "outcome", breakthrough: "no", talksContinue: "yes" },
    rule: "outcome.words",
    changedByHand: false,
    source: { kind: "news", publisher: "Harbour News", report: { digest, length, spans: [...spans] } },
  };
}

const note = (world: World, by: Office, payload = noted(), room: Room = "public") =>
  world.refused({ kind: "report.entry_noted", by, room, payload });

function withdraw(world: World, by: Office, entry: string, room: Room = "public") {
  const payload = { entry, reason: "Read again." } as PayloadOf<"report.entry_withdrawn">; // any text may be named
  return world.refused({ kind: "report.entry_withdrawn", by, room, payload });
}

function notedIn(world: World, by: Office = "press-a") {
  return world.must({ kind: "report.entry_noted", by, room: "public", payload: noted() }).id;
}

describe("reports", () => {
  it("[RE1] are cited within their length, by any act with a source", () => {
    const world = World.opened();
    for (const span of [
      { from: 5, to: 5 },
      { from: 9, to: 3 },
      { from: 0, to: 501 },
    ])
      expect(note(world, "press-a", noted([span]))).toBe("RE1");
    expect(note(world, "press-a", noted([{ from: 0, to: 500 }]))).toBeUndefined();
    const captured = (length: number): PayloadOf<"statement.captured"> => ({
      speaker: { name: "Ada Lind", capacity: "envoy" },
      occasion: "x",
      verbatim: "We will come back.",
      language: "en",
      original: true,
      source: { ...ownRecord, report: { digest, length, spans: [{ from: 3, to: 21 }] } },
    });
    const capture = (length: number) =>
      world.refused({ kind: "statement.captured", by: "host", room: "public", payload: captured(length) });
    expect([capture(20), capture(21)]).toEqual(["RE1", undefined]);
  });

  it("[RE2] are cited in the order of their text, without overlap", () => {
    const world = World.opened();
    const at = (from: number, to: number): Span => ({ from, to });
    expect(note(world, "host", noted([at(0, 10), at(9, 20)]))).toBe("RE2");
    expect(note(world, "host", noted([at(30, 40), at(0, 10)]))).toBe("RE2");
    expect(note(world, "host", noted([at(0, 10), at(10, 20)]))).toBeUndefined();
  });

  it("[RE3] are taken back where their author reads them", () => {
    expect(withdraw(World.opened(), "host", unread)).toBe("RE3");
  });

  it("[RE4] are taken back by the office that noted them", () => {
    for (const by of speakers) {
      const world = World.opened();
      const id = notedIn(world, by);
      const other = speakers.find((one) => one !== by) ?? "host";
      expect([withdraw(world, other, id), withdraw(world, by, id)]).toEqual(["RE4", undefined]);
    }
  });

  it("[RE5] are taken back in the room where they stand", () => {
    const world = World.opened();
    expect(withdraw(world, "host", notedIn(world, "host"), "plenary")).toBe("RE5");
  });

  it("[RE6] are taken back once, for good", () => {
    const world = World.opened();
    const id = notedIn(world);
    expect([withdraw(world, "press-a", id), withdraw(world, "press-a", id)]).toEqual([undefined, "RE6"]);
    expect(entryOfReport(world.state("public"), id)?.withdrawn?.act.payload.reason).toBe("Read again.");
  });

  it("[RE7] cite their report, and name nobody without an office or a function", () => {
    const { source, ...rest } = noted();
    const { report: _, ...without } = source;
    expect(fitsForm("report.entry_noted", { ...rest, source })).toBe(true);
    expect(fitsForm("report.entry_noted", { ...rest, source: without })).toBe(false);
    const person = (capacity?: string) =>
      fitsForm("report.entry_noted", {
        ...noted(),
        entry: { class: "person", person: { name: "Ada Lind", ...(capacity ? { capacity } : {}) } },
      });
    expect([person("head of delegation"), person()]).toEqual([true, false]);
  });

  it("[RE8] change nothing of what anybody has said, owes or agreed", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { world } = randomHistory(seed, 60);
        world.pass(1); // of one moment, a room's place would order the entries, and with them who is named first
        const { now } = world;
        const before = (["host", "party-a", "party-b", "public"] as const).map((reader) => {
          const { reports: _, reportEntries: __, ...views } = everyView(world.state(reader), now);
          return JSON.stringify([views, [...everyStance(world.state(reader))]]);
        });
        for (const measure of ["short_truce", "prisoner_exchange"] as const)
          for (const room of ["public", "plenary"] as const)
            world.must({
              kind: "report.entry_noted",
              by: "host",
              room,
              payload: noted(undefined, undefined, {
                class: "agreement",
                measure,
                between: [{ office: "party-a" }, { office: "party-b" }],
                inPrinciple: false,
                terms: { counts: [{ amount: { value: 1_200 }, what: "prisoners", scope: "each" }] },
                accordingTo: [],
              }),
            });
        const after = (["host", "party-a", "party-b", "public"] as const).map((reader) => {
          const { reports: _, reportEntries: __, ...views } = everyView(world.state(reader), now);
          return JSON.stringify([views, [...everyStance(world.state(reader))]]);
        });
        expect(after).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });

  it("[RE9] are found by their digest, with all that cites them", () => {
    const world = World.opened();
    const first = notedIn(world);
    const second = notedIn(world, "host");
    expect(reportsOf(world.state("public"))).toEqual([{ digest, acts: [first, second] }]);
    expect(besideInReport(world.state("public"), first)).toEqual([second]);
    const apart = noted([{ from: 60, to: 90 }]);
    const third = world.must({ kind: "report.entry_noted", by: "host", room: "public", payload: apart }).id;
    expect(besideInReport(world.state("public"), third)).toEqual([]);
  });
});
