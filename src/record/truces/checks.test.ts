import { describe, expect, it } from "vitest";
import { swapParties, truceTermsIn, World, wholeTruce } from "../testing/index.ts";
import { checksOf } from "./checks.ts";
import { missingParts } from "./complete.ts";
import { diffTruce } from "./diff.ts";
import { conductClasses, type TruceTerms } from "./terms.ts";

const zones = { a: "Europe/Moscow", b: "Europe/Kyiv" };
const found = (terms: TruceTerms) => checksOf(terms, zones).map(({ check, part }) => `${check} ${part}`);

describe("the terms of a truce, weighed", () => {
  it("[TR33] parts stand in words or as data", () => {
    const {
      prohibited: _,
      permitted: __,
      returnFire: ___,
      breachEffect: ____,
      ...terms
    } = truceTermsIn(World.opened());
    expect(missingParts(terms)).toEqual(["prohibited", "permitted", "returnFire", "breachEffect"]);
    const data: TruceTerms = {
      ...terms,
      conduct: [
        { act: "fire", may: "prohibited", fromCalibreMm: 5 },
        { act: "movement", may: "permitted" },
      ],
      returnFireLadder: ["take_cover", "call_hotline"],
      breachResponse: "graduated",
    };
    expect(missingParts(data)).toEqual([]);
  });

  it("[TR34] what frees a side on one breach is pointed out, in four languages", () => {
    expect(found({ breachResponse: "whole_truce_ends" })).toEqual(["frees_on_one_breach breachEffect"]);
    for (const breachEffect of [
      "After one violation the other side may consider itself free of obligations.",
      "Сторона вважає себе вільною від зобов’язань.",
      "Сторона считает себя свободной от обязательств.",
      "Taraf yükümlülüklerinden kurtulur.",
    ])
      expect(found({ breachEffect })).toEqual(["frees_on_one_breach breachEffect"]);
    expect(found({ breachEffect: "Local suspension first.", breachResponse: "graduated" })).toEqual([]);
  });

  it("[TR34] what lowers protection is pointed out", () => {
    for (const permitted of [
      "The wounded are collected only in exchange for prisoners.",
      "Поранених забирають лише в обмін на полонених.",
      "Раненых забирают только в обмен на пленных.",
      "Yaralılar yalnızca esirler karşılığında alınır.",
    ])
      expect(found({ permitted: [permitted] })).toEqual(["lowers_protection permitted"]);
    expect(found({ permitted: ["medical teams in marked vehicles"] })).toEqual([]);
  });

  it("[TR34] silence on a class of act, and what serves the better supplied side, are pointed out", () => {
    const conduct = conductClasses.map((act) => ({ act, may: "prohibited" as const }));
    expect(found({ conduct })).toEqual([]);
    expect(found({ conduct: conduct.filter(({ act }) => act !== "mining") })).toEqual([
      "class_unsaid conduct",
    ]);
    const rotation = conduct.map((one) =>
      one.act === "rotation_resupply" ? { ...one, may: "permitted" as const } : one,
    );
    expect(found({ conduct: rotation })).toEqual(["serves_better_supplied conduct"]);
  });

  it("[TR34] a change of clocks within the hours, and an hour shown twice, are pointed out for the side that has it", () => {
    // Kyiv's clocks go back on 26 October 2025 at 01:00 UTC; Moscow's do not
    const terms = wholeTruce(Date.parse("2025-10-25T04:00:00Z"), 24, zones);
    const { start, end } = terms;
    if (!start || !end) throw new Error("Whole terms have a start and an end.");
    const clocks = checksOf({ start, end }, zones);
    expect(clocks.map(({ check, detail }) => `${check} ${detail.side}`)).toEqual(["clock_changes b"]);
    const twice = wholeTruce(Date.parse("2025-10-26T00:30:00Z"), 24, zones).start;
    expect(twice && found({ start: twice, end })).toContain("hour_twice start");
    const swapped = checksOf({ start, end }, { a: zones.b, b: zones.a });
    expect(swapped).toEqual(swapParties(clocks));
  });

  it("[TR34] a zone that crosses itself or has no height is pointed out", () => {
    const bow: [number, number][] = [
      [30, 45],
      [31, 46],
      [31, 45],
      [30, 46],
    ];
    expect(found({ zones: [{ name: "x", ring: bow, altitudeMetres: 500 }] })).toEqual(["ring_crossed zones"]);
    const square: [number, number][] = [
      [30, 45],
      [31, 45],
      [31, 46],
      [30, 46],
      [30, 45],
    ];
    expect(found({ zones: [{ name: "x", ring: square }] })).toEqual(["no_altitude zones"]);
  });

  it("[TR35] two texts differ by typed changes", () => {
    const earlier = truceTermsIn(World.opened());
    const later = truceTermsIn(World.opened(), 50);
    const zone = earlier.zones?.[0];
    if (!zone) throw new Error("Whole terms have a zone.");
    expect(diffTruce(earlier, earlier)).toEqual([]);
    const { hotline: _, ...without } = later;
    const changed: TruceTerms = {
      ...without,
      prohibited: ["fire of any calibre", "mines"],
      zones: [
        { ...zone, depthMetres: 1_500 },
        { ...zone, name: "the ford" },
      ],
      breachResponse: "graduated",
      monitoring: "Both patrols.",
    };
    expect(diffTruce(earlier, changed)).toEqual([
      { part: "start", change: "moved", minutes: 120 },
      { part: "end", change: "moved", minutes: 120 },
      { part: "zones", change: "entries", added: ["the ford"], removed: [], altered: ["the bank"] },
      { part: "prohibited", change: "items", added: ["mines"], removed: ["flights"] },
      { part: "monitoring", change: "reworded" },
      { part: "breachResponse", change: "added" },
      { part: "hotline", change: "removed" },
    ]);
  });
});
