import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, Tick, textIsWrong, useForm } from "../../../design/index.ts";
import type { PersonModel } from "../person-query.ts";
import { ExaminedFields, examinedIsWrong, examinedOf, noExamined } from "./examined-fields.tsx";
import { useNow } from "./now.ts";

/** The examiner's opinion of the whole. */
export function OpinionForm({
  model,
  consent,
  onDone,
}: {
  readonly model: PersonModel;
  readonly consent: string;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const at = useNow();
  const initial = { ...noExamined, at, words: "", inPrivate: false };
  const form = useForm(initial, (draft) => ({ ...examinedIsWrong(draft), words: textIsWrong(draft.words) }));
  const { draft, set, wrong, tried } = form;
  const payload = {
    return: model.id,
    consent,
    ...examinedOf(draft),
    words: draft.words.trim(),
    inPrivate: draft.inPrivate,
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: model.room, kind: "return.impression_recorded", payload }, onDone)}
      onCancel={onDone}
    >
      <Field
        label={t("reception.opinion")}
        help={t("reception.form.opinion_help")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <Tick isSelected={draft.inPrivate} onChange={(inPrivate) => set({ inPrivate })}>
        {t("reception.form.in_private")}
      </Tick>
      <ExaminedFields draft={draft} set={set} wrong={wrong} tried={tried} choices={model.choices} />
    </Form>
  );
}
