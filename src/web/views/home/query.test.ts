import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { officeName, sayOwed, translator } from "#i18n";
import { fold, type Office, owed } from "#record";
import { randomHistory, swapParties, World } from "#record/testing";
import { deskIn, deskOf, istanbulFor } from "../../testing/index.ts";
import { type HomeModel, home } from "./query.ts";

const t = translator("en");
const offices = ["host", "party-a", "party-b", "public"] as const satisfies readonly Office[];

const said = ({ matters }: HomeModel) =>
  matters.flatMap(({ id, debts }) =>
    debts.flatMap(({ owing }) =>
      owing.flatMap(({ offices: by, words }) =>
        by.flatMap((name) => words.map((one) => `${id} ${name} ${one}`)),
      ),
    ),
  );

describe("what is owed", () => {
  it.each(offices)("[HO1] names everything of the gate once, and nothing else: %s", (office) => {
    const at = istanbulFor(office);
    const expected = owed(at.state, at.now).map(
      (one) => `${one.subject} ${officeName(t, at.state, one.by)} ${sayOwed(t, one).what}`,
    );
    const model = home(at, undefined);
    expect(said(model).toSorted()).toEqual([...new Set(expected)].toSorted());
    expect(model.owed).toBe(expected.length);
  });

  it("[HO2] counts and marks what this desk owes, and no other's", () => {
    for (const office of offices) {
      const at = istanbulFor(office);
      const own = owed(at.state, at.now).filter((one) => one.by === office);
      const model = home(at, undefined);
      expect(model.ours).toBe(own.length);
      const marked = model.matters.filter((one) => one.isOurs).map((one) => one.id);
      expect(new Set(marked)).toEqual(new Set(own.map((one) => one.subject)));
    }
  });

  it("[HO3] leads from each matter to where it can be answered", () => {
    const at = istanbulFor("party-b");
    for (const { id, href } of home(at, undefined).matters) {
      const kind = at.state.entries.get(id as Parameters<typeof at.state.entries.get>[0])?.act.kind ?? ""; // it is one
      if (kind === "proposal.tabled") expect(href).toBe(`/proposals/${id}`);
      if (kind === "round.proposed") expect(href).toBe(`/talks/${id}`);
      if (kind === "summit.proposed") expect(href).toBe(`/meeting/${id}`);
      expect(href).toMatch(/^\/(proposals|talks|meeting|truces|claims|record)(\/|$)/);
    }
  });

  it("[HO4] lists what came since the visit before, the newest first, and nothing on a first visit", () => {
    const at = istanbulFor("host");
    expect(home(at, undefined).changes).toEqual([]);
    const times = [...at.state.entries.values()].map((one) => one.receivedAt).toSorted((a, b) => a - b);
    const since = times.at(-21) ?? 0;
    const { changes, moreChanges } = home({ ...at, since }, undefined);
    expect(changes.length + moreChanges).toBe(times.filter((time) => time > since).length);
    const listed = changes.map((one) => one.receivedAt);
    expect(listed).toEqual(listed.toSorted((a, b) => b - a));
    expect(listed[0]).toBe(times.at(-1));
    expect(home({ ...at, since: times.at(-1) }, undefined).changes).toEqual([]);
  });

  it("[HO5] is swapped where the parties are", () => {
    const shape = (model: HomeModel) => ({
      owed: model.owed,
      ours: model.ours,
      matters: model.matters
        .map(({ id, isOurs, due, debts }) => [
          id,
          isOurs,
          due,
          debts.map((one) => one.owing.map(({ offices: by, words }) => [by.length, words.length])),
        ])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
    });
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { world } = randomHistory(seed, 40);
        const entries = world.entriesFor("party-a");
        const here = home(deskOf(fold(entries), "party-a", world.now), undefined);
        const there = home(deskOf(fold(swapParties(entries)), "party-b", world.now), undefined);
        expect(shape(there)).toEqual(shape(here));
      }),
      { numRuns: 40 },
    );
  });

  it("[HO1] says of an opened process that nothing is owed", () => {
    expect(home(deskIn(World.opened(), "host"), undefined)).toMatchObject({ owed: 0, ours: 0, matters: [] });
  });
});
