import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Facts, FormButton, Mark, Moment, SaidLine, Section } from "../../design/index.ts";
import { AcceptForm } from "./forms/accept.tsx";
import { CloseForm } from "./forms/close.tsx";
import type { Acceptance, RoundModel } from "./round-query.ts";
import own from "./talks.module.css";

/** How the round was closed, when one speaks again, and who accepts its record. */
export function RoundRecord({ round }: { readonly round: RoundModel }) {
  const { t } = useDesk();
  const { id, closed, acceptances, may } = round;
  return (
    <Section
      title={t("talks.record")}
      actions={
        <>
          {may.close && (
            <FormButton label={t("talks.do.close")}>
              {(close) => <CloseForm round={id} onDone={close} />}
            </FormButton>
          )}
          {may.accept && (
            <FormButton label={t("talks.do.accept")}>
              {(close) => <AcceptForm round={id} onDone={close} />}
            </FormButton>
          )}
        </>
      }
    >
      {!closed && <Empty>{t("talks.not_closed")}</Empty>}
      {closed && (
        <>
          <div className={css.sheet}>
            <Facts
              rows={[
                [t("talks.closed_at"), <Moment key="at" when={closed.at} />],
                ...(closed.nextContact ? ([[t("talks.next_contact"), closed.nextContact]] as const) : []),
              ]}
            />
            <SaidLine said={closed.said} source={closed.source} named />
          </div>
          <div className={own.accounts}>
            {acceptances.map((acceptance) => (
              <AcceptanceSheet key={acceptance.office} acceptance={acceptance} />
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

function AcceptanceSheet({ acceptance }: { readonly acceptance: Acceptance }) {
  const { t } = useDesk();
  const { name, said, reservation } = acceptance;
  const word = reservation ? t("talks.accepted_reserved") : t("talks.accepted");
  return (
    <div className={`${css.sheet} ${own.account}`}>
      <h3>{name}</h3>
      <div>
        {said ? <Mark weight="firm">{word}</Mark> : <Mark weight="waiting">{t("word.no_answer")}</Mark>}
      </div>
      {reservation && (
        <div>
          <p className={css.label}>{t("talks.reservation")}</p>
          <p className={css.quote}>{reservation}</p>
        </div>
      )}
      {said && <SaidLine said={said} />}
    </div>
  );
}
