import { type Column, readTable, type Table } from "#sheets";
import type { LngLat } from "./mercator.ts";
import { elements, hasDocumentType, plainText } from "./xml-elements.ts";

/** One row of a file: what became of it, or why nothing did, by a code that stays. */
export type ShapeRow = {
  /** The line of a table; else the place among the file's shapes. */
  readonly row: number;
  readonly name: string;
  readonly kind: "line" | "area" | "none";
  readonly points: number;
  readonly wrong?:
    | "not_a_shape"
    | "too_few"
    | "out_of_range"
    | "swapped"
    | "not_a_number"
    | "has_hole"
    | "over_180";
};

export type Shapes = {
  readonly lines: readonly { readonly name: string; readonly points: readonly LngLat[] }[];
  readonly areas: readonly { readonly name: string; readonly ring: readonly LngLat[] }[];
  readonly rows: readonly ShapeRow[];
};

/** Why a file is not read at all, by a code that stays. */
export type FileFault = "unknown" | "too_large" | "packed" | "entities";

type Found = {
  readonly name: string;
  readonly kind: "line" | "area" | "none";
  readonly points: LngLat[];
  readonly hasHole?: boolean;
  readonly row?: number;
};

/** Far above every line of contact; a larger file is another one. */
const mostBytes = 20_000_000;

/**
 * Lines and areas out of GeoJSON (RFC 7946), KML 2.2 or CSV. A packed file, KMZ among them, is not unpacked: what it would become
 * nobody can see before.
 */
export async function shapesIn(
  name: string,
  bytes: Uint8Array,
): Promise<Shapes | { readonly fault: FileFault }> {
  if (bytes.length > mostBytes) return { fault: "too_large" };
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0x1f && bytes[1] === 0x8b))
    return { fault: "packed" };
  const text = new TextDecoder().decode(bytes);
  const start = text.trimStart()[0];
  if (start === "<" && hasDocumentType(text)) return { fault: "entities" };
  const found =
    start === "<"
      ? /<kml[\s>]/.test(text)
        ? kmlIn(text)
        : undefined
      : start === "{"
        ? geoJsonIn(text)
        : await csvIn(name, bytes);
  if (!found) return { fault: "unknown" };
  const judged = found.map((one, i) => ({ one, row: rowOf(one, one.row ?? i + 1) }));
  const good = (kind: string) =>
    judged.filter(({ row }) => row.kind === kind && row.wrong === undefined).map(({ one }) => one);
  return {
    lines: good("line").map((one) => ({ name: one.name, points: one.points.map(rounded) })),
    areas: good("area").map((one) => ({ name: one.name, ring: opened(one.points.map(rounded)) })),
    rows: judged.map(({ row }) => row),
  };
}

function rowOf({ name, kind, points, hasHole }: Found, row: number): ShapeRow {
  const common = { row, name, kind, points: points.length };
  const least = kind === "area" ? 4 : 2;
  if (kind === "none") return { ...common, wrong: "not_a_shape" };
  const wrong = points.map(wrongWith).find((one) => one !== undefined);
  if (wrong) return { ...common, wrong };
  if (points.length < least) return { ...common, wrong: "too_few" };
  if (hasHole) return { ...common, wrong: "has_hole" };
  const crosses = points.some(([lng], i) => Math.abs(lng - (points[i - 1]?.[0] ?? lng)) > 180);
  return crosses ? { ...common, wrong: "over_180" } : common;
}

// A latitude beyond the pole that would be a longitude: the two were written the other way round.
function wrongWith([lng, lat]: LngLat): ShapeRow["wrong"] {
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return "not_a_number";
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lng) <= 90) return "swapped";
  return Math.abs(lng) > 180 || Math.abs(lat) > 90 ? "out_of_range" : undefined;
}

function isPlace(point: LngLat): boolean {
  return wrongWith(point) === undefined;
}

