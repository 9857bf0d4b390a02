import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import { owed } from "../gate/gate.ts";
import { acceptTruceIn, counted, orderIn, truceIn, truceTermsIn, World } from "../testing/index.ts";
import { missingParts } from "./complete.ts";
import {
  acknowledged,
  answered,
  declared,
  denounced,
  guaranteed,
  owes,
  ready,
  reciprocated,
  status,
} from "./sayings.fixture.ts";
import { truceAnswer } from "./view.ts";

describe("where a truce stands", () => {
  it("[TR14] both yes do not make a truce: both orders must be issued, and its hour must come", () => {
    const world = World.opened();
    const truce = truceIn(world, "host");
    const start = world.now + 48 * 3_600_000;
    expect(status(world, truce)).toBe("tabled");
    acceptTruceIn(world, truce, "party-a");
    expect(status(world, truce)).toBe("tabled");
    acceptTruceIn(world, truce, "party-b");
    expect(status(world, truce)).toBe("accepted");
    orderIn(world, truce, "party-a");
    expect(status(world, truce, start + 1)).toBe("accepted");
    orderIn(world, truce, "party-b");
    expect(status(world, truce)).toBe("orders_issued");
    expect(status(world, truce, start - 1)).toBe("orders_issued");
    expect(status(world, truce, start)).toBe("in_effect");
    expect(status(world, truce, start + 86_400_000 - 1)).toBe("in_effect");
    expect(status(world, truce, start + 86_400_000)).toBe("ended");
  });

  it("[TR15] each party's answer is its own; tabling a text is its author's yes to it", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    const state = () => world.state("host");
    const of = (party: Office) => {
      const one = state().truces.texts.get(truce);
      return one && truceAnswer(state(), one, party);
    };
    expect([of("party-a"), of("party-b")]).toEqual(["tabled_it", "no_answer"]);
    world.must(answered("party-b", truce, "under_study"));
    expect([of("party-a"), of("party-b")]).toEqual(["tabled_it", "under_study"]);
    world.must(answered("party-a", truce, "declined"));
    expect([of("party-a"), of("party-b")]).toEqual(["declined", "under_study"]);
    expect(status(world, truce)).toBe("declined");
  });

  it("[TR16] an accepted text stands until both have accepted a later one", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    acceptTruceIn(world, truce, "party-b");
    for (const by of ["party-a", "party-b"] as const) orderIn(world, truce, by);
    world.pass(50);
    const later = truceIn(world, "party-b", { retables: truce });
    const latest = truceIn(world, "host", { retables: later });
    expect([truce, later, latest].map((id) => status(world, id))).toEqual([
      "in_effect",
      "superseded",
      "tabled",
    ]);
    acceptTruceIn(world, latest, "party-a", "party-b");
    expect([truce, later, latest].map((id) => status(world, id))).toEqual([
      "superseded",
      "superseded",
      "accepted",
    ]);
  });

  it("[TR20] while a party's last word before the start is no-go, the truce does not come", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    acceptTruceIn(world, truce, "party-b");
    for (const by of ["party-a", "party-b"] as const) orderIn(world, truce, by);
    const start = world.now + 48 * 3_600_000;
    world.must(ready("party-b", truce, "no_go"));
    expect([status(world, truce), status(world, truce, start)]).toEqual(["no_go", "no_go"]);
    expect(owes(world, "party-b", "truce_readiness")).toBe(3);
    world.must(ready("party-b", truce));
    expect([status(world, truce), status(world, truce, start)]).toEqual(["orders_issued", "in_effect"]);
    world.pass(49);
    expect(world.refused(ready("party-b", truce, "no_go"))).toBe("TR20");
  });

  it("[TR21] a denunciation for after the last hour changes nothing", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    acceptTruceIn(world, truce, "party-b");
    for (const by of ["party-a", "party-b"] as const) orderIn(world, truce, by);
    const end = world.now + 72 * 3_600_000;
    world.must(denounced(world, "party-b", truce, 72));
    expect([status(world, truce, end - 1), status(world, truce, end)]).toEqual(["in_effect", "ended"]);
    const { id } = world.must(denounced(world, "party-a", truce, 71));
    expect(id).toBeDefined();
    expect(status(world, truce, end - 1)).toBe("denounced");
  });

  it("[TR17] every missing part, answer, order, guarantee and go is owed, by whom and until the start", () => {
    const world = World.opened();
    const { hotline: _, ...terms } = truceTermsIn(world);
    const truce = truceIn(world, "party-a", { terms });
    expect(missingParts(terms)).toEqual(["hotline"]);
    expect([owes(world, "party-a", "truce_part"), owes(world, "party-b", "truce_part")]).toEqual([1, 1]);
    expect([owes(world, "party-a", "truce_answer"), owes(world, "party-b", "truce_answer")]).toEqual([0, 1]);
    const whole = truceIn(world, "party-b", { retables: truce });
    acceptTruceIn(world, whole, "party-a");
    for (const what of ["truce_order", "truce_guarantee"])
      expect([owes(world, "party-a", what), owes(world, "party-b", what)]).toEqual([1, 1]);
    expect([owes(world, "party-a", "truce_readiness"), owes(world, "party-b", "truce_readiness")]).toEqual([
      3, 3,
    ]);
    orderIn(world, whole, "party-a");
    expect([
      owes(world, "party-a", "truce_order_chain"),
      owes(world, "party-b", "truce_order_chain"),
    ]).toEqual([1, 0]);
    for (const step of ["received", "passed_to_units", "confirmed_by_units"] as const)
      world.must(acknowledged(world, "party-a", whole, step));
    world.must(guaranteed(world, "party-a", whole));
    for (const checkpoint of ["t24", "t6", "t1"] as const)
      world.must(ready("party-a", whole, "go", checkpoint));
    for (const what of ["truce_order", "truce_order_chain", "truce_guarantee"])
      expect(`${what} ${owes(world, "party-a", what)}`).toBe(`${what} 0`);
    expect([owes(world, "party-a", "truce_readiness"), owes(world, "party-b", "truce_readiness")]).toEqual([
      0, 3,
    ]);
    const hours = owed(world.state("host"), world.now)
      .filter(({ what }) => what === "truce_readiness")
      .map(({ due }) => ((due ?? 0) - world.now) / 3_600_000);
    expect(hours).toEqual([24, 42, 47]);
  });

  it("[TR18] a declaration binds its author alone; the other's answer is owed while its window lasts", () => {
    const world = World.opened();
    const { id } = world.must(declared("party-a", { from: "2025-07-01", to: "2025-07-04" }));
    expect([
      owes(world, "party-a", "declaration_answer"),
      owes(world, "party-b", "declaration_answer"),
    ]).toEqual([0, 1]);
    world.must(reciprocated("party-b", id));
    expect(owes(world, "party-b", "declaration_answer")).toBe(0);
    world.must(declared("party-b", { from: "2025-07-01", to: "2025-07-04" }));
    expect(owes(world, "party-a", "declaration_answer")).toBe(1);
    world.pass(96);
    expect(owes(world, "party-a", "declaration_answer")).toBe(0);
  });

  it("[TR19] each office's counts of a declared truce stand beside the others'", () => {
    const world = World.opened();
    const { id } = world.must(declared("party-a", "2025-07-02", "public"));
    for (const [by, n] of [
      ["party-a", 444],
      ["party-b", 1_882],
      ["monitor", 950],
    ] as const) {
      const payload = { declaration: id, what: "shelling", count: counted(n, "violations") };
      const where = by === "monitor" ? "monitoring" : "plenary";
      world.must({ kind: "truce.count_claimed", by, room: where, payload });
    }
    expect(world.state("host").truces.declarations.get(id)?.counts).toHaveLength(3);
  });

  it("[TR18] a declared day lasts until its end", () => {
    const world = World.opened();
    world.must(declared("party-a", "2025-07-01"));
    expect(owes(world, "party-b", "declaration_answer")).toBe(1);
    world.pass(12);
    expect(owes(world, "party-b", "declaration_answer")).toBe(0);
  });
});
