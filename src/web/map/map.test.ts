import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onEarth, onPlane } from "#base";
import { fold, type Office } from "#record";
import { instantOf, ownRecord, swapParties, World, written as writtenOf } from "#record/testing";
import { deskIn, deskOf } from "../testing/index.ts";
import { mapLines } from "../views/map/query.ts";
import { shownOf } from "../views/map/shown-of.ts";
import { printPlace, scaleBar } from "./coordinates.ts";
import { bandBetween } from "./disputed.ts";
import { type LandTopology, landOf } from "./land.ts";
import { type Camera, fitted, type LngLat, moved, project, unproject } from "./mercator.ts";
import { linePatterns } from "./patterns.tsx";
import { shapesIn } from "./shapes-file.ts";
import { formats, shapesText } from "./write-shapes.ts";

const size = { width: 800, height: 500 };
const lngLat = fc.tuple(
  fc.integer({ min: -170_00000, max: 170_00000 }).map((one) => one / 1e5),
  fc.integer({ min: -80_00000, max: 80_00000 }).map((one) => one / 1e5),
) as fc.Arbitrary<LngLat>;

describe("the map", () => {
  it("[MP1] land is polygons, and nothing else is in it", () => {
    const file = fileURLToPath(import.meta.resolve("world-atlas/land-50m.json"));
    const topology = JSON.parse(readFileSync(file, "utf8")) as LandTopology; // of the package's own file
    const land = landOf(topology);
    expect(Object.keys(land)).toEqual(["type", "coordinates"]);
    expect(land.coordinates.length).toBeGreaterThan(1_000);
    // every ring closes, and stands for a coast: no two polygons of the land share a side, as neighbours by a border would
    const sides = new Map<string, number>();
    for (const ring of land.coordinates.flat()) {
      expect(ring[0]).toEqual(ring.at(-1));
      ring.slice(1).forEach((to, i) => {
        const side = [ring[i], to]
          .map((one) => one?.join(","))
          .toSorted()
          .join(" ");
        sides.set(side, (sides.get(side) ?? 0) + 1);
      });
    }
    const shared = [...sides.values()].filter((n) => n > 1).length;
    expect(shared / sides.size).toBeLessThan(0.001); // slivers that hundredths of a degree have closed
    const withBorders = { ...topology, objects: { land: topology.objects.land, countries: { type: "x" } } };
    expect(landOf(withBorders)).toEqual(land);
  });

  it("[MP3] the band between two lines is the same whichever is named first, and no line is whole", () => {
    const one: LngLat[] = [
      [0, 0],
      [1, 0.2],
      [2, 0],
    ];
    const other: LngLat[] = [
      [2, 1],
      [1, 0.8],
      [0, 1],
    ];
    const area = (ring: readonly LngLat[] = []) =>
      Math.abs(
        ring.reduce((sum, [x, y], i) => {
          const [x2, y2] = ring[(i + 1) % ring.length] ?? [0, 0];
          return sum + x * y2 - x2 * y;
        }, 0) / 2,
      );
    expect(area(bandBetween(one, other))).toBeCloseTo(1.6);
    expect(area(bandBetween(other, one))).toBeCloseTo(1.6);
    expect(area(bandBetween(one, other.toReversed()))).toBeCloseTo(1.6);
    expect(linePatterns.every((pattern) => /^\d/.test(pattern))).toBe(true);
    expect(new Set(linePatterns).size).toBe(linePatterns.length);
  });

  it("a place is found again on the drawing, on the plane and in print", () => {
    const camera: Camera = { lng: 12, lat: 41, zoom: 7 };
    fc.assert(
      fc.property(lngLat, (place) => {
        const [lng, lat] = unproject(camera, size, project(camera, size, place));
        expect(lng).toBeCloseTo(place[0], 6);
        expect(lat).toBeCloseTo(place[1], 6);
        const near: LngLat = [place[0] / 1000 + 12, place[1] / 1000 + 41];
        const [x, y] = onEarth([12, 41], onPlane([12, 41], near));
        expect(Math.abs(x - near[0]) + Math.abs(y - near[1])).toBeLessThan(2e-5);
      }),
    );
    expect(printPlace([37.66833, -48.20583])).toBe("48°12.35′S 37°40.10′E");
    expect(printPlace([0.99999999, 0])).toBe("0°00.00′ 1°00.00′E");
    const shown = fitted(
      [
        [10, 40],
        [11, 41],
      ],
      size,
    );
    expect(project(shown, size, [10, 41])[0]).toBeGreaterThan(40);
    expect(moved(shown, size, [0, 0], 50).zoom).toBe(17);
    expect(scaleBar(shown, 160).pixels).toBeLessThanOrEqual(160);
  });

  it("[MP6] a file tells of each row what became of it, and what is written reads back the same", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(lngLat, { minLength: 2, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
        (lines) => {
          const shapes = lines.map((points, n) => ({
            name: `Line <${n}> & "more"`,
            teller: "One",
            asOf: "2025-07-01T08:00:00Z",
            kind: "line" as const,
            points,
          }));
          for (const format of formats.filter((one) => one !== "csv")) {
            const read = shapesIn(`x.${format}`, shapesText(format, shapes));
            expect(read?.lines.map(({ points }) => points)).toEqual(lines);
            expect(read?.lines[0]?.name).toBe(shapes[0]?.name);
          }
          const plain = shapes.map((one, n) => ({ ...one, name: `${n}` }));
          expect(shapesIn("x.csv", shapesText("csv", plain))?.lines.map((one) => one.points)).toEqual(lines);
        },
      ),
    );
    const read = shapesIn(
      "x.json",
      JSON.stringify({
        type: "FeatureCollection",
        features: [
          { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [0, 0] } },
          {
            type: "Feature",
            properties: {},
            geometry: {
              type: "LineString",
              coordinates: [
                [0, 91],
                [1, 1],
              ],
            },
          },
          {
            type: "Feature",
            properties: {},
            geometry: {
              type: "LineString",
              coordinates: [
                [0, "1"],
                [1, 1],
              ],
            },
          },
          {
            type: "Feature",
            properties: {},
            geometry: {
              type: "Polygon",
              coordinates: [
                [
                  [0, 0],
                  [1, 0],
                  [1, 1],
                  [0, 0],
                ],
              ],
            },
          },
          { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: [[0, 0]] } },
        ],
      }),
    );
    expect(read?.rows.map(({ wrong }) => wrong)).toEqual([
      "not_a_shape",
      "out_of_range",
      "not_a_number",
      undefined,
      "too_few",
    ]);
    expect(read?.areas[0]?.ring.length).toBe(3);
    expect([shapesIn("x.json", "{"), shapesIn("x.kml", "<a/>"), shapesIn("x.csv", "a,b")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("[MP7] shows what an office reads, and swapped parties give swapped maps", () => {
    const world = World.opened();
    const coordinates = (dy: number) => [
      [[10, 20 + dy] as [number, number], [11, 20 + dy] as [number, number]],
    ];
    for (const [by, dy] of [
      ["party-a", 0],
      ["party-b", 0.1],
    ] as const)
      world.must({
        kind: "contact.claimed",
        by,
        room: "humanitarian",
        payload: {
          title: "Line",
          asOf: instantOf(world.now),
          pieces: coordinates(dy),
          source: ownRecord,
        },
      });
    const of = (office: Office) => mapLines(deskIn(world, office), undefined);
    expect(of("party-a").lines.map(({ teller }) => teller)).toEqual(["Northbank", "Southbank"]);
    expect(of("party-b").lines.map(({ teller }) => teller)).toEqual(["Southbank", "Northbank"]);
    expect(shownOf(of("operator")).disputed).toHaveLength(1);
    expect(of("public").lines).toEqual([]);
    const swapped = fold(swapParties(world.entriesFor("party-a")));
    const other = mapLines(deskOf(swapped, "party-b", world.now), undefined);
    const places = (all: ReturnType<typeof of>) =>
      writtenOf(all.lines.map(({ place, pieces, stands }) => ({ place, pieces, stands })));
    expect(places(other)).toBe(places(of("party-a")));
  });
});
