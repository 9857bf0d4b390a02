import { describe, expect, it } from "vitest";
import type { Office, Side } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import { owed } from "../gate/gate.ts";
import { counted, ownRecord, type Saying, unread, World } from "../testing/index.ts";
import { remainsHandovers, remainsTotals } from "./view.ts";

const room = "humanitarian";
const bodies = (value: number) => counted(value, "bodies");

function told(
  kind: "remains.handed_over" | "remains.received",
  by: Office,
  from: Side,
  value = 1_000,
  same?: ActId,
): Saying<typeof kind> {
  const to: Side = from === "a" ? "b" : "a";
  const payload = { from, to, on: "2025-07-01", count: bodies(value), ...(same ? { same } : {}) };
  return { kind, by, room, payload };
}

function accepted(by: Office, handover: ActId, value = 995): Saying<"remains.accepted"> {
  return { kind: "remains.accepted", by, room, payload: { handover, count: bodies(value) } };
}

function total(by: Office, from: Side, to: Side, value: number): Saying<"remains.total_claimed"> {
  const count = { ...bodies(value), kind: "cumulative" } as const;
  return { kind: "remains.total_claimed", by, room, payload: { direction: { from, to }, count } };
}

function owes(world: World): string[] {
  return owed(world.state("host"), world.now).map((one) => `${one.by} ${one.what}`);
}

describe("remains", () => {
  it("[RM1] bodies are offered to the other side", () => {
    const world = World.opened();
    const offered = (to: Side) =>
      world.refused({ kind: "remains.offered", by: "party-a", room, payload: { to, count: bodies(3_000) } });
    expect(offered("a")).toBe("RM1");
    expect(offered("b")).toBeUndefined();
    expect(world.state("host").remains.offers).toHaveLength(1);
  });

  it("[RM2] they are counted in bodies, as containers were handed over", () => {
    for (const kind of ["remains.handed_over", "remains.received"] as const) {
      const saying = told(kind, kind === "remains.received" ? "party-b" : "party-a", "a");
      const payload = { ...saying.payload, count: counted(5) };
      expect(World.opened().refused({ ...saying, payload })).toBe("RM2");
    }
  });

  it("[RM3] the receiving side says how many it accepts as its own", () => {
    const world = World.opened();
    const { id } = world.must(told("remains.handed_over", "party-a", "a"));
    expect(world.refused(accepted("party-a", id))).toBe("RM3");
    expect(world.refused(accepted("party-b", id))).toBeUndefined();
  });

  it("[RM4] a total goes from one side to the other", () => {
    expect(World.opened().refused(total("party-a", "a", "a", 9))).toBe("RM4");
  });

  it("[RM5] an offer and a link name an agreement that their author reads", () => {
    const world = World.opened();
    const payload = { to: "b", count: bodies(9), agreement: unread } as const;
    expect(world.refused({ kind: "remains.offered", by: "party-a", room, payload })).toBe("RM5");
    const { id } = world.must(told("remains.handed_over", "party-a", "a"));
    const link = { handover: id, agreement: unread, stance: "counts", source: ownRecord } as const;
    expect(world.refused({ kind: "remains.linked", by: "party-a", room, payload: link })).toBe("RM5");
  });

  it("[RM6] a second account, an acceptance and a link name a handover that their author reads", () => {
    const world = World.opened();
    expect(world.refused(told("remains.received", "party-b", "a", 1, unread))).toBe("RM6");
    expect(world.refused(accepted("party-b", unread))).toBe("RM6");
    const link = { handover: unread, agreement: unread, stance: "counts", source: ownRecord } as const;
    expect(world.refused({ kind: "remains.linked", by: "party-a", room, payload: link })).toBe("RM6");
  });

  it("[RM7] offered, received and accepted are three counts; an acceptance may be revoked by a later one", () => {
    const world = World.opened();
    const first = world.must(told("remains.handed_over", "party-a", "a", 1_212)).id;
    expect(owes(world)).toEqual(["party-b delivery_account", "party-b acceptance_of_remains"]);
    world.must(told("remains.received", "party-b", "a", 1_211, first));
    expect(owes(world)).toEqual(["party-b acceptance_of_remains"]);
    world.must(accepted("party-b", first, 1_208));
    world.must(accepted("party-b", first, 1_205));
    expect(owes(world)).toEqual([]);
    const [view] = remainsHandovers(world.state("host"));
    expect(view).toMatchObject({ differs: true, from: "a", to: "b" });
    expect(world.state("host").remains.accepted).toHaveLength(2);
  });

  it("[RM8] each office's running total stands under its own name: 6,057 and 6,060 are two claims", () => {
    const world = World.opened();
    world.must(total("party-a", "b", "a", 6_057));
    world.must(total("party-b", "b", "a", 6_060));
    const [view, ...more] = remainsTotals(world.state("host"));
    expect(more).toEqual([]);
    expect(view?.claims.map((one) => [one.by, one.count.amount])).toEqual([
      ["party-a", { value: 6_057 }],
      ["party-b", { value: 6_060 }],
    ]);
  });

  it("[RM9] parity never applies: a handover one way asks nothing the other way", () => {
    const world = World.opened();
    const first = world.must(told("remains.handed_over", "party-a", "a", 1_000)).id;
    world.must(told("remains.received", "party-b", "a", 1_000, first));
    world.must(accepted("party-b", first));
    expect(owes(world)).toEqual([]);
  });
});
