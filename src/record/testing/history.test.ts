import { describe, expect, it } from "vitest";
import { kinds } from "../act/kinds.ts";
import { agreements, completedTerms } from "../gate/agreement.ts";
import { openTerms } from "../gate/terms.ts";
import { listStatus } from "../lists/view.ts";
import { matchStatus } from "../persons/view.ts";
import { proposalStatus } from "../proposals/view.ts";
import { circularConditions } from "../summits/view.ts";
import { trancheStatus } from "../tranches/view.ts";
import { truceStatus } from "../truces/view.ts";
import { randomHistory, swapParties, written } from "./index.ts";

describe("random histories", () => {
  const histories = Array.from({ length: 320 }, (_, seed) => randomHistory(seed + 1, 100));

  it("admit every kind of act, and refuse by many rules", () => {
    const admitted = new Set(histories.flatMap(({ world }) => world.log.map((entry) => entry.act.kind)));
    expect([...admitted].toSorted()).toEqual([...kinds].toSorted());
    const refused = histories.flatMap(({ attempts }) => attempts.map((one) => one.problem?.details.rule));
    expect(new Set(refused).size).toBeGreaterThan(40);
    for (const { world } of histories) expect(world.log.length).toBeGreaterThanOrEqual(60);
  });

  it("reach deep states", () => {
    const found = new Set<string>();
    for (const { world } of histories) {
      const state = world.state("host");
      for (const one of state.proposals.tabled.values()) {
        found.add(`proposal ${proposalStatus(state, one, world.now)}`);
        if (one.counters.length > 0) found.add("countered");
      }
      for (const one of state.truces.texts.values())
        for (const later of [-72, -24, 0, 24, 48, 72, 96])
          found.add(`truce ${truceStatus(state, one, world.now + later * 3_600_000)}`);
      for (const one of state.tranches.tabled.values()) found.add(`tranche ${trancheStatus(state, one)}`);
      for (const one of state.tranches.substitutions.values())
        if (one.answers.size > 0) found.add("substituted");
      for (const one of state.lists.lists.values()) found.add(`list ${listStatus(one)}`);
      for (const one of state.persons.matches.values()) found.add(`match ${matchStatus(state, one)}`);
      for (const one of state.summits.meetings.values())
        if (circularConditions(state, one).length > 0) found.add("circle");
      for (const one of agreements(state))
        if (one.terms.length > 0 && openTerms(completedTerms(state, one)).length === 0)
          found.add("completed");
      for (const one of [...state.exchanges.handovers.values(), ...state.remains.handovers.values()])
        if (one.accounts.length > 1) found.add("two accounts");
      if (state.corrections.size > 0) found.add("corrected");
    }
    for (const deep of [
      ...["withdrawn", "superseded", "agreed", "agreed_ad_referendum", "lapsed", "not_agreed"].map(
        (one) => `proposal ${one}`,
      ),
      ...["superseded", "denounced", "declined", "agreed_in_principle"].map((one) => `truce ${one}`),
      ...["accepted", "orders_issued", "in_effect", "ended"].map((one) => `truce ${one}`),
      ...["superseded", "agreed", "locked", "no_go"].map((one) => `tranche ${one}`),
      ...["open", "replaced", "frozen"].map((one) => `list ${one}`),
      ...["proposed", "rejected", "contested", "revoked"].map((one) => `match ${one}`),
      ...["substituted", "countered", "circle", "completed", "two accounts", "corrected"],
    ])
      expect(found).toContain(deep);
  });

  it("are the same for the same seed", () => {
    expect(written(randomHistory(7, 60).attempts)).toBe(written(randomHistory(7, 60).attempts));
  });

  it("swap back to themselves", () => {
    const { world } = randomHistory(7, 100);
    expect(written(swapParties(world.log))).not.toBe(written(world.log));
    expect(written(swapParties(swapParties(world.log)))).toBe(written(world.log));
  });
});
