import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Rows } from "../../design/index.ts";
import type { Unserved } from "./engine/protocol.ts";

/** Why somebody is left: what binds each team, and what it would take. */
export function UnservedList({ unserved }: { readonly unserved: readonly Unserved[] }) {
  const { t } = useDesk();
  const number = new Intl.NumberFormat(t.language, { maximumFractionDigits: 2 });
  if (unserved.length === 0) return <Empty>{t("window.unserved_none")}</Empty>;
  return (
    <Rows
      label={t("map.table", { title: t("window.unserved") })}
      heads={[
        t("window.col.site"),
        t("window.col.left"),
        t("window.col.because"),
        t("window.col.would_help"),
      ]}
    >
      <tbody>
        {unserved.map(({ site, kind, left, because, minutes, oneMoreTeam, displaces }) => (
          <tr key={`${site} ${kind}`}>
            <th scope="row">{site}</th>
            <td>{t(`window.left.${kind === "recovery" ? "bodies" : "persons"}`, { n: left })}</td>
            <td>
              {[...Map.groupBy(because, ({ reason }) => reason)].map(([reason, teams]) => (
                <div key={reason}>
                  {t(`window.because.${reason}`)}: {teams.map(({ team }) => team).join(", ")}
                </div>
              ))}
            </td>
            <td>
              <div>
                {minutes === null ? t("window.help.no_time") : t("window.help.minutes", { n: minutes })}
              </div>
              {oneMoreTeam && <div>{t("window.help.team")}</div>}
              {displaces && (
                <div className={css.small}>
                  {kind === "medical"
                    ? t("window.help.displaces", {
                        team: displaces.team,
                        site: displaces.site,
                        costs: number.format(displaces.costs / 1e6),
                      })
                    : t("window.help.instead", { team: displaces.team, site: displaces.site })}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}
