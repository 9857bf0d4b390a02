import { type Random, seededRandom } from "#base";
import type { Facility, Group, PatientClass, Site, Team, TeamKind, TruceCase } from "../case/case.ts";

export type GenerateTruceOptions = {
  readonly seed: number;
  readonly sites: number;
  readonly teams: number;
  readonly hours?: number;
};

// Metres from the line by share of sites: log-normal with its middle at 1,200, ended at 4,000.
const fromLine = [
  [0, 150],
  [10, 560],
  [25, 800],
  [50, 1200],
  [75, 1800],
  [90, 2600],
  [97, 3500],
  [100, 4000],
] as const;

/** Invented curves: slow, as of people who have lived through the first hours. No medical authority has seen them. */
const classes: readonly PatientClass[] = [
  {
    code: "c1",
    place: "stretcher",
    survival: [
      [0, 1_000_000],
      [360, 860_000],
      [1440, 600_000],
      [2880, 390_000],
      [4320, 260_000],
      [7200, 130_000],
    ],
    without: 150_000,
    ride: 240,
  },
  {
    code: "c2",
    place: "stretcher",
    survival: [
      [0, 1_000_000],
      [1440, 850_000],
      [2880, 720_000],
      [5760, 520_000],
      [8640, 380_000],
    ],
    without: 400_000,
  },
  {
    code: "c3",
    place: "seat",
    survival: [
      [0, 1_000_000],
      [1440, 960_000],
      [2880, 915_000],
      [5760, 830_000],
      [8640, 750_000],
    ],
    without: 700_000,
  },
];

/**
 * An invented case: a line of contact, sites within four kilometres of it on either side, facilities 12 to 25 km back.
 * The same options give the same case. Nothing in it is of a real place or person.
 */
export function generateTruce({ seed, sites, teams, hours = 36 }: GenerateTruceOptions): TruceCase {
  const random = seededRandom(seed);
  const minutes = hours * 60;
  const { length, line } = drawLine(random, sites);
  const team = drawTeams(random, teams, minutes, length, line);
  const has = (kind: TeamKind) => team.some((one) => one.kind === kind);
  const sectors = Math.max(1, Math.round(sites / 20));
  return {
    format: "parley-plan-case/1",
    window: { from: "2026-03-14T06:00:00Z", minutes },
    zones: Array.from({ length: sectors }, (_, n) => {
      const x = Math.floor((length * (2 * n + 1)) / (2 * sectors));
      return {
        code: `Z${n + 1}`,
        clearBy: 60 + 15 * random.below(3),
        exits: [
          { x, y: line(x) - 6000 },
          { x, y: line(x) + 6000 },
        ],
      };
    }),
    classes,
    facilities: drawFacilities(random, sites, length, line),
    sites: Array.from({ length: sites }, (_, n) =>
      drawSite(random, n, { minutes, length, line, sectors, joint: has("liaison"), clear: has("clearance") }),
    ),
    teams: team,
    travel: { detour: 1350, slow: 1400, gamma: 1 },
  };
}

/** How high the line of contact of a case lies at a place along it, from 0 to `length`: side a's ground is below. */
export function generatedLine({ seed, sites }: Pick<GenerateTruceOptions, "seed" | "sites">): {
  readonly length: number;
  readonly line: (x: number) => number;
} {
  return drawLine(seededRandom(seed), sites);
}

// The line is drawn before all else.
function drawLine(random: Random, sites: number): { readonly length: number; readonly line: Line } {
  const length = 24_000 + 600 * sites;
  const heights = Array.from({ length: 9 }, () => random.below(6000) - 3000);
  const step = Math.floor(length / 8);
  return {
    length,
    line: (x) => {
      const n = Math.min(7, Math.max(0, Math.floor(x / step)));
      const [low, high] = [heights[n] ?? 0, heights[n + 1] ?? 0];
      return low + Math.floor(((high - low) * (x - n * step)) / step);
    },
  };
}

type Line = (x: number) => number;
const between = (random: Random, least: number, most: number) => least + random.below(most - least + 1);

function drawFacilities(random: Random, sites: number, length: number, line: Line): Facility[] {
  const perSide = Math.max(2, Math.min(6, Math.round(sites / 20)));
  const beds = Math.ceil((sites * 0.9) / perSide);
  const own = (["a", "b"] as const).flatMap((side) =>
    Array.from({ length: perSide }, (_, n): Facility => {
      const x = Math.floor((length * (2 * n + 1)) / (2 * perSide)) + between(random, -3000, 3000);
      const back = between(random, 12_000, 25_000);
      const surgical = n % 2 === 0;
      return {
        code: `H${side}${n + 1}`,
        side,
        x,
        y: line(x) + (side === "a" ? -back : back),
        beds: { c1: surgical ? Math.ceil(beds * 0.4) : 2, c2: Math.ceil(beds * 0.6), c3: beds },
        care: surgical
          ? { c1: 900_000, c2: 960_000, c3: 990_000 }
          : { c1: 700_000, c2: 930_000, c3: 990_000 },
        intake: { every: 60, most: between(random, 8, 12) },
        unload: between(random, 10, 20),
        remains: n === 0 ? sites * 4 : 0,
      };
    }),
  );
  const handover = Array.from({ length: Math.max(1, perSide >> 1) }, (_, n): Facility => {
    const x = Math.floor((length * (2 * n + 1)) / (2 * Math.max(1, perSide >> 1)));
    return {
      code: `N${n + 1}`,
      side: "neutral",
      x,
      y: line(x) + between(random, -7000, 7000),
      beds: { c1: Math.ceil(beds * 0.15), c2: Math.ceil(beds * 0.4), c3: Math.ceil(beds * 0.7) },
      care: { c1: 640_000, c2: 880_000, c3: 970_000 },
      intake: { every: 60, most: 8 },
      unload: 15,
      remains: sites,
    };
  });
  return [...own, ...handover];
}

