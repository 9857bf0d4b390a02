import { useDesk, useProcess } from "../../app/desk-context.tsx";
import { Rows } from "../../design/index.ts";
import type { TruceCase, TrucePlan } from "./engine/protocol.ts";
import { servedOf } from "./levels.tsx";

/** Whose people are reached, side by side: neither is added to the other. */
export function BySide({ given, plan }: { readonly given: TruceCase; readonly plan: TrucePlan }) {
  const { t } = useDesk();
  const { parties, names } = useProcess();
  return (
    <Rows
      label={t("window.by_side")}
      heads={[t("window.col.side"), t("window.col.persons"), t("window.col.bodies")]}
    >
      <tbody>
        {parties.map((party) => {
          const { persons, remains } = servedOf(given, plan, party === "party-a" ? "a" : "b");
          return (
            <tr key={party}>
              <th scope="row">{names[party]}</th>
              <td>{t("window.taken_of", persons)}</td>
              <td>{t("window.taken_of", remains)}</td>
            </tr>
          );
        })}
      </tbody>
    </Rows>
  );
}
