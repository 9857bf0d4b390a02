import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, MomentField, maybe, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { ContainerModel } from "../container-query.ts";

/** A case is opened at an examination: one set of remains, or a part; a container may give several. */
export function CaseForm({ model, onDone }: { readonly model: ContainerModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = { number: "", at: useNow(), holds: null as string | null, words: "" };
  const form = useForm(initial, (draft) => ({
    number: textIsWrong(draft.number),
    at: hourIsWrong(draft.at),
    holds: draft.holds === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong, tried } = form;
  const payload = {
    number: draft.number.trim(),
    containers: [model.id],
    at: instantFrom(draft.at),
    holds: draft.holds,
    ...maybe("words", draft.words),
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.case_opened", payload }, onDone)}
      onCancel={onDone}
    >
      <Field
        label={t("remains.f.case_number")}
        value={draft.number}
        onChange={(number) => set({ number })}
        wrong={wrong("number")}
        isRequired
      />
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <OneOf
        label={t("field.holds")}
        value={draft.holds}
        choices={model.choices.holdings}
        onChange={(holds) => set({ holds })}
        wrong={wrong("holds")}
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
