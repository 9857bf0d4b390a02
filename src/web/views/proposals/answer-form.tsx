import { Link } from "react-aria-components";
import type { ScreenKey } from "#i18n/screens";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Choose,
  css,
  Empty,
  Field,
  Form,
  MomentField,
  Notice,
  OneOf,
  Page,
  SourceFields,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../design/index.ts";
import { type AnswerDraft, type AnswerWord, answerPayload, answers, wrongInAnswer } from "./answer.ts";
import type { AnswerStart } from "./answer-query.ts";
import own from "./proposals.module.css";
import { Key, TermsTable, TermWords } from "./terms-table.tsx";

/** A page on which this office answers a proposal, for itself alone; `counter` is its own, tabled a moment ago. */
export function AnswerPage({ id, counter }: { readonly id: string; readonly counter: string | undefined }) {
  const { t } = useDesk();
  const answer = useQuery("proposals.answer", { id });
  if (!answer) return <Page title={t("proposals.answer")}>{null}</Page>;
  if (!answer.may)
    return (
      <Page title={t("proposals.answer")}>
        <Empty>
          {answer.status
            ? t("proposals.nothing_to_answer", { status: answer.status })
            : t("shell.nothing_here_words")}
        </Empty>
      </Page>
    );
  return (
    <Page title={t("proposals.answer_to", { title: answer.start.title })} intro={t("proposals.answer_words")}>
      <div className={own.form}>
        <AnswerForm start={answer.start} counter={counter} />
      </div>
    </Page>
  );
}

function AnswerForm({
  start,
  counter,
}: {
  readonly start: AnswerStart;
  readonly counter: string | undefined;
}) {
  const { t } = useDesk();
  const { go } = usePlace();
  const propose = useSigning();
  const source = useOwnWords();
  const due = useNoMoment();
  const form = useForm<AnswerDraft>(
    {
      // the second of two acts that belong together: its author has just tabled the counter-proposal that it names
      answer: counter ? "countered" : null,
      due,
      counter: counter ?? "",
      reservation: "",
      termAnswers: {},
      words: "",
      source,
    },
    wrongInAnswer,
  );
  const { draft, set, wrong, tried } = form;
  const isRecorded = counter === undefined || start.counters.some(({ id }) => id === counter);
  const onReady = () =>
    propose({ room: start.room, kind: "proposal.answered", payload: answerPayload(start.id, draft) }, () =>
      go(`/proposals/${start.id}`),
    );
  return (
    <Form form={form} onReady={onReady} onCancel={() => go(`/proposals/${start.id}`)}>
      <div className={own.paper}>
        {counter && (
          <Notice title={t("proposals.second_act")}>
            {t(isRecorded ? "proposals.second_act_words" : "proposals.second_act_waits")}
          </Notice>
        )}
        <TermsTable terms={start.terms} label={t("proposals.terms")} />
        <OneOf
          label={t("proposals.our_answer")}
          value={draft.answer}
          choices={answers.map((one) => ({ value: one, label: t(`word.${one}`) }))}
          onChange={(answer) => set({ answer })}
          wrong={wrong("answer")}
        />
        {draft.answer && <p className={css.small}>{t(meaning[draft.answer])}</p>}
        {draft.answer === "under_study" && (
          <MomentField
            label={t("proposals.study_until")}
            value={draft.due}
            onChange={(moment) => set({ due: moment })}
            tried={tried}
            isOptional
          />
        )}
        {draft.answer === "reserved" && (
          <Field
            label={t("proposals.what_reserved")}
            value={draft.reservation}
            onChange={(reservation) => set({ reservation })}
            wrong={wrong("reservation")}
            isRequired
            lines
          />
        )}
        {draft.answer === "countered" && (
          <Counters start={start} draft={draft} set={set} wrong={wrong("counter")} />
        )}
        <TermAnswers
          start={start}
          value={draft.termAnswers}
          onChange={(termAnswers) => set({ termAnswers })}
        />
        <Field
          label={t("forms.optional", { label: t("proposals.words") })}
          value={draft.words}
          onChange={(words) => set({ words })}
          wrong={wrong("words")}
          lines
        />
        <SourceFields value={draft.source} onChange={(changed) => set({ source: changed })} tried={tried} />
      </div>
    </Form>
  );
}

const meaning: { readonly [A in AnswerWord]: ScreenKey } = {
  accepted: "proposals.means.accepted",
  accepted_ad_referendum: "proposals.ad_referendum",
  under_study: "proposals.means.under_study",
  countered: "proposals.means.countered",
  reserved: "proposals.means.reserved",
  declined: "proposals.means.declined",
};

function Counters({
  start,
  draft,
  set,
  wrong,
}: {
  readonly start: AnswerStart;
  readonly draft: AnswerDraft;
  readonly set: (part: Partial<AnswerDraft>) => void;
  readonly wrong: string | undefined;
}) {
  const { t } = useDesk();
  const named = start.counters.some(({ id }) => id === draft.counter);
  if (start.counters.length === 0 && draft.counter === "")
    return (
      <Notice tone="attention" title={t("proposals.no_counter_yet")}>
        {start.mayCounter && <Link href={`/proposals/${start.id}/counter`}>{t("proposals.counter")}</Link>}
        {wrong && <p className={css.wrong}>{wrong}</p>}
      </Notice>
    );
  return (
    <Choose
      label={t("proposals.which_counter")}
      value={draft.counter === "" ? null : draft.counter}
      choices={[
        ...start.counters.map(({ id, title }) => ({ value: id, label: title })),
        ...(draft.counter !== "" && !named
          ? [{ value: draft.counter, label: t("proposals.counter_on_its_way") }]
          : []),
      ]}
      onChange={(counter) => set({ counter })}
      wrong={wrong}
    />
  );
}

function TermAnswers({
  start,
  value,
  onChange,
}: {
  readonly start: AnswerStart;
  readonly value: AnswerDraft["termAnswers"];
  readonly onChange: (value: AnswerDraft["termAnswers"]) => void;
}) {
  const { t } = useDesk();
  const put = (key: string, answer: AnswerWord | "as_whole") => {
    const { [key]: _, ...rest } = value;
    onChange(answer === "as_whole" ? rest : { ...rest, [key]: answer });
  };
  return (
    <details className={own.fold}>
      <summary>{t("proposals.single_terms", { n: Object.keys(value).length })}</summary>
      <ul className={own.lines}>
        {start.terms.map((term) => (
          <li key={term.key} className={own.termAnswer}>
            <span>
              <Key>{term.key}</Key> <TermWords term={term} />
            </span>
            <Choose
              label={t("proposals.answer_to_term", { key: term.key })}
              isQuiet
              value={value[term.key] ?? "as_whole"}
              choices={[
                { value: "as_whole" as const, label: t("proposals.as_whole") },
                ...answers.map((one) => ({ value: one, label: t(`word.${one}`) })),
              ]}
              onChange={(answer) => put(term.key, answer)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