// Five decimals are a metre.
function rounded([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

// A ring's last point is its first once more; the record leaves that out.
function opened(ring: readonly LngLat[]): readonly LngLat[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}

function geoJsonIn(text: string): readonly Found[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined; // another file was chosen
  }
  if (!isFields(read) || typeof read.type !== "string") return undefined;
  const features = Array.isArray(read.features) ? read.features : [read];
  return features.flatMap((one: unknown, i): Found[] => {
    const name = isFields(one) && isFields(one.properties) ? one.properties.name : undefined;
    const geometry = isFields(one) && one.type === "Feature" ? one.geometry : one;
    const words = typeof name === "string" ? name : `${i + 1}`;
    return geometriesIn(geometry).map((found) => ({ name: words, ...found }));
  });
}

const nothing = [{ kind: "none", points: [] }] as const satisfies readonly Omit<Found, "name">[];

// Collections in collections without end are no map.
function geometriesIn(geometry: unknown, depth = 0): readonly Omit<Found, "name">[] {
  if (!isFields(geometry)) return nothing;
  const { type, coordinates } = geometry;
  const parts = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  switch (type) {
    case "LineString":
      return [{ kind: "line", points: pointsIn(coordinates) }];
    case "MultiLineString":
      return parts(coordinates).map((one) => ({ kind: "line", points: pointsIn(one) }));
    case "Polygon":
      return [areaOf(parts(coordinates))];
    case "MultiPolygon":
      return parts(coordinates).map((one) => areaOf(parts(one)));
    case "GeometryCollection":
      return depth > 4 ? nothing : parts(geometry.geometries).flatMap((one) => geometriesIn(one, depth + 1));
    default:
      return nothing;
  }
}

function areaOf(rings: readonly unknown[]): Omit<Found, "name"> {
  return { kind: "area", points: pointsIn(rings[0]), hasHole: rings.length > 1 };
}

function pointsIn(value: unknown): LngLat[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: unknown): LngLat => {
    const [lng, lat]: readonly unknown[] = Array.isArray(one) ? one : [];
    return [typeof lng === "number" ? lng : Number.NaN, typeof lat === "number" ? lat : Number.NaN];
  });
}

function kmlIn(text: string): readonly Found[] {
  return [...elements(text, "Placemark")].flatMap(({ inner }, i): Found[] => {
    const [named] = elements(inner, "name");
    const name = (named && plainText(named.inner)) || `${i + 1}`;
    const lines = [...elements(inner, "LineString")].map((one) => ({
      name,
      kind: "line" as const,
      points: kmlPoints(one.inner),
    }));
    const areas = [...elements(inner, "Polygon")].map((one) => ({
      name,
      kind: "area" as const,
      points: kmlPoints(one.inner),
      hasHole: !elements(one.inner, "innerBoundaryIs").next().done,
    }));
    const all = [...lines, ...areas];
    return all.length > 0 ? all : [{ name, kind: "none", points: [] }];
  });
}

function kmlPoints(text: string): LngLat[] {
  const [coordinates] = elements(text, "coordinates");
  return (coordinates?.inner ?? "")
    .trim()
    .split(/\s+/)
    .filter((one) => one !== "")
    .map((one) => {
      const [lng = "", lat = ""] = one.split(",");
      return [numberIn(lng), numberIn(lat)];
    });
}

// Heads lat and lng, a name by which rows are of one line, and a kind where it is an area.
async function csvIn(name: string, bytes: Uint8Array): Promise<readonly Found[] | undefined> {
  let table: Table;
  try {
    table = await readTable(name, bytes);
  } catch {
    return undefined; // no rows under a heading
  }
  const column = (heads: RegExp) =>
    table.columns.find(({ heading }) => heads.test(heading.trim().toLowerCase()));
  const [lat, lng] = [column(/^lat/), column(/^(lng|lon)/)];
  const [named, kinds] = [column(/^(name|line|piece)/), column(/^kind/)];
  if (!lat || !lng) return undefined;
  const cell = (of: Column | undefined, row: number) => of?.values[of.cells[row] ?? 0]?.trim() ?? "";
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const byShape = Map.groupBy(rows, (row) => `${cell(kinds, row)} ${cell(named, row)}`);
  return [...byShape.values()].map((all): Found => {
    const points = all.map((row): LngLat => [numberIn(cell(lng, row)), numberIn(cell(lat, row))]);
    const wrong = points.findIndex((one) => !isPlace(one));
    const [first = 0] = all;
    const isArea = cell(kinds, first) === "area";
    return {
      name: cell(named, first) || "1",
      kind: isArea ? "area" : "line",
      points: isArea ? closed(points) : points,
      row: table.lines[all[Math.max(0, wrong)] ?? 0] ?? 0,
    };
  });
}

function closed(ring: LngLat[]): LngLat[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

function numberIn(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
