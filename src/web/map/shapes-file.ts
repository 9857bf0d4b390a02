import type { LngLat } from "./mercator.ts";

/** One row of a file: what became of it, or why nothing did. */
export type ShapeRow = {
  readonly row: number;
  readonly name: string;
  readonly kind: "line" | "area" | "none";
  readonly points: number;
  readonly wrong?: "not_a_shape" | "too_few" | "out_of_range" | "not_a_number";
};

export type Shapes = {
  readonly lines: readonly { readonly name: string; readonly points: readonly LngLat[] }[];
  readonly areas: readonly { readonly name: string; readonly ring: readonly LngLat[] }[];
  readonly rows: readonly ShapeRow[];
};

type Found = { readonly name: string; readonly kind: "line" | "area" | "none"; readonly points: LngLat[] };

/** Lines and areas out of GeoJSON (RFC 7946), KML 2.2 or CSV; undefined where the file is none of them. */
export function shapesIn(name: string, text: string): Shapes | undefined {
  const found = /\.kml$/i.test(name) ? kmlIn(text) : /\.csv$/i.test(name) ? csvIn(text) : geoJsonIn(text);
  if (!found) return undefined;
  const judged = found.map((one, i) => ({ one, row: rowOf(one, i + 1) }));
  const good = (kind: string) =>
    judged.filter(({ row }) => row.kind === kind && row.wrong === undefined).map(({ one }) => one);
  return {
    lines: good("line").map((one) => ({ name: one.name, points: one.points.map(rounded) })),
    areas: good("area").map((one) => ({ name: one.name, ring: opened(one.points.map(rounded)) })),
    rows: judged.map(({ row }) => row),
  };
}

function rowOf({ name, kind, points }: Found, row: number): ShapeRow {
  const common = { row, name, kind, points: points.length };
  const least = kind === "area" ? 4 : 2;
  if (kind === "none") return { ...common, wrong: "not_a_shape" };
  if (points.some((one) => one.some((degrees) => !Number.isFinite(degrees))))
    return { ...common, wrong: "not_a_number" };
  if (points.some(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > 90))
    return { ...common, wrong: "out_of_range" };
  return points.length < least ? { ...common, wrong: "too_few" } : common;
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

function geometriesIn(geometry: unknown): readonly Omit<Found, "name">[] {
  if (!isFields(geometry)) return [{ kind: "none", points: [] }];
  const { type, coordinates } = geometry;
  const parts = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  switch (type) {
    case "LineString":
      return [{ kind: "line", points: pointsIn(coordinates) }];
    case "MultiLineString":
      return parts(coordinates).map((one) => ({ kind: "line", points: pointsIn(one) }));
    case "Polygon":
      return [{ kind: "area", points: pointsIn(parts(coordinates)[0]) }];
    case "MultiPolygon":
      return parts(coordinates).map((one) => ({ kind: "area", points: pointsIn(parts(one)[0]) }));
    case "GeometryCollection":
      return parts(geometry.geometries).flatMap(geometriesIn);
    default:
      return [{ kind: "none", points: [] }];
  }
}

function pointsIn(value: unknown): LngLat[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: unknown): LngLat => {
    const [lng, lat]: readonly unknown[] = Array.isArray(one) ? one : [];
    return [typeof lng === "number" ? lng : Number.NaN, typeof lat === "number" ? lat : Number.NaN];
  });
}

// Placemarks are looked for by their tags: a page that trusts no text as a document reads them so.
function kmlIn(text: string): readonly Found[] | undefined {
  if (!/<kml[\s>]/.test(text)) return undefined;
  return [...text.matchAll(/<Placemark[\s>][\s\S]*?<\/Placemark>/g)].flatMap(([mark], i): Found[] => {
    const name = /<name>([\s\S]*?)<\/name>/.exec(mark)?.[1]?.trim() || `${i + 1}`;
    const read = (tag: string, kind: "line" | "area") =>
      [
        ...mark.matchAll(new RegExp(`<${tag}[\\s>][\\s\\S]*?<coordinates>([\\s\\S]*?)</coordinates>`, "g")),
      ].map(([, coordinates = ""]) => ({ name: plain(name), kind, points: kmlPoints(coordinates) }));
    const all = [...read("LineString", "line"), ...read("Polygon", "area")];
    return all.length > 0 ? all : [{ name: plain(name), kind: "none", points: [] }];
  });
}

function kmlPoints(text: string): LngLat[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((one) => one !== "")
    .map((one) => {
      const [lng = "", lat = ""] = one.split(",");
      return [numberIn(lng), numberIn(lat)];
    });
}

const marks: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function plain(text: string): string {
  return text
    .replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, "$1")
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, mark: string) => marks[mark] ?? "");
}

// Heads lat and lng, and a name by which rows are of one line.
function csvIn(text: string): readonly Found[] | undefined {
  const [head = "", ...rows] = text.split(/\r?\n/).filter((row) => row.trim() !== "");
  const mark = [";", "\t", ","].find((one) => head.includes(one)) ?? ",";
  const columns = head.split(mark).map((one) => one.trim().toLowerCase().replaceAll('"', ""));
  const lat = columns.findIndex((one) => /^lat/.test(one));
  const lng = columns.findIndex((one) => /^(lng|lon)/.test(one));
  const line = columns.findIndex((one) => /^(name|line|piece)/.test(one));
  if (lat < 0 || lng < 0) return undefined;
  const byLine = Map.groupBy(
    rows.map((row) => row.split(mark).map((one) => one.trim().replaceAll('"', ""))),
    (cells) => cells[line] ?? "1",
  );
  return [...byLine].map(([name, all]) => ({
    name,
    kind: "line",
    points: all.map((cells): LngLat => [numberIn(cells[lng] ?? ""), numberIn(cells[lat] ?? "")]),
  }));
}

function numberIn(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", "."));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
