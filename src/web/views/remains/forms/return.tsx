import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { css, Field, Form, MomentField, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { CaseModel } from "../case-query.ts";

/** Remains that came to the wrong side are returned; their custody passes as at every handover. */
export function ReturnForm({
  model,
  to,
  onDone,
}: {
  readonly model: CaseModel;
  readonly to: NonNullable<CaseModel["other"]>;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ cause: null as string | null, at: useNow(), words: "" }, (draft) => ({
    cause: draft.cause === null ? "forms.choose" : undefined,
    at: hourIsWrong(draft.at),
    words: textIsWrong(draft.words),
  }));
  const { draft, set, wrong, tried } = form;
  const payload = {
    case: model.id,
    to: to.side,
    cause: draft.cause,
    at: instantFrom(draft.at),
    words: draft.words.trim(),
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.case_returned", payload }, onDone)}
      onCancel={onDone}
    >
      <p className={css.small}>{t("remains.f.return_how", { name: to.name })}</p>
      <OneOf
        label={t("remains.f.cause")}
        value={draft.cause}
        choices={model.choices.causes}
        onChange={(cause) => set({ cause })}
        wrong={wrong("cause")}
      />
      <Field
        label={t("field.words")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
