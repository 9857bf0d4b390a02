import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateTruce, type PlannedTeam, planTruce, type TruceCase } from "#plan";
import { swappedTruce } from "../truce/testing/tiny-truce.ts";
import { packOf } from "./team-pack.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const quick = { iterations: 30, boundRounds: 0, explain: false } as const;
const runs = { numRuns: 12 };
const invented = (seed: number) => generateTruce({ seed, sites: 8, teams: 7 });

/** The case with nothing in it but what this team visits and takes; chances to live are other ones. */
function ownAlone(given: TruceCase, { team, stops }: PlannedTeam): TruceCase {
  const places = new Set(stops.map(({ place }) => place));
  const taken = new Set(stops.flatMap(({ persons }) => persons.map(({ group }) => group)));
  const sites = given.sites
    .filter(({ code }) => places.has(code))
    .map(({ remains: _, persons, ...site }) => ({
      ...site,
      persons: persons
        .filter(({ code }) => taken.has(code))
        .map((one) => ({ ...one, reported: -1, count: 1 })),
    }));
  return {
    ...given,
    sites,
    classes: given.classes.map((one) => ({ ...one, survival: [[0, 1]], without: 0 })),
    zones: given.zones.filter(({ code }) => sites.some(({ zone }) => zone === code)),
    facilities: given.facilities
      .filter(({ code }) => places.has(code))
      .map((one) => ({ ...one, beds: {}, care: {}, remains: 0 })),
    teams: given.teams.filter(({ code }) => code === team),
  };
}

describe("what a team takes along", () => {
  it("[TP1] is the same whatever else the case has: nothing of another team, place or person, and no chance to live", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = invented(seed);
        for (const team of planTruce(given, quick).teams) {
          const pack = packOf(given, team);
          expect(pack).toEqual(packOf(ownAlone(given, team), team));
          const text = JSON.stringify(pack ?? {});
          const own = new Set([team.team, ...team.stops.map(({ place }) => place)]);
          for (const { code } of [...given.sites, ...given.facilities, ...given.teams])
            if (!own.has(code)) expect(text).not.toContain(`"${code}`);
        }
      }),
      runs,
    );
  });

  it("[TP2] says who is on board after each stop: nobody who was not taken, and nobody at the end", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = invented(seed);
        for (const team of planTruce(given, quick).teams) {
          const pack = packOf(given, team);
          expect(pack === undefined).toBe(team.stops.length === 0);
          if (!pack) continue;
          const heads = (load: (typeof pack.stops)[number]["load"]) =>
            load.remains + load.persons.reduce((sum, { count }) => sum + count, 0);
          let aboard = 0;
          for (const { kind, load, aboard: now } of pack.stops) {
            aboard += kind === "site" ? heads(load) : -heads(load);
            expect(heads(now)).toBe(aboard);
          }
          expect(aboard).toBe(0);
        }
      }),
      runs,
    );
  });

  it("[TP3] with the sides in each other's place only the team's own side changes", () => {
    const other = { a: "b", b: "a", neutral: "neutral" } as const;
    fc.assert(
      fc.property(seeds, (seed) => {
        const given = invented(seed);
        for (const team of planTruce(given, quick).teams) {
          const [pack, swapped] = [packOf(given, team), packOf(swappedTruce(given), team)];
          expect(swapped).toEqual(pack && { ...pack, side: other[pack.side] });
        }
      }),
      runs,
    );
  });
});
