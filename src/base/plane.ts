/** Where a plan's plane touches the earth: its x goes east and its y north, in metres, from here. */
export type Origin = readonly [lng: number, lat: number];

type Anchor = { readonly lon: number; readonly lat: number };

/** Where a case says that its plane lies. */
export function originOf(anchor: Anchor): Origin;
export function originOf(anchor: Anchor | undefined): Origin | undefined;
export function originOf(anchor: Anchor | undefined): Origin | undefined {
  return anchor && [anchor.lon, anchor.lat];
}

/** The middle of places in thousandths of a degree: it is no place of anybody. */
export function anchorAmong(places: readonly Origin[]): Anchor {
  const middle = (all: readonly number[]) => {
    const real = all.filter((one) => Number.isFinite(one));
    if (real.length === 0) return 0;
    return Math.round((1000 * (Math.min(...real) + Math.max(...real))) / 2) / 1000;
  };
  return { lon: middle(places.map(([lng]) => lng)), lat: middle(places.map(([, lat]) => lat)) };
}

const metresPerDegree = 111_320;

/** A place on the plane in whole metres. Within 100 km the error is below that of the road's detour. */
export function onPlane(
  [lng0, lat0]: Origin,
  [lng, lat]: Origin,
): { readonly x: number; readonly y: number } {
  return {
    x: Math.round((lng - lng0) * metresPerDegree * Math.cos((lat0 * Math.PI) / 180)),
    y: Math.round((lat - lat0) * metresPerDegree),
  };
}

export function onEarth([lng0, lat0]: Origin, { x, y }: { readonly x: number; readonly y: number }): Origin {
  return [lng0 + x / (metresPerDegree * Math.cos((lat0 * Math.PI) / 180)), lat0 + y / metresPerDegree];
}
