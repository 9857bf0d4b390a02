import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeInGroups, fold, known, type Office, offices } from "#record";
import { instantOf, randomHistory, swapParties, swapWords, World, written } from "#record/testing";
import { codesFrom } from "../../../record/lineday/code.ts";
import { bagActions } from "../../desk/bag-actions.ts";
import type { Desk } from "../../desk/desk.ts";
import { deskIn, deskOf, idle } from "../../testing/index.ts";
import { caseOf } from "./case-query.ts";
import { container } from "./container-query.ts";
import { sought } from "./person-query.ts";
import { remains } from "./query.ts";

const room = "forensic";

function recorded(world: World, by: "forensic-a" | "forensic-b" = "forensic-b") {
  const [code = ""] = codesFrom(world.ids.bytes(8), 1);
  const payload = {
    code,
    tag: "Tag 7",
    at: instantOf(world.now),
    where: "Square 12",
    by: "Team two",
    holds: "one_body" as const,
    commingled: "not_known" as const,
    seals: ["S1"],
    belongs: "a" as const,
  };
  const { id } = world.must({ kind: "forensic.container_recorded", by, room, payload });
  const check = { container: id, at: instantOf(world.now), found: "nothing_found" as const };
  world.must({ kind: "forensic.container_checked", by, room, payload: check });
  return { id, code };
}

function received(world: World) {
  const { id } = recorded(world);
  const seals = { at: instantOf(world.now), seals: "seals_intact" as const, numbers: ["S1"] };
  const payload = { container: id, to: "forensic-a" as const, place: "The crossing", ...seals };
  const given = world.must({ kind: "forensic.custody_given", by: "forensic-b", room, payload }).id;
  world.must({ kind: "forensic.custody_taken", by: "forensic-a", room, payload: { given, ...seals } });
  return id;
}

function examined(world: World) {
  const id = received(world);
  const holds = "one_body" as const;
  const payload = { number: "C1", containers: [id], at: instantOf(world.now), holds };
  const found = world.must({ kind: "forensic.case_opened", by: "forensic-a", room, payload }).id;
  const person = world.must({
    kind: "forensic.person_entered",
    by: "forensic-a",
    room,
    payload: { person: 1 },
  }).id;
  return { id, found, person };
}

function identified(world: World) {
  const scene = examined(world);
  const consented = (sample: number) =>
    world.must({
      kind: "forensic.sample_consented",
      by: "forensic-a",
      room: "forensic-own-a",
      payload: {
        person: scene.person,
        sample,
        relation: sample === 1 ? "mother" : "sibling",
        purpose: "this_person",
        at: instantOf(world.now),
        words: "Quiet words.",
        language: "uk",
        takenBy: "doctor",
      },
    }).id;
  const consents = [consented(1), consented(2)];
  const identification = world.must({
    kind: "forensic.identification_stated",
    by: "forensic-a",
    room,
    payload: {
      case: scene.found,
      person: scene.person,
      level: "confirmed",
      evidence: [1, 2].map((sample) => ({ type: "relative", sample, genes: "autosomal", close: true })),
      decidedBy: "investigator-one",
      at: instantOf(world.now),
    },
  }).id;
  return { ...scene, consents, identification };
}

const caseAt = (world: World, office: Office, id: string) => caseOf(deskIn(world, office), { id });

