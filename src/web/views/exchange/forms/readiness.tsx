import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, maybe, OneOf, useForm } from "../../../design/index.ts";

const answers = ["go", "no_go"] as const;

/** Go or no-go, each office for itself. */
export function ReadinessForm({
  tranche,
  onDone,
}: {
  readonly tranche: string;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { answer: null as (typeof answers)[number] | null, reason: "" }, // nothing is said yet
    (draft) => ({ answer: draft.answer ? undefined : "forms.choose" }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const payload = { tranche, answer: draft.answer, ...maybe("reason", draft.reason) };
    propose({ room: "exchange", kind: "tranche.readiness_said", payload }, onDone);
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
        label={t("forms.optional", { label: t("field.reason") })}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </Form>
  );
}
