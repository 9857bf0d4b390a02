import { describe, expect, it } from "vitest";
import { sayWord, translator } from "#i18n";
import { type Act, type ActId, codeInGroups, type Kind, type Office, owed, type PayloadOf } from "#record";
import { instantOf, listIn, lockIn, manifestOver, said, trancheIn, World } from "#record/testing";
import type { Desk } from "../../desk/desk.ts";
import { lineActions } from "../../desk/line-actions.ts";
import { previewOf } from "../../desk/preview.ts";
import type { At } from "../../desk/query.ts";
import { deskIn, idle } from "../../testing/index.ts";
import { day as dayQuery } from "./day-query.ts";
import { days } from "./query.ts";

const room = "exchange";

function atLine(persons: number, largestBlock = 20) {
  const world = World.opened();
  const payload = manifestOver({ random: world.ids, now: world.now }, { persons, largestBlock });
  const { id } = world.must({ kind: "line.manifest_made", by: "exchange-a", room, payload });
  world.now += 60_000;
  return { world, id, codes: payload.persons.map((one) => one.code), spares: payload.spares };
}

/** A desk with acts on their way. */
function deskWith(world: World, office: Office, acts: readonly Act[]): At {
  const queue = acts.map((act) => ({ act, at: world.now, state: "waiting" as const }));
  return { ...deskIn(world, office), replica: { queue } as unknown as At["replica"] }; // it is asked for its queue alone
}

function act<K extends Kind>(world: World, by: Office, kind: K, payload: PayloadOf<K>): Act {
  return said(world, { kind, by, room, payload }) as Act; // an act of one kind is an act
}

function passed(world: World, id: ActId, by: Office, codes: readonly string[]): Act {
  const step = by === "exchange-a" ? ("counted_out" as const) : ("counted_in" as const);
  const steps = codes.map((code) => ({ code, step, at: instantOf(world.now) }));
  return act(world, by, "line.steps_noted", { manifest: id, steps });
}

function model(at: At, id: string) {
  const found = dayQuery(at, { id });
  if (!found) throw new Error(`${at.office} reads no day ${id}.`);
  return found;
}

