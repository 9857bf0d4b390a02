import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  FormButton,
  Mark,
  Page,
  Section,
  Unbroken,
  weightOf,
} from "../../design/index.ts";
import { nothingShown } from "../../map/shown.ts";
import { ReadMap } from "../map/read-map.tsx";
import { PlanForm } from "./forms/plan.tsx";
import { MissingList } from "./missing-list.tsx";
import own from "./missions.module.css";
import type { BoardModel, MissionLine } from "./query.ts";
import { SideWords } from "./side-words.tsx";

/** All missions by where they are; what is missing comes first. */
export function MissionBoard() {
  const { t } = useDesk();
  const model = useQuery("missions.all", undefined);
  return (
    <Page
      title={t("missions.title")}
      intro={t("missions.intro")}
      actions={
        model?.mayPlan && (
          <FormButton look="main" label={t("missions.do.plan")}>
            {(close) => <PlanForm choices={model.choices} onDone={() => close()} />}
          </FormButton>
        )
      }
    >
      {model && !model.reads && <Empty>{t("missions.not_here")}</Empty>}
      {model?.reads && <Board model={model} />}
    </Page>
  );
}

function Board({ model: { columns, areas } }: { readonly model: BoardModel }) {
  const { t } = useDesk();
  const isEmpty = columns.every(({ missions }) => missions.length === 0);
  const places = columns
    .filter(({ column }) => column !== "ended")
    .flatMap(({ missions }) => missions.flatMap((one) => one.places));
  return (
    <>
      {isEmpty && <Empty>{t("missions.none")}</Empty>}
      {columns.map(
        ({ column, missions }) =>
          missions.length > 0 && (
            <Section key={column} title={t(`missions.column.${column}`)}>
              <ul className={own.cards}>
                {missions.map((line) => (
                  <MissionCard key={line.id} line={line} />
                ))}
              </ul>
            </Section>
          ),
      )}
      {places.length > 0 && (
        <Section title={t("missions.map")}>
          <ReadMap label={t("missions.map")} shown={{ ...nothingShown, cells: places }} />
        </Section>
      )}
      {areas.length > 0 && (
        <Section title={t("missions.areas")}>
          <ul className={css.lines}>
            {areas.map(({ id, words, by, validUntil }) => (
              <li key={id}>
                {words} · {t("sites.reported_by", { office: by })} · {t("sites.until")}{" "}
                <Clock at={validUntil} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function MissionCard({ line }: { readonly line: MissionLine }) {
  const { t } = useDesk();
  const { status, radio, abortAt } = line;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h3>
          <Link href={`/missions/${line.id}`}>
            <Unbroken>{line.code}</Unbroken>
          </Link>
        </h3>
        <div className={css.row}>
          {line.isEmergency && <Mark weight="attention">{t("missions.emergency")}</Mark>}
          {line.isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
          <Mark weight={weightOf(status.code)}>{status.words}</Mark>
        </div>
      </div>
      {line.missing.length > 0 && <MissingList missing={line.missing} />}
      <p>
        {line.task} · <Unbroken>{line.cells.join(", ")}</Unbroken>
      </p>
      <p className={css.small}>
        {t("missions.starts")} <Clock at={line.startsAt} />
      </p>
      {abortAt !== undefined && (
        <p>
          <strong>{t("missions.abort_at")}</strong> <Clock at={abortAt} />
        </p>
      )}
      {radio && (
        <p>
          {radio.isMissed && <Mark weight="attention">{t("missions.radio_missed")}</Mark>}{" "}
          {t("missions.next_radio")} <Clock at={radio.at} />
        </p>
      )}
      <SideWords code={line.code} sides={line.sides} isShort />
    </li>
  );
}
