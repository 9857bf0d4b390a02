import { describe, expect, it } from "vitest";
import { offices } from "../access/offices.ts";
import { roomTable } from "../access/rooms.ts";
import { fitsForm } from "../act/bytes.ts";
import type { PayloadOf } from "../act/kinds.ts";
import { unread, World, written } from "../testing/index.ts";

const zero = `${"A".repeat(43)}=`;
const plan = {
  engine: "parley-plan",
  version: "0.1.0",
  seed: 1,
  iterations: 6000,
  inputs: zero,
  digest: zero,
};
const payload = (more: Partial<PayloadOf<"plan.proposed">> = {}) => ({ title: "Plan", plan, ...more });
const [kind, by, room] = ["plan.proposed", "operator", "humanitarian"] as const;

describe("window plans", () => {
  it("[PG1] name a truce that is read, and replace the latest", () => {
    const world = World.opened();
    expect(world.refused({ kind, by, room, payload: payload({ truce: unread }) })).toBe("PG1");
    expect(world.refused({ kind, by, room, payload: payload({ replaces: unread }) })).toBe("PG1");
    const first = world.must({ kind, by, room, payload: payload() }).id;
    const second = world.must({ kind, by, room, payload: payload({ replaces: first }) }).id;
    expect(world.refused({ kind, by, room, payload: payload({ replaces: first }) })).toBe("PG1");
    const { proposed } = world.state("party-b").plans;
    expect([proposed.get(first)?.replacedBy, proposed.get(second)?.replacedBy]).toEqual([second, undefined]);
  });

  it("[PG2] hold digests, and no place and no person", () => {
    expect(fitsForm(kind, payload())).toBe(true);
    expect(fitsForm(kind, { ...payload(), sites: [] })).toBe(false);
    expect(fitsForm(kind, { ...payload(), plan: { ...plan, teams: [] } })).toBe(false);
  });

  const filed = "plan.filed";
  const content = (text: string) => Buffer.from(text).toString("base64");

  it("[PG4] are filed by the operator in sealed rooms, each to a plan that was proposed", () => {
    const world = World.opened();
    const plan = world.must({ kind, by, room, payload: payload() }).id;
    const said = { plan, content: content("x") };
    expect(world.refused({ kind: filed, by, room: "sites-a", payload: { ...said, plan: unread } })).toBe(
      "PG4",
    );
    for (const where of ["humanitarian", "wishes", "plenary"] as const)
      expect(world.refused({ kind: filed, by, room: where, payload: said })).toBe("act.not_permitted");
    for (const party of ["party-a", "party-b"] as const)
      expect(
        world.refused({
          kind: filed,
          by: party,
          room: `sites-${party === "party-a" ? "a" : "b"}`,
          payload: said,
        }),
      ).toBe("act.not_permitted");
  });

  it("[PG5] reach those who read the room in which they were filed, and nobody else", () => {
    const world = World.opened();
    const plan = world.must({ kind, by, room, payload: payload() }).id;
    for (const where of ["sites-a", "sites-b", "internal-operator"] as const) {
      const text = content(`QXVZ ${where}`);
      const { id } = world.must({ kind: filed, by, room: where, payload: { plan, content: text } });
      const readers = offices.filter((one) => world.state(one).plans.proposed.get(plan)?.filed.includes(id));
      const holders = offices.filter((one) =>
        written([world.entriesFor(one), world.state(one)]).includes(text),
      );
      expect(readers.toSorted()).toEqual(roomTable[where].readers.toSorted());
      expect(holders).toEqual(readers);
    }
  });

  it("[PG3] are replaced and not corrected", () => {
    const world = World.opened();
    const act = world.must({ kind, by, room, payload: payload() }).id;
    const correction = { act, payload: payload({ title: "Other" }), reason: "x" };
    expect(world.refused({ kind: "act.corrected", by, room, payload: correction })).toBe("RC4");
  });
});
