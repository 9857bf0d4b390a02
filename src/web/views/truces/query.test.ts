import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadScreens } from "#i18n/screens";
import { fold, type Office, type PayloadOf } from "#record";
import {
  acceptTruceIn,
  orderIn,
  randomHistory,
  swapParties,
  truceIn,
  truceTermsIn,
  World,
  written,
} from "#record/testing";
import { deskIn, deskOf } from "../../testing/index.ts";
import { truces, weigh } from "./all-query.ts";
import { withProposals } from "./defaults.ts";
import { draftOf, hourIsWrong, termsOf, zoneIsWrong } from "./draft.ts";
import { type TruceModel, truce } from "./one-query.ts";
import { cornersIn, cornersText } from "./zones-text.ts";

const seeds = fc.integer({ min: 1, max: 100_000 });
const zones = { a: "Europe/Moscow", b: "Europe/Kyiv" };
const say = await loadScreens("en");

function truceOf(world: World, office: Office, id: string): TruceModel {
  const found = truce(deskIn(world, office), { id });
  if (!found) throw new Error(`${office} reads no truce ${id}.`);
  return found;
}

function partial(world: World): PayloadOf<"truce.tabled">["terms"] {
  const { hotline: _, dutyToWarn: __, ...terms } = truceTermsIn(world);
  return terms;
}

