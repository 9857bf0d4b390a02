import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Choose, css, Notice } from "../../design/index.ts";
import { ReadMap } from "../map/read-map.tsx";
import type { TruceCase, TrucePlan } from "./engine/protocol.ts";
import { mapOfPlan } from "./map-of-plan.ts";

const every = " every";

/** The ways of all teams on the map, or of one. */
export function Ways({ given, plan }: { readonly given: TruceCase; readonly plan: TrucePlan }) {
  const { t } = useDesk();
  const [team, setTeam] = useState(every);
  const moving = plan.teams.filter(({ stops }) => stops.length > 0);
  const isPlane = given.anchor === undefined;
  const shown = mapOfPlan(given, plan);
  return (
    <>
      {isPlane && <Notice>{t("window.no_origin")}</Notice>}
      <div className={css.row}>
        <Choose
          label={t("window.map.which")}
          value={team}
          choices={[
            { value: every, label: t("window.map.every") },
            ...moving.map((one) => ({ value: one.team, label: one.team })),
          ]}
          onChange={setTeam}
        />
      </div>
      <ReadMap
        label={t("window.map")}
        shown={{ ...shown, routes: shown.routes.filter(({ id }) => team === every || id === team) }}
        isPlane={isPlane}
      />
    </>
  );
}
