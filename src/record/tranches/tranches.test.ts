import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Office } from "../access/offices.ts";
import { roomTable } from "../access/rooms.ts";
import { whoMay } from "../access/table.ts";
import type { ActId } from "../act/act.ts";
import { kinds, type PayloadOf, payloads } from "../act/kinds.ts";
import { isOutsideParity } from "../eligibility/categories.ts";
import { known } from "../fold/state.ts";
import { owed } from "../gate/gate.ts";
import { counted, listIn, lockIn, ownRecord, trancheIn, unread, World } from "../testing/index.ts";
import { trancheDeliveries } from "./delivered.ts";
import { diffTranche } from "./diff.ts";
import { personsOf } from "./persons-of.ts";
import { lockOf, trancheAnswer, trancheStatus } from "./view.ts";

const source = ownRecord;
const room = "exchange";

function answered(by: Office, tranche: ActId, answer: PayloadOf<"tranche.answered">["answer"] = "agreed") {
  return { kind: "tranche.answered", by, room, payload: { tranche, answer, source } } as const;
}

function locked(by: Office, tranche: ActId, digest = "ab") {
  return { kind: "tranche.locked", by, room, payload: { tranche, digest: digest.repeat(32) } } as const;
}

function swap(by: Office, tranche: ActId, list: ActId, out: number, into: number) {
  const payload = {
    tranche,
    out: { list, line: out },
    in: { list, line: into },
    reason: "not_available",
  } as const;
  return { kind: "tranche.substitution_proposed", by, room, payload } as const;
}

function onSwap(by: Office, substitution: ActId, answer: "agreed" | "refused" = "agreed") {
  return { kind: "tranche.substitution_answered", by, room, payload: { substitution, answer } } as const;
}

function staged(by: Office, tranche: ActId, fitToTravel = true) {
  return {
    kind: "tranche.staged",
    by,
    room,
    payload: { tranche, custodyConfirmed: true, fitToTravel },
  } as const;
}

function ready(by: Office, tranche: ActId, answer: "go" | "no_go" = "go") {
  return { kind: "tranche.readiness_said", by, room, payload: { tranche, answer } } as const;
}

function tabling(by: Office, payload: PayloadOf<"tranche.tabled">) {
  return { kind: "tranche.tabled", by, room, payload } as const;
}

type Part = PayloadOf<"tranche.tabled">["parts"][number];
const partOf = (list: ActId, category: Part["category"], lines: number[]): Part => ({
  returnedBy: "a",
  category,
  persons: [{ list, lines }],
});

const found = (world: World, id: ActId, office: Office = "host") => {
  const tranche = world.state(office).tranches.tabled.get(id);
  if (!tranche) throw new Error(`There is no tranche ${id}.`);
  return tranche;
};
const status = (world: World, id: ActId) => trancheStatus(world.state("host"), found(world, id));
const text = (world: World, id: ActId) => known(world.state("host"), id, "tranche.tabled").act.payload;
const owes = (world: World, id: ActId) =>
  owed(world.state("host"), world.now)
    .filter((one) => one.subject === id)
    .map((one) => `${one.by} ${one.what}`)
    .toSorted();

function scene() {
  const world = World.opened();
  const list = listIn(world);
  const id = trancheIn(world, "party-a", list);
  return { world, list, id };
}

