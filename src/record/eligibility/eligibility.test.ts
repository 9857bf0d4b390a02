import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Office, offices } from "../access/offices.ts";
import { roomTable } from "../access/rooms.ts";
import { whoMay } from "../access/table.ts";
import type { ActId } from "../act/act.ts";
import { type PayloadOf, payloads } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import {
  counted,
  everyView,
  listIn,
  ownRecord,
  randomHistory,
  type Saying,
  World,
  written,
} from "../testing/index.ts";
import { sixMonthsAfter, threeMonthsAfter } from "./clock.ts";
import { grouped, isInOrder, refsOf } from "./persons.ts";
import { eligibilityOf, withheldPersons } from "./view.ts";

const source = ownRecord;
const room = "exchange";

const proposed = (
  list: ActId,
  more: Partial<PayloadOf<"eligibility.proposed">> = {},
  by: Office = "exchange-a",
): Saying<"eligibility.proposed"> => ({
  kind: "eligibility.proposed",
  by,
  room,
  payload: { heldBy: "b", persons: [{ list, lines: [1, 2] }], category: "number", source, ...more },
});

const withheld = (
  by: Office,
  list: ActId,
  lines: number[],
  heldBy: "a" | "b" = "b",
): Saying<"eligibility.withheld"> => ({
  kind: "eligibility.withheld",
  by,
  room,
  payload: { heldBy, persons: [{ list, lines }], reason: "not_available" },
});

const certified = (
  list: ActId,
  lines: number[],
  decidedOn = "2025-06-20",
): Saying<"eligibility.certified"> => ({
  kind: "eligibility.certified",
  by: "operator",
  room,
  payload: { heldBy: "b", persons: [{ list, lines }], class: "dr1", decidedOn },
});

const wish = (list: ActId, privately = true): Saying<"wish.taken"> => ({
  kind: "wish.taken",
  by: "operator",
  room: "wishes",
  payload: { person: { list, line: 3 }, wish: "unwilling", privately, on: "2025-07-01" },
});

const examined = (
  list: ActId,
  more: Partial<PayloadOf<"eligibility.examined">> = {},
): Saying<"eligibility.examined"> => ({
  kind: "eligibility.examined",
  by: "operator",
  room: "medical",
  payload: {
    person: { list, line: 3 },
    decision: "repatriate",
    class: "dr1",
    evidence: "A1",
    examiner: "Ada Lind",
    on: "2025-07-01",
    ...more,
  },
});

