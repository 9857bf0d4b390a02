import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { css, Field, Form, maybe, OneOf, useForm } from "../../design/index.ts";
import type { StatementModel } from "./one.ts";
import own from "./statements.module.css";

const answers = ["confirmed", "corrected", "disowned"] as const;

/** The answer of the office on whose behalf it was said. */
export function AnswerForm({
  model,
  room,
  onDone,
}: {
  readonly model: StatementModel;
  readonly room: Room;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { answer: null as (typeof answers)[number] | null, words: "" }, // no answer is chosen
    (draft) => ({
      answer: draft.answer === null ? "forms.choose" : undefined,
      // a correction says what is right
      words: draft.answer === "corrected" && draft.words.trim() === "" ? "forms.fill" : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const payload = { statement: model.id, answer: draft.answer, ...maybe("words", draft.words) };
    propose({ room, kind: "statement.answered", payload }, onDone);
  };
  const isNeeded = draft.answer === "corrected";
  const label = t("statements.form.answer_words");
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p>
        {model.speaker}, {model.capacity}:
      </p>
      <blockquote className={own.verbatim} lang={model.language}>
        {model.verbatim}
      </blockquote>
      <OneOf
        label={t("statements.form.answer")}
        value={draft.answer}
        choices={answers.map((value) => ({ value, label: t(`statements.answer.${value}`) }))}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      <Field
        label={isNeeded ? label : t("forms.optional", { label })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired={isNeeded}
      />
      <p className={css.small}>{t("statements.form.answer_how")}</p>
    </Form>
  );
}