describe("truces on screen", () => {
  it("[WTR1] the list shows the latest texts with what they lack, each party's own word, and who reads no room sees none", () => {
    const world = World.opened();
    const first = truceIn(world, "party-a", { terms: partial(world) });
    const later = truceIn(world, "party-b", { retables: first, terms: partial(world) });
    const model = truces(deskIn(world, "party-a"), undefined);
    expect(model.texts.map(({ id }) => id)).toEqual([later]);
    expect(model.earlier.map(({ id }) => id)).toEqual([first]);
    expect(model.texts[0]?.missing).toEqual(["the duty to warn", "the hotline"]);
    expect(model.texts[0]?.parties.map(({ answer }) => answer.code)).toEqual(["no_answer", "tabled_it"]);
    expect(model.may).toEqual({ table: true });
    expect(model.declaringIn.map(({ value }) => value)).toEqual([
      "plenary",
      "humanitarian",
      "monitoring",
      "public",
    ]);
    const outside = truces(deskIn(world, "exchange-a"), undefined);
    expect([outside.reads, outside.texts.length, outside.may.table]).toEqual([false, 0, false]);
  });

  it("[WTR2] a truce shows each needed part or that it is missing, and what deserves a second look", () => {
    const world = World.opened();
    const terms = { ...partial(world), breachResponse: "whole_truce_ends" as const };
    const model = truceOf(world, "party-b", truceIn(world, "party-a", { terms }));
    expect([model.said.hotline?.words, model.said.monitoring?.words]).toEqual([
      undefined,
      "The monitor's patrols.",
    ]);
    expect(model.checks.map(({ check, law }) => `${check} ${law}`)).toContain("frees_on_one_breach hague_40");
    const weighed = weigh(deskIn(world, "party-b"), { terms });
    expect(weighed?.missing).toEqual(["the duty to warn", "the hotline"]);
    expect(weighed?.checks).toEqual(model.checks);
    expect(weigh(deskIn(world, "party-b"), { terms: { zones: [] } })).toBeUndefined();
  });

  it("[WTR3] orders stand with their steps, go or no-go for three hours before the start", () => {
    const world = World.opened();
    const id = truceIn(world, "party-a");
    acceptTruceIn(world, id, "party-b");
    orderIn(world, id, "party-b");
    const order = truceOf(world, "party-b", id).parties[0]?.orders[0];
    const payload = {
      truce: id,
      order: order?.id as never,
      step: "received",
      echelonReached: "army",
      at: new Date(world.now).toISOString(),
    } as const;
    world.must({ kind: "truce.order_acknowledged", by: "party-b", room: "humanitarian", payload });
    world.must({
      kind: "truce.readiness_said",
      by: "operator",
      room: "humanitarian",
      payload: { truce: id, answer: "go", checkpoint: "t6" },
    });
    const model = truceOf(world, "party-a", id);
    expect(
      model.parties.map(({ orders }) => orders.map(({ steps }) => steps.map(({ step }) => step.code))),
    ).toEqual([[], [["received"]]]);
    expect(
      model.checkpoints.map(({ hours, words }) => `${hours} ${words.map(({ word }) => word.code).join(" ")}`),
    ).toEqual([
      "24 no_answer no_answer no_answer",
      "6 no_answer no_answer go",
      "1 no_answer no_answer no_answer",
    ]);
  });

  it("[WTR4] a text in another's place shows its typed changes", () => {
    const world = World.opened();
    const first = truceIn(world, "party-a");
    const terms = { ...truceTermsIn(world, 50), hotline: "channel 5" };
    const model = truceOf(world, "party-b", truceIn(world, "party-b", { retables: first, terms }));
    expect(model.changes.map(({ part, change, hours }) => `${part} ${change} ${hours}`)).toEqual([
      "the start, as an instant with both local times later 2",
      "the end, as an instant with both local times later 2",
      "the hotline reworded 0",
    ]);
  });

  it("[WTR5] a form is offered where the rules let this office say it now", () => {
    const world = World.opened();
    const id = truceIn(world, "party-a");
    const offered = (office: Office) =>
      Object.entries(truceOf(world, office, id).may)
        .filter(([, may]) => may)
        .map(([name]) => name);
    expect(offered("party-b")).toEqual(["retable", "answer", "denounce"]);
    expect(offered("monitor")).toEqual([]);
    acceptTruceIn(world, id, "party-b");
    expect(offered("party-b")).toEqual(["retable", "order", "guarantee", "ready", "extend", "denounce"]);
    for (const by of ["party-a", "party-b"] as const) orderIn(world, id, by);
    world.pass(49);
    expect(offered("party-b")).toEqual([
      "retable",
      "order",
      "step",
      "guarantee",
      "extend",
      "suspend",
      "denounce",
    ]);
    world.pass(48);
    // what has ended is no longer changed
    expect(offered("party-b")).toEqual(["close"]);
  });

  it("[WTR6] a draft keeps a text as it goes over into terms and back", () => {
    const terms = {
      ...truceTermsIn(World.opened()),
      conduct: [
        { act: "fire", may: "prohibited", fromCalibreMm: 100 },
        { act: "movement", may: "as_described", words: "marked vehicles" },
      ],
      returnFireLadder: ["take_cover", "fire_on_order"],
      breachResponse: "graduated",
      warningHours: 6,
    } satisfies PayloadOf<"truce.tabled">["terms"];
    const again = termsOf(draftOf(terms, zones.b), zones);
    const instant = (one: typeof again) => ({
      ...one,
      start: Date.parse(one.start?.at ?? ""),
      end: Date.parse(one.end?.at ?? ""),
    });
    expect(instant(again)).toEqual(instant(terms));
    expect(termsOf(draftOf({}, null), zones)).toEqual({});
  });

  it("[WTR6] corners are read as lines or as GeoJSON, and what is neither is said", () => {
    const ring: [number, number][] = [
      [35.1, 46.5],
      [35.2, 46.5],
      [35.2, 46.6],
    ];
    expect(cornersIn(cornersText(ring))).toEqual(ring);
    const polygon = { type: "Polygon", coordinates: [[...ring, ring[0]]] };
    for (const shape of [
      polygon,
      { type: "Feature", geometry: polygon },
      { type: "FeatureCollection", features: [{ type: "Feature", geometry: polygon }] },
    ])
      expect(cornersIn(JSON.stringify(shape))).toEqual(ring);
    for (const wrong of [
      "",
      "46.5, 35.1\n46.5, 35.2",
      "46.5; x\n1, 2\n3, 4",
      "{",
      '{"type":"Polygon","coordinates":[]}',
      "91, 0\n0, 0\n1, 1",
    ])
      expect(cornersIn(wrong)).toBeUndefined();
    expect(zoneIsWrong({ name: "x", corners: "1, 2", depth: "", height: "" })).toBe("truces.f.zone_wrong");
    expect(hourIsWrong({ day: "2026-12-15", hour: "", zone: "UTC" })).toBe("truces.f.hour_needed");
  });

  it("[WTR7] proposals fill what is empty and nothing else, and leave hours, zones, map and hotline to the parties", () => {
    const world = World.opened();
    const empty = draftOf({}, null);
    const own = { ...empty, texts: { ...empty.texts, legalBasis: "Another basis" } };
    const terms = termsOf(withProposals(own, say), zones);
    expect([terms.legalBasis, terms.breachResponse]).toEqual(["Another basis", "graduated"]);
    const weighed = weigh(deskIn(world, "party-a"), { terms });
    expect(weighed?.missing).toEqual([
      "the start, as an instant with both local times",
      "the end, as an instant with both local times",
      "the zones",
      "the map edition",
      "the hotline",
    ]);
    expect(weighed?.checks).toEqual([]);
  });

  it("[WTR8] swapped parties give swapped pages", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world } = randomHistory(seed, 60);
        for (const office of ["party-a", "operator"] as const) {
          const entries = world.entriesFor(office);
          const mirror = swapParties(office);
          const pages = (desk: Office, all: typeof entries) => {
            const at = deskOf(fold(all), desk, world.now);
            return at.state.truces.texts.size === 0
              ? []
              : [...at.state.truces.texts.keys()].map((id) => {
                  const model = truce(at, { id });
                  return (
                    model && {
                      parties: model.parties.map((one) => [one.office, one.answer.code, one.orders.length]),
                      may: model.may,
                      checkpoints: model.checkpoints.map((one) =>
                        one.words.map((word) => [word.office, word.word.code]),
                      ),
                      changes: model.changes,
                      status: model.status,
                    }
                  );
                });
          };
          expect(written(pages(mirror, swapParties(entries)))).toBe(
            written(swapParties(pages(office, entries))),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
