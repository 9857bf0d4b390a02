import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { GroundMap } from "../../map/map.tsx";
import { cornersOf, type Shown } from "../../map/shown.ts";
import { shownOf } from "../map/shown-of.ts";

/** A plan over the land, the lines of contact and the zones that this office reads; on its bare plane where nobody knows its place. */
export function PlanMap({ shown, isPlane = false }: { readonly shown: Shown; readonly isPlane?: boolean }) {
  const { t } = useDesk();
  const lines = useQuery("map.lines", undefined);
  const around = lines && !isPlane ? shownOf(lines) : undefined;
  return (
    <GroundMap
      label={t("window.map")}
      shown={around ? { ...around, cells: [], points: shown.points, routes: shown.routes } : shown}
      look={cornersOf(shown)}
      isPlane={isPlane}
    />
  );
}
