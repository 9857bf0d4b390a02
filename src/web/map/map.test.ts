import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onEarth, onPlane } from "#base";
import { fold, type Office } from "#record";
import { instantOf, ownRecord, swapParties, World, written as writtenOf } from "#record/testing";
import { deskIn, deskOf } from "../testing/index.ts";
import { mapLines } from "../views/map/query.ts";
import { shownOf } from "../views/map/shown-of.ts";
import { sitesFromKml } from "../views/sites/reading/kml.ts";
import { printPlace, scaleBar } from "./coordinates.ts";
import { cornersBy } from "./corners.tsx";
import { bandBetween } from "./disputed.ts";
import { type LandTopology, landOf } from "./land.ts";
import { type Camera, fitted, type LngLat, moved, project, unproject } from "./mercator.ts";
import { linePatterns } from "./patterns.tsx";
import { type Shapes, shapesIn } from "./shapes-file.ts";
import { thinned } from "./thinned.ts";
import { formats, shapesText } from "./write-shapes.ts";

const size = { width: 800, height: 500 };
const lngLat = fc.tuple(
  fc.integer({ min: -170_00000, max: 170_00000 }).map((one) => one / 1e5),
  fc.integer({ min: -80_00000, max: 80_00000 }).map((one) => one / 1e5),
) as fc.Arbitrary<LngLat>;

async function shapesOf(text: string, name: string): Promise<Shapes> {
  const read = await shapesIn(name, new TextEncoder().encode(text));
  if ("fault" in read) throw new Error(read.fault);
  return read;
}

