import type { Random } from "#base";
import { openTerms } from "../gate/terms.ts";
import type { Term } from "../proposals/terms.ts";
import { localPrint, truceParts } from "../truces/complete.ts";
import type { TruceTerms } from "../truces/terms.ts";
import { dayOf, instantOf } from "./builders.ts";

const ring: [number, number][] = [
  [30.1, 45.1],
  [30.2, 45.1],
  [30.2, 45.2],
];

/** Terms as proposals have them: some whole, some open. */
export function someTerms(random: Random, now: number): Term[] {
  const sets: readonly (() => Term[])[] = [
    () => [
      { key: "persons", type: "count_per_side", amount: someAmount(random), unit: "persons" },
      { key: "day", type: "date_on", what: "exchange", on: dayOf(now, 1 + random.below(20)) },
      { key: "place", type: "place", words: "the bridge" },
    ],
    () => [
      {
        key: "duration",
        type: "duration",
        minHours: 24,
        ...(random.below(2) === 0 ? { maxHours: 48 } : {}),
      },
      { key: "zone", type: "zone", extent: "certain_areas", words: "along the bank" },
      { key: "purpose", type: "purpose", purposes: ["evacuate_wounded", "recover_dead"] },
    ],
    () => [
      { key: "meeting", type: "date_by", what: "a meeting", by: dayOf(now, 5 + random.below(30)) },
      { key: "who", type: "participants", persons: [], offices: [] },
    ],
    () => [
      { key: "bodies", type: "count", from: "a", to: "b", amount: someAmount(random), unit: "bodies" },
      { key: "ready", type: "condition", requires: "the list is whole", of: random.pick(["a", "b", "both"]) },
    ],
    () => [
      { key: "wounded", type: "category", words: "all seriously wounded", unit: "persons", all: true },
      { key: "group", type: "body_to_create", body: "medical commission" },
      { key: "order_of_things", type: "sequence", first: "wounded", next: "group" },
    ],
  ];
  return random.pick(sets)();
}

function someAmount(random: Random) {
  const value = 100 + random.below(1_100);
  return random.below(3) === 0 ? { min: value } : { value };
}

/** Terms that complete what is still open in others. */
export function completing(terms: readonly Term[], now: number): Term[] {
  return openTerms(terms).map(({ key, lacks }): Term => {
    switch (lacks) {
      case "one_length":
        return { key, type: "duration", minHours: 36 };
      case "exact_zone":
        return { key, type: "zone", extent: "polygon", words: "the bank", ring };
      case "exact_count":
        return { key, type: "count_per_side", amount: { value: 1_200 }, unit: "persons" };
      case "list":
        return { key, type: "category", words: "those on the list", unit: "persons", all: false };
      case "participants":
        return { key, type: "participants", persons: [], offices: ["heads of delegation"] };
      case "purpose":
        return { key, type: "purpose", purposes: ["evacuate_wounded"] };
      case "place":
        return { key, type: "place", words: "the bridge" };
      case "day":
        return { key, type: "date_on", what: "the day", on: dayOf(now, 7) };
      default:
        return { key, type: "text", words: "as the commission decides" };
    }
  });
}

/** A whole truce text of `hours` hours from `start` (epoch ms), with the right local prints. */
export function wholeTruce(start: number, hours: number, zones: { a: string; b: string }): TruceTerms {
  const moment = (at: number) => ({
    at: instantOf(at),
    localA: localPrint(at, zones.a),
    localB: localPrint(at, zones.b),
  });
  return {
    label: "pause",
    kind: "humanitarian_pause",
    legalBasis: "Geneva Convention I, art. 15(2)",
    purpose: ["evacuate_wounded", "recover_dead"],
    start: moment(start),
    end: moment(start + hours * 3_600_000),
    zones: [{ name: "the bank", ring }],
    mapEdition: "2025-1",
    forcesBound: ["all along the bank"],
    prohibited: ["fire of any calibre", "flights"],
    permitted: ["medical teams in marked vehicles"],
    offensiveMeans: "Movement towards the line.",
    returnFire: "By order, after the hotline failed.",
    longRangeWeapons: "Not into the zones.",
    regrouping: "No rotation, no engineering works.",
    dutyToWarn: "Two hours ahead.",
    hotline: "channel 4",
    monitoring: "The monitor's patrols.",
    disputes: "By the hotline within an hour.",
    violationClasses: ["fire", "flight"],
    breachEffect: "Local suspension first.",
    extension: "By both, six hours ahead.",
    publication: "By both at one instant.",
    withoutPrejudice: "Without prejudice to positions.",
  };
}

/** The same text without some of its parts. */
export function partialTruce(whole: TruceTerms, random: Random): TruceTerms {
  const lost = new Set(truceParts.filter(() => random.below(4) === 0).map(({ part }) => part as string));
  return Object.fromEntries(Object.entries(whole).filter(([part]) => !lost.has(part)));
}
