import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { Button, css } from "../../design/index.ts";
import type { TruceCase, TrucePlan } from "./engine/protocol.ts";
import { packOf } from "./pack.ts";

/** A file for each team that goes anywhere. */
export function Packs({ given, plan }: { readonly given: TruceCase; readonly plan: TrucePlan }) {
  const { t } = useDesk();
  return (
    <div className={css.row}>
      {plan.teams
        .filter(({ stops }) => stops.length > 0)
        .map((team) => (
          <Button
            key={team.team}
            onPress={() =>
              saveFile(`team-${team.team}.csv`, new Blob([packOf(given, team)], { type: "text/csv" }))
            }
          >
            {t("window.pack", { team: team.team })}
          </Button>
        ))}
    </div>
  );
}
