import { type ReactNode, useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Choose,
  css,
  Empty,
  Facts,
  Mark,
  Moment,
  Notice,
  OwedList,
  Page,
  SaidLine,
  Section,
  weightOf,
} from "../../design/index.ts";
import type { SourceLine } from "../../desk/said.ts";
import { Answers } from "./answers.tsx";
import { DiffTable } from "./diff-table.tsx";
import { Lineage } from "./lineage.tsx";
import own from "./proposals.module.css";
import { Key, TermsTable } from "./terms-table.tsx";
import type { ProposalModel } from "./text-query.ts";
import { ConditionButton, WithdrawButton } from "./words-forms.tsx";

/** One proposal: its terms, where it comes from, what each has answered, and what is missing. */
export function TextPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const answer = useQuery("proposals.one", { id });
  if (!answer) return <Page title={t("shell.nav.proposals")}>{null}</Page>;
  if (!answer.found)
    return (
      <Page title={t(answer.isOnItsWay ? "proposals.on_its_way" : "shell.nothing_here")}>
        <Empty>{t(answer.isOnItsWay ? "proposals.on_its_way_words" : "shell.nothing_here_words")}</Empty>
        <Link href="/proposals">{t("proposals.to_table")}</Link>
      </Page>
    );
  return <Text key={id} proposal={answer.proposal} />;
}

