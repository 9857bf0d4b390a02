import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, type Office, type PayloadOf, parties, pledgeViews, roomTable } from "#record";
import {
  confirmIn,
  counted,
  openRoundIn,
  ownRecord,
  pointIn,
  randomHistory,
  swapParties,
  World,
  written,
} from "#record/testing";
import { deskIn, deskOf, istanbulFor } from "../../testing/index.ts";
import type { Figure } from "./figure.ts";
import { claims } from "./query.ts";
import { claimsSaying } from "./saying-query.ts";

const everything = { matter: "all", agreement: "all" } as const;
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 60 };
const source = ownRecord;

function given(world: World, by: Office, payload: Partial<PayloadOf<"exchange.handed_over">> = {}) {
  const said = { from: "a", to: "b", on: "2025-06-20", count: counted(84), ...payload } as const;
  return world.must({ kind: "exchange.handed_over", by, room: "public", payload: said }).id;
}

function received(world: World, by: Office, payload: Partial<PayloadOf<"exchange.received">> = {}) {
  const said = { from: "a", to: "b", on: "2025-06-20", count: counted(84), ...payload } as const;
  return world.must({ kind: "exchange.received", by, room: "public", payload: said }).id;
}

function agreed(world: World) {
  openRoundIn(world);
  const point = pointIn(world, "host");
  confirmIn(world, point, "party-a", "party-b");
  return point;
}

/** Every figure anywhere in a model: what carries the act that says it. */
function figuresIn(value: unknown): readonly Figure[] {
  if (value === null || typeof value !== "object") return [];
  const inner = Object.values(value).flatMap(figuresIn);
  const isFigure = "id" in value && "teller" in value && "kind" in value && "words" in value;
  return isFigure ? [value as unknown as Figure, ...inner] : inner; // as its keys say
}

