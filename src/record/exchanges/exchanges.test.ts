import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { owed } from "../gate/gate.ts";
import type { Term } from "../proposals/terms.ts";
import { confirmIn, counted, ownRecord, pointIn, type Saying, unread, World } from "../testing/index.ts";
import { exchangeHandovers, pledgeViews } from "./view.ts";

const source = ownRecord;
const terms: Term[] = [
  { key: "persons", type: "count_per_side", amount: { value: 1_200 }, unit: "persons" },
  { key: "day", type: "date_on", what: "x", on: "2025-08-01" },
  { key: "place", type: "place", words: "the bridge" },
];

function pledged(by: Office, agreement: ActId, value = 1_200): Saying<"pledge.made"> {
  return {
    kind: "pledge.made",
    by,
    room: "plenary",
    payload: { agreement, gives: counted(value), by: "2025-08-31", source },
  };
}

function given(by: Office, from: "a" | "b", value: number, same?: ActId): Saying<"exchange.handed_over"> {
  const to = from === "a" ? "b" : "a";
  const payload = { from, to, on: "2025-07-01", count: counted(value), ...(same ? { same } : {}) } as const;
  return { kind: "exchange.handed_over", by, room: "exchange", payload };
}

function received(by: Office, from: "a" | "b", value: number, same?: ActId): Saying<"exchange.received"> {
  return { ...given(by, from, value, same), kind: "exchange.received" };
}

function linked(by: Office, handover: ActId, agreement: ActId): Saying<"exchange.linked"> {
  return {
    kind: "exchange.linked",
    by,
    room: "plenary",
    payload: { handover, agreement, stance: "counts", source },
  };
}

function agreed(world: World): ActId {
  const point = pointIn(world, "host", terms);
  confirmIn(world, point, "party-a", "party-b");
  return point;
}

function owes(world: World, what: string): string[] {
  return owed(world.state("host"), world.now)
    .filter((one) => one.what === what)
    .map((one) => one.by)
    .toSorted();
}

describe("exchanges", () => {
  it("[EX1] a pledge, a list and a link name an agreement that their author reads", () => {
    const world = World.opened();
    expect(world.refused(pledged("party-a", unread))).toBe("EX1");
    const list = { agreement: unread, count: counted(300), title: "x" };
    expect(
      world.refused({ kind: "list.handed_over", by: "exchange-a", room: "exchange", payload: list }),
    ).toBe("EX1");
    const { id } = world.must(given("party-a", "a", 90));
    expect(world.refused(linked("party-a", id, unread))).toBe("EX1");
  });

  it("[EX2] a second account and a link name a handover that their author reads", () => {
    const world = World.opened();
    const point = agreed(world);
    expect(world.refused(linked("party-a", unread, point))).toBe("EX2");
    expect(world.refused(received("party-b", "a", 90, unread))).toBe("EX2");
    expect(world.refused(given("party-a", "a", 90, unread))).toBe("EX2");
  });

  it("[EX3] under an agreed count per side each party owes its own pledge", () => {
    const world = World.opened();
    const point = pointIn(world, "host", terms);
    expect(owes(world, "pledge")).toEqual([]);
    confirmIn(world, point, "party-a", "party-b");
    expect(owes(world, "pledge")).toEqual(["party-a", "party-b"]);
    world.must(pledged("party-b", point));
    expect(owes(world, "pledge")).toEqual(["party-a"]);
  });

  it("[EX4] a pledge is owed until the receiving side tells that it came; the giver's telling stands beside it", () => {
    const world = World.opened();
    const point = agreed(world);
    world.must(pledged("party-a", point, 100));
    const first = world.must(given("exchange-a", "a", 100)).id;
    world.must(linked("party-a", first, point));
    const [delivery] = owed(world.state("host"), world.now).filter((one) => one.what === "delivery");
    expect(delivery).toMatchObject({
      by: "party-a",
      due: Date.parse("2025-09-01"),
      detail: { pledged: 100, perGiver: 100, perReceiver: 0, unsaid: 1 },
    });
    world.must(received("exchange-b", "a", 99, first));
    world.must(linked("party-b", first, point));
    expect(owes(world, "delivery")).toEqual(["party-a"]);
    const more = world.must(received("party-b", "a", 1)).id;
    world.must(linked("party-b", more, point));
    expect(owes(world, "delivery")).toEqual([]);
  });

  it("[EX5] the other side's account, and each side's word on the link, are owed", () => {
    const world = World.opened();
    const point = agreed(world);
    world.must(pledged("party-a", point));
    const first = world.must(given("exchange-a", "a", 90)).id;
    expect(owes(world, "delivery_account")).toEqual(["party-b"]);
    expect(owes(world, "link_word")).toEqual(["party-a", "party-b"]);
    world.must(received("exchange-b", "a", 90, first));
    world.must(linked("party-b", first, point));
    expect(owes(world, "delivery_account")).toEqual([]);
    expect(owes(world, "link_word")).toEqual(["party-a"]);
  });

  it("[EX6] each pledge is seen with each party's own telling, and none is merged", () => {
    const world = World.opened();
    const point = agreed(world);
    for (const by of ["party-a", "party-b"] as const) world.must(pledged(by, point));
    const { id } = world.must(given("exchange-b", "b", 250));
    world.must(linked("party-b", id, point));
    const views = pledgeViews(world.state("party-a"));
    expect(
      views.map((one) => [one.from, ...one.delivered.map(({ teller, max }) => `${teller} ${max}`)]),
    ).toEqual([
      ["a", "party-a 0", "party-b 0"],
      ["b", "party-a 0", "party-b 250"],
    ]);
  });

  it("[EX7] accounts are of one handover only where an office says so", () => {
    const world = World.opened();
    world.must(given("party-a", "a", 90));
    world.must(received("party-b", "a", 90));
    expect(exchangeHandovers(world.state("host"))).toHaveLength(2);
  });

  it("[EX8] a carried-out agreement owes nothing more", () => {
    const world = World.opened();
    const point = pointIn(world, "host", [{ ...terms[0], amount: { min: 100 } } as Term]);
    confirmIn(world, point, "party-a", "party-b");
    world.must(pledged("party-a", point, 100));
    world.must(pledged("party-b", point, 100));
    for (const [giver, receiver, from] of [
      ["exchange-a", "party-b", "a"],
      ["exchange-b", "party-a", "b"],
    ] as const) {
      expect(owes(world, "open_term")).not.toEqual([]);
      const first = world.must(given(giver, from, 100)).id;
      world.must({ ...received(giver === "exchange-a" ? "exchange-b" : "exchange-a", from, 100, first) });
      world.must(linked(receiver, first, point));
    }
    expect(owes(world, "open_term")).toEqual([]);
    expect(owes(world, "delivery")).toEqual([]);
  });
});
