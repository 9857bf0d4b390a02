import { bandBetween } from "../../map/disputed.ts";
import { nothingShown, type Shown } from "../../map/shown.ts";
import type { LineModel, MapModel } from "./query.ts";

/** What the map draws of the record: the standing lines, the band between those of the two sides, zones. */
export function shownOf({ lines, zones, cells }: MapModel): Shown {
  const standing = lines.filter(({ stands }) => stands);
  return {
    ...nothingShown,
    lines: standing.map(({ id, teller, place, pieces }) => ({ id, label: teller, place, pieces })),
    disputed: disputedOf(standing.filter(({ said }) => said.office.startsWith("party-"))),
    cells: cells.map(({ id, label, ring }) => ({ id, label, ring })),
    zones: zones.map(({ id, name, ring }) => ({ id, label: name, ring })),
  };
}

// Piece by piece where both tell as many, else as one.
function disputedOf([one, other]: readonly LineModel[]): Shown["disputed"] {
  if (!one || !other) return [];
  const pairs =
    one.pieces.length === other.pieces.length
      ? one.pieces.map((piece, n) => [piece, other.pieces[n] ?? []] as const)
      : [[one.pieces.flat(), other.pieces.flat()] as const];
  return pairs.flatMap(([mine, theirs], n) => {
    const ring = bandBetween(mine, theirs);
    return ring ? [{ id: `${n}`, label: "", ring }] : [];
  });
}
