import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, fold, offices } from "#record";
import { instantOf, randomHistory, swapParties, World, written } from "#record/testing";
import { cellRing } from "../../map/cell-ring.ts";
import { deskIn, deskOf } from "../../testing/index.ts";
import { site, sites } from "./query.ts";
import { readSiteFile, sitesToCsv } from "./reading/file.ts";
import { sitesToGeoJson } from "./reading/geojson.ts";
import { sitesToKml } from "./reading/kml.ts";
import { reportOf, rowOf, type SiteReport } from "./reading/row.ts";

const hour = 3_600_000;
const bytes = (text: string) => new TextEncoder().encode(text);

function reportIn(world: World, more: Partial<SiteReport> = {}) {
  const payload: SiteReport = {
    code: "K-1",
    position: { lon: 30_123_456, lat: 45_654_321, accuracyMetres: 40 },
    ground: "forest",
    reportedAt: instantOf(world.now),
    validUntil: instantOf(world.now + 24 * hour),
    wounded: [
      {
        precedence: "urgent",
        carriage: "litter",
        count: 3,
        whose: "adverse",
        lastReport: instantOf(world.now - hour),
      },
    ],
    remains: { low: 1, high: 2 },
    hazards: ["mines", "fire_heard"],
    hazardWords: "Wire; by the “mill”, & east <road>",
    access: 'On foot, "slowly"',
    ...more,
  };
  const { id } = world.must({ by: "party-a", room: "sites-a", kind: "site.reported", payload });
  return { id, payload };
}

describe("sites on screen", () => {
  it("[SW7] on the map of the register a site is its cell", () => {
    const world = World.opened();
    const { id, payload } = reportIn(world);
    const [line] = sites(deskIn(world, "party-a"), undefined)?.sites ?? [];
    expect(line?.ring).toEqual(cellRing(cellOf(payload.position)));
    expect(site(deskIn(world, "operator"), { id })?.at).toEqual([30.123456, 45.654321]);
    for (const office of ["party-b", "host", "monitor", "public"] as const) {
      expect(sites(deskIn(world, office), undefined)?.sites ?? []).toEqual([]);
      expect(site(deskIn(world, office), { id })).toBeNull();
    }
  });

  it("[SW1] has no exact position in the register, and one on a site’s own page", () => {
    const world = World.opened();
    const { id } = reportIn(world);
    const register = written(sites(deskIn(world, "operator"), undefined));
    expect(register).toContain("K-1");
    expect(register).not.toMatch(/45[.,]?654|30[.,]?123/);
    const page = site(deskIn(world, "party-a"), { id });
    expect(page?.position).toBe("latitude 45.654321°, longitude 30.123456°");
    const opened = [{ site: id, at: instantOf(world.now) }];
    world.must({ by: "operator", room: "sites-a", kind: "site.viewed", payload: { opened } });
    expect(site(deskIn(world, "party-a"), { id })?.opened).toEqual([
      { by: "humanitarian operator", at: world.now },
    ]);
  });

  it("[SW2] answers no other desk anything", () => {
    const world = World.opened();
    const { id } = reportIn(world);
    for (const office of offices) {
      const reads = office === "party-a" || office === "operator";
      expect(site(deskIn(world, office), { id }) !== null, office).toBe(reads);
      const list = sites(deskIn(world, office), undefined);
      expect(list?.sites.length ?? 0, office).toBe(reads ? 1 : 0);
      expect(list === null, office).toBe(!reads && office !== "party-b");
    }
  });

  it("[SW3] offers what can be passed on from its hour", () => {
    const world = World.opened();
    const { id } = reportIn(world, { noticeFrom: instantOf(world.now + hour) });
    expect(site(deskIn(world, "party-a"), { id })?.notice).toBeUndefined();
    world.pass(1);
    const page = site(deskIn(world, "party-a"), { id });
    expect(page?.noticeWords).toContain("fewer than five");
    expect(written(page?.notice)).not.toMatch(/K-1|654321|123456/);
  });

  it("[SW4] takes every row of a file, or says its line and why not", async () => {
    const good = "K-1,45.5,30.25,,2025-07-01T10:00:00Z,2025-07-02T10:00:00Z,urgent/litter/2";
    const rows = [
      "code,lat,lon,ground,reported_at,valid_until,wounded",
      good,
      good.replace("45.5", "forty-five"),
      good.replace("2025-07-01T10:00:00Z", "yesterday"),
      good.replace("urgent/litter/2", "two"),
      good.replace(",,", ",swamp,"),
      good.replace("K-1", ""),
      good.replace("urgent", "soon"),
      `${good},one more`,
    ];
    const { format, sites: read, odd } = await readSiteFile("x.csv", bytes(rows.join("\n")));
    expect(format).toBe("table");
    const said = read.map((one) => {
      const result = reportOf(one);
      return `${one.line} ${"fault" in result ? result.fault.reason : result.report.code}`;
    });
    expect(said).toEqual([
      "2 K-1",
      "3 position",
      "4 time",
      "5 wounded",
      "6 ground",
      "7 no_code",
      "8 form",
      "9 K-1",
    ]);
    expect(odd).toEqual([9]);
    const line = { type: "LineString", coordinates: [] };
    const geojson = {
      type: "FeatureCollection",
      features: [{ type: "Feature", geometry: line, properties: {} }],
    };
    const [shape] = (await readSiteFile("x.json", bytes(JSON.stringify(geojson)))).sites;
    expect(shape && reportOf(shape)).toEqual({ fault: { reason: "not_a_point", text: "LineString" } });
    const entity = '<!DOCTYPE kml [<!ENTITY a "b">]><kml><Placemark/></kml>';
    await expect(readSiteFile("x.kml", bytes(entity))).rejects.toThrow("could not be read");
  });

  it("[SW5] keeps sites in each format and reads them back the same", async () => {
    const world = World.opened();
    const { payload } = reportIn(world, { noticeFrom: instantOf(world.now), zone: "North bend" });
    const { payload: other } = reportIn(world, { code: "K-2", wounded: [], hazards: [] });
    const rows = [payload, other].map(rowOf);
    const kept = { csv: sitesToCsv(rows), geojson: sitesToGeoJson(rows), kml: sitesToKml(rows) };
    for (const [name, text] of Object.entries(kept)) {
      const { sites: read } = await readSiteFile(`x.${name}`, bytes(text));
      const reports = read.map((one) => reportOf(one));
      expect(reports, name).toEqual([{ report: payload }, { report: other }]);
    }
  });

  it("[SW6] is swapped where the sides are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const { world } = randomHistory(seed, 60);
        const entries = world.entriesFor("party-a");
        const seen = (at: ReturnType<typeof deskOf>) => {
          const list = sites(at, undefined);
          return [list, list?.sites.map(({ id }) => site(at, { id }))];
        };
        const here = seen(deskOf(fold(entries), "party-a", world.now));
        const there = seen(deskOf(fold(swapParties(entries)), "party-b", world.now));
        const names = (text: string) => text.replaceAll(/Northbank|Southbank/g, "N. N.");
        expect(names(written(swapParties(there)))).toBe(names(written(here)));
      }),
      { numRuns: 20 },
    );
  });
});
