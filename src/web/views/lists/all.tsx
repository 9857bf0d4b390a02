import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Day, Empty, Mark, OwedList, Page, Rows, Section } from "../../design/index.ts";
import type { ListLine, RequestLine } from "./all-query.ts";
import own from "./lists.module.css";
import { RequestAnswer } from "./request-answer.tsx";
import { Rounds } from "./rounds.tsx";

/** All lists by their latest versions, the rounds in which lists are revealed at once, and what is missing on either. */
export function AllLists() {
  const { t } = useDesk();
  const model = useQuery("lists.all", undefined);
  return (
    <Page
      title={t("lists.title")}
      intro={t("lists.intro")}
      actions={model?.maySubmit && <Link href="/lists/new">{t("lists.new")}</Link>}
    >
      {model && (
        <>
          {model.lists.length === 0 ? <Empty>{t("lists.none")}</Empty> : <ListTable lists={model.lists} />}
          <Section title={t("lists.owed")}>
            <OwedList lines={model.owed} />
          </Section>
          <Rounds rounds={model.rounds} maySubmit={model.maySubmit} />
          {model.requests.length > 0 && <Requests requests={model.requests} />}
        </>
      )}
    </Page>
  );
}

function ListTable({ lists }: { readonly lists: readonly ListLine[] }) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("lists.title")}
      heads={[
        t("lists.column.list"),
        t("lists.column.lines"),
        t("lists.column.answers"),
        t("lists.column.due"),
        t("lists.column.signed"),
      ]}
    >
      <tbody>
        {lists.map((one) => (
          <tr key={one.id}>
            <th scope="row" className={own.title}>
              <Link href={`/lists/${one.id}`}>{one.title}</Link>
              <p className={css.small}>
                {one.by} · {one.kind}
                {one.versions > 1 && ` · ${t("lists.versions", { n: one.versions })}`}
              </p>
            </th>
            <td className={css.number}>{new Intl.NumberFormat(t.language).format(one.lines)}</td>
            <td>
              <Answers list={one} />
            </td>
            <td>
              {one.due && (
                <>
                  {one.due.dueDay && <Day date={one.due.dueDay} />}{" "}
                  {one.due.isOverdue && one.status === "open" && (
                    <Mark weight="attention">{t("home.overdue")}</Mark>
                  )}
                </>
              )}
            </td>
            <td>
              <Signatures list={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}

export function Answers({ list }: { readonly list: ListLine }) {
  const { t } = useDesk();
  return (
    <ul className={own.counts}>
      {list.answers.map(({ word, n }) => (
        <li key={word}>{t("lists.count", { word, n })}</li>
      ))}
    </ul>
  );
}

export function Signatures({ list }: { readonly list: ListLine }) {
  const { t } = useDesk();
  if (list.status !== "open")
    return <Mark weight={list.status === "frozen" ? "firm" : "plain"}>{list.statusWords}</Mark>;
  return (
    <ul className={own.counts}>
      {list.signatures.map(({ office, isSigned }) => (
        <li key={office}>
          {office}: {isSigned ? t("lists.signed") : t("lists.not_signed")}
        </li>
      ))}
    </ul>
  );
}

function Requests({ requests }: { readonly requests: readonly RequestLine[] }) {
  const { t } = useDesk();
  return (
    <Section title={t("lists.requests")}>
      <p className={css.small}>{t("lists.requests_how")}</p>
      <ul className={css.section}>
        {requests.map((one) => (
          <li key={one.id}>
            <strong>{one.by}</strong>:{" "}
            <Link href={`/lists/person/${one.list}/${one.line}`}>
              {t("list.record", { list: one.title, line: one.line })}
            </Link>{" "}
            · {one.answers.length > 0 ? one.answers.join(", ") : t("word.no_answer")}{" "}
            {one.mayAnswer && <RequestAnswer request={one} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
