import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Day,
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
import { Conditions } from "./conditions.tsx";
import { AnswerForm } from "./forms/answer.tsx";
import { HeldForm } from "./forms/held.tsx";
import { ProposeForm } from "./forms/propose.tsx";
import type { MeetingModel } from "./meeting-query.ts";
import own from "./summits.module.css";
import { Tracks } from "./tracks.tsx";

/** One leaders' meeting: who wants it on which conditions, and how far its preparation is agreed. */
export function MeetingPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("summits.one", { id });
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={model.title}
      intro={<Link href="/meeting">{t("summits.back")}</Link>}
      actions={
        <>
          {model.may.proposeAgain && (
            <FormButton label={t("summits.do.again")}>
              {(close) => <ProposeForm again={model} onDone={close} />}
            </FormButton>
          )}
          {model.may.recordHeld && (
            <FormButton label={t("summits.do.held")}>
              {(close) => <HeldForm summit={id} onDone={close} />}
            </FormButton>
          )}
        </>
      }
    >
      <Summary meeting={model} />
      {model.held && <Held held={model.held} />}
      <Section title={t("summits.owed")}>
        <Sheet>
          <OwedList lines={model.owed} />
        </Sheet>
      </Section>
      <Section
        title={t("summits.answers")}
        actions={
          model.may.answer && (
            <FormButton label={t("summits.do.answer")}>
              {(close) => <AnswerForm summit={id} onDone={close} />}
            </FormButton>
          )
        }
      >
        <Answers answers={model.answers} />
      </Section>
      <Conditions meeting={model} />
      <Tracks meeting={model} />
    </Page>
  );
}

function Summary({ meeting }: { readonly meeting: MeetingModel }) {
  const { t } = useDesk();
  const { status, by, due, isOverdue, participants, venue, purpose, proposed, round, earlier, later } =
    meeting;
  const rows: (readonly [string, React.ReactNode])[] = [
    [
      t("summits.status"),
      <Mark key="status" weight={weightOf(status.code)}>
        {status.words}
      </Mark>,
    ],
    [
      t("summits.by"),
      <span key="by" className={css.row}>
        <Day date={by} />
        <span className={css.small}>
          {t("summits.until")} <Clock at={due} />
        </span>
        {isOverdue && <Mark weight="attention">{t("summits.date_passed")}</Mark>}
      </span>,
    ],
    [
      t("summits.purpose"),
      <p key="purpose" className={css.quote}>
        {purpose}
      </p>,
    ],
    [
      t("summits.participants"),
      <ul key="participants">
        {participants.map(({ name, capacity }) => (
          <li key={name}>
            {name}, <span className={css.soft}>{capacity}</span>
          </li>
        ))}
      </ul>,
    ],
  ];
  if (venue) rows.push([t("summits.venue"), venue]);
  rows.push([t("summits.proposed_by"), <SaidLine key="said" {...proposed} named />]);
  if (round)
    rows.push([
      t("summits.at_round"),
      <Link key="round" href={`/talks/${round.id}`}>
        {round.title}
      </Link>,
    ]);
  if (earlier.length > 0)
    rows.push([
      t("summits.replaces"),
      <ul key="earlier">
        {earlier.map((one) => (
          <li key={one.id}>
            <Link href={`/meeting/${one.id}`}>{one.title}</Link>, <Day date={one.by} />
          </li>
        ))}
      </ul>,
    ]);
  if (later)
    rows.push([
      t("summits.replaced_by"),
      <Link key="later" href={`/meeting/${later.id}`}>
        {later.title}
      </Link>,
    ]);
  return (
    <Sheet>
      <Facts rows={rows} />
    </Sheet>
  );
}

function Held({ held }: { readonly held: NonNullable<MeetingModel["held"]> }) {
  const { t } = useDesk();
  return (
    <Section title={t("summits.held")}>
      <Sheet>
        <Facts
          rows={[
            [t("summits.held_on"), <Moment key="on" when={held.on} />],
            [
              t("summits.outcome"),
              <p key="outcome" className={css.quote}>
                {held.outcome}
              </p>,
            ],
          ]}
        />
        <SaidLine said={held.said} source={held.source} named />
      </Sheet>
    </Section>
  );
}

function Answers({ answers }: Pick<MeetingModel, "answers">) {
  return (
    <ul className={own.sides}>
      {answers.map(({ office, name, word, words, said, source }) => (
        <li key={office} className={`${css.sheet} ${own.side}`}>
          <p className={css.row}>
            <strong>{name}</strong> <Mark weight={weightOf(word.code)}>{word.words}</Mark>
          </p>
          {words && <p className={css.quote}>{words}</p>}
          {said && <SaidLine said={said} source={source} />}
        </li>
      ))}
    </ul>
  );
}
