import { type ReactNode, useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Button,
  Choose,
  Clock,
  css,
  Empty,
  Field,
  Mark,
  Moment,
  OneOf,
  Page,
  Section,
  weightOf,
} from "../../design/index.ts";
import { Drafts, Unfinished } from "./drafts.tsx";
import { type Filter, filtered } from "./filter.ts";
import own from "./proposals.module.css";
import { Stances } from "./stances.tsx";
import type { LineageRow, ProposalsModel } from "./table-query.ts";
import { Truces } from "./truces.tsx";

const step = 50;

/** Everything on the table, what this office drafts for itself, and truce texts and declarations. */
export function TablePage() {
  const { t, desk } = useDesk();
  const model = useQuery("proposals.table", undefined);
  const maySign = desk.phase === "open" && desk.canSign;
  return (
    <Page
      title={t("shell.nav.proposals")}
      intro={t("proposals.intro")}
      actions={
        maySign &&
        (model?.mayTable || model?.ownRoom) && (
          <Link className={`${css.button} ${own.action}`} href="/proposals/new">
            {t("proposals.write_new")}
          </Link>
        )
      }
    >
      {model && (
        <>
          <Unfinished />
          <OnTheTable model={model} />
          {model.ownRoom && <Drafts model={model} maySign={maySign} />}
          {(model.truces.length > 0 || model.declarations.length > 0) && <Truces model={model} />}
        </>
      )}
    </Page>
  );
}

function OnTheTable({ model }: { readonly model: ProposalsModel }) {
  const { t } = useDesk();
  const [filter, setFilter] = useState<Filter>({ show: "all", author: "", text: "" });
  const [most, setMost] = useState(step);
  const rows = filtered(model.rows, filter, t.language);
  const count = (show: Filter["show"]) => filtered(model.rows, { ...filter, show }, t.language).length;
  const set = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  return (
    <Section title={t("proposals.on_table")}>
      {model.rows.length > 0 && (
        <search className={own.filters}>
          <OneOf
            label={t("proposals.show")}
            value={filter.show}
            choices={(["all", "open", "settled"] as const).map((show) => ({
              value: show,
              label: t(`proposals.show_${show}`, { n: count(show) }),
            }))}
            onChange={(show) => set({ show })}
          />
          <Choose
            label={t("proposals.column.author")}
            value={filter.author === "" ? "all" : filter.author}
            choices={[
              { value: "all", label: t("proposals.any_author") },
              ...model.authors.map(({ office, name }) => ({ value: office as string, label: name })),
            ]}
            onChange={(author) => set({ author: author === "all" ? "" : author })}
          />
          <Field label={t("proposals.search")} value={filter.text} onChange={(text) => set({ text })} />
        </search>
      )}
      {rows.length === 0 ? (
        <Empty>{t(model.rows.length === 0 ? "show.nothing" : "proposals.none_found")}</Empty>
      ) : (
        <table className={`${css.table} ${own.reflow} ${own.proposals}`} aria-label={t("proposals.on_table")}>
          <thead>
            <tr>
              <th scope="col">{t("proposals.column.proposal")}</th>
              <th scope="col">{t("proposals.column.author")}</th>
              <th scope="col">{t("proposals.column.said")}</th>
              <th scope="col">{t("proposals.column.status")}</th>
              <th scope="col">{t("proposals.column.answers")}</th>
              <th scope="col">{t("proposals.column.missing")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <LineageLine key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > most && (
        <div className={css.row}>
          <Button onPress={() => setMost(most + step)}>
            {t("proposals.more", { n: rows.length - most })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function LineageLine({ row }: { readonly row: LineageRow }) {
  const { t } = useDesk();
  return (
    <tr>
      <th scope="row">
        <Link href={`/proposals/${row.id}`}>{row.title}</Link>
        {row.isOurs && (
          <span className={own.more}>
            <Mark weight="firm">{t("home.ours")}</Mark>
          </span>
        )}
        {row.earlier.length > 0 && (
          <details className={own.fold}>
            <summary>{t("proposals.earlier_texts", { n: row.earlier.length })}</summary>
            <ul className={own.lines}>
              {row.earlier.map((one) => (
                <li key={one.id}>
                  <Link href={`/proposals/${one.id}`}>{one.title}</Link>
                  <span className={own.more}>
                    <Clock at={one.said} />
                  </span>
                  <Stances answers={one.answers} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <td data-label={t("proposals.column.author")}>{row.author.name}</td>
      <td data-label={t("proposals.column.said")} className={own.when}>
        <Clock at={row.said} />
      </td>
      <td data-label={t("proposals.column.status")}>
        <Mark weight={weightOf(row.status)}>{row.statusWord}</Mark>
        {row.lapses && row.isOpen && (
          <span className={own.more}>
            {t("proposals.lapses")} <Moment when={row.lapses} />
          </span>
        )}
      </td>
      <td data-label={t("proposals.column.answers")}>
        <Stances answers={row.answers} />
      </td>
      <td data-label={t("proposals.column.missing")}>
        <MissingCell row={row} />
      </td>
    </tr>
  );
}

const inSight = 2;

function MissingCell({ row }: { readonly row: LineageRow }) {
  const { t } = useDesk();
  const { missing, withoutYes } = row;
  if (missing.length === 0)
    return (
      <span className={css.soft}>
        {withoutYes.length === 0
          ? t("proposals.nothing_missing")
          : t("proposals.a_yes", { names: withoutYes.join(", ") })}
      </span>
    );
  const line = ({ what, offices, isOverdue }: LineageRow["missing"][number]): ReactNode => (
    <li key={what + offices.join()}>
      {offices.join(", ")}: {what} {isOverdue && <Mark weight="attention">{t("home.overdue")}</Mark>}
    </li>
  );
  const rest = missing.slice(inSight);
  return (
    <>
      <ul className={own.stances}>{missing.slice(0, inSight).map(line)}</ul>
      {rest.length > 0 && (
        <details className={own.fold}>
          <summary>{t("proposals.more", { n: rest.length })}</summary>
          <ul className={own.stances}>{rest.map(line)}</ul>
        </details>
      )}
    </>
  );
}
