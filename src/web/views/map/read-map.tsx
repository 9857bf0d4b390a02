import { useQuery } from "../../app/desk-context.tsx";
import type { Corners } from "../../map/corners.tsx";
import { GroundMap } from "../../map/map.tsx";
import { cornersOf, type Shown } from "../../map/shown.ts";
import { shownOf } from "./shown-of.ts";

/** Something of a page over the land, the lines of contact and the zones that this office reads; on its bare plane where nobody knows its place. */
export function ReadMap({
  label,
  shown,
  draw,
  isPlane = false,
}: {
  readonly label: string;
  readonly shown: Shown;
  readonly draw?: Corners;
  readonly isPlane?: boolean;
}) {
  const lines = useQuery("map.lines", undefined);
  const around = lines && !isPlane ? shownOf(lines) : undefined;
  const own = cornersOf(shown);
  return (
    <GroundMap
      label={label}
      shown={
        around
          ? {
              ...shown,
              lines: around.lines,
              disputed: around.disputed,
              zones: shown.zones.length > 0 ? shown.zones : around.zones,
            }
          : shown
      }
      {...(draw ? { draw } : {})}
      {...(own.length > 0 ? { look: own } : {})}
      isPlane={isPlane}
    />
  );
}