function nested(depth: number): object {
  return depth === 0
    ? {
        type: "LineString",
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      }
    : { type: "GeometryCollection", geometries: [nested(depth - 1)] };
}

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
    expect(printPlace([37.66833, -48.20583])).toBe("48°12.35′S\u00a037°40.10′E");
    expect(printPlace([0.99999999, 0])).toBe("0°00.00′\u00a01°00.00′E");
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

  it("[MP6] what is written out reads back the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(lngLat, { minLength: 3, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
        async (rings) => {
          const apart = rings.map((ring) =>
            ring.map(([lng, lat]): LngLat => [Math.round(lng * 5e4) / 1e5 + 0, lat]),
          ); // none crosses 180°
          const shapes = apart.flatMap((points, n) =>
            (["line", "area"] as const).map((kind) => ({
              name: `${kind}, <${n}> & "more"`,
              teller: "One",
              asOf: "2025-07-01T08:00:00Z",
              kind,
              points,
            })),
          );
          const isOpen = (ring: readonly LngLat[]) => ring[0]?.join() !== ring.at(-1)?.join();
          fc.pre(apart.every(isOpen));
          for (const format of formats) {
            const read = await shapesOf(shapesText(format, shapes), `x.${format}`);
            expect(read.lines).toEqual(
              shapes.filter(({ kind }) => kind === "line").map(({ name, points }) => ({ name, points })),
            );
            expect(read.areas).toEqual(
              shapes
                .filter(({ kind }) => kind === "area")
                .map(({ name, points }) => ({ name, ring: points })),
            );
          }
        },
      ),
    );
  });

  it("[MP6] a file tells of each row what became of it, by a code", async () => {
    const square = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const feature = (type: string, coordinates: unknown) => ({
      type: "Feature",
      properties: {},
      geometry: { type, coordinates },
    });
    const line = (...coordinates: unknown[]) => feature("LineString", coordinates);
    const features = [
      feature("Point", [0, 0]),
      line([0, 191], [1, 1]),
      line([0, "1"], [1, 1]),
      feature("Polygon", [square]),
      line([0, 0]),
      line([48.1, 137.9], [48.2, 137.8]), // latitude first
      feature("Polygon", [square, square]),
      line([179, 1], [-179, 1]),
      line([1e308, null], [1, 1]),
      feature("LineString", "x"),
      { type: "Feature", geometry: nested(40) },
    ];
    const read = await shapesOf(JSON.stringify({ type: "FeatureCollection", features }), "x.json");
    expect(read.rows.map(({ wrong }) => wrong)).toEqual([
      "not_a_shape",
      "out_of_range",
      "not_a_number",
      undefined,
      "too_few",
      "swapped",
      "has_hole",
      "over_180",
      "not_a_number",
      "too_few",
      "not_a_shape",
    ]);
    expect(read.areas[0]?.ring.length).toBe(3);
    const table = await shapesOf('name;lat;lng\n"A; b";1,5;2\n"A; b";NaN;3\nB;1;2\nB;2;3\n', "x.csv");
    expect(table.lines).toEqual([
      {
        name: "B",
        points: [
          [2, 1],
          [3, 2],
        ],
      },
    ]);
    expect(table.rows[0]).toMatchObject({ row: 3, name: "A; b", wrong: "not_a_number" });
  });

  it("[MP8] a file that is packed, too large, or brings entities is not read; none takes long", async () => {
    const fault = async (bytes: Uint8Array | string, name = "x") => {
      const read = await shapesIn(name, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
      return "fault" in read ? read.fault : "read";
    };
    const kml = (inner: string) =>
      `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;
    expect(await fault(new Uint8Array([0x50, 0x4b, 3, 4]), "x.kmz")).toBe("packed");
    expect(await fault(new Uint8Array([0x50, 0x4b, 3, 4]), "x.csv")).toBe("packed");
    expect(await fault(gzipSync("lat,lng\n1,2\n"), "x.csv")).toBe("packed");
    expect(await fault(new Uint8Array(20_000_001))).toBe("too_large");
    const bomb = `<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`;
    expect(await fault(`<?xml version="1.0"?>${bomb}${kml("<Placemark><name>&b;</name></Placemark>")}`)).toBe(
      "entities",
    );
    for (const text of ["{", "<a/>", "a,b", "", "[]", "null", "lat,lng"])
      expect(await fault(text)).toBe("unknown");
    const external = await shapesOf(
      kml("<Placemark><name>&x; &amp; <![CDATA[<b>]]></name></Placemark>"),
      "x.kml",
    );
    expect(external.rows).toEqual([
      { row: 1, name: "&x; & <b>", kind: "none", points: 0, wrong: "not_a_shape" },
    ]);
    const before = process.cpuUsage().user;
    for (const open of [
      "<Placemark>",
      "<Placemark><LineString>",
      "<Placemark ",
      "<Placemark><name>",
      "<Placemark/>",
    ])
      await fault(kml(open.repeat(100_000)));
    for (const open of ["[", '{"type":"GeometryCollection","geometries":['])
      await fault(`{"type":"x","features":${open.repeat(100_000)}`);
    expect(sitesFromKml(kml("<Placemark>".repeat(100_000)))?.length).toBe(1);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(20);
  });

  it("[MP9] a line of more points than the record takes is thinned, and says how far it moved at most", () => {
    const wave = Array.from({ length: 60_000 }, (_, n): LngLat => [n / 6_000, Math.sin(n / 500) / 10]);
    const { lines, metres } = thinned([wave, wave.slice(0, 2)], 2_000);
    const [line = []] = lines;
    expect(lines.flat().length).toBeLessThanOrEqual(2_000);
    expect([line[0], line.at(-1)]).toEqual([wave[0], wave.at(-1)]);
    const on = new Set(line);
    expect(line.every((one) => wave.includes(one))).toBe(true);
    let stretch = 0;
    for (const [n, point] of wave.entries()) {
      if (on.has(point)) stretch = line.indexOf(point);
      if (n % 97 > 0) continue;
      const [from, to] = [line[stretch] ?? point, line[stretch + 1] ?? point];
      const share = to[0] === from[0] ? 0 : (point[0] - from[0]) / (to[0] - from[0]);
      expect(Math.abs(from[1] + share * (to[1] - from[1]) - point[1]) * 111_320).toBeLessThanOrEqual(
        metres * 1.5,
      );
    }
    expect(thinned([wave.slice(0, 9)], 2_000)).toEqual({ lines: [wave.slice(0, 9)], metres: 0 });
  });

  it("[MP10] an area is drawn corner by corner, by hand and by keys, and a corner is carried", () => {
    const [camera, at] = [
      { lng: 30, lat: 45, zoom: 8 },
      { width: 600, height: 400 },
    ];
    let ring: readonly LngLat[] = [];
    const by = () => cornersBy({ ring, onChange: (next) => (ring = next) }, camera, at);
    by().onPress([100, 100]);
    by().onPress([400, 120]);
    expect(by().onKey("Enter")).toBe(true);
    expect(ring.at(-1)).toEqual([30, 45]);
    const [x, y] = project(camera, at, ring[0] ?? [0, 0]);
    expect([Math.round(x), Math.round(y)]).toEqual([100, 100]);
    expect([by().cornerAt([105, 98]), by().cornerAt([200, 200])]).toEqual([0, undefined]);
    by().onCarry(0, [150, 160]);
    expect(project(camera, at, ring[0] ?? [0, 0]).map(Math.round)).toEqual([150, 160]);
    by().onKey("Backspace");
    expect(ring.length).toBe(2);
    expect(by().onKey("x")).toBe(false);
    for (const degrees of ring.flat()) expect(Math.round(degrees * 1e5) / 1e5).toBe(degrees);
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
