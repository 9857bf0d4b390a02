import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Facts, FormButton, Moment, SaidLine, Section } from "../../design/index.ts";
import { AgendaForm } from "./forms/agenda.tsx";
import { OpenForm } from "./forms/open.tsx";
import type { RoundModel } from "./round-query.ts";
import own from "./talks.module.css";

/** What was to be spoken about, how the round began, and what went before and beside it. */
export function Course({ round }: { readonly round: RoundModel }) {
  const { t } = useDesk();
  const { id, may } = round;
  return (
    <Section
      title={t("talks.course")}
      actions={
        <>
          {may.setAgenda && (
            <FormButton label={t("talks.do.agenda")}>
              {(close) => <AgendaForm round={id} items={round.agenda?.items ?? []} onDone={close} />}
            </FormButton>
          )}
          {may.open && (
            <FormButton label={t("talks.do.open")}>
              {(close) => <OpenForm round={id} venue={round.venue ?? ""} onDone={close} />}
            </FormButton>
          )}
        </>
      }
    >
      <div className={own.pairs}>
        <Agenda agenda={round.agenda} />
        <Opening opened={round.opened} />
        <Preparatory meetings={round.preparatory} />
        <Documents documents={round.documents} />
      </div>
    </Section>
  );
}

function Agenda({ agenda }: Pick<RoundModel, "agenda">) {
  const { t } = useDesk();
  return (
    <div className={`${css.sheet} ${own.account}`}>
      <h3>{t("talks.agenda")}</h3>
      {agenda ? (
        <>
          <ol className={own.numbered}>
            {agenda.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
          <SaidLine said={agenda.said} source={agenda.source} named />
        </>
      ) : (
        <Empty>{t("talks.no_agenda")}</Empty>
      )}
    </div>
  );
}

function Opening({ opened }: Pick<RoundModel, "opened">) {
  const { t } = useDesk();
  return (
    <div className={`${css.sheet} ${own.account}`}>
      <h3>{t("talks.opening")}</h3>
      {opened ? (
        <>
          <Facts
            rows={[
              [t("talks.when"), <Moment key="at" when={opened.at} />],
              [t("talks.chair"), `${opened.chair.name}, ${opened.chair.capacity}`],
            ]}
          />
          {opened.words && <blockquote className={css.quote}>{opened.words}</blockquote>}
          <SaidLine said={opened.said} source={opened.source} named />
        </>
      ) : (
        <Empty>{t("talks.not_opened")}</Empty>
      )}
    </div>
  );
}

function Preparatory({ meetings }: { readonly meetings: RoundModel["preparatory"] }) {
  const { t } = useDesk();
  return (
    <div className={`${css.sheet} ${own.account}`}>
      <h3>{t("talks.preparatory")}</h3>
      {meetings.length === 0 && <Empty>{t("talks.no_preparatory")}</Empty>}
      <ul className={own.lines}>
        {meetings.map(({ said, source, format, with: names, on, subject }) => (
          <li key={said.id}>
            <p className={css.row}>
              <Moment when={on} />
              <span>{format.words}</span>
              <span>{t("talks.with", { names: names.join("; ") })}</span>
            </p>
            {subject && <p className={css.quote}>{subject}</p>}
            <SaidLine said={said} source={source} named />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Documents({ documents }: Pick<RoundModel, "documents">) {
  const { t } = useDesk();
  return (
    <div className={`${css.sheet} ${own.account}`}>
      <h3>{t("talks.documents")}</h3>
      {documents.length === 0 && <Empty>{t("talks.no_documents")}</Empty>}
      <ul className={own.lines}>
        {documents.map(({ said, source, title, to, at, language }) => (
          <li key={said.id}>
            <p>
              <strong lang={language}>{title}</strong>
            </p>
            <p className={css.row}>
              <Moment when={at} />
              <span>{t("talks.handed_to", { names: to.join(", ") })}</span>
            </p>
            <SaidLine said={said} source={source} named />
          </li>
        ))}
      </ul>
    </div>
  );
}
