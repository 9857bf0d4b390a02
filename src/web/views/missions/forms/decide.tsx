import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, maybe, Notice, OneOf, useForm } from "../../../design/index.ts";
import { MissingList } from "../missing-list.tsx";
import type { MissionModel } from "../mission-query.ts";

/** Go or no-go: the operator's word alone, with all that is missing before his eyes. */
export function DecideForm({ model, onDone }: { readonly model: MissionModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ answer: null as string | null, words: "" }, (draft) => ({
    answer: draft.answer === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong } = form;
  const payload = { mission: model.id, answer: draft.answer, ...maybe("words", draft.words) };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "humanitarian", kind: "mission.decided", payload }, onDone)}
      onCancel={onDone}
    >
      {model.missing.length > 0 && (
        <Notice tone="attention" title={t("missions.missing")}>
          <MissingList missing={model.missing} />
        </Notice>
      )}
      <OneOf
        label={t("missions.form.decision")}
        value={draft.answer}
        choices={model.choices.decisions}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        value={draft.words}
        onChange={(words) => set({ words })}
        lines
      />
    </Form>
  );
}
