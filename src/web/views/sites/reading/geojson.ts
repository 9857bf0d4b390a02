import type { FileSite } from "./row.ts";

/** Features of a GeoJSON file (RFC 7946); what is no point is kept as a row that says so. Undefined: it is no such file. */
export function sitesFromGeoJson(text: string): readonly FileSite[] | undefined {
  const file = parsed(text);
  if (!isObject(file)) return undefined;
  const features = file.type === "Feature" ? [file] : file.features;
  if (!Array.isArray(features)) return undefined;
  return features.map((feature: unknown, i) => ({ line: i + 1, fields: fieldsOf(feature) }));
}

export function sitesToGeoJson(rows: readonly ReadonlyMap<string, string>[]): string {
  const features = rows.map((row) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [Number(row.get("lon")), Number(row.get("lat"))] },
    properties: Object.fromEntries([...row].filter(([name]) => name !== "lon" && name !== "lat")),
  }));
  return `${JSON.stringify({ type: "FeatureCollection", features }, null, 1)}\n`;
}

function fieldsOf(feature: unknown): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
  for (const [name, value] of Object.entries(properties))
    if (value !== null && typeof value !== "object") fields.set(name.toLowerCase(), String(value));
  const geometry = isObject(feature) ? feature.geometry : undefined;
  const isPoint = isObject(geometry) && geometry.type === "Point" && Array.isArray(geometry.coordinates);
  if (!isPoint) {
    fields.set("not_a_point", isObject(geometry) ? String(geometry.type) : "");
    return fields;
  }
  const [lon, lat] = geometry.coordinates as readonly unknown[]; // an array, as was just seen
  return fields.set("lon", String(lon)).set("lat", String(lat));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
