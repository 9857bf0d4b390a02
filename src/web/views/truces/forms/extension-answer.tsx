import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, maybe, OneOf, useForm } from "../../../design/index.ts";
import type { TruceAt } from "./truce-at.ts";

const answers = ["accepted", "declined"] as const;

/** A party's own word on a later end. */
export function ExtensionAnswerForm({
  at,
  extension,
  onDone,
}: {
  readonly at: TruceAt;
  readonly extension: string;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ answer: null as (typeof answers)[number] | null, words: "" }, (draft) => ({
    answer: draft.answer ? undefined : "forms.choose", // none is chosen yet
  }));
  const { draft, set, wrong } = form;
  const ready = () => {
    const payload = { truce: at.truce, extension, answer: draft.answer, ...maybe("words", draft.words) };
    propose({ room: at.room, kind: "truce.extension_answered", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("field.answer")}
        value={draft.answer}
        choices={answers.map((value) => ({ value, label: t(`word.${value}`) }))}
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
