import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css } from "../../design/index.ts";
import { nothingShown, type Shown } from "../../map/shown.ts";
import { ReadMap } from "../map/read-map.tsx";

/** Places by their cells; where exactly they are only when somebody opens them, and that is noted in their rooms. */
export function PlacesMap({
  label,
  cells,
  sites,
}: {
  readonly label: string;
  readonly cells: Shown["cells"];
  readonly sites: readonly string[];
}) {
  const { t, connection } = useDesk();
  const [points, setPoints] = useState<Shown["points"]>([]);
  return (
    <>
      {sites.length > 0 && points.length === 0 && (
        <div className={css.row}>
          <Button onPress={() => void connection.call("openPlaces", sites).then(setPoints)}>
            {t("sites.do.places", { n: sites.length })}
          </Button>
          <span className={css.small}>{t("sites.places_words")}</span>
        </div>
      )}
      <ReadMap
        label={label}
        shown={{
          ...nothingShown,
          cells: points.length === 0 ? cells : cells.map((one) => ({ ...one, label: "" })),
          points,
        }}
      />
    </>
  );
}