describe("the line day on screen", () => {
  it("[WL3] own acts on their way are shown at once and marked, and others' are not there", () => {
    const { world, id, codes } = atLine(4);
    const own = [
      act(world, "exchange-a", "line.block_opened", {
        manifest: id,
        block: 1,
        codes: codes.slice(0, 2),
        told: [],
      }),
      passed(world, id, "exchange-a", codes.slice(0, 1)),
      act(world, "exchange-a", "line.counted", { manifest: id, block: 1, heads: 2 }),
    ];
    const ahead = model(deskWith(world, "exchange-a", own), id);
    expect(ahead.waiting).toBe(3);
    expect(ahead.blocks[0]?.isWaiting).toBe(true);
    expect(ahead.blocks[0]?.counts.map((one) => [one.counter, one.heads, one.isWaiting])).toEqual([
      ["giver", 2, true],
      ["receiver", undefined, false],
      ["operator", undefined, false],
    ]);
    expect(ahead.persons.filter((one) => one.isWaiting).map((one) => one.code)).toEqual(codes.slice(0, 1));
    expect(model(deskIn(world, "exchange-b"), id).blocks).toEqual([]);
    for (const one of own) world.say(one);
    const recorded = model(deskIn(world, "exchange-a"), id);
    expect([recorded.waiting, recorded.persons.some((one) => one.isWaiting)]).toEqual([0, false]);
  });

  it("[WL6] counts stand side by side, and told ones are marked as told", () => {
    const { world, id, codes } = atLine(4);
    const open = (block: number, of: readonly string[], told: PayloadOf<"line.block_opened">["told"]) =>
      world.must({
        kind: "line.block_opened",
        by: "exchange-a",
        room,
        payload: { manifest: id, block, codes: [...of], told },
      });
    open(1, codes.slice(0, 2), []);
    for (const [by, heads] of [
      ["exchange-a", 2],
      ["exchange-b", 2],
    ] as const)
      world.must({ kind: "line.counted", by, room, payload: { manifest: id, block: 1, heads } });
    open(2, codes.slice(2), [{ counter: "operator", heads: 2 }]);
    const [first] = model(deskIn(world, "operator"), id).blocks;
    expect(first?.counts.map((one) => [one.counter, one.heads, one.told]).toSorted()).toEqual([
      ["giver", 2, undefined],
      ["operator", undefined, 2],
      ["receiver", 2, undefined],
    ]);
    expect(first?.status).toBe("told");
  });

  it("[WL7] next are those of the block in hand, and then, for the giving side, those for the next", () => {
    const { world, id, codes } = atLine(5, 2);
    const at = (office: Office) => model(deskIn(world, office), id);
    expect(at("exchange-a").next).toEqual(codes.slice(0, 2));
    expect([at("exchange-b").next, at("exchange-a").passing]).toEqual([[], []]);
    const payload = { manifest: id, block: 1, codes: codes.slice(0, 2), told: [] };
    world.must({ kind: "line.block_opened", by: "exchange-a", room, payload });
    expect([at("exchange-a").passing, at("exchange-b").next]).toEqual([codes.slice(0, 2), codes.slice(0, 2)]);
    world.say(passed(world, id, "exchange-a", codes.slice(0, 2)));
    expect(at("exchange-a").passing).toEqual([]);
    expect(at("exchange-a").next).toEqual(codes.slice(2, 4));
    expect(at("exchange-b").next).toEqual(codes.slice(0, 2));
  });

  it("[WL8] what was scanned or typed is a wristband of this manifest, or is refused in words", async () => {
    const { world, id, codes, spares } = atLine(3);
    const desk = { at: () => deskIn(world, "exchange-b") } as unknown as Desk; // the action asks for no more
    const read = (typed: string) => lineActions.readLineCode(desk, { manifest: id, typed }, idle);
    const [code = ""] = codes;
    expect(await read(code.toLowerCase())).toEqual({ code });
    expect(await read(` ${spares[0]} `)).toEqual({ code: spares[0] });
    expect(await read(code.slice(1) + code.slice(0, 1))).toEqual({ wrong: "misread" });
    const [other = ""] = await lineActions.lineCodes(desk, 1, idle);
    expect(await read(other)).toEqual({ wrong: "not_here" });
  });

  it("[WL2] a manifest is made of those whom this side returns in a locked tranche, as they stand now", () => {
    const world = World.opened();
    const list = listIn(world);
    const tranche = trancheIn(world, "exchange-a", list);
    const choices = (office: Office) => days(deskIn(world, office), undefined).choices;
    expect(choices("exchange-a")).toEqual([]);
    lockIn(world, tranche);
    expect(choices("exchange-a")[0]).toMatchObject({
      value: tranche,
      label: "First tranche, 2025-07-20, The bridge",
      groups: [{ list, lines: [1, 2, 3], taken: [] }],
    });
    expect(choices("exchange-b")[0]?.groups.map((one) => one.lines)).toEqual([[11, 12, 13]]);
    for (const office of ["host", "operator", "public"] as const) expect(choices(office)).toEqual([]);
    const instead = {
      tranche,
      out: { list, line: 2 },
      in: { list, line: 4 },
      reason: "not_available",
    } as const;
    const proposed = {
      kind: "tranche.substitution_proposed",
      by: "exchange-a",
      room,
      payload: instead,
    } as const;
    const answer = { substitution: world.must(proposed).id, answer: "agreed" } as const;
    world.must({ kind: "tranche.substitution_answered", by: "exchange-b", room, payload: answer });
    const manifest = manifestOver({ random: world.ids, now: world.now }, { persons: 1, tranche });
    const persons = manifest.persons.map((one) => ({ ...one, record: { list, line: 1 } }));
    world.must({ kind: "line.manifest_made", by: "exchange-a", room, payload: { ...manifest, persons } });
    expect(choices("exchange-a")[0]?.groups).toMatchObject([{ lines: [1, 3, 4], taken: [1] }]);
  });

  it("[WL11] a manifest of 400 persons is read before signing in a few lines, and whole where that is opened", () => {
    const world = World.opened();
    const list = listIn(world);
    const lines = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);
    const part = (category: "dr1" | "number", returnedBy: "a" | "b", from: number, n: number) => ({
      returnedBy,
      category,
      persons: [{ list, lines: lines(from, n) }],
    });
    const parts = [part("dr1", "a", 1, 40), part("number", "a", 41, 360), part("number", "b", 501, 3)];
    const tranche = trancheIn(world, "exchange-a", list, { parts, reserves: [] });
    lockIn(world, tranche);
    const payload = manifestOver({ random: world.ids, now: world.now }, { persons: 400, tranche });
    const persons = payload.persons.map(({ code }, i) => ({ code, record: { list, line: i + 1 } }));
    const made = act(world, "exchange-a", "line.manifest_made", { ...payload, persons });
    const fields = previewOf(deskIn(world, "exchange-a"), 1, made, undefined).fields;
    const said = fields.find((one) => one.label === "persons");
    const [first = "", last = ""] = [persons[0]?.code, persons[399]?.code].map((one) =>
      codeInGroups(one ?? ""),
    );
    expect(said?.value).toBe(
      `400 wristbands: ${first} … ${last}\n${sayWord(translator("en"), "dr1")}: 40\n${sayWord(translator("en"), "number")}: 360`,
    );
    expect(said?.whole?.split("\n").length).toBe(400);
    expect(fields.map((one) => one.value.split("\n").length).reduce((sum, n) => sum + n)).toBeLessThan(20);
  });

  it("[WL15] every exception stands in both sides' words, and after the receipts what is still owed, by the rule", () => {
    const { world, id, codes, spares } = atLine(6);
    const [came = "", absent = "", dead = "", replaced = "", unwilling = "", open = ""] = codes;
    const [instead = "", unlisted = ""] = spares;
    const both = ["exchange-a", "exchange-b"] as const;
    for (const by of both) {
      const step = by === "exchange-a" ? ("counted_out" as const) : ("counted_in" as const);
      const steps = [came, open, instead, unlisted].map((code) => ({ code, step, at: instantOf(world.now) }));
      world.must({ kind: "line.steps_noted", by, room, payload: { manifest: id, steps } });
      for (const exception of [
        { type: "no_show", code: absent, cause: "not_said" },
        { type: "died_in_transit", code: dead },
        { type: "substituted", code: replaced, came: instead },
        { type: "not_available", code: unwilling },
        { type: "unexpected_person", code: unlisted },
      ] as const)
        world.must({ kind: "line.exception_noted", by, room, payload: { manifest: id, exception } });
    }
    for (const by of both) {
      const { own } = model(deskIn(world, by), id).receipt;
      if (!own) throw new Error("Of everybody something was said.");
      world.must({ kind: "line.receipt_signed", by, room, payload: own });
    }
    for (const office of both) {
      const { persons, receipt } = model(deskIn(world, office), id);
      expect(receipt.status).toBe("joint");
      const words = (code: string) => {
        const { outcomes } = persons.find((one) => one.code === code) ?? { outcomes: [] };
        return outcomes.map((one) => `${one.counter} ${one.outcome}`).toSorted();
      };
      for (const [code, outcome] of [
        [absent, "no_show"],
        [dead, "died_before_delivery"],
        [replaced, "substituted"],
        [unwilling, "not_available"],
        [unlisted, "came"],
      ] as const)
        expect(words(code)).toEqual([`giver ${outcome}`, `receiver ${outcome}`]);
      // two came, one was brought instead, and who died on the way counts by the rule: two of six are owed
      const [debt] = days(deskIn(world, office), undefined).debts;
      expect(debt?.listed).toBe(6);
      for (const told of debt?.tellings ?? [])
        expect(told).toMatchObject({ came: 2, gone: 4, open: 0, owed: 2, unexpected: 1 });
      expect(debt?.tellings.length).toBe(2);
      const owedHere = owed(deskIn(world, office).state, world.now).find((one) => one.what === "line_debt");
      expect(owedHere?.detail).toEqual({ perReceiver: 2, perGiver: 2 });
    }
  });

  it("[WL9] each side sees its own telling first, and an office that does not read the room sees no day", () => {
    const { world, id } = atLine(3);
    expect(model(deskIn(world, "exchange-a"), id).tellings.map((one) => one.counter)).toEqual([
      "giver",
      "receiver",
      "operator",
    ]);
    expect(model(deskIn(world, "party-b"), id).tellings.map((one) => one.counter)).toEqual([
      "receiver",
      "giver",
      "operator",
    ]);
    for (const office of ["public", "monitor", "forensic-a", "reception-b"] as const) {
      expect(days(deskIn(world, office), undefined).days).toEqual([]);
      expect(dayQuery(deskIn(world, office), { id })).toBeUndefined();
    }
    const [line] = days(deskIn(world, "exchange-b"), undefined).days;
    expect([line?.from, line?.to, line?.listed, line?.receipt]).toEqual([
      "Northbank",
      "Southbank",
      3,
      "none",
    ]);
  });

  it("[WL10] a whole day of 300 persons in blocks of 20, all of it on its way, is answered at once", () => {
    const { world, id, codes } = atLine(300);
    const own = Array.from({ length: 15 }, (_, i) => {
      const block = codes.slice(i * 20, i * 20 + 20);
      const told =
        i === 0 ? [] : (["receiver", "operator"] as const).map((counter) => ({ counter, heads: 20 }));
      return [
        act(world, "exchange-a", "line.block_opened", {
          manifest: id,
          block: i + 1,
          codes: [...block],
          told,
        }),
        passed(world, id, "exchange-a", block),
        act(world, "exchange-a", "line.counted", { manifest: id, block: i + 1, heads: 20 }),
      ];
    }).flat();
    const at = deskWith(world, "exchange-a", own);
    const begun = performance.now();
    const seen = model(at, id);
    const tookMs = performance.now() - begun;
    expect(seen.tellings[0]).toMatchObject({ counter: "giver", came: 300, open: 0 });
    expect(seen.receipt.own?.came.length).toBe(300);
    expect(seen.blocks.map((one) => one.status)).toEqual([...Array<string>(14).fill("told"), "counting"]);
    expect(seen.conflicts).toEqual([]);
    expect(tookMs).toBeLessThan(500); // some tens on an idle machine
  });
});