function Text({ proposal }: { readonly proposal: ProposalModel }) {
  const { t } = useDesk();
  const { title, author, status, statusWord, terms, completed, relatives, addressees, missing, wouldLack } =
    proposal;
  return (
    <Page
      title={title}
      intro={
        <span className={css.row}>
          <span>{author.name}</span>
          <Mark weight={weightOf(status)}>{statusWord}</Mark>
          <Link href="/proposals">{t("proposals.to_table")}</Link>
        </span>
      }
    >
      <Offers proposal={proposal} />
      {status === "agreed_ad_referendum" && (
        <Notice tone="attention" title={t("proposals.not_binding")}>
          {t("proposals.ad_referendum")}
        </Notice>
      )}
      <Section title={t("proposals.terms")}>
        <TermsTable terms={terms} label={t("proposals.terms")} />
        {proposal.rationale && (
          <div>
            <h3>{t("proposals.rationale")}</h3>
            <p className={css.quote}>{proposal.rationale}</p>
          </div>
        )}
        {completed && (
          <div className={css.section}>
            <h3>{t("proposals.completed")}</h3>
            <p className={css.row}>
              <span className={css.small}>{t("proposals.completed_by")}</span>
              {completed.by.map(({ id, title: by }) => (
                <Link key={id} href={`/proposals/${id}`}>
                  {by}
                </Link>
              ))}
            </p>
            <TermsTable terms={completed.terms} label={t("proposals.completed")} />
          </div>
        )}
      </Section>
      {relatives.length > 0 && <Compare proposal={proposal} />}
      <Section title={t("proposals.answers")}>
        <Answers addressees={addressees} />
        {proposal.agreedIn && (
          <div className={css.section}>
            <h3>{t("proposals.agreed_in")}</h3>
            {proposal.agreedIn.map((said) => (
              <SaidLine key={said.id} said={said} />
            ))}
          </div>
        )}
        {proposal.withdrawn && (
          <Notice title={t("proposals.withdrawn")}>
            <p className={css.quote}>{proposal.withdrawn.reason}</p>
            <SaidLine said={proposal.withdrawn.said} />
          </Notice>
        )}
        {proposal.conditions.length > 0 && (
          <ul className={own.lines} aria-label={t("proposals.condition_words")}>
            {proposal.conditions.map(({ office, name, key, isMet, said }) => (
              <li key={office + key}>
                <span className={css.row}>
                  <Key>{key}</Key> {name} <Mark>{t(isMet ? "word.met" : "word.not_met")}</Mark>
                </span>
                <SaidLine said={said} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("proposals.missing")}>
        {proposal.withoutYes.length > 0 && (
          <p>{t("proposals.a_yes_words", { names: proposal.withoutYes.join(", ") })}</p>
        )}
        {(missing.length > 0 || proposal.withoutYes.length === 0) && <OwedList lines={missing} />}
        {wouldLack.length > 0 && (
          <div className={css.section}>
            <h3>{t("proposals.would_lack")}</h3>
            <ul className={own.bullets}>
              {wouldLack.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
            <p className={css.small}>{t("blocks.open_term")}</p>
          </div>
        )}
      </Section>
      {relatives.length > 0 && (
        <Section title={t("proposals.lineage")}>
          <Lineage relatives={relatives} here={title} />
        </Section>
      )}
      <Section title={t("proposals.about")}>
        <About proposal={proposal} />
      </Section>
    </Page>
  );
}

function About({ proposal }: { readonly proposal: ProposalModel }) {
  const { t } = useDesk();
  const { said, room, round, lapses, source, author } = proposal;
  const rows: readonly (readonly [string, ReactNode] | undefined)[] = [
    [t("proposals.column.author"), `${author.name}, ${said.capacity}`],
    [t("sign.room"), room],
    round && [
      t("proposals.round"),
      <Link key="round" href={`/talks/${round.id}`}>
        {round.title}
      </Link>,
    ],
    said.happened && [t("proposals.happened"), <Moment key="happened" when={said.happened} />],
    [t("proposals.said"), <Moment key="said" when={{ kind: "instant", at: said.said }} />],
    [t("proposals.received"), <Moment key="received" when={{ kind: "instant", at: said.received }} />],
    lapses && [t("proposals.lapses"), <Moment key="lapses" when={lapses} />],
    source && [t("forms.source"), <Source key="source" source={source} />],
    [
      t("proposals.act"),
      <Link key="act" href={`/record/${proposal.id}`}>
        {t("forms.in_record")}
      </Link>,
    ],
  ];
  return <Facts rows={rows.filter((row) => row !== undefined)} />;
}

function Source({ source }: { readonly source: SourceLine }) {
  const { t } = useDesk();
  return (
    <span className={css.row}>
      <span>{source.words}</span>
      {source.published && <Moment when={source.published} />}
      {source.url && (
        <a href={source.url} target="_blank" rel="noreferrer noopener">
          {t("forms.source_link")}
        </a>
      )}
    </span>
  );
}

function Compare({ proposal }: { readonly proposal: ProposalModel }) {
  const { t } = useDesk();
  const { id, relatives, compareWith } = proposal;
  const [chosen, setChosen] = useState<string>();
  const other = chosen ?? compareWith ?? "";
  const diff = useQuery("proposals.diff", { one: id, other });
  return (
    <Section title={t("proposals.diff")}>
      {relatives.length > 1 && (
        <div className={own.chooser}>
          <Choose
            label={t("proposals.compare_with")}
            value={other}
            choices={relatives.map((one) => ({
              value: one.id,
              label: `${t(`proposals.relation.${one.relation}`)}: ${one.title}`,
            }))}
            onChange={setChosen}
          />
        </div>
      )}
      {diff && <DiffTable diff={diff} />}
    </Section>
  );
}

/** What this office may say of it now; each opens a form, and nothing is said before it has been read and signed. */
function Offers({ proposal }: { readonly proposal: ProposalModel }) {
  const { t, desk } = useDesk();
  const { id, offers, counterToName, title } = proposal;
  if (desk.phase !== "open" || !desk.canSign) return null;
  const to = (name: string, label: string) => (
    <Link className={`${css.button} ${own.action}`} href={`/proposals/${id}/${name}`}>
      {label}
    </Link>
  );
  return (
    <>
      {counterToName && offers.answer && (
        <Notice tone="attention" title={t("proposals.counter_unnamed")}>
          <p>{t("proposals.counter_unnamed_words")}</p>
          <p>
            <Link href={`/proposals/${id}/answer/${counterToName}`}>{t("proposals.answer_countered")}</Link>
          </p>
        </Notice>
      )}
      {offers.closedBy && (
        <p className={css.small}>{t("proposals.nothing_to_answer", { status: proposal.statusWord })}</p>
      )}
      <div className={css.row}>
        {offers.answer && to("answer", t("proposals.answer"))}
        {offers.counter && to("counter", t("proposals.counter"))}
        {offers.retable && to("retable", t("proposals.retable"))}
        {offers.complete && to("complete", t("proposals.complete"))}
        {offers.conditions.map((key) => (
          <ConditionButton key={key} id={id} termKey={key} room={offers.room} />
        ))}
        {offers.withdraw && <WithdrawButton id={id} title={title} room={offers.room} />}
      </div>
    </>
  );
}
