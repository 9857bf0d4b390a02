import { useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Button,
  Choose,
  css,
  Day,
  Empty,
  Facts,
  Field,
  Notice,
  OwedList,
  Page,
  SaidLine,
  Section,
} from "../../design/index.ts";
import { Answers, Signatures } from "./all.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { LineGrid } from "./grid.tsx";
import own from "./lists.module.css";
import type { LineFilter, ListModel } from "./one-query.ts";
import { Opens } from "./rounds.tsx";

/** One version of a list: its lines with the other side's answers, and both signatures. */
export function ListPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("lists.one", id);
  if (model === undefined)
    return (
      <Page title={t("lists.title")}>
        <Empty>{t("lists.unread")}</Empty>
      </Page>
    );
  const later = model.versionsAll[0];
  const at = model.versionsAll.findIndex((one) => one.isThis);
  return (
    <Page
      title={model.title}
      intro={`${model.by} · ${model.kind}`}
      actions={
        <>
          {at < model.versionsAll.length - 1 && (
            <Link href={`/lists/${id}/changes`}>{t("lists.changes")}</Link>
          )}
          {model.mayCompare && <Link href={`/lists/${id}/compare`}>{t("lists.compare.link")}</Link>}
          {model.mayReplace && <Link href={`/lists/new/${id}`}>{t("lists.new_version")}</Link>}
        </>
      }
    >
      <SaidLine said={model.said} named />
      {later && !later.isThis && (
        <Notice tone="attention" title={t("lists.later")}>
          <Link href={`/lists/${later.id}`}>{t("lists.to_latest")}</Link>
        </Notice>
      )}
      <Facts
        rows={[
          [t("lists.column.lines"), new Intl.NumberFormat(t.language).format(model.lines)],
          [t("lists.column.answers"), <Answers key="answers" list={model} />],
          ...(model.due?.dueDay
            ? [[t("lists.column.due"), <Day key="due" date={model.due.dueDay} />] as const]
            : []),
          [t("lists.column.signed"), <Signatures key="signed" list={model} />],
          ...(model.opens
            ? [[t("lists.commitment"), <Opens key="opens" opens={model.opens} />] as const]
            : []),
        ]}
      />
      {model.status === "open" && (
        <Section title={t("lists.owed")}>
          <OwedList lines={model.missing} />
        </Section>
      )}
      {model.maySign && <Sign model={model} id={id} />}
      <Lines model={model} id={id} />
    </Page>
  );
}

function Sign({ model, id }: { readonly model: ListModel; readonly id: string }) {
  const { t, desk } = useDesk();
  const propose = useSigning();
  if (desk.phase !== "open" || !desk.canSign) return null;
  const payload = { list: id, answersRead: model.answersRead };
  return (
    <div className={css.row}>
      <Button onPress={() => propose({ room: "exchange", kind: "list.version_signed", payload })}>
        {t("lists.sign")}
      </Button>
      <span className={css.small}>{t("lists.sign_how")}</span>
    </div>
  );
}

function Lines({ model, id }: { readonly model: ListModel; readonly id: string }) {
  const { t, desk } = useDesk();
  const [filter, setFilter] = useState<LineFilter>({ answer: "", words: "" });
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const unanswered = useQuery("lists.unanswered", id);
  const mayAnswer = model.mayAnswer && desk.phase === "open" && desk.canSign;
  return (
    <Section title={t("lists.lines")}>
      {model.content !== "read" && (
        <Notice tone="attention">
          {t(model.content === "unreadable" ? "lists.content.unreadable" : `lists.content.${model.content}`)}
        </Notice>
      )}
      {model.content === "read" && model.found !== model.lines && (
        <Notice tone="attention">{t("lists.differs", { said: model.lines, found: model.found ?? 0 })}</Notice>
      )}
      {model.faults.length > 0 && (
        <Notice tone="attention" title={t("lists.faults", { n: model.faults.length })}>
          {model.faults.map(({ line, reason }) => (
            <p key={line}>
              {line}: {reason}
            </p>
          ))}
        </Notice>
      )}
      <div className={own.choices}>
        <Choose
          label={t("lists.filter")}
          value={filter.answer === "" ? "all" : filter.answer}
          choices={[
            { value: "all", label: t("lists.filter_all") },
            { value: "no_answer", label: t("word.no_answer") },
            ...model.choices.answers,
          ]}
          onChange={(value) =>
            setFilter({ ...filter, answer: (value === "all" ? "" : value) as LineFilter["answer"] })
          } // one of the choices
        />
        {model.isOwn && (
          <Field
            label={t("lists.find_own")}
            value={filter.words}
            onChange={(words) => setFilter({ ...filter, words })}
          />
        )}
      </div>
      {mayAnswer && (
        <div className={css.row}>
          <AnswerForm
            model={model}
            id={id}
            lines={[...chosen].sort((x, y) => x - y)}
            onDone={() => setChosen(new Set())}
          />
          <TakeOver id={id} lines={[...chosen]} onDone={() => setChosen(new Set())} />
          {unanswered && unanswered.length > 0 && (
            <Button look="plain" onPress={() => setChosen(new Set(unanswered))}>
              {t("lists.choose_unanswered", { n: unanswered.length })}
            </Button>
          )}
          {chosen.size > 0 && (
            <Button look="plain" onPress={() => setChosen(new Set())}>
              {t("lists.choose_none")}
            </Button>
          )}
        </div>
      )}
      <LineGrid
        key={JSON.stringify(filter)}
        list={id}
        filter={filter}
        title={t("lists.lines")}
        chosen={mayAnswer ? chosen : undefined}
        onChoose={(line) => setChosen(toggled(chosen, line))}
      />
      <p className={css.small}>{t(mayAnswer ? "lists.keys_answer" : "lists.keys")}</p>
    </Section>
  );
}

// What was answered on these lines of the version before becomes this office’s word on this one, by one act that it reads first.
function TakeOver({
  id,
  lines,
  onDone,
}: {
  readonly id: string;
  readonly lines: readonly number[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const model = useQuery("lists.take_over", { list: id, lines });
  if (!model || model.n === 0) return null;
  const payload = { list: id, answers: [], takenOver: model.runs };
  return (
    <Button onPress={() => propose({ room: "exchange", kind: "list.lines_answered", payload }, onDone)}>
      {t(lines.length > 0 ? "lists.take_over_chosen" : "lists.take_over_same", { n: model.n })}
    </Button>
  );
}

function toggled(chosen: ReadonlySet<number>, line: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(line)) next.add(line);
  return next;
}