describe("tranches", () => {
  it("[TN1] what is said of a tranche names one that its author reads", () => {
    const { world, list } = scene();
    for (const saying of [
      answered("party-a", unread),
      locked("party-a", unread),
      swap("party-a", unread, list, 1, 4),
      onSwap("party-a", unread),
      staged("party-a", unread),
      ready("operator", unread),
    ])
      expect(world.refused(saying as never)).toBe("TN1");
    expect(
      world.refused(
        tabling("party-a", {
          ...text(world, found(world, [...world.state("host").tranches.tabled.keys()][0] as ActId).id),
          replaces: unread,
        }),
      ),
    ).toBe("TN1");
  });

  it("[TN2] the latest text is edited", () => {
    const { world, list, id } = scene();
    trancheIn(world, "party-b", list, { replaces: id });
    expect(world.refused(tabling("party-a", { ...text(world, id), replaces: id }))).toBe("TN2");
  });

  it("[TN3] a tranche carries out an agreed point or proposal that its author reads", () => {
    const { world, id } = scene();
    expect(world.refused(tabling("party-a", { ...text(world, id), agreement: unread }))).toBe("TN3");
  });

  it("[TN4] a person stands once in a tranche", () => {
    const { world, list, id } = scene();
    const twice = partOf(list, "women", [4]);
    const { parts } = text(world, id);
    expect(world.refused(tabling("party-a", { ...text(world, id), parts: [...parts, twice] }))).toBe("TN4");
  });

  it("[TN5] nothing is left to answer where another text stands in its place", () => {
    const { world, list, id } = scene();
    trancheIn(world, "party-b", list, { replaces: id });
    expect(world.refused(answered("party-b", id))).toBe("TN5");
  });

  it("[TN6] a party locks what both have agreed to, each for itself", () => {
    const { world, list, id } = scene();
    expect(world.refused(locked("party-a", id))).toBe("TN6");
    world.must(answered("party-b", id, "agreed_ad_referendum"));
    expect(status(world, id)).toBe("agreed_ad_referendum");
    expect(world.refused(locked("party-b", id))).toBe("TN6");
    world.must(answered("party-b", id));
    expect(status(world, id)).toBe("agreed");
    world.must(locked("party-b", id));
    const other = trancheIn(world, "exchange-a", list);
    world.must(answered("party-b", other));
    expect(status(world, other)).toBe("tabled"); // what an exchange office tables is not its party's yes
    expect(trancheAnswer(world.state("host"), found(world, other), "party-a")).toBe("no_answer");
  });

  it("[TN7] what moves people needs a day and a place before it is locked", () => {
    const { world, list } = scene();
    const { on: _, ...dayless } = text(world, trancheIn(world, "party-a", list));
    const id = world.must(tabling("party-a", dayless)).id;
    world.must(answered("party-b", id));
    expect(world.refused(locked("party-b", id))).toBe("TN7");
    expect(owes(world, id)).toEqual(["party-a tranche_day", "party-b tranche_day"]);
  });

  it("[TN8] one who goes is replaced from the reserves of the same side and category, once each", () => {
    const { world, list, id } = scene();
    lockIn(world, id);
    expect(world.refused(swap("party-a", id, list, 1, 14))).toBe("TN8");
    expect(world.refused(swap("party-a", id, list, 1, 2))).toBe("TN8");
    expect(world.refused(swap("party-a", id, list, 99, 4))).toBe("TN8");
    const first = world.must(swap("exchange-a", id, list, 1, 4)).id;
    expect(world.refused(swap("party-a", id, list, 2, 4))).toBe("TN8");
    world.must(onSwap("exchange-b", first));
    expect(world.refused(swap("party-a", id, list, 2, 4))).toBe("TN8");
    const going = personsOf(world.state("host"), found(world, id)).filter((one) => !one.isReserve);
    expect(going.map(({ ref }) => ref.line).toSorted((x, y) => x - y)).toEqual([2, 3, 4, 11, 12, 13]);
  });

  it("[TN4] [TN8] [TN16] a confirmed match makes two lines one person, and no other match does", () => {
    const { world, list } = scene();
    const rows = { digest: "0".repeat(64), bytes: 9, mediaType: "x", rows: 30 };
    const submitted = (by: "exchange-a" | "exchange-b") =>
      world.must({
        kind: "list.submitted",
        by,
        room,
        payload: { kind: "held", title: by, content: rows },
      }).id;
    const [held, missing] = [submitted("exchange-a"), submitted("exchange-b")];
    const parts = [partOf(held, "number", [1, 2])];
    const reserves = [partOf(missing, "number", [7, 8, 9])];
    const joined = (line: number, to: number) => {
      const records: PayloadOf<"match.proposed">["records"] = [
        { list: held, line },
        { list: missing, line: to },
      ];
      const basis = { type: "words", words: "The same card." } as const;
      const match = world.must({
        kind: "match.proposed",
        by: "exchange-a",
        room,
        payload: { records, basis },
      }).id;
      return () => {
        for (const by of ["exchange-a", "exchange-b"] as const)
          world.must({ kind: "match.confirmed", by, room, payload: { match }, member: by });
      };
    };
    const confirm = joined(1, 7);
    const text = { parts, reserves };
    const first = trancheIn(world, "party-a", list, text); // a proposal makes nobody one person
    lockIn(world, first);
    confirm();
    expect(world.refused(tabling("party-a", { title: "x", source, ...text }))).toBe("TN4");
    const change = (line: number, into: number) =>
      ({
        kind: "tranche.substitution_proposed",
        by: "party-a",
        room,
        payload: {
          tranche: first,
          out: { list: held, line },
          in: { list: missing, line: into },
          reason: "agreed_change",
        },
      }) as const;
    expect(world.refused(change(2, 7))).toBe("TN8"); // he goes as line 1 of the other list
    joined(20, 8)();
    const second = trancheIn(world, "party-a", list, { parts: [partOf(held, "number", [20])], reserves: [] });
    lockIn(world, second);
    expect(world.refused(change(2, 8))).toBe("TN8"); // he goes in another tranche
    joined(21, 9)();
    world.must({
      kind: "eligibility.withheld",
      by: "operator",
      room,
      payload: { heldBy: "a", persons: [{ list: held, lines: [21] }], reason: "not_available" },
    });
    expect(world.refused(change(2, 9))).toBe("TN16");
  });

  it("[TN9] a substitution is proposed by the side that returns the person", () => {
    const { world, list, id } = scene();
    lockIn(world, id);
    expect(world.refused(swap("exchange-b", id, list, 1, 4))).toBe("TN9");
    world.must(swap("exchange-a", id, list, 1, 4));
  });

  it("[TN10] the side that returns the person has proposed; the other side answers, once", () => {
    const { world, list, id } = scene();
    lockIn(world, id);
    expect(world.refused(swap("party-b", id, list, 1, 4))).toBe("TN9");
    const first = world.must(swap("party-a", id, list, 1, 4)).id;
    expect(world.refused(onSwap("exchange-a", first))).toBe("TN10");
    expect(owes(world, id)).toContain("party-b tranche_substitution_answer");
    world.must(onSwap("party-b", first, "refused"));
    expect(world.refused(onSwap("party-b", first))).toBe("TN10");
    expect(
      personsOf(world.state("host"), found(world, id)).find(({ ref }) => ref.line === 4)?.isReserve,
    ).toBe(true);
    world.must(swap("party-a", id, list, 1, 4)); // the reserve is free again
  });

  it("[TN11] each giving side stages those whom it returns", () => {
    const { world, list } = scene();
    const part = partOf(list, "dr1", [1]);
    const id = trancheIn(world, "party-a", list, { parts: [part], reserves: [] });
    lockIn(world, id);
    expect(world.refused(staged("exchange-b", id))).toBe("TN11");
    world.must(staged("exchange-a", id, false));
    expect(owes(world, id)).toContain("party-a tranche_staging");
    world.must(staged("party-a", id));
    expect(owes(world, id)).not.toContain("party-a tranche_staging");
  });

  it("[TN12] go or no-go is said by both parties and the operator before the day is over; one no-go holds it", () => {
    const { world, id } = scene();
    lockIn(world, id);
    for (const by of ["party-a", "party-b"] as const) world.must(staged(by, id));
    for (const by of ["party-a", "party-b", "operator"] as const) world.must(ready(by, id));
    expect(status(world, id)).toBe("ready");
    world.must(ready("operator", id, "no_go"));
    expect(status(world, id)).toBe("no_go");
    world.now = Date.parse("2025-07-21T00:00:00Z");
    expect(world.refused(ready("operator", id))).toBe("TN12");
  });

  it("[TN20] which handover carried out a tranche is each side's own claim, side by side", () => {
    const { world, list, id } = scene();
    lockIn(world, id);
    const link = (by: Office, handover: ActId, notCome?: number[]) =>
      ({
        kind: "tranche.linked",
        by,
        room,
        payload: {
          tranche: id,
          handover,
          source,
          ...(notCome ? { notCome: [{ list, lines: notCome }] } : {}),
        },
      }) as const;
    const account = { from: "a", to: "b", on: "2025-07-20" } as const;
    const given = world.must({
      kind: "exchange.handed_over",
      by: "exchange-a",
      room,
      payload: { ...account, count: counted(3) },
    }).id;
    const closed = world.must({
      kind: "exchange.handed_over",
      by: "party-a",
      room: "plenary",
      payload: { ...account, count: counted(3) },
    }).id;
    expect(world.refused(link("party-a", closed))).toBe("TN13");
    expect(world.refused(link("party-b", given, [99]))).toBe("TN13");
    world.must(link("exchange-a", given));
    expect(status(world, id)).toBe("locked");
    world.must({
      kind: "exchange.received",
      by: "exchange-b",
      room,
      payload: { ...account, count: counted(2), same: given },
    });
    world.must(link("exchange-b", given, [3]));
    const [fromA, fromB] = trancheDeliveries(world.state("party-b"), found(world, id));
    expect(fromA).toMatchObject({
      from: "a",
      named: 3,
      told: [
        { teller: "party-a", max: 3 },
        { teller: "party-b", max: 2 },
      ],
    });
    expect(fromB).toMatchObject({ from: "b", named: 3, told: [{ counted: 0 }, { counted: 0 }] });
    const back = world.must({
      kind: "exchange.received",
      by: "party-a",
      room,
      payload: { from: "b", to: "a", on: "2025-07-20", count: counted(3) },
    }).id;
    world.must(link("party-a", back));
    expect(status(world, id)).toBe("carried_out");
    expect(owes(world, id)).toEqual([]);
  });

  it("[TN13] a link is each side's own claim on an account that all who read the tranche read", () => {
    const { world, id } = scene();
    lockIn(world, id);
    const given = { from: "a", to: "b", on: "2025-07-20", count: counted(3) } as const;
    const say = (where: "plenary" | "public") =>
      world.must({ kind: "exchange.handed_over", by: "party-a", room: where, payload: given }).id;
    const link = (handover: ActId) =>
      ({ kind: "tranche.linked", by: "party-a", room, payload: { tranche: id, handover, source } }) as const;
    expect(world.refused(link(say("plenary")))).toBe("TN13");
    world.must(link(say("public")));
  });

  it("[TN14] locked is both locks under one digest; then nothing changes but by substitution", () => {
    const { world, id } = scene();
    world.must(answered("party-b", id));
    world.must(locked("party-a", id));
    expect(owes(world, id)).toEqual(["party-b tranche_lock"]);
    world.must(locked("party-b", id, "cd"));
    expect(status(world, id)).toBe("agreed");
    expect(owes(world, id)).toEqual(["party-a tranche_lock", "party-b tranche_lock"]);
    world.must(locked("party-b", id));
    expect(status(world, id)).toBe("locked");
    expect(lockOf(world.state("host"), found(world, id), "party-a")).toBe("ab".repeat(32));
    expect(world.refused(answered("party-b", id, "refused"))).toBe("TN14");
    expect(world.refused(locked("party-b", id))).toBe("TN14");
    expect(world.refused(tabling("party-b", { ...text(world, id), replaces: id }))).toBe("TN14");
    const reworded = { act: id, reason: "x", payload: { ...text(world, id), title: "y" } };
    expect(world.refused({ kind: "act.corrected", by: "party-a", room, payload: reworded })).toBe("RC8");
  });

  it("[TN15] substitution, staging and readiness follow the lock", () => {
    const { world, list, id } = scene();
    for (const saying of [swap("party-a", id, list, 1, 4), staged("party-a", id), ready("party-a", id)])
      expect(world.refused(saying as never)).toBe("TN15");
  });

  it("[TN16] who is not available is not tabled, does not stand in, and is owed a substitution", () => {
    const { world, list, id } = scene();
    lockIn(world, id);
    const gone = (lines: number[]) =>
      world.must({
        kind: "eligibility.withheld",
        by: "operator",
        room,
        payload: { heldBy: "a", persons: [{ list, lines }], reason: "not_available" },
      });
    gone([1]);
    expect(owes(world, id)).toContain("party-a tranche_substitution");
    expect(world.refused(tabling("party-b", text(world, id)))).toBe("TN16");
    gone([4]);
    expect(world.refused(swap("party-a", id, list, 1, 4))).toBe("TN16");
  });

  it("[TN17] an agreed text stands until both have agreed to a later one; tabling in its place is a counter", () => {
    const { world, list, id } = scene();
    world.must(answered("party-b", id));
    const later = trancheIn(world, "party-a", list, { replaces: id, place: "The ferry" });
    expect(status(world, id)).toBe("agreed");
    const last = trancheIn(world, "party-b", list, { replaces: later });
    expect([
      status(world, later),
      trancheAnswer(world.state("host"), found(world, later), "party-b"),
    ]).toEqual(["superseded", "countered"]);
    world.must(answered("party-a", last));
    expect([status(world, id), status(world, last)]).toEqual(["superseded", "agreed"]);
    const other = trancheIn(world, "party-a", list);
    world.must(answered("party-b", other, "refused"));
    expect(status(world, other)).toBe("refused");
  });

  it("[TN18] the lane of article 110(1) is outside parity, and nothing else is", () => {
    const outside = ["dr1", "dr2", "dr3"] as const;
    for (const category of outside) expect(isOutsideParity(category)).toBe(true);
    for (const category of ["nc1", "nc2", "women", "under_25", "number"] as const)
      expect(isOutsideParity(category)).toBe(false);
  });

  it("[TN19] a text is shown with its differences from the one that it replaces", () => {
    const { world, list, id } = scene();
    const { parts } = text(world, id);
    const [first, second] = parts;
    if (!first || !second) throw new Error("The scene has two parts.");
    const moved = { ...first, persons: [{ list, lines: [1, 2, 5] }] };
    const later = trancheIn(world, "party-b", list, {
      replaces: id,
      place: "The ferry",
      parts: [moved, second],
    });
    expect(diffTranche(world.state("host"), found(world, id), found(world, later))).toEqual([
      { change: "field", field: "place", before: "The bridge", after: "The ferry" },
      {
        change: "persons_removed",
        returnedBy: "a",
        category: "number",
        isReserve: false,
        persons: [{ list, lines: [3] }],
      },
      {
        change: "persons_added",
        returnedBy: "a",
        category: "number",
        isReserve: false,
        persons: [{ list, lines: [5] }],
      },
    ]);
  });

  it("[TN21] who owes which answer, lock, staging and word is on the list of what is owed", () => {
    const { world, id } = scene();
    expect(owes(world, id)).toEqual(["party-b tranche_answer"]);
    lockIn(world, id);
    expect(owes(world, id)).toEqual([
      "operator tranche_readiness",
      "party-a tranche_readiness",
      "party-a tranche_staging",
      "party-b tranche_readiness",
      "party-b tranche_staging",
    ]);
    for (const by of ["party-a", "party-b"] as const) world.must(staged(by, id));
    for (const by of ["party-a", "party-b", "operator"] as const) world.must(ready(by, id));
    expect(owes(world, id)).toEqual(["party-a tranche_link", "party-b tranche_link"]);
  });

  it("[TN24] a plan behind a text is named by engine, version, seed and digest, and by nothing of its case", () => {
    const { world, list } = scene();
    const inputs = `${"A".repeat(43)}=`;
    const plan = { engine: "parley-exchange", version: "0.1.0", seed: 2 ** 32 - 1, inputs };
    const id = trancheIn(world, "exchange-b", list, { plan });
    expect(known(world.state("party-a"), id, "tranche.tabled").act.payload.plan).toEqual(plan);
    const form = payloads["tranche.tabled"];
    const { payload } = known(world.state("party-a"), id, "tranche.tabled").act;
    for (const wrong of [
      { ...plan, seed: -1 },
      { ...plan, seed: 2 ** 32 },
      { ...plan, inputs: "short" },
      { ...plan, nonce: inputs },
      { engine: plan.engine, version: plan.version, commitment: inputs },
    ])
      expect(form.safeParse({ ...payload, plan: wrong }).success).toBe(false);
  });

  it("[TN23] nothing of a tranche is said in a public room, or read by the monitor or the press", () => {
    const own = kinds.filter((kind) => /^(tranche|eligibility|wish)\./.test(kind));
    expect(own.length).toBe(13);
    const names = own.map((kind) =>
      JSON.stringify(z.toJSONSchema(payloads[kind], { unrepresentable: "any" })),
    );
    expect(names.join(" ")).not.toMatch(/priorit|weight|rank|urgen|"order"|wanted/i);
    for (const kind of own)
      for (const where of whoMay[kind].rooms)
        for (const reader of ["public", "monitor", "press-a", "press-b"] as const)
          expect(roomTable[where].readers).not.toContain(reader);
  });
});
