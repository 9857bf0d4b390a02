import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Empty, FormButton, Mark, Page, Rows } from "../../design/index.ts";
import { ReceiveForm } from "./forms/receive.tsx";
import type { WardModel, WardRow } from "./query.ts";
import own from "./reception.module.css";

/** Everybody in this reception's care, by what is due next. */
export function WardPage() {
  const { t } = useDesk();
  const model = useQuery("reception.ward", undefined);
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("reception.not_here")}</Empty>
      </Page>
    );
  return (
    <Page
      title={t("reception.title")}
      intro={model && <Intro model={model} />}
      actions={
        model && (
          <FormButton look="main" label={t("reception.do.receive")}>
            {(close) => <ReceiveForm model={model} onDone={close} />}
          </FormButton>
        )
      }
    >
      {model?.people.length === 0 && <Empty>{t("reception.none")}</Empty>}
      {model && model.people.length > 0 && <Ward people={model.people} />}
    </Page>
  );
}

function Intro({ model: { people, overdue } }: { readonly model: WardModel }) {
  const { t } = useDesk();
  return (
    <>
      {t("reception.intro", { n: people.length, overdue })} {t("reception.whose")}
    </>
  );
}

function Ward({ people }: { readonly people: readonly WardRow[] }) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("reception.ward_table")}
      heads={[
        t("reception.person_column"),
        t("reception.next_column"),
        t("reception.due_column"),
        t("reception.arrived_column"),
      ]}
      className={own.ward}
    >
      <tbody>
        {people.map((row) => (
          <WardLine key={row.id} row={row} />
        ))}
      </tbody>
    </Rows>
  );
}

function WardLine({
  row: { id, person, condition, received, next, more, later },
}: {
  readonly row: WardRow;
}) {
  const { t } = useDesk();
  return (
    <tr>
      <th scope="row">
        <Link href={`/reception/${id}`}>{t("reception.person", { n: person })}</Link>
      </th>
      <td>
        {next ? (
          <span className={own.word}>{next.word}</span>
        ) : (
          <span className={css.soft}>{t("reception.nothing_now")}</span>
        )}
        {more > 0 && <p className={css.small}>{t("reception.more", { n: more })}</p>}
      </td>
      <td>
        {next ? (
          <>
            {next.isOverdue && <Mark weight="attention">{t("home.overdue")}</Mark>} <Clock at={next.due} />
          </>
        ) : (
          later && (
            <>
              {t("reception.later", { step: later.word })} <Clock at={later.opens} />
            </>
          )
        )}
      </td>
      <td>
        <Clock at={received} />
        <p className={css.small}>{condition}</p>
      </td>
    </tr>
  );
}
