import { describe, expect, it } from "vitest";
import type { Term } from "../proposals/terms.ts";
import {
  answerIn,
  confirmIn,
  opening,
  openRoundIn,
  ownRecord,
  pauseTerm,
  pointIn,
  tableIn,
  World,
} from "../testing/index.ts";
import { agreements, completedTerms } from "./agreement.ts";
import { owed, partyOrder } from "./gate.ts";
import { openTerms } from "./terms.ts";

const persons: Term = { key: "persons", type: "count_per_side", amount: { min: 1_200 }, unit: "persons" };
const exact: Term = { ...persons, amount: { value: 1_200 } };
const ring: [number, number][] = [
  [1, 1],
  [2, 1],
  [2, 2],
];

function lacks(...terms: Term[]): string[] {
  return openTerms(terms).map((one) => `${one.key} ${one.lacks}`);
}

describe("what is still open in terms", () => {
  it("[RC50] a range is not a length, an area in words no zone, the end of a month no day", () => {
    const place: Term = { key: "place", type: "place", words: "x" };
    const day: Term = { key: "day", type: "date_on", what: "x", on: "2025-07-23" };
    expect(lacks(pauseTerm())).toEqual(["duration one_length"]);
    expect(lacks({ key: "d", type: "duration", minHours: 24, maxHours: 24 })).toEqual([]);
    expect(lacks({ key: "z", type: "zone", extent: "certain_areas", words: "x" })).toEqual(["z exact_zone"]);
    expect(lacks({ key: "z", type: "zone", extent: "polygon", words: "x", ring })).toEqual([]);
    expect(lacks({ key: "z", type: "zone", extent: "object_classes", words: "x" })).toEqual([]);
    expect(lacks({ key: "by", type: "date_by", what: "x", by: "2025-08-31" })).toEqual(["by day"]);
    expect(lacks(persons, place, day)).toEqual(["persons exact_count"]);
    expect(lacks(exact, place, day)).toEqual([]);
    const count = (amount: object) =>
      ({ key: "n", type: "count", from: "a", to: "b", amount, unit: "bodies" }) as Term;
    expect(lacks(count({ max: 9 }), place, day)).toEqual(["n exact_count"]);
    expect(
      lacks({ key: "c", type: "category", words: "all wounded", unit: "persons", all: true }, place, day),
    ).toEqual(["c list"]);
    expect(lacks({ key: "g", type: "body_to_create", body: "x" })).toEqual(["g members_of_body"]);
    expect(lacks({ key: "w", type: "participants", persons: [], offices: [] })).toEqual(["w participants"]);
    for (const term of [
      { key: "t", type: "text", words: "x" },
      { key: "t", type: "reciprocity", words: "x" },
      { key: "t", type: "sequence", first: "x", next: "y" },
      { key: "t", type: "object_list", objects: ["x"] },
      { key: "t", type: "condition", requires: "x", of: "both" },
      { key: "t", type: "purpose", purposes: ["negotiate"] },
    ] as Term[])
      expect(lacks(term)).toEqual([]);
  });

  it("[RC51] whatever moves people needs a day and a place, and what stops fire a day and a purpose", () => {
    expect(lacks(exact)).toEqual(["date day", "place place"]);
    const stops: Term[] = [
      { key: "d", type: "duration", minHours: 24 },
      { key: "z", type: "zone", extent: "polygon", words: "x", ring },
    ];
    expect(lacks(...stops)).toEqual(["date day", "purpose purpose"]);
  });
});

