import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Button,
  css,
  Day,
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
import { Deliveries } from "./deliveries.tsx";
import own from "./exchange.module.css";
import { AnswerForm } from "./forms/answer.tsx";
import { ReadinessForm } from "./forms/readiness.tsx";
import { StageForm } from "./forms/stage.tsx";
import { TableForm } from "./forms/table.tsx";
import { Outside } from "./outside.tsx";
import { PersonsShown } from "./persons.tsx";
import { PlanCheck } from "./planner/plan-check.tsx";
import { Substitutions } from "./substitutions.tsx";
import type { TrancheModel } from "./tranche-query.ts";

/** One tranche: who goes, what each side has said of it, and what is missing before it can be carried out. */
export function TranchePage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("exchange.one", { id });
  const board = useQuery("exchange.board", undefined);
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  const { may } = model;
  return (
    <Page
      title={model.title}
      intro={<Link href="/exchange">{t("exchange.back")}</Link>}
      actions={
        <>
          {may.answer && (
            <FormButton label={t("exchange.do.answer")}>
              {(close) => <AnswerForm tranche={id} onDone={close} />}
            </FormButton>
          )}
          {may.edit && board && (
            <FormButton label={t("exchange.do.edit")}>
              {(close) => <TableForm board={board} replaces={model} onDone={close} />}
            </FormButton>
          )}
          {may.lock && <LockButton tranche={model} />}
          {may.stage && (
            <FormButton label={t("exchange.do.stage")}>
              {(close) => <StageForm tranche={id} onDone={close} />}
            </FormButton>
          )}
          {may.ready && (
            <FormButton label={t("exchange.do.ready")}>
              {(close) => <ReadinessForm tranche={id} onDone={close} />}
            </FormButton>
          )}
        </>
      }
    >
      <Summary tranche={model} />
      <Section title={t("exchange.missing")}>
        <Sheet>
          <OwedList lines={model.owed} />
        </Sheet>
      </Section>
      <Section title={t("exchange.words")}>
        <Words tranche={model} />
      </Section>
      {model.replaces && <Changes tranche={model} />}
      {model.plan && <PlanCheck plan={model.plan} text={model.text} />}
      <PersonsShown tranche={model} />
      <Substitutions tranche={model} />
      <Deliveries tranche={model} lists={board?.lists ?? []} />
      <Outside tranche={model} />
    </Page>
  );
}

// What is locked is the text shown here: the digest is computed, nobody types it.
function LockButton({ tranche }: { readonly tranche: TrancheModel }) {
  const { t, desk } = useDesk();
  const propose = useSigning();
  if (desk.phase !== "open" || !desk.canSign) return null;
  const payload = { tranche: tranche.id, digest: tranche.digest };
  return (
    <Button onPress={() => propose({ room: "exchange", kind: "tranche.locked", payload })}>
      {t("exchange.do.lock")}
    </Button>
  );
}

function Summary({ tranche }: { readonly tranche: TrancheModel }) {
  const { t } = useDesk();
  const { status, number, on, place, agreement, replaces, replacedBy, tabled, digest } = tranche;
  const link = (one: { readonly id: string; readonly title: string }, href: string) => (
    <Link key={one.id} href={href}>
      {one.title}
    </Link>
  );
  const rows: (readonly [string, React.ReactNode])[] = [
    [
      t("exchange.status"),
      <Mark key="status" weight={weightOf(status.code)}>
        {status.words}
      </Mark>,
    ],
  ];
  if (number !== undefined) rows.push([t("field.number"), String(number)]);
  rows.push([t("exchange.f.day"), on ? <Day key="on" date={on} /> : t("exchange.no_day")]);
  rows.push([t("field.place"), place ?? t("exchange.no_place")]);
  if (agreement) rows.push([t("field.agreement"), agreement.title]);
  if (replaces) rows.push([t("field.replaces"), link(replaces, `/exchange/${replaces.id}`)]);
  if (replacedBy) rows.push([t("exchange.replaced_by"), link(replacedBy, `/exchange/${replacedBy.id}`)]);
  rows.push([
    t("exchange.digest"),
    <span key="digest" className={own.digest}>
      {digest}
    </span>,
  ]);
  rows.push([t("exchange.tabled_by"), <SaidLine key="said" {...tabled} named />]);
  return (
    <Sheet>
      <Facts rows={rows} />
    </Sheet>
  );
}

function Words({ tranche }: { readonly tranche: TrancheModel }) {
  const { t } = useDesk();
  const operator = tranche.readiness.find(({ office }) => office === "operator");
  return (
    <ul className={own.sides}>
      {tranche.parties.map(({ office, name, answer, words, lock, staging }) => {
        const ready = tranche.readiness.find((one) => one.office === office);
        return (
          <li key={office} className={`${css.sheet} ${own.side}`}>
            <p className={css.row}>
              <strong>{name}</strong> <Mark weight={weightOf(answer.code)}>{answer.words}</Mark>
            </p>
            {words && <p className={css.quote}>{words}</p>}
            <p>
              {t("exchange.lock")}:{" "}
              {lock ? (
                <Mark weight={lock.isOfThisText ? "firm" : "attention"}>
                  {t(lock.isOfThisText ? "exchange.lock_same" : "exchange.lock_other")}
                </Mark>
              ) : (
                <span className={css.soft}>{t("word.no_answer")}</span>
              )}
            </p>
            {staging && (
              <p>
                {t("exchange.staging")}: <Mark weight={weightOf(staging.code)}>{staging.words}</Mark>
              </p>
            )}
            {ready && (
              <p>
                {t("exchange.readiness")}: <Mark weight={weightOf(ready.word.code)}>{ready.word.words}</Mark>
              </p>
            )}
          </li>
        );
      })}
      {operator && (
        <li className={`${css.sheet} ${own.side}`}>
          <p>
            <strong>{operator.name}</strong>
          </p>
          <p>
            {t("exchange.readiness")}:{" "}
            <Mark weight={weightOf(operator.word.code)}>{operator.word.words}</Mark>
          </p>
        </li>
      )}
    </ul>
  );
}

function Changes({ tranche }: { readonly tranche: TrancheModel }) {
  const { t } = useDesk();
  const { changes } = tranche;
  return (
    <Section title={t("exchange.changes")}>
      <Sheet>
        {changes.length === 0 && <Empty>{t("exchange.no_changes")}</Empty>}
        <Facts
          rows={changes.map(
            ({ what, before, after }) =>
              [
                what,
                <span key={what}>
                  {before && <del>{before}</del>}
                  {before && after && " → "}
                  {after && <ins>{after}</ins>}
                </span>,
              ] as const,
          )}
        />
      </Sheet>
    </Section>
  );
}
