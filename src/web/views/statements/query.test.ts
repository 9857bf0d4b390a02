import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, type Office, type PayloadOf } from "#record";
import { counted, ownRecord, randomHistory, swapParties, unread, World, written } from "#record/testing";
import { deskIn, deskOf, istanbulFor } from "../../testing/index.ts";
import { readingDesk } from "../reading/query.ts";
import { everything } from "./filter.ts";
import { statement } from "./one.ts";
import { positions } from "./positions.ts";
import { register } from "./register.ts";
import { capture } from "./saying-query.ts";

const source = ownRecord;
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const verbatim = "Ми передали 84 особи. Решта — згодом.";

function captured(
  world: World,
  by: Office,
  part: Partial<PayloadOf<"statement.captured">> = {},
  room: "public" | "plenary" = "public",
) {
  const speaker = { name: "Ada Lind", capacity: "spokeswoman" };
  const payload = {
    speaker,
    onBehalfOf: "party-a",
    occasion: "a briefing",
    verbatim,
    language: "uk",
    original: true,
    source,
    ...part,
  } as const;
  return world.must({ kind: "statement.captured", by, room, payload }).id;
}

function noted(world: World, of: ReturnType<typeof captured>, by: Office = "press-b") {
  const payload = {
    statement: of,
    type: "gives_number",
    span: { from: 12, to: 20 },
    claim: counted(84),
  } as const;
  return world.must({ kind: "statement.claim_noted", by, room: "public", payload }).id;
}

