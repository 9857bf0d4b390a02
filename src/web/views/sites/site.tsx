import { useEffect } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  Facts,
  FormButton,
  Mark,
  Notice,
  OwedList,
  Page,
  Rows,
  Section,
  Sheet,
  ToRecord,
} from "../../design/index.ts";
import { nothingShown } from "../../map/shown.ts";
import { ReadMap } from "../map/read-map.tsx";
import { PassOnForm } from "./forms/pass-on.tsx";
import { ReportForm } from "./forms/report.tsx";
import { WithdrawForm } from "./forms/withdraw.tsx";
import type { SiteModel } from "./query.ts";

/** One site with its exact position. That it was opened is noted in its own room. */
export function SitePage({ id }: { readonly id: string }) {
  const { t, connection } = useDesk();
  const model = useQuery("sites.one", { id });
  const isRead = model !== undefined && model !== null;
  useEffect(() => {
    if (isRead) void connection.call("noteOpened", id);
  }, [connection, id, isRead]);
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={model.code}
      intro={
        <>
          <Link href="/sites">{t("sites.back")}</Link> · {t("sites.whose")}
        </>
      }
      actions={model.isOwn && <Doing model={model} />}
    >
      <Where model={model} />
      <ReadMap
        label={t("sites.map")}
        shown={{
          ...nothingShown,
          cells: [{ id: model.cell, label: "", ring: model.ring }],
          points: [{ id: model.id, label: model.code, kind: "site", at: model.at }],
        }}
      />
      <Wounded model={model} />
      <PassOn model={model} />
      {model.owed.length > 0 && (
        <Section title={t("sites.owed")}>
          <OwedList lines={model.owed} />
        </Section>
      )}
      <Opened model={model} />
    </Page>
  );
}

function Doing({ model }: { readonly model: SiteModel }) {
  const { t } = useDesk();
  return (
    <>
      <FormButton label={t("sites.do.withdraw")}>
        {(close) => <WithdrawForm model={model} onDone={close} />}
      </FormButton>
      <FormButton look="main" label={t("sites.do.update")}>
        {(close) => <ReportForm site={model} choices={model.choices} onDone={close} />}
      </FormButton>
    </>
  );
}

function Where({ model }: { readonly model: SiteModel }) {
  const { t } = useDesk();
  const { report, status, remains } = model;
  return (
    <Sheet>
      <Facts
        rows={[
          [t("sites.position"), t("sites.within", { position: model.position, metres: model.accuracy })],
          [t("sites.cell"), model.cell],
          ...(report.zone === undefined ? [] : [[t("field.site.reported.zone"), report.zone] as const]),
          [t("sites.ground"), model.ground],
          [t("sites.status"), <Mark key="status">{status.words}</Mark>],
          [t("sites.reported"), <Clock key="reported" at={model.reportedAt} />],
          [t("sites.until"), <Clock key="until" at={model.validUntil} />],
          [t("sites.remains"), remains === undefined ? "—" : `${remains.low}–${remains.high}`],
          [t("sites.hazards"), [...model.hazards, report.hazardWords].filter(Boolean).join(" · ") || "—"],
          [t("sites.access"), report.access ?? "—"],
          [t("sites.whose_column"), `${model.of} · ${t("sites.reported_by", { office: model.by })}`],
          [t("sites.in_record"), <ToRecord key="record" id={model.said.id} />],
        ]}
      />
    </Sheet>
  );
}

function Wounded({ model: { groups, code } }: { readonly model: SiteModel }) {
  const { t } = useDesk();
  if (groups.length === 0) return null;
  return (
    <Section title={t("sites.wounded")}>
      {groups.some(({ isAdverse }) => isAdverse) && <Notice>{t("sites.adverse")}</Notice>}
      <Rows
        label={t("sites.wounded_at", { code })}
        heads={[
          t("sites.precedence"),
          t("sites.carriage"),
          { number: t("sites.count") },
          t("sites.belongs"),
          t("sites.last_word"),
        ]}
      >
        <tbody>
          {groups.map((one) => (
            <tr key={`${one.precedence} ${one.carriage} ${one.whose} ${one.lastReport}`}>
              <th scope="row">{one.precedence}</th>
              <td>{one.carriage}</td>
              <td className={css.number}>{one.count}</td>
              <td>{one.whose}</td>
              <td>
                <Clock at={one.lastReport} />
              </td>
            </tr>
          ))}
        </tbody>
      </Rows>
    </Section>
  );
}

function PassOn({ model }: { readonly model: SiteModel }) {
  const { t } = useDesk();
  const { notice, noticeWords, noticeFrom } = model;
  return (
    <Section title={t("sites.pass_on")}>
      <p className={css.soft}>{t("sites.pass_on_words")}</p>
      {notice === undefined ? (
        <p>
          {noticeFrom === undefined ? t("sites.not_passed_on") : t("sites.passed_on_from")}{" "}
          {noticeFrom !== undefined && <Clock at={noticeFrom} />}
        </p>
      ) : (
        <div className={css.row}>
          <span>{noticeWords}</span>
          <FormButton label={t("sites.do.pass_on")}>
            {(close) => <PassOnForm notice={notice} onDone={close} />}
          </FormButton>
        </div>
      )}
    </Section>
  );
}

function Opened({ model: { opened } }: { readonly model: SiteModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("sites.opened")}>
      {opened.length === 0 && <Empty>{t("sites.opened_none")}</Empty>}
      <ul className={css.lines}>
        {opened.slice(0, 50).map(({ by, at }) => (
          <li key={`${by} ${at}`}>
            {by} · <Clock at={at} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
