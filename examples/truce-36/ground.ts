import { type Origin, onEarth, seededRandom } from "#base";
import { generatedLine, generateTruce, type Team, type TruceCase, teamKinds } from "#plan";
import type { Side } from "#record";
import { minutes, start } from "./narrator.ts";

/**
 * Where the plane of the example touches the earth: the inland ice of Antarctica, on which nobody lives and, by the first article
 * of the Antarctic Treaty, nobody makes war. So no place of the example is anybody's position.
 */
const origin: Origin = [62, -76];

export const seed = 12;
const sites = 60;
const hours = minutes / 60;
const { length, line } = generatedLine({ seed, sites });
const sectorCount = 3;
const metresOfSector = length / sectorCount;

/** How deep the truce reaches on each side of the line, and how high. */
export const depth = 6_000;
export const height = 3_000;

/** Reports are older than the plan that is made of them: so many minutes before the hour at which the generator has them. */
const reportedBefore = 62 * 60;
const most: Readonly<Record<Team["kind"], number>> = { medical: 3, recovery: 1, clearance: 1, liaison: 2 };

/** A part of the line with its own sites, facilities and teams: planned by itself, so that an event moves nobody elsewhere. */
export type Sector = { readonly code: string; readonly name: string; readonly given: TruceCase };

/** The generator's case in three parts along the line; in each every facility takes remains. Teams beyond those of a sector are left out. */
export function inventSectors(): readonly Sector[] {
  const whole = generateTruce({ seed, sites, teams: 30, hours });
  return Array.from({ length: sectorCount }, (_, n): Sector => {
    const code = `Z${n + 1}`;
    const isHere = (x: number) => sectorAt(x) === n;
    return {
      code,
      name: `Sector ${n + 1}`,
      given: {
        ...whole,
        anchor: { lon: origin[0], lat: origin[1] },
        window: { from: new Date(start).toISOString(), minutes },
        zones: whole.zones.filter((zone) => zone.code === code),
        facilities: whole.facilities
          .filter(({ x }) => isHere(x))
          .map((one) => ({ ...one, remains: Math.max(one.remains, whole.sites.length) })),
        sites: whole.sites
          .filter(({ zone }) => zone === code)
          .map((site) => ({
            ...site,
            persons: site.persons.map((group) => ({ ...group, reported: group.reported - reportedBefore })),
          })),
        teams: chosen(whole.teams.filter((team) => isHere(team.start.x))),
      },
    };
  });
}

function sectorAt(x: number): number {
  return Math.min(sectorCount - 1, Math.max(0, Math.floor(x / metresOfSector)));
}

// Of each kind those of neither side first, and then of each side in turn: so both sides' ground is served.
function chosen(teams: readonly Team[]): readonly Team[] {
  return teamKinds.flatMap((kind) => {
    const own = teams.filter((team) => team.kind === kind);
    const inTurn = (["neutral", "a", "b"] as const).map((side) => own.filter((team) => team.side === side));
    const [first = [], ...others] = inTurn;
    const rest = Array.from({ length: own.length }, (_, n) => others.flatMap((of) => of[n] ?? []));
    return [...first.slice(0, Math.max(1, most[kind] - 2)), ...rest.flat()].slice(0, most[kind]);
  });
}

/** A sector's corners on the earth, five decimals of a degree: `depth` on each side of the line, along it and back. */
export function ringOf({ code }: Sector): [number, number][] {
  const n = Number(code.slice(1)) - 1;
  const along = Array.from({ length: 6 }, (_, i) => (n + i / 5) * metresOfSector);
  return [
    ...along.map((x) => placed(x, line(x) - depth)),
    ...along.toReversed().map((x) => placed(x, line(x) + depth)),
  ];
}

/** Where a side says that the line ran, so many days before the truce: each some hundred metres to its own favour, in places. */
export function lineOf(side: Side, daysBefore: number): [number, number][] {
  const random = seededRandom(seed + 97 * daysBefore + (side === "a" ? 1 : 2));
  const points = 40;
  return Array.from({ length: points + 1 }, (_, n) => {
    const x = (length * n) / points;
    const more = n % 10 < 3 ? 0 : 150 + random.below(900);
    return placed(x, line(x) + (side === "a" ? more : -more));
  });
}

/** A place of the plane on the earth, in degrees with five decimals: about a metre. */
function placed(x: number, y: number): [number, number] {
  const [lng, lat] = onEarth(origin, { x, y });
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

/** The same in whole millionths of a degree, as sites and routes are said. */
export function positionOf({ x, y }: { readonly x: number; readonly y: number }) {
  const [lng, lat] = onEarth(origin, { x, y });
  return { lon: Math.round(lng * 1e6), lat: Math.round(lat * 1e6) };
}