describe("the register of statements", () => {
  it("[SV1] shows the words as they were said, with who, for whom, where and when", () => {
    const world = World.opened();
    const id = captured(world, "press-b");
    const at = deskIn(world, "public");
    const [row] = register(at, everything).rows;
    expect(row).toMatchObject({
      words: verbatim,
      language: "uk",
      isOriginal: true,
      speaker: "Ada Lind",
      onBehalfOf: "Northbank",
    });
    const model = statement(at, id);
    expect(model?.verbatim).toBe(verbatim);
    expect(model?.said).toMatchObject({ office: "press-b", said: world.now, received: world.now });
    expect(model?.source?.words).toBe("Secretariat");
    const report = captured(world, "press-a", { original: false });
    expect(statement(deskIn(world, "public"), report)?.isOriginal).toBe(false);
  });

  it("[SV8] leads from the words to their report, and to what else was read from them", () => {
    const world = World.opened();
    const report = { digest: `${"A".repeat(43)}=`, length: 200, spans: [{ from: 10, to: 60 }] };
    const source = { kind: "news", publisher: "Harbour News", report } as const;
    const id = captured(world, "press-a", { source });
    const entry = world.must({
      kind: "report.entry_noted",
      by: "press-a",
      room: "public",
      payload: {
        entry: {
          class: "proposal",
          measure: "short_truce",
          by: [{ office: "party-a" }],
          again: false,
          terms: { minHours: 24 },
        },
        rule: "proposal.proposes",
        changedByHand: false,
        source: { ...source, report: { ...report, spans: [{ from: 40, to: 90 }] } },
      },
    }).id;
    const model = statement(deskIn(world, "public"), id);
    expect(model?.report).toContain(report.digest);
    expect(model?.beside.map((one) => one.id)).toEqual([entry]);
  });

  it("[SV1] knows no statement that the office does not read", () => {
    const world = World.opened();
    const id = captured(world, "party-a", {}, "plenary");
    expect(statement(deskIn(world, "public"), id)).toBeUndefined();
    expect(register(deskIn(world, "public"), everything)).toMatchObject({ all: 0, rows: [], sides: [] });
    expect(statement(deskIn(world, "public"), unread)).toBeUndefined();
    expect(statement(deskIn(world, "public"), "no id")).toBeUndefined();
  });

  it("[SV2] is narrowed by side, kind, period, language and words together", () => {
    const world = World.opened();
    const one = captured(world, "press-a");
    noted(world, one);
    world.pass(48);
    const other = captured(world, "press-b", {
      onBehalfOf: "press-b",
      language: "en",
      verbatim: "We received 81.",
    });
    const outside = captured(world, "monitor", { verbatim: "Eighty-four came home.", language: "en" });
    const { onBehalfOf: _, ...payload } = {
      ...(world.state("host").entries.get(outside)?.act.payload as PayloadOf<"statement.captured">), // captured above
    };
    world.must({
      kind: "act.corrected",
      by: "monitor",
      room: "public",
      payload: { act: outside, reason: "No office sent him.", payload },
    });
    const found = (part: Partial<typeof everything>) =>
      register(deskIn(world, "public"), { ...everything, ...part }).rows.map((row) => row.id);
    expect(found({})).toEqual([other, outside, one]);
    expect(found({ side: "party-a" })).toEqual([one]);
    expect(found({ side: "party-b" })).toEqual([other]);
    expect(found({ side: "others" })).toEqual([outside]);
    expect(found({ type: "gives_number" })).toEqual([one]);
    expect(found({ type: "denies" })).toEqual([]);
    expect(found({ to: "2025-07-02" })).toEqual([one]);
    expect(found({ from: "2025-07-03" })).toEqual([other, outside]);
    expect(found({ language: "en", text: "RECEIVED" })).toEqual([other]);
    expect(found({ language: "uk", text: "received" })).toEqual([]);
    const { all, sides, hasOthers, languages } = register(deskIn(world, "public"), everything);
    expect([all, hasOthers, languages]).toEqual([3, true, ["en", "uk"]]);
    expect(sides.map((one) => one.value).toSorted()).toEqual(["party-a", "party-b"]);
  });

  it("[SV3] shows a claim with the very words of its span", () => {
    const world = World.opened();
    const id = captured(world, "press-a");
    noted(world, id);
    const [claim] = statement(deskIn(world, "host"), id)?.claims ?? [];
    expect(claim).toMatchObject({ words: "84 особи", number: "84 persons", by: "press office of Southbank" });
    for (const row of register(istanbulFor("public"), everything).rows) {
      const model = statement(istanbulFor("public"), row.id);
      for (const { from, to, words } of model?.claims ?? [])
        expect(model?.verbatim.slice(from, to)).toBe(words);
    }
  });

  it("[SV4] keeps the wording before a correction, and adds answers", () => {
    const world = World.opened();
    const id = captured(world, "press-b");
    expect(statement(deskIn(world, "host"), id)?.answers).toEqual([]);
    const first = world.state("host").entries.get(id)?.act.payload as PayloadOf<"statement.captured">; // captured above
    world.must({
      kind: "act.corrected",
      by: "press-b",
      room: "public",
      payload: {
        act: id,
        reason: "A word was left out.",
        payload: { ...first, verbatim: `${verbatim} Так.` },
      },
    });
    const answer = { statement: id, answer: "disowned", words: "She does not speak for us." } as const;
    world.must({ kind: "statement.answered", by: "party-a", room: "public", payload: answer });
    const model = statement(deskIn(world, "public"), id);
    expect(model?.verbatim).toBe(`${verbatim} Так.`);
    expect(model?.corrections).toMatchObject([{ reason: "A word was left out.", before: verbatim }]);
    expect(model?.answers).toMatchObject([{ answer: "disowned", words: "She does not speak for us." }]);
  });

  it("[SV5] lets answer only the office on whose behalf it was said", () => {
    const world = World.opened();
    const id = captured(world, "press-b");
    const may = (office: Office) => {
      const model = statement(deskIn(world, office), id);
      return [model?.mayAnswer, model?.mayNote];
    };
    expect(may("party-a")).toEqual(["public", "public"]);
    expect(may("party-b")).toEqual([undefined, "public"]);
    expect(may("press-a")).toEqual([undefined, "public"]);
    expect(may("operator")).toEqual([undefined, "public"]);
    expect(may("exchange-a")).toEqual([undefined, undefined]);
    expect(may("public")).toEqual([undefined, undefined]);
    expect(capture(deskIn(world, "public"), undefined).rooms).toEqual([]);
    expect(capture(deskIn(world, "press-a"), undefined).rooms.map((one) => one.value)).toEqual(["public"]);
  });
});