describe("eligibility", () => {
  it("[EL1] a person is a line of a list that the author reads", () => {
    const world = World.opened();
    const list = listIn(world);
    const plenary = world.must({
      kind: "list.handed_over",
      by: "party-a",
      room: "plenary",
      payload: { count: counted(3), title: "x" },
    }).id;
    world.must(proposed(list));
    expect(world.refused(proposed(plenary))).toBe("EL1");
    expect(world.refused(certified(plenary, [1]))).toBe("EL1");
    expect(world.refused(withheld("operator", plenary, [1]))).toBe("EL1");
    world.must({ ...examined(list), by: "reception-a" });
  });

  it("[EL2] a bilateral category has its reading and its day, and no other has one", () => {
    const world = World.opened();
    const list = listIn(world);
    const term = { version: "1", reference: "capture" } as const;
    expect(world.refused(proposed(list, { category: "under_25" }))).toBe("EL2");
    expect(world.refused(proposed(list, { category: "dr1", term }))).toBe("EL2");
    world.must(proposed(list, { category: "under_25", term }));
  });

  it("[EL3] not available is said by the side that holds the person, or by the operator", () => {
    const world = World.opened();
    const list = listIn(world);
    expect(world.refused(withheld("party-a", list, [1]))).toBe("EL3");
    world.must(withheld("exchange-b", list, [1]));
    world.must(withheld("operator", list, [2]));
  });

  it("[EL4] a decision has the class that it rests on", () => {
    const world = World.opened();
    const list = listIn(world);
    world.must(examined(list));
    expect(world.refused(examined(list, { class: "nc1" }))).toBe("EL4");
    expect(world.refused(examined(list, { decision: "defer" }))).toBe("EL4");
    world.must(examined(list, { decision: "neutral_country", class: "nc2" }));
  });

  it("[EL5] a wish is taken in private by the operator, where nobody else reads", () => {
    const world = World.opened();
    const list = listIn(world);
    expect(world.refused(wish(list, false))).toBe("EL5");
    world.must(wish(list));
    expect(whoMay["wish.taken"]).toEqual({ offices: ["operator"], rooms: ["wishes"] });
    expect(roomTable.wishes).toEqual({ readers: ["operator"], writers: ["operator"], sealed: true });
  });

  it("[EL6] persons are named in the order of their lists, whoever names them", () => {
    const world = World.opened();
    const list = listIn(world);
    expect(world.refused(proposed(list, { persons: [{ list, lines: [2, 1] }] }))).toBe("EL6");
    expect(world.refused(proposed(list, { persons: [{ list, lines: [1, 1] }] }))).toBe("EL6");
    const ids = fc.constantFrom("a".repeat(26) as ActId, `${"b".repeat(25)}a` as ActId); // the form of ids
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ list: ids, line: fc.integer({ min: 1, max: 99 }) }), {
          selector: (one) => `${one.list}${one.line}`,
          minLength: 1,
        }),
        (refs) => {
          const groups = grouped(refs);
          expect(isInOrder(groups)).toBe(true);
          expect(grouped(refsOf(groups))).toEqual(groups);
          expect(refsOf(groups)).toHaveLength(refs.length);
        },
      ),
    );
  });

  it("[EL7] no view of anybody, nor of the operator, shows a wish or hangs on one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const { world } = randomHistory(seed, 40);
        const list = listIn(world);
        world.pass(1); // later than all that was said: the order of the others stays
        const before = offices.map((office) => written([everyView(world.state(office), world.now)]));
        const states = offices.map((office) => written(world.state(office)));
        world.must(wish(list));
        world.must(examined(list));
        expect(offices.map((office) => written([everyView(world.state(office), world.now)]))).toEqual(before);
        for (const [i, office] of offices.entries())
          if (!["operator", "reception-a", "reception-b"].includes(office))
            expect(written(world.state(office))).toBe(states[i]);
        for (const office of offices)
          if (office !== "operator") expect(written(world.state(office))).not.toContain("unwilling");
      }),
      { numRuns: 20 },
    );
  });

  it("[EL8] a certificate has who and the class, and room for nothing else", () => {
    const form = payloads["eligibility.certified"];
    const list = "a".repeat(26);
    const payload = { heldBy: "a", persons: [{ list, lines: [1] }], class: "dr2", decidedOn: "2025-07-01" };
    expect(form.safeParse(payload).success).toBe(true);
    for (const more of [{ evidence: "A1" }, { examiner: "Ada Lind" }, { note: "x" }])
      expect(form.safeParse({ ...payload, ...more }).success).toBe(false);
  });

  it("[EL9] not available has one reason for all causes", () => {
    const form = payloads["eligibility.withheld"];
    const payload = { heldBy: "a", persons: [{ list: "a".repeat(26), lines: [1] }] };
    expect(form.safeParse({ ...payload, reason: "not_available" }).success).toBe(true);
    for (const reason of ["unwilling", "unfit", "proceedings"])
      expect(form.safeParse({ ...payload, reason }).success).toBe(false);
  });

  it("[EL10] who is withheld stays so until the office that said it proposes him again", () => {
    const world = World.opened();
    const list = listIn(world);
    const gone = () => withheldPersons(world.state("host")).size;
    world.must(withheld("operator", list, [1]));
    world.must(proposed(list, {}, "exchange-b"));
    expect(gone()).toBe(1);
    world.must(proposed(list, {}, "operator"));
    expect(gone()).toBe(0);
    expect(eligibilityOf(world.state("party-a")).get(`${list}:1`)?.proposed.get("exchange-b")).toBe("number");
  });

  it("[EL11] a commission's decision is owed for three months by the side that holds the person", () => {
    expect(new Date(threeMonthsAfter("2025-11-30")).toISOString()).toBe("2026-03-01T00:00:00.000Z");
    expect(new Date(threeMonthsAfter("2025-07-01")).toISOString()).toBe("2025-10-02T00:00:00.000Z");
    const world = World.opened();
    const list = listIn(world);
    world.must(certified(list, [1, 2]));
    const clocks = () => owed(world.state("host"), world.now).filter((one) => one.what === "repatriation");
    expect(clocks()).toMatchObject([
      { by: "party-b", due: Date.parse("2025-09-21"), title: "DR1 · 2025-06-20" },
    ]);
    world.must(withheld("exchange-b", list, [1, 2]));
    expect(clocks()).toHaveLength(1); // a side does not end its own duty
    world.must(withheld("operator", list, [1]));
    expect(clocks()).toHaveLength(1);
    world.must(withheld("operator", list, [2]));
    expect(clocks()).toEqual([]);
  });

  it("[EL12] who is put off is examined again within six months, owed where the medical room is read alone", () => {
    expect(new Date(sixMonthsAfter("2025-08-31")).toISOString()).toBe("2026-03-01T00:00:00.000Z");
    const world = World.opened();
    const list = listIn(world);
    const put = examined(list, { decision: "defer", class: undefined, on: "2025-07-01" });
    const { class: _, ...payload } = put.payload;
    const id = world.must({ ...put, payload, by: "reception-a" }).id;
    const clocks = (office: Office) =>
      owed(world.state(office), world.now).filter((one) => one.what === "examination");
    for (const office of offices)
      expect(clocks(office)).toEqual(
        ["operator", "reception-a", "reception-b"].includes(office)
          ? [
              {
                what: "examination",
                subject: id,
                title: "2025-07-01",
                by: "reception-a",
                due: Date.parse("2026-01-02"),
                detail: { line: 3 },
              },
            ]
          : [],
      );
    world.must({ ...examined(list), by: "operator" });
    expect(clocks("operator")).toEqual([]);
  });
});