describe("the numbers on screen", () => {
  it("[NU1] stand under who says them, each with its own act", () => {
    const at = istanbulFor("host");
    const figures = figuresIn(claims(at, everything));
    expect(figures.length).toBeGreaterThan(60);
    for (const { id, office } of figures) {
      const act = at.state.entries.get(id as never)?.act; // an id of the model
      expect(act?.by.office).toBe(office);
    }
    const words = figures.map((one) => one.words);
    expect(words).toContain("6,057 bodies");
    expect(words).toContain("6,060 bodies");
    expect(words).not.toContain("12,117 bodies");
  });

  it("[NU2] tell a pledge once for each party, as the record tells it", () => {
    const at = istanbulFor("party-b");
    const pledges = claims(at, everything).pledges.flatMap((one) => one.pledges);
    const views = pledgeViews(at.state);
    expect(pledges.length).toBe(views.length);
    for (const { id, tellings } of pledges) {
      const view = views.find((one) => one.pledge.act.id === id);
      expect(tellings.map((one) => one.office)).toEqual(["party-b", "party-a"]);
      for (const { office, counted: n, withheld, unsaid } of tellings)
        expect(view?.delivered).toContainEqual(
          expect.objectContaining({ teller: office, counted: n, withheld, unsaid }),
        );
    }
  });

  it("[NU3] keep the accounts of a handover apart, and say what is missing and what differs", () => {
    const world = World.opened();
    const same = given(world, "exchange-a");
    received(world, "exchange-b", { same, count: counted(81) });
    given(world, "exchange-a", { on: "2025-06-21" });
    const kinds = given(world, "exchange-a", { on: "2025-06-22" });
    const servicemen = { ...counted(80), unit: "servicemen" } as const;
    received(world, "party-b", { on: "2025-06-22", same: kinds, count: servicemen });
    const [third, second, first] = claims(deskIn(world, "host"), everything).handovers;
    expect([first?.given.map((one) => one.words), first?.received.map((one) => one.words)]).toEqual([
      ["84 persons"],
      ["81 persons"],
    ]);
    expect([first?.differs, first?.isUncompared]).toEqual([true, false]);
    expect([second?.received, second?.differs]).toEqual([[], false]);
    expect([third?.differs, third?.isUncompared]).toEqual([false, true]);
  });

  it("[NU4] show what each side says a handover counts towards, by its latest word", () => {
    const world = World.opened();
    const agreement = agreed(world);
    const handover = given(world, "exchange-a");
    const say = (by: Office, stance: "counts" | "does_not_count") =>
      world.must({
        kind: "exchange.linked",
        by,
        room: "plenary",
        payload: { handover, agreement, stance, source },
      });
    say("party-a", "counts");
    say("party-a", "does_not_count");
    const links = claims(deskIn(world, "party-b"), everything).handovers[0]?.links ?? [];
    expect(links.map(({ office, links: said }) => [office, said.map((one) => one.stance)])).toEqual([
      ["party-b", []],
      ["party-a", ["does not count"]],
    ]);
  });

  it("[NU9] are swapped where the parties are", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 70);
        for (const office of ["host", "party-a", "exchange-b", "public"] as const) {
          const entries = world.entriesFor(office);
          const at = deskOf(fold(entries), office, world.now);
          const swapped = deskOf(fold(swapParties(entries)), swapParties(office), world.now);
          expect(written(claims(swapped, everything))).toBe(written(swapParties(claims(at, everything))));
        }
      }),
      runs,
    );
  });

  it("[NU10] come from what the office reads, and from nothing else", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 70);
        const before = written(claims(deskIn(world, "public"), everything));
        given(world, "party-a", { count: counted(7) });
        const changed = written(claims(deskIn(world, "public"), everything));
        expect(changed).not.toBe(before);
        const payload = { from: "a", to: "b", on: "2025-06-20", count: counted(9) } as const;
        world.must({ kind: "exchange.handed_over", by: "party-a", room: "plenary", payload });
        expect(written(claims(deskIn(world, "public"), everything))).toBe(changed);
      }),
      { numRuns: 20 },
    );
    const shown = written(claims(istanbulFor("public"), everything).pledges);
    expect(shown).toBe("[]");
  });

  it("[NU13] are narrowed by an agreement, and by none", () => {
    const world = World.opened();
    const agreement = agreed(world);
    const linked = given(world, "exchange-a");
    const alone = given(world, "exchange-a", { on: "2025-06-21" });
    world.must({
      kind: "exchange.linked",
      by: "party-b",
      room: "plenary",
      payload: { handover: linked, agreement, stance: "does_not_count", source },
    });
    const payload = { agreement, gives: counted(1200), source } as const;
    world.must({ kind: "pledge.made", by: "party-a", room: "plenary", payload });
    const at = deskIn(world, "host");
    const under = (chosen: string) => claims(at, { matter: "all", agreement: chosen });
    expect(under(agreement).handovers.map((one) => one.id)).toEqual([linked]);
    expect(under(agreement).pledges.map((one) => one.id)).toEqual([agreement]);
    expect(under("none").handovers.map((one) => one.id)).toEqual([alone]);
    expect(under("none").pledges).toEqual([]);
    expect(claims(at, { matter: "remains", agreement: "all" }).handovers).toEqual([]);
  });
});

describe("what an office may say of numbers", () => {
  it("[NU11] is offered in its open rooms, where there is something to speak of", () => {
    const world = World.opened();
    const none = claimsSaying(deskIn(world, "party-a"), undefined);
    expect([none.pledge, none.link.persons, none.accept]).toEqual([[], [], []]);
    agreed(world);
    given(world, "exchange-a");
    const rooms = (office: Office) => {
      const { pledge, account, link } = claimsSaying(deskIn(world, office), undefined);
      return [pledge, account.persons, link.persons].map((all) => all.map((one) => one.value));
    };
    const counts = ["plenary", "humanitarian", "exchange", "public"];
    expect(rooms("party-a")).toEqual([["plenary"], counts, counts]);
    // the exchange office does not read the plenary, and so no agreement
    expect(rooms("exchange-b")).toEqual([[], ["exchange", "public"], []]);
    expect(rooms("host")).toEqual([[], [], counts]);
    expect(rooms("public")).toEqual([[], [], []]);
    for (const office of parties) {
      const { account, total } = claimsSaying(deskIn(world, office), undefined);
      for (const { value } of [...account.remains, ...total]) expect(roomTable[value].sealed).toBe(false);
    }
  });

  it("[NU11] offers the other side's handover until one's own account is given", () => {
    const world = World.opened();
    const same = given(world, "exchange-a");
    const own = () => claimsSaying(deskIn(world, "party-b"), undefined).handovers[0];
    expect(own()).toMatchObject({ part: "receives", isTold: false });
    received(world, "exchange-b", { same });
    expect(own()).toMatchObject({ part: "receives", isTold: true });
    expect(claimsSaying(deskIn(world, "party-a"), undefined).handovers[0]).toMatchObject({
      part: "gives",
      isTold: true,
    });
  });
});