type Draw = {
  readonly minutes: number;
  readonly length: number;
  readonly line: Line;
  readonly sectors: number;
  readonly joint: boolean;
  readonly clear: boolean;
};

function drawSite(random: Random, n: number, draw: Draw): Site {
  const { length, line, minutes, sectors } = draw;
  const code = `S${String(n + 1).padStart(3, "0")}`;
  const x = random.below(length);
  const ground = random.below(2) === 0 ? "a" : "b";
  const away = distanceFromLine(random);
  const own = ground;
  const other = ground === "a" ? "b" : "a";
  const persons: Group[] = [];
  if (random.below(100) < 72)
    for (const [at, chance, most] of [
      ["c1", 45, 2],
      ["c2", 60, 3],
      ["c3", 60, 4],
    ] as const) {
      if (random.below(100) >= chance) continue;
      persons.push({
        code: `${code}.${at}`,
        class: at,
        of: random.below(100) < 78 ? own : other,
        count: between(random, 1, most),
        reported: -between(random, 30, 900),
        loading: at === "c3" ? between(random, 2, 4) : between(random, 5, 10),
      });
    }
  const hasRemains = persons.length === 0 || random.below(100) < 45;
  return {
    code,
    zone: `Z${Math.min(sectors, Math.floor((x * sectors) / length) + 1)}`,
    ground,
    x,
    y: line(x) + (ground === "a" ? -away : away),
    windows: drawWindows(random, minutes),
    setup: between(random, 5, 15),
    ...(draw.clear && random.below(100) < 25 ? { clearance: between(random, 20, 60) } : {}),
    ...(draw.joint && random.below(100) < 20 ? { joint: true } : {}),
    persons,
    ...(hasRemains
      ? {
          remains: {
            of: random.below(100) < 40 ? own : other,
            count: between(random, 1, 12),
            handling: between(random, 8, 15),
          },
        }
      : {}),
  };
}

function distanceFromLine(random: Random): number {
  const share = random.below(100);
  const after = Math.max(
    1,
    fromLine.findIndex(([at]) => at >= share),
  );
  const [fromShare, from] = fromLine[after - 1] ?? [0, 150];
  const [toShare, to] = fromLine[after] ?? [100, 4000];
  return from + Math.floor(((to - from) * (share - fromShare)) / (toShare - fromShare)) + random.below(100);
}

function drawWindows(random: Random, minutes: number): [number, number][] {
  const kind = random.below(100);
  if (kind < 60) return [[0, minutes]];
  const quarter = (share: number) => Math.floor((minutes * share) / 2400) * 15 + random.below(8) * 15;
  if (kind < 85) {
    const from = quarter(random.below(90));
    return [[from, Math.min(minutes, from + between(random, 24, 56) * 15)]];
  }
  const first = quarter(random.below(40));
  const second = Math.floor(minutes / 2) + quarter(random.below(20));
  return [
    [first, Math.min(first + between(random, 12, 24) * 15, second)],
    [second, Math.min(minutes, second + between(random, 12, 24) * 15)],
  ];
}

function drawTeams(random: Random, count: number, minutes: number, length: number, line: Line): Team[] {
  const liaisons = count >= 6 ? 2 * Math.max(1, Math.floor(count / 10)) : 0;
  const clearers = count >= 4 ? Math.max(1, Math.floor(count / 8)) : 0;
  const recoverers = count >= 3 ? Math.max(1, Math.floor(count / 4)) : 0;
  const medics = Math.max(1, count - liaisons - clearers - recoverers);
  const list = (kind: TeamKind, many: number) =>
    Array.from({ length: many }, (_, n): Team => {
      const side =
        kind === "liaison" ? (["a", "b"] as const)[n % 2] : (["neutral", "a", "b"] as const)[n % 3];
      const x = Math.floor((length * (2 * n + 1)) / (2 * many)) + between(random, -2000, 2000);
      const back = between(random, 8000, 14_000);
      const south = side === "a" || (side === "neutral" && random.below(2) === 0);
      const base = { x, y: line(x) + (south ? -back : back) };
      const isNeutral = kind === "liaison" || kind === "clearance" || side === "neutral";
      return {
        code: `${kind[0]?.toUpperCase() ?? ""}${n + 1}`,
        kind,
        side: side ?? "neutral",
        start: base,
        end: base,
        duty: [0, minutes],
        places:
          kind === "medical"
            ? { stretcher: between(random, 2, 4), seat: between(random, 3, 6), cold: 0 }
            : { stretcher: 0, seat: 0, cold: kind === "recovery" ? between(random, 10, 20) : 0 },
        ground: isNeutral ? ["a", "b"] : side === "a" ? ["a"] : ["b"],
        speed: kind === "medical" ? 550 : 450,
      };
    });
  return [
    ...list("medical", medics),
    ...list("recovery", recoverers),
    ...list("clearance", clearers),
    ...list("liaison", liaisons),
  ];
}
