import type { LineAnswer } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Choose, Field, Form, FormButton, Group, maybe, Notice, OneOf, useForm } from "../../design/index.ts";
import own from "./lists.module.css";
import type { ListModel } from "./one-query.ts";
import { useFieldWords } from "./use-field-words.ts";

const correctable = [
  "surname",
  "given",
  "patronymic",
  "written",
  "born",
  "rank",
  "unit",
  "number",
  "place",
  "date",
  "remark",
] as const;
type Corrected = { readonly [F in (typeof correctable)[number]]: string };
const nothing = Object.fromEntries(correctable.map((field) => [field, ""])) as Corrected; // a key for each field
const mostLines = 100;

type Draft = Corrected & {
  readonly answer: LineAnswer | null;
  readonly reason: string;
  readonly words: string;
};

/** The same answer to the lines that are chosen; one alone can be corrected field by field. */
export function AnswerForm({
  model,
  id,
  lines,
  onDone,
}: {
  readonly model: ListModel;
  readonly id: string;
  readonly lines: readonly number[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  if (lines.length === 0) return <span>{t("lists.choose_lines")}</span>;
  return (
    <FormButton look="main" label={t("lists.answer", { n: lines.length })}>
      {(close) => (
        <Body
          model={model}
          id={id}
          lines={lines}
          onCancel={close}
          onSaid={() => {
            close();
            onDone();
          }}
        />
      )}
    </FormButton>
  );
}

function Body({
  model,
  id,
  lines,
  onCancel,
  onSaid,
}: {
  readonly model: ListModel;
  readonly id: string;
  readonly lines: readonly number[];
  readonly onCancel: () => void;
  readonly onSaid: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const fieldWord = useFieldWords();
  const needsWhy = (answer: LineAnswer | null) =>
    answer === "disputed" || answer === "already_returned" || answer === "not_ours";
  const form = useForm<Draft>({ ...nothing, answer: null, reason: "none", words: "" }, (draft) => ({
    answer: draft.answer === null ? "forms.choose" : undefined,
    words:
      needsWhy(draft.answer) && draft.reason === "none" && draft.words === "" ? "lists.wrong.why" : undefined,
    surname:
      draft.answer === "corrected" && correctable.every((field) => draft[field] === "")
        ? "lists.wrong.corrected"
        : undefined,
  }));
  const { draft, set, wrong } = form;
  const ready = () => {
    const filled = correctable.filter((field) => draft[field] !== "").map((field) => [field, draft[field]]);
    const one = {
      answer: draft.answer,
      ...(draft.reason === "none" ? {} : { reason: draft.reason }),
      ...(draft.answer === "corrected" ? { corrected: Object.fromEntries(filled) } : {}),
      ...maybe("words", draft.words),
    };
    const answers = lines.slice(0, mostLines).map((line) => ({ line, ...one }));
    propose({ room: "exchange", kind: "list.lines_answered", payload: { list: id, answers } }, onSaid);
  };
  const choices = model.choices.answers.filter(({ value }) => value !== "corrected" || lines.length === 1);
  return (
    <Form form={form} onReady={ready} onCancel={onCancel}>
      {lines.length > mostLines && <Notice tone="attention">{t("lists.first_hundred")}</Notice>}
      <OneOf
        label={t("lists.form.answer")}
        value={draft.answer}
        choices={choices.map(({ value, label }) => ({ value: value as LineAnswer, label }))} // the form's own answers
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      {draft.answer === "corrected" && (
        <Group title={t("lists.form.corrected")}>
          <div className={own.choices}>
            {correctable.map((field) => (
              <Field
                key={field}
                label={fieldWord(field)}
                value={draft[field]}
                onChange={(value) => set({ [field]: value })}
                wrong={field === "surname" ? wrong("surname") : undefined}
              />
            ))}
          </div>
        </Group>
      )}
      <Choose
        label={t("forms.optional", { label: t("field.reason") })}
        value={draft.reason}
        choices={[{ value: "none", label: t("lists.no_reason") }, ...model.choices.reasons]}
        onChange={(reason) => set({ reason })}
      />
      <Field
        label={t("forms.optional", { label: t("lists.form.words") })}
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
      />
    </Form>
  );
}
