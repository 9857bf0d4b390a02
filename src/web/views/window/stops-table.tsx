import { useDesk } from "../../app/desk-context.tsx";
import { css, Rows } from "../../design/index.ts";
import { useClocks } from "./clocks.ts";
import type { PlannedTeam, TruceCase } from "./engine/protocol.ts";
import own from "./window.module.css";

/** The same as the drawing says, stop by stop. */
export function StopsTable({
  given,
  teams,
}: {
  readonly given: Pick<TruceCase, "window">;
  readonly teams: readonly (Pick<PlannedTeam, "team" | "stops"> & {
    readonly abort: readonly Pick<PlannedTeam["abort"][number], "place" | "leave" | "last">[];
  })[];
}) {
  const { t } = useDesk();
  const clocks = useClocks(given.window.from);
  const at = (minute: number) => (
    <span className={own.hours}>
      {clocks.map(({ zone, name, day, hour }) => (
        <span key={zone}>
          {day(minute)} {hour(minute)} <span className={own.clockName}>{name}</span>
        </span>
      ))}
    </span>
  );
  return (
    <>
      <p className={css.small}>
        {t("window.stops.clocks", { clocks: clocks.map(({ name }) => name).join(" · ") })}
      </p>
      <Rows
        label={t("window.stops")}
        heads={[
          t("window.col.team"),
          t("window.col.place"),
          t("window.col.arrive"),
          t("window.col.leave"),
          t("window.col.persons"),
          t("window.col.bodies"),
          t("window.col.last"),
        ]}
      >
        <tbody>
          {teams.flatMap(({ team, stops, abort }) =>
            stops.map((stop, n) => {
              const last = abort.find(({ place, leave }) => place === stop.place && leave === stop.leave);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a team may come to a place twice
                <tr key={`${team} ${n}`}>
                  <th scope="row">{team}</th>
                  <td>
                    {stop.place} <span className={css.small}>{t(`window.place.${stop.kind}`)}</span>
                  </td>
                  <td>{at(stop.start)}</td>
                  <td>{at(stop.leave)}</td>
                  <td>{stop.persons.map(({ group, count }) => `${group} × ${count}`).join(", ")}</td>
                  <td>{stop.bodies.map(({ site, count }) => `${site} × ${count}`).join(", ")}</td>
                  <td>{last && at(last.last)}</td>
                </tr>
              );
            }),
          )}
        </tbody>
      </Rows>
    </>
  );
}
