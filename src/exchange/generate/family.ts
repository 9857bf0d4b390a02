import { seededRandom } from "#base";
import type { Case } from "../case/case.ts";
import { dateOf, dayOf } from "../case/days.ts";
import { type Draw, drawPersons } from "./persons.ts";
import { drawnClasses, drawnSites, placesOf } from "./terms.ts";

export const families = ["F1", "F2", "F3", "F4"] as const;
export type Family = (typeof families)[number];

/** `sites` is whether F3 has sites with pick-ups (180 and 50), which the other families have anyway. */
export type FamilyOptions = { readonly seed: number; readonly sites?: boolean };

/**
 * An invented case of a family: F1 a thousand against a thousand in stages, F2 all for all by category, F3 the general
 * release of Geneva III art. 118, F4 the day at the line. The same family and seed give the same case.
 */
export function generateCase(family: Family, { seed, sites = false }: FamilyOptions): Case {
  const random = seededRandom(seed * 4 + families.indexOf(family));
  switch (family) {
    case "F1":
      return stages(random);
    case "F2":
      return allForAll(random);
    case "F3":
      return generalRelease(random, sites);
    case "F4":
      return lineDay(random);
    default:
      return family satisfies never;
  }
}

type Random = ReturnType<typeof seededRandom>;
const between = (random: Random, least: number, most: number) => least + random.below(most - least + 1);

function datesFrom(start: string, count: number, random: Random, most: number): { date: string }[] {
  let day = (dayOf(start) ?? 0) + 2;
  return Array.from({ length: count }, () => {
    const date = dateOf(day);
    day += between(random, 1, most);
    return { date };
  });
}

function stages(random: Random): Case {
  const start = "2026-03-01";
  const tranches = datesFrom(start, between(random, 9, 12), random, 5);
  const groups = between(random, 4, 12);
  const draw: Draw = {
    groups,
    medicalShare: 0.1,
    stretcherShare: 0.25,
    icuShare: 0.03,
    laneShare: 0.3,
    laterShare: 0.1,
    barredShare: 0.03,
    tranches: tranches.length,
    categories: [{ code: "c1", share: 0.08 }],
    ranks: 6,
  };
  const sitesA = drawnSites(random, 60, [24, 60]);
  const sitesB = drawnSites(random, 12, [30, 80]);
  const places = placesOf(tranches.length, { seat: 160, stretcher: 12, icu: 2, pickups: 6 });
  return {
    format: "parley-exchange-case/1",
    start,
    tranches,
    total: { limit: 1200, delta: 0 },
    alternation: random.pick([20, 40, 60]),
    categories: [{ code: "c1", parity: { kind: "number", delta: 10 } }],
    medical: drawnClasses(random),
    sides: {
      a: { sites: sitesA, places, noShow: 0.03 },
      b: { sites: sitesB, places, noShow: 0.03 },
    },
    persons: drawPersons(random, draw, { a: [6400, sitesA], b: [2500, sitesB] }),
  };
}

function allForAll(random: Random): Case {
  const start = "2026-06-09";
  const tranches = datesFrom(start, 9, random, 6);
  const draw: Draw = {
    groups: between(random, 4, 8),
    medicalShare: 0.35,
    stretcherShare: 0.4,
    icuShare: 0.04,
    laneShare: 0.5,
    laterShare: 0.2,
    barredShare: 0.15,
    tranches: tranches.length,
    categories: [
      { code: "c1", share: 0.45 },
      { code: "c2", share: 0.25 },
      { code: "c3", share: 0.05 },
    ],
    ranks: 6,
  };
  const sitesA = drawnSites(random, 24, [20, 50]);
  const sitesB = drawnSites(random, 16, [20, 50]);
  const places = placesOf(tranches.length, { seat: 70, stretcher: 14, icu: 2, pickups: 8 });
  const wards = [{ code: "w1", modes: ["stretcher", "icu"] as const, beds: 44, stayDays: 14 }];
  return {
    format: "parley-exchange-case/1",
    start,
    tranches,
    total: { delta: 5 },
    alternation: 20,
    categories: [
      { code: "c1", parity: { kind: "coverage" } },
      { code: "c2", parity: { kind: "number", delta: 3 } },
      { code: "c3", parity: { kind: "ratio", a: 2, b: 1, delta: 2 } },
    ],
    medical: drawnClasses(random),
    sides: {
      a: { sites: sitesA, places, wards, noShow: 0.05 },
      b: { sites: sitesB, places, wards, noShow: 0.05 },
    },
    persons: drawPersons(random, draw, { a: [640, sitesA], b: [640, sitesB] }),
  };
}

function generalRelease(random: Random, withSites: boolean): Case {
  const start = "2026-09-01";
  const tranches = datesFrom(start, 30, random, 4);
  const draw: Draw = {
    groups: between(random, 8, 16),
    medicalShare: 0.08,
    stretcherShare: 0.2,
    icuShare: 0.02,
    laneShare: 0.3,
    laterShare: 0.05,
    barredShare: 0.02,
    tranches: tranches.length,
    categories: [{ code: "c1", share: 0.06 }],
    ranks: 6,
  };
  const sitesA = withSites ? drawnSites(random, 180, [40, 120]) : [];
  const sitesB = withSites ? drawnSites(random, 50, [40, 120]) : [];
  const pickups = withSites ? { pickups: 20 } : {};
  const places = placesOf(tranches.length, { seat: 900, stretcher: 45, icu: 5, ...pickups });
  return {
    format: "parley-exchange-case/1",
    start,
    tranches,
    total: { delta: 200 },
    alternation: 300,
    categories: [{ code: "c1", parity: { kind: "number", delta: 100 } }],
    medical: drawnClasses(random),
    sides: {
      a: { sites: sitesA, places, noShow: 0.03 },
      b: { sites: sitesB, places, noShow: 0.03 },
    },
    persons: drawPersons(random, draw, { a: [64_000, sitesA], b: [25_000, sitesB] }),
  };
}

function lineDay(random: Random): Case {
  const start = "2026-03-05";
  const tranches = [{ date: "2026-03-05" }, { date: "2026-03-06" }];
  const draw: Draw = {
    groups: between(random, 4, 8),
    medicalShare: 0.1,
    stretcherShare: 0.2,
    icuShare: 0.02,
    laneShare: 0.3,
    laterShare: 0,
    barredShare: 0.01,
    tranches: 1,
    categories: [{ code: "c1", share: 0.1 }],
    ranks: 6,
  };
  const sitesA = drawnSites(random, 5, [60, 120]);
  const sitesB = drawnSites(random, 5, [60, 120]);
  const place = { seat: 300, stretcher: 14, icu: 2, pickups: 5 };
  const places = [place, { seat: 0, stretcher: 0, icu: 0, pickups: 0 }];
  const persons = drawPersons(random, draw, { a: [420, sitesA], b: [420, sitesB] });
  const absentShare = 0.01 + 0.09 * random.next();
  const absent = persons.filter(() => random.next() < absentShare).map(({ code }) => code);
  return {
    format: "parley-exchange-case/1",
    start,
    tranches,
    total: { limit: 300, delta: 0 },
    alternation: between(random, 1, 20),
    categories: [{ code: "c1", parity: { kind: "number", delta: 4 } }],
    medical: drawnClasses(random),
    sides: {
      a: { sites: sitesA, places, noShow: absentShare },
      b: { sites: sitesB, places, noShow: absentShare },
    },
    persons,
    drill: { tranche: 1, absent },
  };
}
