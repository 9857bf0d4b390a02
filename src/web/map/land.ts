/** The outline of land as Natural Earth draws it: polygons of longitude and latitude, nothing else. */
export type Land = {
  readonly type: "MultiPolygon";
  readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
};

/** As far as it is read: arcs that several polygons may share, in whole steps from a corner. */
export type LandTopology = {
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly objects: { readonly land: unknown };
};

/**
 * Land out of a topology of it: the object `land` alone is looked at, so that no border can come along. Hundredths of a
 * degree, about a kilometre; points that fall together are one. O(points).
 */
export function landOf({ arcs, transform, objects }: LandTopology): Land {
  const drawn = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): readonly [number, number] => {
      x += dx;
      y += dy;
      return [
        rounded(x * transform.scale[0] + transform.translate[0]),
        rounded(y * transform.scale[1] + transform.translate[1]),
      ];
    });
  });
  const ring = (indices: readonly number[]) =>
    indices
      .flatMap((index) => (index < 0 ? (drawn[~index] ?? []).toReversed() : (drawn[index] ?? [])))
      .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1]);
  const polygons = polygonsIn(objects.land).map((polygon) => polygon.map(ring));
  return {
    type: "MultiPolygon",
    coordinates: polygons
      .map((polygon) => polygon.filter((one) => one.length > 3))
      .filter((polygon) => polygon.length > 0),
  };
}

type Arcs = readonly (readonly number[])[];
type Geometry = { readonly type: string; readonly arcs?: unknown; readonly geometries?: readonly unknown[] };

function polygonsIn(given: unknown): readonly Arcs[] {
  const { type, arcs, geometries } = given as Geometry; // of the package's own file
  if (type === "GeometryCollection") return (geometries ?? []).flatMap(polygonsIn);
  if (type === "MultiPolygon") return arcs as readonly Arcs[]; // as TopoJSON has it
  if (type === "Polygon") return [arcs as Arcs]; // as TopoJSON has it
  throw new Error(`Land is of polygons, and this is a ${type}.`);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
