import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  css,
  Empty,
  Facts,
  FormButton,
  Mark,
  Moment,
  OwedList,
  Page,
  SaidLine,
  Section,
  Sheet,
  weightOf,
} from "../../design/index.ts";
import { Course } from "./course.tsx";
import { DateForm } from "./forms/date.tsx";
import { ListForm } from "./forms/list.tsx";
import { PointForm } from "./forms/point.tsx";
import { ReadoutForm } from "./forms/readout.tsx";
import { Point } from "./point.tsx";
import { Readouts } from "./readouts.tsx";
import type { DateAnswer, Delegation, RoundModel } from "./round-query.ts";
import { RoundRecord } from "./round-record.tsx";
import own from "./talks.module.css";

/** One round: who said what of it, from the first date to the acceptance of its record. */
export function RoundPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("talks.round", { id });
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={t("talks.round", { n: model.number, title: model.title })}
      intro={<Link href="/talks">{t("talks.back")}</Link>}
    >
      <Summary round={model} />
      <Section title={t("talks.owed")}>
        <Sheet>
          <OwedList lines={model.owed} />
        </Sheet>
      </Section>
      <Section
        title={t("talks.dates")}
        actions={
          model.may.answerDate && (
            <FormButton label={t("talks.do.date")}>
              {(close) => <DateForm round={id} onDone={close} />}
            </FormButton>
          )
        }
      >
        <ul className={own.accounts}>
          {model.dates.map((answer) => (
            <DateItem key={answer.office} answer={answer} />
          ))}
        </ul>
      </Section>
      <Section
        title={t("talks.delegations")}
        actions={
          model.may.list && (
            <FormButton label={t("talks.do.list")}>
              {(close) => <ListForm round={id} onDone={close} />}
            </FormButton>
          )
        }
      >
        <div className={own.accounts}>
          {model.delegations.map((delegation) => (
            <DelegationSheet key={delegation.office} delegation={delegation} />
          ))}
        </div>
      </Section>
      <Course round={model} />
      <Section
        title={t("talks.points")}
        actions={
          model.may.recordPoint && (
            <FormButton label={t("talks.do.point")}>
              {(close) => <PointForm round={id} onDone={close} />}
            </FormButton>
          )
        }
      >
        {model.points.length === 0 ? (
          <Empty>{t("talks.no_points")}</Empty>
        ) : (
          <ol className={css.items}>
            {model.points.map((point, i) => (
              <Point key={point.id} point={point} number={i + 1} />
            ))}
          </ol>
        )}
      </Section>
      <Section
        title={t("talks.readouts")}
        actions={
          model.may.readOut && (
            <FormButton label={t("talks.do.readout")}>
              {(close) => <ReadoutForm round={id} onDone={close} />}
            </FormButton>
          )
        }
      >
        <p className={css.small}>{t("talks.readouts_words")}</p>
        <Readouts columns={model.readouts} />
      </Section>
      <RoundRecord round={model} />
    </Page>
  );
}

function Summary({ round }: { readonly round: RoundModel }) {
  const { t } = useDesk();
  const { status, when, venue, format, proposed } = round;
  return (
    <Sheet>
      <Facts
        rows={[
          [
            t("talks.status"),
            <Mark key="status" weight={weightOf(status.code)}>
              {status.words}
            </Mark>,
          ],
          [t("talks.when"), <Moment key="when" when={when} />],
          ...(venue ? ([[t("talks.venue"), venue]] as const) : []),
          [t("talks.format"), format.words],
          [t("talks.proposed_by"), <SaidLine key="said" {...proposed} named />],
        ]}
      />
    </Sheet>
  );
}

function DateItem({ answer }: { readonly answer: DateAnswer }) {
  const { t } = useDesk();
  const { name, word, said, source, otherDate, reason } = answer;
  return (
    <li className={`${css.sheet} ${own.account}`}>
      <p className={css.row}>
        <strong>{name}</strong> <Mark weight={weightOf(word.code)}>{word.words}</Mark>
        {otherDate && (
          <span>
            {t("talks.other_date")} <Moment when={otherDate} />
          </span>
        )}
      </p>
      {reason && <p className={css.quote}>{reason}</p>}
      {said && <SaidLine said={said} source={source} />}
    </li>
  );
}

function DelegationSheet({ delegation }: { readonly delegation: Delegation }) {
  const { t } = useDesk();
  const { name, list } = delegation;
  return (
    <div className={`${css.sheet} ${own.account}`}>
      <h3>{name}</h3>
      {list ? (
        <>
          <Facts
            rows={[
              [t("talks.head"), `${list.head.name}, ${list.head.capacity}`],
              ...(list.mandate ? ([[t("talks.mandate"), list.mandate]] as const) : []),
              ...(list.members.length > 0
                ? ([
                    [
                      t("talks.members"),
                      <ul key="members" className={own.members}>
                        {list.members.map((one) => (
                          <li key={one.name}>
                            {one.name}, <span className={css.soft}>{one.capacity}</span>
                          </li>
                        ))}
                      </ul>,
                    ],
                  ] as const)
                : []),
            ]}
          />
          <SaidLine said={list.said} source={list.source} />
        </>
      ) : (
        <Empty>{t("talks.not_listed")}</Empty>
      )}
    </div>
  );
}
