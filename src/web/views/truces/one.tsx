import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  Facts,
  FormButton,
  Mark,
  OwedList,
  Page,
  SaidLine,
  Section,
  Sheet,
  weightOf,
} from "../../design/index.ts";
import { Changes } from "./changes.tsx";
import { Checks } from "./checks.tsx";
import { Countdown } from "./countdown.tsx";
import { During } from "./during.tsx";
import { AnswerForm } from "./forms/answer.tsx";
import { ClosingForm } from "./forms/closing.tsx";
import { DenounceForm } from "./forms/denounce.tsx";
import { ExtendForm } from "./forms/extend.tsx";
import { GuaranteeForm } from "./forms/guarantee.tsx";
import { OrderForm } from "./forms/order.tsx";
import { ReadinessForm } from "./forms/readiness.tsx";
import { StepForm } from "./forms/step.tsx";
import { SuspendForm } from "./forms/suspend.tsx";
import type { TruceModel } from "./one-query.ts";
import { Readiness } from "./readiness-table.tsx";
import { SheetMaker } from "./sheet.tsx";
import { Sides } from "./sides.tsx";
import { TermsShown } from "./terms.tsx";
import own from "./truces.module.css";

/** One truce: its hours, what is missing, what each side has said and ordered, and the text itself. */
export function TrucePage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("truces.one", { id });
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
      intro={<Link href="/truces">{t("truces.back")}</Link>}
      actions={<Actions truce={model} />}
    >
      <Summary truce={model} />
      <Section title={t("truces.missing")}>
        <Sheet>
          <OwedList lines={model.owed} />
        </Sheet>
      </Section>
      <Checks checks={model.checks} />
      <Section title={t("truces.sides")}>
        <Sides truce={model} />
      </Section>
      <Readiness truce={model} />
      <During truce={model} />
      {model.retables && <Changes truce={model} />}
      <TermsShown truce={model} />
      <SheetMaker truce={model} />
      <History truce={model} />
    </Page>
  );
}

function Actions({ truce }: { readonly truce: TruceModel }) {
  const { t, desk } = useDesk();
  const { id, room, may } = truce;
  const at = { truce: id, room };
  const canSign = desk.phase === "open" && desk.canSign;
  const form = (is: boolean, label: string, children: (close: () => void) => ReactNode) =>
    is && <FormButton label={label}>{children}</FormButton>;
  return (
    <>
      {form(may.answer, t("truces.do.answer"), (close) => (
        <AnswerForm
          at={at}
          isWhole={Object.values(truce.said).every((one) => one.words !== undefined)}
          onDone={close}
        />
      ))}
      {canSign && may.retable && (
        <Link className={`${css.button} ${own.linkButton}`} href={`/truces/${id}/again`}>
          {t("truces.do.retable")}
        </Link>
      )}
      {form(may.order, t("truces.do.order"), (close) => (
        <OrderForm at={at} onDone={close} />
      ))}
      {form(may.step, t("truces.do.step"), (close) => (
        <StepForm truce={truce} onDone={close} />
      ))}
      {form(may.guarantee, t("truces.do.guarantee"), (close) => (
        <GuaranteeForm at={at} onDone={close} />
      ))}
      {form(may.ready, t("truces.do.ready"), (close) => (
        <ReadinessForm at={at} onDone={close} />
      ))}
      {form(may.extend, t("truces.do.extend"), (close) => (
        <ExtendForm at={at} onDone={close} />
      ))}
      {form(may.suspend, t("truces.do.suspend"), (close) => (
        <SuspendForm at={at} zones={truce.terms.zones ?? []} onDone={close} />
      ))}
      {form(may.denounce, t("truces.do.denounce"), (close) => (
        <DenounceForm at={at} onDone={close} />
      ))}
      {form(may.close, t("truces.do.close"), (close) => (
        <ClosingForm at={at} onDone={close} />
      ))}
    </>
  );
}

function Summary({ truce }: { readonly truce: TruceModel }) {
  const { t } = useDesk();
  const { status, start, end, firstEnd, roomName, agreement, retables, retabledAs, tabled } = truce;
  const hour = (at: number | undefined) =>
    at === undefined ? <span className={css.soft}>{t("truces.no_hour")}</span> : <Clock at={at} />;
  const rows: (readonly [string, ReactNode])[] = [
    [
      t("truces.state"),
      <span key="state" className={css.row}>
        <Mark weight={weightOf(status.code)}>{status.words}</Mark> <Countdown start={start} end={end} />
      </span>,
    ],
    [t("truces.starts"), hour(start)],
    [t("truces.ends"), hour(end)],
  ];
  if (firstEnd !== undefined) rows.push([t("truces.first_end"), hour(firstEnd)]);
  if (start !== undefined && end !== undefined)
    rows.push([t("truces.lasts"), t("truces.hours", { n: Math.round((end - start) / 360_000) / 10 })]);
  if (agreement) rows.push([t("field.agreement"), agreement.title]);
  if (retables)
    rows.push([
      t("field.retables"),
      <Link key="retables" href={`/truces/${retables.id}`}>
        {retables.title}
      </Link>,
    ]);
  if (retabledAs)
    rows.push([
      t("truces.replaced_by"),
      <Link key="later" href={`/truces/${retabledAs.id}`}>
        {retabledAs.title}
      </Link>,
    ]);
  rows.push([t("truces.room"), roomName]);
  rows.push([t("truces.tabled_by"), <SaidLine key="said" {...tabled} named />]);
  return (
    <Sheet>
      <Facts rows={rows} />
    </Sheet>
  );
}

function History({ truce }: { readonly truce: TruceModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("truces.history")}>
      <ol className={css.items}>
        {truce.history.map(({ said, words }) => (
          <li key={said.id} className={own.past}>
            <p>{words}</p>
            <SaidLine said={said} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
