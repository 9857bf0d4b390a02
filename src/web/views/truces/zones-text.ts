type Corner = [number, number];

/**
 * The corners of one zone as a person types or pastes them: the GeoJSON of a polygon, or one corner on each line as
 * latitude, longitude. Undefined where it is neither. Corners as [lon, lat], the first not repeated at the end.
 */
export function cornersIn(text: string): Corner[] | undefined {
  const ring = text.trim().startsWith("{") ? ringOfGeoJson(text) : ringOfLines(text);
  if (!ring) return undefined;
  const [first, last] = [ring[0], ring.at(-1)];
  const open =
    first && last && ring.length > 3 && first[0] === last[0] && first[1] === last[1]
      ? ring.slice(0, -1)
      : ring;
  const isInside = ([lon, lat]: Corner) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return open.length >= 3 && open.length <= 500 && open.every(isInside) ? open : undefined;
}

/** As many corners as are read so far, on the way to a zone. */
export function cornersBegun(text: string): readonly Corner[] {
  return cornersIn(text) ?? ringOfLines(text) ?? [];
}

/** The same as lines: a person says latitude first. */
export function cornersText(ring: readonly (readonly [number, number])[]): string {
  return ring.map(([lon, lat]) => `${lat}, ${lon}`).join("\n");
}

function ringOfLines(text: string): Corner[] | undefined {
  const lines = text.split("\n").filter((one) => one.trim() !== "");
  const corners = lines.map((line): Corner | undefined => {
    const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d+)?)[\s,;]+(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(line) ?? [];
    return lat === undefined || lon === undefined ? undefined : [Number(lon), Number(lat)];
  });
  return corners.every((one) => one !== undefined) ? corners : undefined;
}

function ringOfGeoJson(text: string): Corner[] | undefined {
  try {
    return ringIn(JSON.parse(text));
  } catch {
    return undefined; // no JSON
  }
}

function ringIn(value: unknown): Corner[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, geometry, features, coordinates } = value as Record<string, unknown>; // any JSON object
  if (type === "FeatureCollection" && Array.isArray(features) && features.length === 1)
    return ringIn(features[0]);
  if (type === "Feature") return ringIn(geometry);
  if (type !== "Polygon" || !Array.isArray(coordinates) || coordinates.length !== 1) return undefined;
  const [outer]: unknown[] = coordinates;
  if (!Array.isArray(outer)) return undefined;
  const corners = outer.map((one: unknown): Corner | undefined => {
    if (!Array.isArray(one)) return undefined;
    const [lon, lat]: unknown[] = one;
    return typeof lon === "number" && typeof lat === "number" ? [lon, lat] : undefined;
  });
  return corners.every((one) => one !== undefined) ? corners : undefined;
}
