import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, maybe, OneOf, useForm } from "../../../design/index.ts";
import type { Choices } from "../choices.ts";

/** What another office says of an identification, for itself. */
export function AnswerForm({
  identification,
  choices,
  onDone,
}: {
  readonly identification: string;
  readonly choices: Choices;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ answer: null as string | null, words: "" }, (draft) => ({
    answer: draft.answer === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong } = form;
  const payload = { identification, answer: draft.answer, ...maybe("words", draft.words) };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.identification_answered", payload }, onDone)}
      onCancel={onDone}
    >
      <OneOf
        label={t("field.answer")}
        value={draft.answer}
        choices={choices.answers}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}
