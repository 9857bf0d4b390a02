import { describe, expect, it } from "vitest";
import type { Office } from "../access/offices.ts";
import type { ActId } from "../act/act.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { owed } from "../gate/gate.ts";
import {
  acceptTruceIn,
  counted,
  instantOf,
  orderIn,
  ownRecord,
  truceIn,
  truceTermsIn,
  unread,
  World,
} from "../testing/index.ts";
import { localPrint, missingParts, truceParts } from "./complete.ts";
import { truceAnswer, truceStatus } from "./view.ts";

const source = ownRecord;
const room = "humanitarian";

function tabled(
  world: World,
  by: Office,
  more: Partial<PayloadOf<"truce.tabled">>,
  where: "plenary" | "humanitarian" = room,
) {
  return {
    kind: "truce.tabled",
    by,
    room: where,
    payload: { title: "x", terms: truceTermsIn(world), source, ...more },
  } as const;
}

function answered(by: Office, truce: ActId, answer: PayloadOf<"truce.answered">["answer"] = "accepted") {
  return { kind: "truce.answered", by, room, payload: { truce, answer, source } } as const;
}

function ordered(world: World, by: Office, truce: ActId) {
  const payload = {
    truce,
    number: "7",
    signatory: "x",
    issuedAt: instantOf(world.now),
    echelonReached: "company",
  } as const;
  return { kind: "truce.order_issued", by, room, payload } as const;
}

function ready(by: Office, truce: ActId) {
  return { kind: "truce.readiness_said", by, room, payload: { truce, answer: "go" } } as const;
}

function guaranteed(world: World, by: Office, truce: ActId) {
  return {
    kind: "truce.guarantee_given",
    by,
    room,
    payload: { truce, words: "x", until: instantOf(world.now) },
  } as const;
}

function denounced(world: World, by: Office, truce: ActId, inHours: number) {
  const effectiveAt = instantOf(world.now + inHours * 3_600_000);
  return { kind: "truce.denounced", by, room, payload: { truce, reason: "x", effectiveAt } } as const;
}

function declared(
  by: Office,
  window: PayloadOf<"truce.declared">["window"],
  where: "plenary" | "public" = "plenary",
) {
  return {
    kind: "truce.declared",
    by,
    room: where,
    payload: { title: "x", terms: {}, window, source },
  } as const;
}

function reciprocated(by: Office, declaration: ActId) {
  return {
    kind: "truce.declaration_answered",
    by,
    room: "plenary",
    payload: { declaration, answer: "reciprocated", source },
  } as const;
}

function status(world: World, id: ActId, now = world.now, reader: Office = "operator"): string {
  const state = world.state(reader);
  const truce = state.truces.texts.get(id);
  return truce ? truceStatus(state, truce, now) : "unread";
}

function owes(world: World, by: Office, what: string): number {
  return owed(world.state("host"), world.now).filter((one) => one.by === by && one.what === what).length;
}

