type Corner = readonly [number, number];

/** Zones laid out flat for a small drawing: north up, one scale in both directions, and a bar of a round length. */
export type LaidOut = {
  readonly width: number;
  readonly height: number;
  readonly rings: readonly (readonly Corner[])[];
  readonly middles: readonly Corner[];
  readonly scale: { readonly width: number; readonly metres: number };
};

const metresOfDegree = 111_320; // of latitude, on the mean meridian

/**
 * Undefined where there is nothing to draw. Corners as [lon, lat]; the drawing is `widest` units wide at most, and its
 * zones `highest` units high.
 */
export function layOut(
  rings: readonly (readonly Corner[])[],
  widest = 320,
  highest = 200,
): LaidOut | undefined {
  const all = rings.flat();
  if (all.length === 0) return undefined;
  const lons = all.map(([lon]) => lon);
  const lats = all.map(([, lat]) => lat);
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const across = Math.max((east - west) * narrow, 1e-6);
  const up = Math.max(north - south, 1e-6);
  const margin = 16;
  const room = widest - 2 * margin;
  const factor = Math.min(room / across, highest / up);
  const place = ([lon, lat]: Corner): Corner => [
    round(margin + (lon - west) * narrow * factor),
    round(margin + (north - lat) * factor),
  ];
  const placed = rings.map((ring) => ring.map(place));
  const width = round(Math.max(across * factor + 2 * margin, 120));
  return {
    width,
    height: round(up * factor + 2 * margin + 12),
    rings: placed,
    middles: placed.map(middle),
    scale: bar(factor / metresOfDegree, width / 2),
  };
}

// The longest round length that fits.
function bar(unitsOfMetre: number, most: number): LaidOut["scale"] {
  const longest = most / unitsOfMetre;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((n) => n * power).find((n) => n <= longest) ?? power;
  return { width: round(metres * unitsOfMetre), metres };
}

function middle(ring: readonly Corner[]): Corner {
  const sum = (at: 0 | 1) => ring.reduce((total, corner) => total + corner[at], 0) / ring.length;
  return [round(sum(0)), round(sum(1))];
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