describe("positions on screen", () => {
  it("[SV9] are cited from a statement by the side on whose behalf it was said, and by the host", () => {
    const world = World.opened();
    const id = captured(world, "press-b");
    const may = (office: Office) => statement(deskIn(world, office), id)?.mayCite;
    expect(may("party-a")).toBeUndefined(); // no issue is open yet
    const payload = { title: "A pause", words: "How long" };
    const issue = world.must({ kind: "issue.opened", by: "host", room: "plenary", payload }).id;
    for (const office of ["party-a", "host"] as const) {
      const cite = may(office);
      expect(cite).toMatchObject({ side: "a", issues: [{ id: issue, title: "A pause", room: "plenary" }] });
      if (!cite) continue;
      const { side, dated, source } = cite;
      const position = { issue, side, position: "two days", dated, statement: id, source };
      world.must({ kind: "position.cited", by: office, room: "plenary", payload: position });
    }
    for (const office of ["party-b", "press-a", "monitor", "public"] as const)
      expect(may(office)).toBeUndefined();
    // an issue of one's own room is cited there, sealed or not
    for (const [by, room] of [
      ["party-a", "internal-a"],
      ["host", "internal-host"],
    ] as const) {
      const inside = world.must({ kind: "issue.opened", by, room, payload }).id;
      expect(may(by)?.issues.at(-1)).toMatchObject({ id: inside, room });
      expect(may(by)?.issues).toHaveLength(2);
    }
  });

  it("[SV13] are cited from what a report says by a side that proposed it there, and say that it was taken back", () => {
    const world = World.opened();
    const report = { digest: `${"A".repeat(43)}=`, length: 200, spans: [{ from: 10, to: 60 }] };
    const noted = world.must({
      kind: "report.entry_noted",
      by: "press-b",
      room: "public",
      payload: {
        entry: {
          class: "proposal",
          measure: "short_truce",
          by: [{ office: "party-a" }],
          again: false,
          terms: {},
        },
        rule: "proposal.proposes",
        changedByHand: false,
        source: { kind: "news", publisher: "Harbour News", published: "2025-06-30", report },
      },
    }).id;
    const opened = { title: "A pause", words: "How long" };
    const issue = world.must({ kind: "issue.opened", by: "host", room: "plenary", payload: opened }).id;
    const may = (office: Office) => readingDesk(deskIn(world, office), undefined).noted[0]?.mayCite;
    for (const office of ["host", "party-b", "press-a", "public"] as const)
      expect(may(office)).toBeUndefined();
    const cite = may("party-a");
    expect(cite).toMatchObject({ side: "a", dated: "2025-06-30", issues: [{ id: issue, room: "plenary" }] });
    if (!cite) return;
    const { side, from, dated, source: cited } = cite;
    const payload = { issue, side, position: "A day or two.", dated, ...from, source: cited };
    const position = world.must({ kind: "position.cited", by: "party-a", room: "plenary", payload }).id;
    const one = () => positions(deskIn(world, "party-b"), undefined).issues[0];
    const held = () => one()?.sides.find((each) => each.position)?.position;
    expect(held()).toMatchObject({ words: "A day or two.", entry: { id: noted, isWithdrawn: false } });
    expect(one()?.cited.map(({ id }) => id)).toEqual([position, noted]);
    const back = { entry: noted, reason: "Read again." };
    world.must({ kind: "report.entry_withdrawn", by: "press-b", room: "public", payload: back });
    expect(held()?.entry).toEqual({ id: noted, isWithdrawn: true });
    expect(may("party-a")).toBeUndefined();
  });

  it("[SV10] an issue is opened by the host and the parties, in the plenary or in one's own room", () => {
    const world = World.opened();
    const may = (office: Office) =>
      positions(deskIn(world, office), undefined).mayOpen.map(({ value }) => value);
    expect(may("host")).toEqual(["plenary", "internal-host"]);
    expect(may("party-a")).toEqual(["plenary", "internal-a"]);
    expect(may("party-b")).toEqual(["plenary", "internal-b"]);
    for (const office of ["press-a", "operator", "monitor", "public"] as const)
      expect(may(office)).toEqual([]);
    for (const room of ["plenary", "internal-b"] as const) {
      world.must({ kind: "issue.opened", by: "party-b", room, payload: { title: room, words: "x" } });
      world.pass(1);
    }
    const stands = (office: Office) =>
      positions(deskIn(world, office), undefined).issues.map(({ title, within }) => [title, within]);
    expect(stands("party-a")).toEqual([["plenary", undefined]]);
    expect(stands("party-b")).toEqual([
      ["plenary", undefined],
      ["internal-b", "internal room of Southbank"],
    ]);
  });

  it("[SV11] an issue is classified in one's own room, on the positions cited on it and their statements", () => {
    const world = World.opened();
    const payload = { title: "A pause", words: "How long" };
    const issue = world.must({ kind: "issue.opened", by: "host", room: "plenary", payload }).id;
    const statement = captured(world, "press-a");
    const cite = (dated: string) => {
      const position = { issue, side: "a", position: "two days", dated, statement, source } as const;
      return world.must({ kind: "position.cited", by: "party-a", room: "plenary", payload: position }).id;
    };
    const [first, second] = [cite("2025-06-02"), cite("2025-06-10")];
    for (const [office, room] of [
      ["host", "internal-host"],
      ["party-a", "internal-a"],
      ["party-b", "internal-b"],
    ] as const) {
      const model = positions(deskIn(world, office), undefined);
      expect(model.mayClassify.map(({ value }) => value)).toEqual([room]);
      expect(model.issues[0]?.cited.map(({ id }) => id)).toEqual([second, statement, first]);
    }
    expect(positions(deskIn(world, "monitor"), undefined).mayClassify).toEqual([]);
  });

  it("[SV12] an outlook is given by whoever speaks, where he speaks", () => {
    const world = World.opened();
    const may = (office: Office) =>
      positions(deskIn(world, office), undefined).mayGive.map(({ value }) => value);
    expect(may("party-b")).toEqual(["plenary", "public", "internal-b"]);
    expect(may("monitor")).toEqual(["public"]);
    expect(may("public")).toEqual([]);
  });

  it("[SV6] stand side by side, the latest of each side, and a class only where it is read", () => {
    const world = World.opened();
    const issue = world.must({
      kind: "issue.opened",
      by: "host",
      room: "plenary",
      payload: { title: "A pause", words: "How long" },
    }).id;
    const cite = (by: "party-a" | "party-b", position: string, dated: string) =>
      world.must({
        kind: "position.cited",
        by,
        room: "plenary",
        payload: { issue, side: by === "party-a" ? "a" : "b", position, dated, source },
      }).id;
    const basis = cite("party-a", "two days", "2025-06-10");
    cite("party-a", "one day", "2025-06-02");
    world.must({
      kind: "issue.classified",
      by: "host",
      room: "internal-host",
      payload: { issue, box: "contested_facts", words: "as we see it", basis: [basis] },
    });
    const [own] = positions(deskIn(world, "party-b"), undefined).issues;
    expect(own?.sides.map((one) => one.position?.words)).toEqual([undefined, "two days"]);
    expect(own?.sides.map(({ earlier }) => earlier.map(({ words }) => words))).toEqual([[], ["one day"]]);
    expect(own?.classified).toEqual([]);
    const [hosts] = positions(deskIn(world, "host"), undefined).issues;
    expect(hosts?.classified).toMatchObject([{ box: "contested facts", words: "as we see it" }]);
    expect(positions(deskIn(world, "public"), undefined).issues).toEqual([]);
    const [outlook] = positions(istanbulFor("public"), undefined).outlooks;
    expect(outlook).toMatchObject({ horizon: "2025-12-31", confidence: "low" });
    expect(outlook?.basis.length).toBe(4);
  });
});

describe("statements and positions", () => {
  it("[SV7] are swapped where the parties are", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 70);
        for (const office of ["host", "party-b", "press-a"] as const) {
          const entries = world.entriesFor(office);
          const at = deskOf(fold(entries), office, world.now);
          const swapped = deskOf(fold(swapParties(entries)), swapParties(office), world.now);
          const all = (of: typeof at) => [
            register(of, everything),
            positions(of, undefined),
            [...of.state.statements.keys()].map((id) => statement(of, id)),
            capture(of, undefined),
          ];
          expect(written(all(swapped))).toBe(written(swapParties(all(at))));
        }
      }),
      { numRuns: 40 },
    );
  });
});
