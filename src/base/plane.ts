/** Where a plan's plane touches the earth: its x goes east and its y north, in metres, from here. */
export type Origin = readonly [lng: number, lat: number];

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
