import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  Facts,
  Mark,
  Notice,
  Page,
  Rows,
  Section,
  Sheet,
  Unbroken,
  weightOf,
} from "../../design/index.ts";
import { PlacesMap } from "../sites/places-map.tsx";
import { Doing } from "./doing.tsx";
import { MissingList } from "./missing-list.tsx";
import type { MissionModel } from "./mission-query.ts";
import own from "./missions.module.css";
import { SideWords } from "./side-words.tsx";

/** One mission: what is missing, who said what, where its teams are, and its course. */
export function MissionPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("missions.one", { id });
  if (!model)
    return (
      <Page title={t("missions.title")}>
        <Empty>{t("missions.unread")}</Empty>
      </Page>
    );
  return (
    <div className={own.field}>
      <Page
        title={model.code}
        intro={
          <>
            <Link href="/missions">{t("missions.back")}</Link> · {model.task} ·{" "}
            <Unbroken>{model.cells.join(", ")}</Unbroken>
          </>
        }
        actions={
          <>
            {model.waiting > 0 && <Mark weight="waiting">{t("lineday.waiting", { n: model.waiting })}</Mark>}
            <Mark weight={weightOf(model.status.code)}>{model.status.words}</Mark>
          </>
        }
      >
        {model.refused > 0 && <Notice tone="refused" title={t("missions.refused", { n: model.refused })} />}
        {model.replacedBy && (
          <Notice tone="attention">
            <Link href={`/missions/${model.replacedBy}`}>{t("missions.replaced")}</Link>
          </Notice>
        )}
        {model.plan.replaces && (
          <p>
            <Link href={`/missions/${model.plan.replaces}`}>{t("missions.replaces")}</Link>
          </p>
        )}
        <Outcome model={model} />
        <Section title={t("missions.missing")}>
          {model.missing.length === 0 && <Empty>{t("missions.nothing_missing")}</Empty>}
          <MissingList missing={model.missing} />
          <p className={css.soft}>{t("missions.decision_alone")}</p>
        </Section>
        <Doing model={model} />
        <Teams model={model} />
        <Section title={t("missions.map")}>
          <PlacesMap
            label={t("missions.map")}
            cells={model.places}
            sites={[...new Set(model.details.flatMap(({ sites }) => sites.map(({ id }) => id)))]}
          />
        </Section>
        <Section title={t("missions.sides")}>
          <SideWords code={model.code} sides={model.sides} />
          <p className={css.soft}>{t("missions.no_permission")}</p>
          <Hazards model={model} />
        </Section>
        <Details model={model} />
        <Course model={model} />
      </Page>
    </div>
  );
}

function Outcome({ model: { outcome, status } }: { readonly model: MissionModel }) {
  const { t } = useDesk();
  if (!outcome) return null;
  return (
    <Notice tone={status.code === "closed" ? "plain" : "attention"} title={outcome.words}>
      {outcome.why && <p>{outcome.why}</p>}
      {outcome.left && (
        <p>
          {t("missions.left")}: {outcome.left}
        </p>
      )}
    </Notice>
  );
}

function Teams({ model }: { readonly model: MissionModel }) {
  const { t } = useDesk();
  const { radio } = model;
  return (
    <Section title={t("missions.teams")}>
      <p>
        {t("missions.starts")} <Clock at={model.startsAt} /> · {t("missions.ends")}{" "}
        <Clock at={model.endsAt} />
      </p>
      {radio && (
        <p>
          {radio.isMissed && <Mark weight="attention">{t("missions.radio_missed")}</Mark>}{" "}
          {t("missions.next_radio")} <Clock at={radio.at} />
        </p>
      )}
      <Rows
        label={t("missions.teams_of", { code: model.code })}
        heads={[t("missions.team"), t("missions.step"), t("missions.heard"), t("missions.abort_at")]}
      >
        <tbody>
          {model.teams.map((one) => (
            <tr key={one.team}>
              <th scope="row">
                {one.team}
                <p className={css.small}>
                  {one.type} · {t("missions.team_size", { vehicles: one.vehicles, crew: one.crew })}
                </p>
              </th>
              <td>{one.step ?? t("missions.not_left")}</td>
              <td>{one.heardAt === undefined ? "—" : <Clock at={one.heardAt} />}</td>
              <td>
                <Clock at={one.abortAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </Rows>
    </Section>
  );
}

function Hazards({ model: { hazard } }: { readonly model: MissionModel }) {
  const { t } = useDesk();
  return (
    <>
      <h3>{t("missions.hazards")}</h3>
      {hazard.length === 0 && <Empty>{t("missions.no_hazard_word")}</Empty>}
      <ul className={css.lines}>
        {hazard.map(({ by, state }) => (
          <li key={by}>
            {by}: <Mark weight={state.code === "cleared" ? "firm" : "plain"}>{state.words}</Mark>
          </li>
        ))}
      </ul>
    </>
  );
}

function Details({ model: { details } }: { readonly model: MissionModel }) {
  const { t } = useDesk();
  if (details.length === 0) return null;
  const earlier = details.filter(({ stands }) => !stands);
  return (
    <Section title={t("missions.details")}>
      <p className={css.soft}>{t("missions.details_words")}</p>
      <DetailSheets details={details.filter(({ stands }) => stands)} />
      {earlier.length > 0 && (
        <details>
          <summary>{t("missions.details_earlier", { n: earlier.length })}</summary>
          <DetailSheets details={earlier} />
        </details>
      )}
    </Section>
  );
}

function DetailSheets({ details }: Pick<MissionModel, "details">) {
  const { t } = useDesk();
  return (
    <>
      {details.map(({ id, of, payload, sites, vehicles, points }) => (
        <Sheet key={id}>
          <h3>{of}</h3>
          <Facts
            rows={[
              [
                t("missions.sites"),
                <span key="sites" className={css.row}>
                  {sites.map((one) => (
                    <Link key={one.id} href={`/sites/${one.id}`}>
                      {one.code}
                    </Link>
                  ))}
                </span>,
              ],
              [t("missions.route"), payload.routeWords],
              ...(points === "" ? [] : [[t("missions.form.points"), points.replaceAll("\n", "; ")] as const]),
              ...(payload.alternate === undefined
                ? []
                : [[t("field.alternate"), payload.alternate] as const]),
              [t("missions.vehicles"), vehicles.join("; ") || "—"],
              [t("missions.phones"), payload.phones.join("; ") || "—"],
              [t("missions.radio"), payload.radio ?? "—"],
              [t("missions.receiving"), payload.receiving],
            ]}
          />
        </Sheet>
      ))}
    </>
  );
}

function Course({ model: { course } }: { readonly model: MissionModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("missions.course")}>
      {course.length === 0 && <Empty>{t("missions.course_none")}</Empty>}
      <ol className={own.course}>
        {course.map(({ id, at, words, isWaiting }) => (
          <li key={id}>
            <Clock at={at} />
            <span>
              {words} {isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
