import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Office } from "./access/offices.ts";
import type { State } from "./fold/state.ts";
import { fold, View } from "./fold/view.ts";
import { isAgreed } from "./gate/agreement.ts";
import { proposalStatus } from "./proposals/view.ts";
import { everyStance, everyView, randomHistory, written } from "./testing/index.ts";
import { trancheStatus } from "./tranches/view.ts";
import { truceStatus } from "./truces/view.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 200 };

describe("each office for itself", () => {
  it("[RC42] no act of an office changes what another has said", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 60);
        const view = new View();
        let before = everyStance(view.state);
        for (const entry of world.entriesFor("host")) {
          view.add([entry]);
          const after = everyStance(view.state);
          for (const [key, stance] of before)
            if (!key.startsWith(`${entry.act.by.office} `))
              expect(`${key} ${after.get(key)}`).toBe(`${key} ${stance}`);
          before = after;
        }
      }),
      runs,
    );
  });

  it("[RC43] silence never becomes assent as time passes", () => {
    const yes = [
      "agreed",
      "agreed_ad_referendum",
      "accepted",
      "orders_issued",
      "in_effect",
      "extended",
      "suspended_locally",
      "locked",
      "ready",
    ];
    fc.assert(
      fc.property(seeds, fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 6 }), (seed, hours) => {
        const { world } = randomHistory(seed, 60);
        const state = world.state("party-b");
        let now = world.now;
        const before = statuses(state, now);
        const agreed = [...state.proposals.tabled.keys()].map((id) => isAgreed(state, id));
        for (const more of hours) {
          now += more * 3_600_000;
          for (const [id, status] of statuses(state, now))
            if (yes.includes(status)) expect(yes).toContain(before.get(id));
        }
        expect([...state.proposals.tabled.keys()].map((id) => isAgreed(state, id))).toEqual(agreed);
      }),
      runs,
    );
  });

  it("[RC44] what is joint is the same for the same acts at the same time", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 50);
        const entries = world.entriesFor("party-a");
        const one = fold(entries);
        everyView(one, 0); // looking changes nothing
        expect(written(one)).toBe(written(fold(entries)));
        expect(written(everyView(one, world.now))).toBe(written(everyView(fold(entries), world.now)));
      }),
      runs,
    );
  });

  it("[RC44] all who read the same thing see the same status of it", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 70);
        const host = statuses(world.state("host"), world.now);
        for (const office of ["party-a", "party-b", "operator", "monitor"] satisfies Office[])
          for (const [id, status] of statuses(world.state(office), world.now))
            expect(`${id} ${status}`).toBe(`${id} ${host.get(id)}`);
      }),
      runs,
    );
  });
});

function statuses(state: State, now: number): ReadonlyMap<string, string> {
  return new Map([
    ...[...state.proposals.tabled.values()].map((one) => [one.id, proposalStatus(state, one, now)] as const),
    ...[...state.tranches.tabled.values()].map((one) => [one.id, trancheStatus(state, one)] as const),
    ...[...state.truces.texts.values()].map((one) => [one.id, truceStatus(state, one, now)] as const),
  ]);
}
