import { describe, expect, it } from "vitest";
import type { Office, Side } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { exchangeHandovers } from "../exchanges/view.ts";
import { counted, ownRecord, pointIn, type Saying, World } from "../testing/index.ts";
import { claimsDiffer, deliveredUnder, toldBy } from "./accounts.ts";
import { amount, type Claim, rangeOf } from "./acts.ts";

type Account = PayloadOf<"exchange.received">;

function account(
  kind: "exchange.handed_over" | "exchange.received",
  by: Office,
  from: Side,
  to: Side,
  more: Partial<Account> = {},
): Saying<typeof kind> {
  return { kind, by, room: "plenary", payload: { from, to, on: "2025-07-01", count: counted(90), ...more } };
}

function linked(
  by: Office,
  handover: ActId,
  agreement: ActId,
  stance: "counts" | "counts_in_part" | "does_not_count",
  value?: number,
): Saying<"exchange.linked"> {
  const payload = {
    handover,
    agreement,
    stance,
    source: ownRecord,
    ...(value === undefined ? {} : { amount: { value } }),
  };
  return { kind: "exchange.linked", by, room: "plenary", payload };
}

const range = (min?: number, max?: number): Claim => ({
  ...counted(0),
  amount: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } as Claim["amount"],
});

describe("claims", () => {
  it("[CL1] a handover goes from one side to the other", () => {
    expect(World.opened().refused(account("exchange.handed_over", "party-a", "a", "a"))).toBe("CL1");
  });

  it("[CL2] the giving side says what it gave, the receiving side what it received", () => {
    for (const by of ["party-a", "exchange-a"] as const) {
      const world = World.opened();
      const inRoom = (saying: ReturnType<typeof account>) => world.refused({ ...saying, room: "exchange" });
      expect(inRoom(account("exchange.handed_over", by, "b", "a"))).toBe("CL2");
      expect(inRoom(account("exchange.received", by, "a", "b"))).toBe("CL2");
      expect(inRoom(account("exchange.handed_over", by, "a", "b"))).toBeUndefined();
      expect(inRoom(account("exchange.received", by, "b", "a"))).toBeUndefined();
    }
  });

  it("[CL3] the parts do not come to more than the whole", () => {
    const world = World.opened();
    const parts = (...values: number[]) =>
      world.refused(
        account("exchange.handed_over", "party-a", "a", "b", { parts: values.map((one) => counted(one)) }),
      );
    expect(parts(90, 1)).toBe("CL3");
    expect(parts(60, 30)).toBeUndefined();
    expect(parts(10)).toBeUndefined();
    const open = { count: range(90), parts: [counted(400)] };
    expect(world.refused(account("exchange.handed_over", "party-a", "a", "b", open))).toBeUndefined();
  });

  it("[CL4] a part of a handover is said with its number, and only a part is", () => {
    const world = World.opened();
    const point = pointIn(world, "host");
    const { id } = world.must(account("exchange.handed_over", "party-a", "a", "b"));
    expect(world.refused(linked("party-a", id, point, "counts_in_part"))).toBe("CL4");
    expect(world.refused(linked("party-a", id, point, "counts", 20))).toBe("CL4");
    expect(world.refused(linked("party-a", id, point, "does_not_count", 20))).toBe("CL4");
    expect(world.refused(linked("party-a", id, point, "counts_in_part", 20))).toBeUndefined();
  });

  it("[CL5] a number is the range that was said, with an open end where one was left open", () => {
    expect(rangeOf({ value: 5 })).toEqual({ min: 5, max: 5 });
    expect(rangeOf({ min: 1_001 })).toEqual({ min: 1_001, max: undefined });
    expect(rangeOf({ max: 9 })).toEqual({ min: undefined, max: 9 });
    for (const wrong of [{ min: 3, max: 2 }, {}, { value: -1 }, { value: 1.5 }, { value: 1, min: 1 }])
      expect(amount.safeParse(wrong).success).toBe(false);
  });

  it("[CL6] two claims differ where their ranges in one unit do not meet", () => {
    expect(claimsDiffer(counted(6_057), counted(6_060))).toBe(true);
    expect(claimsDiffer(counted(90), counted(90))).toBe(false);
    expect(claimsDiffer(counted(90), counted(91, "bodies"))).toBe(false);
    expect(claimsDiffer(range(1_000), counted(1_200))).toBe(false);
    expect(claimsDiffer(range(1_000), counted(999))).toBe(true);
    expect(claimsDiffer(range(undefined, 5), range(6))).toBe(true);
    expect(claimsDiffer(range(undefined, 6), range(6))).toBe(false);
  });

  it("[CL7] two accounts of one handover stand side by side and are never merged", () => {
    const world = World.opened();
    const first = world.must(account("exchange.handed_over", "party-a", "a", "b", { count: counted(6_060) }));
    world.must(
      account("exchange.received", "party-b", "a", "b", {
        count: counted(6_057),
        same: first.id,
        on: "2025-06-30",
      }),
    );
    const [view, ...more] = exchangeHandovers(world.state("host"));
    expect(more).toEqual([]);
    expect(view?.accounts.map((one) => [one.by, one.count.amount])).toEqual([
      ["party-a", { value: 6_060 }],
      ["party-b", { value: 6_057 }],
    ]);
    expect(view?.differs).toBe(true);
    expect(view?.at).toBe(Date.parse("2025-06-30"));
  });

  it("[CL8] what was delivered under an agreement is told by each party with its own links and its own side's numbers", () => {
    const world = World.opened();
    const point = pointIn(world, "host");
    const given = world.must({
      ...account("exchange.handed_over", "exchange-a", "a", "b", { count: counted(100) }),
      room: "exchange",
    }).id;
    world.must({
      ...account("exchange.received", "exchange-b", "a", "b", { count: counted(98), same: given }),
      room: "exchange",
    });
    const told = (teller: "party-a" | "party-b") => {
      const {
        min,
        max,
        counted: handovers,
        unsaid,
      } = deliveredUnder(toldBy(exchangeHandovers(world.state("host")), "a", teller), point, "persons");
      return [min, max, handovers, unsaid];
    };
    expect([told("party-a"), told("party-b")]).toEqual([
      [0, 0, 0, 1],
      [0, 0, 0, 1],
    ]);
    world.must(linked("party-b", given, point, "counts"));
    expect([told("party-a"), told("party-b")]).toEqual([
      [0, 0, 0, 1],
      [98, 98, 1, 0],
    ]);
    world.must(linked("party-a", given, point, "counts_in_part", 60));
    expect([told("party-a"), told("party-b")]).toEqual([
      [60, 60, 1, 0],
      [98, 98, 1, 0],
    ]);
    world.must(linked("party-b", given, point, "does_not_count"));
    expect(told("party-b")).toEqual([0, 0, 0, 0]);
    expect(
      deliveredUnder(toldBy(exchangeHandovers(world.state("host")), "b", "party-a"), point, "persons"),
    ).toMatchObject({
      max: 0,
      unsaid: 0,
    });
  });

  it("[CL9] counts against a pledge what is of the unit pledged", () => {
    const world = World.opened();
    const point = pointIn(world, "host");
    const parts = [
      { ...counted(70), unit: "servicemen" },
      { ...counted(20), unit: "civilians" },
    ] as Claim[];
    const whole = world.must(account("exchange.handed_over", "party-a", "a", "b", { parts })).id;
    const bare = world.must(account("exchange.handed_over", "party-a", "a", "b", { count: counted(30) })).id;
    for (const handover of [whole, bare]) world.must(linked("party-a", handover, point, "counts"));
    const told = toldBy(exchangeHandovers(world.state("host")), "a", "party-a");
    const range = (unit: Claim["unit"]) => {
      const { min, max } = deliveredUnder(told, point, unit);
      return [min, max];
    };
    expect(range("persons")).toEqual([120, 120]);
    expect(range("servicemen")).toEqual([70, 100]);
    expect(range("children")).toEqual([0, 120]);
  });

  it("[CL10] an undisclosed number is no number, and differs from none", () => {
    const hidden: Claim = { ...counted(0), amount: { undisclosed: true } };
    expect(amount.safeParse({ undisclosed: true }).success).toBe(true);
    for (const wrong of [{ undisclosed: false }, { undisclosed: true, value: 3 }])
      expect(amount.safeParse(wrong).success).toBe(false);
    expect(rangeOf(hidden.amount)).toEqual({ min: undefined, max: undefined });
    expect(claimsDiffer(hidden, counted(250))).toBe(false);
  });
});
