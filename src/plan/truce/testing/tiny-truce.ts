import { type Random, seededRandom } from "#base";
import type { Site, Team, TruceCase } from "../case/case.ts";

/** Two sites, one facility a side, and a team of each kind; everything fits. */
export function tinyTruce(change: Partial<TruceCase> = {}): TruceCase {
  const site = (code: string, x: number, more: Partial<Site> = {}): Site => ({
    code,
    zone: "Z1",
    ground: "a",
    x,
    y: 0,
    windows: [[0, 600]],
    setup: 5,
    persons: [{ code: `${code}.g`, class: "c1", of: "a", count: 2, reported: -60, loading: 5 }],
    ...more,
  });
  return {
    format: "parley-plan-case/1",
    window: { from: "2026-03-14T06:00:00Z", minutes: 720 },
    zones: [{ code: "Z1", clearBy: 60, exits: [{ x: 0, y: -2000 }] }],
    classes: [
      {
        code: "c1",
        place: "stretcher",
        survival: [
          [0, 1_000_000],
          [1440, 500_000],
        ],
        without: 200_000,
      },
    ],
    facilities: [
      {
        code: "H1",
        side: "a",
        x: 0,
        y: -10_000,
        beds: { c1: 4 },
        care: { c1: 900_000 },
        intake: { every: 60, most: 4 },
        unload: 10,
        remains: 10,
      },
      {
        code: "H2",
        side: "b",
        x: 0,
        y: 10_000,
        beds: { c1: 4 },
        care: { c1: 900_000 },
        unload: 10,
        remains: 10,
      },
    ],
    sites: [
      site("S1", 1000),
      site("S2", 3000, {
        clearance: 30,
        joint: true,
        remains: { of: "a", count: 3, handling: 10 },
      }),
    ],
    teams: [
      tinyTeam("M1", "medical"),
      tinyTeam("R1", "recovery"),
      tinyTeam("C1", "clearance"),
      tinyTeam("L1", "liaison", "a"),
      tinyTeam("L2", "liaison", "b"),
    ],
    travel: { detour: 1000, slow: 1500, gamma: 1 },
    ...change,
  };
}

function tinyTeam(code: string, kind: Team["kind"], side: Team["side"] = "neutral"): Team {
  return {
    code,
    kind,
    side,
    start: { x: 0, y: -8000 },
    end: { x: 0, y: -8000 },
    duty: [0, 720],
    places: {
      stretcher: kind === "medical" ? 3 : 0,
      seat: 0,
      cold: kind === "recovery" ? 3 : 0,
    },
    ground: ["a", "b"],
    speed: 500,
  };
}

/** A small case of medical teams alone, that can be gone through to the end. */
export function enumerableTruce(seed: number): TruceCase {
  const random: Random = seededRandom(seed);
  const base = tinyTruce();
  const from = (least: number, most: number) => least + random.below(most - least + 1);
  const classes = [
    ...base.classes,
    {
      code: "c2",
      place: "seat" as const,
      survival: [
        [0, 1_000_000],
        [1440, 800_000],
      ] as const,
      without: 500_000,
    },
  ];
  return {
    ...base,
    classes,
    facilities: [1, 2].map((n) => ({
      code: `H${n}`,
      side: "neutral" as const,
      x: from(-8000, 8000),
      y: from(4000, 12_000) * (n === 1 ? 1 : -1),
      beds: { c1: 9, c2: 9 },
      care: { c1: from(6, 9) * 100_000, c2: from(8, 10) * 100_000 },
      unload: from(5, 20),
      remains: 0,
    })),
    sites: Array.from({ length: from(2, 3) }, (_, n): Site => {
      const begins = from(0, 4) * 60;
      return {
        code: `S${n + 1}`,
        zone: "Z1",
        ground: "a",
        x: from(-6000, 6000),
        y: from(-2000, 2000),
        windows: random.below(2) === 0 ? [[0, 660]] : [[begins, begins + from(2, 5) * 60]],
        setup: from(5, 15),
        persons: [
          {
            code: `S${n + 1}.g`,
            class: random.below(2) === 0 ? "c1" : "c2",
            of: "a",
            count: from(1, 2),
            reported: -from(0, 300),
            loading: from(2, 10),
          },
        ],
      };
    }),
    teams: Array.from({ length: from(1, 2) }, (_, n) => ({
      ...tinyTeam(`M${n + 1}`, "medical"),
      places: { stretcher: from(1, 2), seat: from(0, 2), cold: 0 },
      start: { x: from(-5000, 5000), y: -8000 },
    })),
    travel: { detour: 1300, slow: 1400, gamma: 0 },
  };
}

/** So many of them, from a seed on, with at most three persons: HiGHS needs about a second for each. */
export function smallestTruces(seed: number, count: number): readonly TruceCase[] {
  const found: TruceCase[] = [];
  for (let next = seed; found.length < count; next++) {
    const given = enumerableTruce(next);
    const persons = given.sites.flatMap(({ persons: groups }) => groups.map(({ count: one }) => one));
    if (persons.reduce((sum, one) => sum + one, 0) <= 3) found.push(given);
  }
  return found;
}

const otherSide = { a: "b", b: "a", neutral: "neutral" } as const;

/** The case with the two sides in each other's place. */
export function swappedTruce(given: TruceCase): TruceCase {
  return {
    ...given,
    facilities: given.facilities.map((one) => ({ ...one, side: otherSide[one.side] })),
    sites: given.sites.map((one) => ({
      ...one,
      ground: otherSide[one.ground],
      persons: one.persons.map((group) => ({ ...group, of: otherSide[group.of] })),
      ...(one.remains ? { remains: { ...one.remains, of: otherSide[one.remains.of] } } : {}),
    })),
    teams: given.teams.map((one) => ({
      ...one,
      side: otherSide[one.side],
      ground: one.ground.map((side) => otherSide[side]),
    })),
  };
}