describe("remains on screen", () => {
  it("[BV1] are counts for everybody else, and no number is made of cases", () => {
    const world = World.opened();
    const { id, found, person } = identified(world);
    for (const office of offices) {
      const isForensic = ["operator", "forensic-a", "forensic-b"].includes(office);
      const at = deskIn(world, office);
      expect(remains(at, undefined).forensic !== undefined, office).toBe(isForensic);
      if (isForensic) continue;
      expect(container(at, { id }), office).toBeNull();
      expect(caseOf(at, { id: found }), office).toBeNull();
      expect(sought(at, { id: person }), office).toBeNull();
      // one of each was written down, and nothing of it is told, not even how many
      expect(remains(at, undefined), office).toEqual(remains(deskIn(World.opened(), office), undefined));
    }
  });

  it("[BV2] list what waits for the office first", () => {
    const world = World.opened();
    const first = recorded(world);
    const second = received(world);
    const rows = (office: Office) => remains(deskIn(world, office), undefined).forensic?.containers ?? [];
    expect(rows("forensic-b").map((one) => [one.id, one.next?.step])).toEqual([
      [first.id, "hand it on"],
      [second, "examine and open a case"],
    ]);
    expect(rows("forensic-a").map(({ id }) => id)).toEqual([second, first.id]);
    expect(rows("forensic-a")[0]).toMatchObject({ gaps: 0, next: { isOurs: true } });
  });

  it("[BV3] are found by a bag's code, however it is written", async () => {
    const world = World.opened();
    const { id, code } = recorded(world);
    const desk = { at: () => deskIn(world, "operator") } as unknown as Desk; // what this action asks of it
    const read = (typed: string) => bagActions.readBagCode(desk, typed, idle);
    expect(await read(codeInGroups(code).toLowerCase())).toEqual({ code, container: id });
    const [other = ""] = codesFrom(world.ids.bytes(8), 1);
    expect(await read(other)).toEqual({ code: other, container: undefined });
    expect(await read("not a code")).toBe("misread");
  });

  it("[BV4] show a container's whole chain, and a button only where there is something to say", () => {
    const world = World.opened();
    const { id } = recorded(world);
    const may = (office: Office) => container(deskIn(world, office), { id })?.may;
    expect(may("forensic-b")).toMatchObject({ check: false, give: true, take: undefined, hold: true });
    expect(may("forensic-a")).toMatchObject({ check: false, give: false, take: undefined, hold: false });
    const seals = { at: instantOf(world.now), seals: "seals_broken" as const, numbers: ["S9"] };
    const payload = { container: id, to: "forensic-a" as const, place: "The crossing", ...seals };
    const given = world.must({ kind: "forensic.custody_given", by: "forensic-b", room, payload }).id;
    expect(may("forensic-b")).toMatchObject({ give: false });
    expect(may("forensic-a")).toMatchObject({ take: given });
    expect(container(deskIn(world, "operator"), { id })?.custody).toMatchObject([
      { taken: undefined, gaps: ["not taken over yet", "seals broken", "other seal numbers than before"] },
    ]);
  });

  it("[BV5] show each office's word on what belongs together, with how often it changed", () => {
    const world = World.opened();
    const { found, person } = examined(world);
    const say = (by: Office, stance: "possible" | "excluded", support: string) =>
      world.must({
        kind: "forensic.case_associated",
        by,
        room,
        payload: { case: found, with: { type: "person", person }, stance, support },
      });
    say("forensic-b", "excluded", "The height differs.");
    say("forensic-a", "excluded", "Not sure.");
    say("forensic-a", "possible", "The disc.");
    const lines = caseAt(world, "forensic-a", found)?.associations ?? [];
    expect(lines).toMatchObject([
      {
        what: "person sought 1 · forensic service of Northbank",
        words: [
          { stance: "possible", support: "The disc.", changes: 1 },
          { stance: "excluded", support: "The height differs.", changes: 0 },
        ],
      },
    ]);
    expect(caseAt(world, "forensic-b", found)?.associations[0]?.words[0]?.stance).toBe("excluded");
  });

  it("[BV6] say what an identification rests on, what the rule asks, what others answer, and a revocation", () => {
    const world = World.opened();
    const { found, identification } = identified(world);
    const line = () => caseAt(world, "forensic-b", found)?.identifications[0];
    expect(line()).toMatchObject({
      status: "stated",
      asked: { isEnough: true, closeRelatives: 2 },
      mayAnswer: true,
      mayRevoke: false,
    });
    const answer = { identification, answer: "differs" as const };
    world.must({ kind: "forensic.identification_answered", by: "forensic-b", room, payload: answer });
    expect(line()).toMatchObject({ status: "differs", answers: [{ answer: "differs" }] });
    revoke(world, identification);
    expect(line()).toMatchObject({
      status: "revoked",
      mayAnswer: false,
      revoked: { words: "He came back." },
    });
  });

  it("[BV7] keep what a family says and is told on its own office's desk", () => {
    const world = World.opened();
    const { found, person, consents, identification } = identified(world);
    const family = (office: Office) => caseAt(world, office, found)?.identifications[0]?.family;
    expect(family("forensic-a")).toEqual({ owes: "identified", told: undefined, withoutConsent: [] });
    for (const office of ["forensic-b", "operator"] as const) {
      expect(family(office)).toBeUndefined();
      expect(sought(deskIn(world, office), { id: person })?.samples ?? []).toEqual([]);
      expect(written(sought(deskIn(world, office), { id: person }))).not.toContain("Quiet words");
    }
    tell(world, identification, "identified");
    expect(family("forensic-a")?.owes).toBeUndefined();
    const [consent] = consents;
    if (!consent) throw new Error("A consent was taken.");
    const payload = { consent, at: instantOf(world.now) };
    world.must({ kind: "forensic.sample_withdrawn", by: "forensic-a", room: "forensic-own-a", payload });
    expect(family("forensic-a")?.withoutConsent).toEqual([1]);
    revoke(world, identification);
    expect(family("forensic-a")?.owes).toBe("revoked");
    tell(world, identification, "revoked");
    expect(family("forensic-a")?.owes).toBeUndefined();
  });

  it("[BV8] keep an identified person among those who are sought", () => {
    const world = World.opened();
    const { person } = identified(world);
    const { forensic } = remains(deskIn(world, "forensic-a"), undefined);
    expect(forensic?.persons).toMatchObject([{ id: person, person: 1, identified: true }]);
  });

  it("[BV9] are swapped where the sides are", () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { world } = randomHistory(seed, 60);
        const entries = world.entriesFor("forensic-a");
        const seen = (state: ReturnType<typeof fold>, office: Office) => {
          const at = deskOf(state, office, world.now);
          const { containers, cases, persons } = state.forensic;
          shown += containers.size;
          return [
            remains(at, undefined),
            [...containers.keys()].map((id) => container(at, { id })),
            [...cases.keys()].map((id) => caseOf(at, { id })),
            [...persons.keys()].map((id) => [
              sought(at, { id }),
              known(state, id, "forensic.person_entered").act.id,
            ]),
          ];
        };
        const names = (value: unknown) =>
          swapWords(written(value)).replaceAll(/Northbank|Southbank/g, "N. N.");
        const here = sorted(names(seen(fold(entries), "forensic-a")));
        const there = sorted(names(seen(fold(swapParties(entries)), "forensic-b")));
        expect(there).toBe(here);
      }),
      { numRuns: 30 },
    );
    expect(shown).toBeGreaterThan(10);
  });
});

// Letters of the two sides and of their offices are each other's after the swap.
function sorted(text: string): string {
  return text
    .replaceAll(/"(forensic-own|forensic|party|reception|exchange)-[ab]"/g, '"$1"')
    .replaceAll(/"[ab]"/g, '"side"');
}

function revoke(world: World, identification: ReturnType<typeof identified>["identification"]): void {
  const at = instantOf(world.now);
  const payload = { identification, reason: "returned_alive" as const, at, words: "He came back." };
  world.must({ kind: "forensic.identification_revoked", by: "forensic-a", room, payload });
}

function tell(
  world: World,
  identification: ReturnType<typeof identified>["identification"],
  news: "identified" | "revoked",
): void {
  world.must({
    kind: "forensic.family_told",
    by: "forensic-a",
    room: "forensic-own-a",
    payload: {
      identification,
      news,
      at: instantOf(world.now),
      teller: "officer-four",
      capacity: "family_officer",
      place: "at_home",
      language: "uk",
      furtherParts: "not_asked",
    },
  });
}
