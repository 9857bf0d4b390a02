import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, type Office, offices } from "#record";
import { instantOf, randomHistory, swapParties, swapWords, World, written } from "#record/testing";
import { deskIn, deskOf } from "../../testing/index.ts";
import { recordAct } from "../record/act-query.ts";
import { person } from "./person-query.ts";
import { ward } from "./query.ts";

const place = { by: "reception-a", room: "reception-a" } as const;

function received(world: World, number: number) {
  const payload = { person: number, at: instantOf(world.now), condition: "stretcher" } as const;
  return world.must({ ...place, kind: "return.received", payload }).id;
}

function consented(world: World, id: ReturnType<typeof received>, more: object = {}) {
  const payload = {
    return: id,
    purpose: "protocol_record" as const,
    at: instantOf(world.now),
    words: "Quiet words of the consent.",
    language: "uk",
    takenBy: "doctor" as const,
    again: true,
    ...more,
  };
  return world.must({ ...place, kind: "consent.given", payload }).id;
}

function found(world: World, id: ReturnType<typeof received>, consent: ReturnType<typeof consented>) {
  const payload = {
    return: id,
    consent,
    at: instantOf(world.now),
    examiner: "doctor-two",
    independent: true,
    site: "wrist" as const,
    kind: "scar" as const,
    account: "Bound for days.",
    finding: "Pale lines around the wrist.",
    consistency: "typical" as const,
  };
  return world.must({ ...place, kind: "return.finding_recorded", payload }).id;
}

const shown = (world: World, id: string) => {
  const model = person(deskIn(world, "reception-a"), { id });
  if (!model) throw new Error("The person is not shown.");
  return model;
};

describe("reception on screen", () => {
  it("[RW1] lists by what is due next, and those of whom nothing is asked last", () => {
    const world = World.opened();
    const first = received(world, 1);
    world.pass(1);
    received(world, 2);
    world.pass(3);
    const numbers = () => ward(deskIn(world, "reception-a"), undefined)?.people.map((one) => one.person);
    expect(numbers()).toEqual([1, 2]);
    expect(ward(deskIn(world, "reception-a"), undefined)).toMatchObject({ overdue: 2, nextNumber: 3 });
    const steps = shown(world, first).steps.filter(({ status }) => status !== "not_yet");
    for (const { step } of steps)
      world.must({
        ...place,
        kind: "return.step_done",
        payload: { return: first, step, at: instantOf(world.now), outcome: "declined" },
      });
    expect(numbers()).toEqual([2, 1]);
    const rows = ward(deskIn(world, "reception-a"), undefined)?.people ?? [];
    expect(rows[1]).toMatchObject({ next: undefined, more: 0, later: { word: "follow-up after 30 days" } });
  });

  it("[RW2] shows every step once, and a form where there is something to say", () => {
    const world = World.opened();
    const id = received(world, 1);
    const payload = {
      return: id,
      step: "triage",
      at: instantOf(world.now),
      outcome: "done",
      words: "Stable.",
    };
    world.must({ ...place, kind: "return.step_done", payload: payload as never });
    const { steps } = shown(world, id);
    expect(new Set(steps.map((one) => one.step)).size).toBe(12);
    expect(steps[0]).toMatchObject({ step: "triage", status: "done", words: "Stable.", isOpen: false });
    expect(steps.filter((one) => !one.isOpen)).toHaveLength(1);
    world.pass(30);
    expect(shown(world, id).steps.find((one) => one.step === "examination")?.status).toBe("overdue");
  });

  it("[RW3] shows every purpose with its consent", () => {
    const world = World.opened();
    const id = received(world, 1);
    consented(world, id);
    const { consents } = shown(world, id);
    expect(consents).toHaveLength(7);
    const standing = consents.filter((one) => one.status !== "not_asked");
    expect(standing).toMatchObject([
      { purpose: "protocol_record", status: "stands", latest: { words: "Quiet words of the consent." } },
    ]);
  });

  it("[RW4] counts what rests on a withdrawn consent and shows nothing of it, in the record's pages either", () => {
    const world = World.opened();
    const id = received(world, 1);
    const consent = consented(world, id);
    const finding = found(world, id, consent);
    const pages = () =>
      JSON.stringify([
        shown(world, id),
        [finding, consent].map((one) => recordActOf(world, one)),
        ward(deskIn(world, "reception-a"), undefined),
      ]);
    expect(pages()).toContain("Pale lines");
    world.must({ ...place, kind: "consent.withdrawn", payload: { consent, at: instantOf(world.now) } });
    expect(shown(world, id).protocol).toMatchObject({ consent: undefined, findings: [], withheld: 1 });
    for (const words of ["Pale lines", "Bound for days", "Quiet words"]) expect(pages()).not.toContain(words);
    expect(pages()).toContain("withdrew the consent");
  });

  it("[RW5] answers no other office's desk anything", () => {
    const world = World.opened();
    const id = received(world, 1);
    for (const office of offices.filter((one) => one !== "reception-a")) {
      expect(person(deskIn(world, office), { id }), office).toBeNull();
      const list = ward(deskIn(world, office), undefined);
      expect(office === "reception-b" ? list?.people : list, office).toEqual(
        office === "reception-b" ? [] : null,
      );
    }
  });

  it("[RW6] gives the family what the person shares, and nothing else", () => {
    const world = World.opened();
    const id = received(world, 1);
    found(world, id, consented(world, id));
    expect(shown(world, id).extract).toBeUndefined();
    consented(world, id, {
      purpose: "family_contact",
      shares: ["that_returned", "how_to_reach"],
      reach: "Ward 2",
    });
    expect(shown(world, id).extract).toEqual({ returned: true, day: undefined, reach: "Ward 2" });
  });

  it("[RW7] is swapped where the sides are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { world } = randomHistory(seed, 50);
        const entries = world.entriesFor("reception-a");
        const seen = (state: ReturnType<typeof fold>, office: Office) => {
          const at = deskOf(state, office, world.now);
          const list = ward(at, undefined);
          return [list, list?.people.map(({ id }) => person(at, { id }))];
        };
        const here = seen(fold(entries), "reception-a");
        const there = seen(fold(swapParties(entries)), "reception-b");
        const names = (text: string) => text.replaceAll(/Northbank|Southbank/g, "N. N.");
        expect(names(swapWords(written(there)))).toBe(names(written(here)));
      }),
      { numRuns: 30 },
    );
  });
});

function recordActOf(world: World, id: string) {
  const at = deskIn(world, "reception-a");
  const replica = { queue: [], entries: () => [...at.state.entries.values()], standing: () => undefined };
  return recordAct({ ...at, replica: replica as never }, { id }); // what this question asks of a replica
}
