import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Choose, css, Notice } from "../../design/index.ts";
import { GroundMap } from "../../map/map.tsx";
import { mapOfPlan } from "./map-of-plan.ts";
import type { Paper } from "./paper.ts";

const every = " every";

/** The ways of all teams on the map, or of one. */
export function Ways({ paper: { input, plan, origin } }: { readonly paper: Paper }) {
  const { t } = useDesk();
  const [team, setTeam] = useState(every);
  const moving = plan.teams.filter(({ stops }) => stops.length > 0);
  const shown = mapOfPlan(input.given, plan, origin ?? [0, 0]);
  return (
    <>
      {!origin && <Notice>{t("window.no_origin")}</Notice>}
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
      <GroundMap
        label={t("window.map")}
        shown={{ ...shown, routes: shown.routes.filter(({ id }) => team === every || id === team) }}
        isPlane={origin === undefined}
      />
    </>
  );
}