describe("what may be said about truces", () => {
  it("[TR1] it names a text or declaration that its author reads", () => {
    const world = World.opened();
    expect(world.refused(tabled(world, "party-a", { retables: unread }))).toBe("TR1");
    expect(world.refused(answered("party-a", unread))).toBe("TR1");
    expect(world.refused(ordered(world, "party-a", unread))).toBe("TR1");
    expect(world.refused(guaranteed(world, "party-a", unread))).toBe("TR1");
    expect(world.refused(ready("operator", unread))).toBe("TR1");
    expect(world.refused(denounced(world, "party-a", unread, 1))).toBe("TR1");
    expect(world.refused(reciprocated("party-a", unread))).toBe("TR1");
    const payload = { declaration: unread, what: "x", count: counted(3, "violations") };
    expect(world.refused({ kind: "truce.count_claimed", by: "monitor", room, payload })).toBe("TR1");
  });

  it("[TR2] the latest text is tabled again", () => {
    const world = World.opened();
    const first = truceIn(world, "party-a");
    truceIn(world, "party-b", { retables: first });
    expect(world.refused(tabled(world, "party-a", { retables: first }))).toBe("TR2");
    expect(status(world, first)).toBe("superseded");
  });

  it("[TR3] what it carries out is something that its author reads", () => {
    const world = World.opened();
    expect(world.refused(tabled(world, "party-a", { agreement: unread }))).toBe("TR3");
  });

  it("[TR4] its local prints are the wall clocks of its instants, and it ends after it starts", () => {
    const world = World.opened();
    const terms = truceTermsIn(world);
    const { start, end } = terms;
    if (!start || !end) throw new Error("Whole terms have a start and an end.");
    const wrong = (change: object) =>
      world.refused(tabled(world, "party-a", { terms: { ...terms, ...change } }));
    expect(wrong({ start: { ...start, localA: end.localA } })).toBe("TR4");
    expect(wrong({ start: { ...start, localB: "24:00" } })).toBe("TR4");
    expect(wrong({ end: { ...end, localB: start.localB } })).toBe("TR4");
    expect(wrong({ start: end, end: start })).toBe("TR4");
    expect(wrong({ end: start })).toBe("TR4");
    expect(wrong({})).toBeUndefined();
    const at = Date.parse("2015-02-06T06:00:00Z"); // one hour, two clocks: the nine hours of Debaltseve
    expect([localPrint(at, "Europe/Kyiv"), localPrint(at, "Europe/Moscow")]).toEqual([
      "2015-02-06 08:00",
      "2015-02-06 09:00",
    ]);
  });

  it("[TR5] nothing is left to answer in a text that was tabled again, denounced, or has ended", () => {
    const world = World.opened();
    const earlier = truceIn(world, "party-a");
    truceIn(world, "party-a", { retables: earlier });
    const broken = truceIn(world, "party-a");
    world.must(denounced(world, "party-a", broken, 0));
    const over = truceIn(world, "party-a");
    acceptTruceIn(world, over, "party-b");
    for (const by of ["party-a", "party-b"] as const) orderIn(world, over, by);
    world.pass(100);
    for (const id of [earlier, broken, over]) expect(world.refused(answered("party-b", id))).toBe("TR5");
  });

  it("[TR6] a text is accepted when it is whole; until then it is agreed in principle", () => {
    for (const { part } of truceParts) {
      const world = World.opened();
      const { [part]: _, ...terms } = truceTermsIn(world);
      const truce = truceIn(world, "party-a", { terms });
      expect(`${part} ${world.refused(answered("party-b", truce))}`).toBe(`${part} TR6`);
      expect(world.refused(answered("party-b", truce, "agreed_in_principle"))).toBeUndefined();
      expect(status(world, truce)).toBe("agreed_in_principle");
    }
  });

  it("[TR7] orders, guarantees and go or no-go follow an accepted text", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    expect(world.refused(ordered(world, "party-a", truce))).toBe("TR7");
    expect(world.refused(guaranteed(world, "party-a", truce))).toBe("TR7");
    expect(world.refused(ready("operator", truce))).toBe("TR7");
    acceptTruceIn(world, truce, "party-b");
    for (const saying of [
      ordered(world, "party-a", truce),
      guaranteed(world, "party-a", truce),
      ready("operator", truce),
    ])
      expect(world.refused(saying as never)).toBeUndefined();
  });

  it("[TR8] a truce is denounced with warning, never for a time that has passed", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    expect(world.refused(denounced(world, "party-b", truce, -1))).toBe("TR8");
    world.must(denounced(world, "party-b", truce, 6));
    expect(status(world, truce)).toBe("tabled");
    expect(status(world, truce, world.now + 6 * 3_600_000)).toBe("denounced");
  });

  it("[TR9] a declared window ends after it starts", () => {
    const world = World.opened();
    expect(world.refused(declared("party-a", { from: "2025-07-09", to: "2025-07-08" }))).toBe("TR9");
    const noon = "2025-07-09T12:00:00Z";
    expect(world.refused(declared("party-a", { from: noon, to: noon }))).toBe("TR9");
    expect(world.refused(declared("party-a", { from: "2025-07-09", to: "2025-07-09" }))).toBeUndefined();
    expect(world.refused(declared("party-a", { from: "2025-07-08", to: "2025-07-09" }))).toBeUndefined();
  });

  it("[TR10] a declaration is answered by the other party", () => {
    const world = World.opened();
    const { id } = world.must(declared("party-a", "2025-07-08"));
    expect(world.refused(reciprocated("party-a", id))).toBe("TR10");
    expect(world.refused(reciprocated("party-b", id))).toBeUndefined();
  });

  it("[TR11] a text is tabled again in its own room", () => {
    const world = World.opened();
    const inPlenary = truceIn(world, "party-a", {}, "plenary");
    expect(world.refused(tabled(world, "party-a", { retables: inPlenary }))).toBe("TR11");
    expect(world.refused(tabled(world, "party-a", { retables: inPlenary }, "plenary"))).toBeUndefined();
    const shared = truceIn(world, "party-a");
    expect(world.refused(tabled(world, "party-a", { retables: shared }, "plenary"))).toBe("TR11");
  });

  it("[TR12] a text that both have accepted is denounced with warning, not answered anew", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    acceptTruceIn(world, truce, "party-b");
    expect(world.refused(answered("party-b", truce, "declined"))).toBe("TR12");
    for (const by of ["party-a", "party-b"] as const) orderIn(world, truce, by);
    expect(world.refused(answered("party-a", truce, "declined"))).toBe("TR12");
    world.pass(60);
    expect(status(world, truce)).toBe("in_effect");
    expect(world.refused(answered("party-a", truce, "reserved"))).toBe("TR12");
  });

  it("[TR13] what becomes of a text is said where all who read the text read it", () => {
    const world = World.opened();
    const truce = truceIn(world, "party-a");
    const elsewhere = { room: "plenary" } as const;
    expect(world.refused({ ...answered("party-b", truce), ...elsewhere })).toBe("TR13");
    expect(world.refused({ ...denounced(world, "party-b", truce, 6), ...elsewhere })).toBe("TR13");
    acceptTruceIn(world, truce, "party-b");
    expect(world.refused({ ...ordered(world, "party-a", truce), ...elsewhere })).toBe("TR13");
    expect(world.refused({ ...guaranteed(world, "party-a", truce), ...elsewhere })).toBe("TR13");
    const inPlenary = truceIn(world, "party-a", {}, "plenary");
    expect(world.refused(answered("party-b", inPlenary))).toBeUndefined();
  });
});

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

  it("[TR17] every missing part, answer, order, guarantee and go is owed, by whom and until the start", () => {
    const world = World.opened();
    const { hotline: _, ...terms } = truceTermsIn(world);
    const truce = truceIn(world, "party-a", { terms });
    expect(missingParts(terms)).toEqual(["hotline"]);
    expect([owes(world, "party-a", "truce_part"), owes(world, "party-b", "truce_part")]).toEqual([1, 1]);
    expect([owes(world, "party-a", "truce_answer"), owes(world, "party-b", "truce_answer")]).toEqual([0, 1]);
    const whole = truceIn(world, "party-b", { retables: truce });
    acceptTruceIn(world, whole, "party-a");
    for (const what of ["truce_order", "truce_guarantee", "truce_readiness"])
      expect([owes(world, "party-a", what), owes(world, "party-b", what)]).toEqual([1, 1]);
    orderIn(world, whole, "party-a");
    world.must(guaranteed(world, "party-a", whole));
    world.must(ready("party-a", whole));
    for (const what of ["truce_order", "truce_guarantee", "truce_readiness"])
      expect([owes(world, "party-a", what), owes(world, "party-b", what)]).toEqual([0, 1]);
    expect(owed(world.state("host"), world.now)[0]?.due).toBe(world.now + 48 * 3_600_000);
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