describe("what is agreed", () => {
  it("[RC52] agreed in principle is listed as such, and silence is not listed", () => {
    const world = World.opened();
    const point = pointIn(world, "party-a", [exact]);
    expect(agreements(world.state("host"))).toEqual([]);
    const payload = { point, answer: "confirmed_in_principle", source: ownRecord } as const;
    world.must({ kind: "point.answered", by: "party-b", room: "plenary", payload });
    expect(agreements(world.state("host"))).toMatchObject([{ id: point, inPrinciple: true }]);
    confirmIn(world, point, "party-b");
    expect(agreements(world.state("host"))).toMatchObject([{ id: point, inPrinciple: false }]);
  });

  it("[RC52] what only the host and one party agree is no agreement of the parties", () => {
    const world = World.opened();
    answerIn(world, "host", tableIn(world, "party-a", {}, "host-a"), "accepted", "host-a");
    expect(agreements(world.state("host"))).toEqual([]);
  });

  it("[RC53] open terms are owed by both until an agreed later text completes them", () => {
    const world = World.opened();
    const point = pointIn(world, "host", [persons]);
    confirmIn(world, point, "party-a", "party-b");
    const open = () => owed(world.state("host"), world.now).filter((one) => one.what === "open_term");
    expect(new Set(open().map((one) => `${one.by} ${one.detail.lacks}`))).toEqual(
      new Set(["party-a", "party-b"].flatMap((by) => [`${by} exact_count`, `${by} day`, `${by} place`])),
    );
    const day: Term = { key: "day", type: "date_on", what: "x", on: "2025-07-30" };
    const place: Term = { key: "place", type: "place", words: "the bridge" };
    const details = tableIn(world, "party-a", { details: point, terms: [exact, day, place] });
    expect(open()).toHaveLength(6);
    answerIn(world, "party-b", details, "accepted");
    expect(open()).toEqual([]);
    const [agreement] = agreements(world.state("host"));
    expect(agreement && completedTerms(world.state("host"), agreement)).toEqual([exact, day, place]);
    expect(agreements(world.state("host"))).toHaveLength(1);
  });

  it("[RC54] a condition is met in the word of the party that set it", () => {
    const world = World.opened();
    const condition: Term = { key: "ready", type: "condition", requires: "x", of: "b" };
    const proposal = tableIn(world, "party-a", { terms: [condition] });
    answerIn(world, "party-b", proposal, "accepted");
    const words = () => owed(world.state("host"), world.now).map((one) => `${one.by} ${one.what}`);
    expect(words()).toEqual(["party-a condition_word"]);
    const payload = { proposal, key: "ready", met: true, source: ownRecord };
    world.must({ kind: "condition.answered", by: "party-b", room: "plenary", payload });
    expect(words()).toEqual(["party-a condition_word"]);
    world.must({ kind: "condition.answered", by: "party-a", room: "plenary", payload });
    expect(words()).toEqual([]);
  });
});

describe("the list of what is owed", () => {
  it("[RC55] puts first what is due first, and last what nobody has set a time for", () => {
    const world = World.opened();
    tableIn(world, "party-a", { title: "late", lapsesAt: "2025-07-20" });
    tableIn(world, "party-a", { title: "soon", lapsesAt: "2025-07-05" });
    tableIn(world, "party-a", { title: "open" });
    tableIn(world, "party-a", { title: "open too" });
    expect(owed(world.state("host"), world.now).map((one) => one.title)).toEqual([
      "soon",
      "late",
      "open",
      "open too",
    ]);
  });

  it("[RC56] names first the party that the lot drew, and alternates from matter to matter", () => {
    const firsts = new Set<string>();
    for (let seed = 1; seed < 20; seed++) {
      const world = World.opened(seed);
      const drawn = `party-${opening(seed).order[0]}`;
      firsts.add(drawn);
      const round = openRoundIn(world);
      const payload = (n: number) => ({ round, text: `Point ${n}`, terms: [], source: ownRecord });
      for (const n of [1, 2])
        world.must({ kind: "point.recorded", by: "host", room: "plenary", payload: payload(n) });
      const asked = owed(world.state("host"), world.now).filter((one) => one.what === "point_answer");
      expect(asked[0]?.by).not.toBe(asked[2]?.by);
      const order = partyOrder(world.state("host"));
      expect(order(drawn as "party-a", 0)).toBeLessThan(
        order(drawn === "party-a" ? "party-b" : "party-a", 0),
      );
      expect(order(drawn as "party-a", 1)).toBeGreaterThan(
        order(drawn === "party-a" ? "party-b" : "party-a", 1),
      );
    }
    expect(firsts.size).toBe(2);
  });
});
