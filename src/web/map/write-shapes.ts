import type { LngLat } from "./mercator.ts";

/** A line or an area as it leaves the page, with whose word it is and of when. */
export type Written = {
  readonly name: string;
  readonly teller: string;
  readonly asOf: string;
  readonly kind: "line" | "area";
  readonly points: readonly LngLat[];
};

export const formats = ["geojson", "csv", "kml"] as const;
export type Format = (typeof formats)[number];

export function shapesText(format: Format, shapes: readonly Written[]): string {
  if (format === "csv") return csvOf(shapes);
  return format === "kml" ? kmlOf(shapes) : geoJsonOf(shapes);
}

function geoJsonOf(shapes: readonly Written[]): string {
  const features = shapes.map(({ name, teller, asOf, kind, points }) => ({
    type: "Feature",
    properties: { name, teller, asOf },
    geometry:
      kind === "line"
        ? { type: "LineString", coordinates: points }
        : { type: "Polygon", coordinates: [closed(points)] },
  }));
  return `${JSON.stringify({ type: "FeatureCollection", features }, undefined, 1)}\n`;
}

function csvOf(shapes: readonly Written[]): string {
  const rows = shapes.flatMap(({ name, teller, asOf, kind, points }) =>
    points.map(([lng, lat]) => [name, teller, asOf, kind, String(lat), String(lng)].map(cell).join(",")),
  );
  return `${["name,teller,as_of,kind,lat,lng", ...rows].join("\r\n")}\r\n`;
}

/** A cell of CSV; one that a spreadsheet would take for a formula is kept a text. */
function cell(text: string): string {
  const held = /^[=+@\t]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(held) ? `"${held.replaceAll('"', '""')}"` : held;
}

function kmlOf(shapes: readonly Written[]): string {
  const marks = shapes.map(({ name, teller, asOf, kind, points }) => {
    const coordinates = (kind === "line" ? points : closed(points)).map((one) => one.join(",")).join(" ");
    const drawn =
      kind === "line"
        ? `<LineString><coordinates>${coordinates}</coordinates></LineString>`
        : `<Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
    return `<Placemark><name>${xml(name)}</name><description>${xml(`${teller}, ${asOf}`)}</description>${drawn}</Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${marks.join("\n")}\n</Document></kml>\n`;
}

function closed(ring: readonly LngLat[]): readonly LngLat[] {
  return ring[0] ? [...ring, ring[0]] : ring;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
