import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { css, Field, Form, useForm } from "../../../design/index.ts";
import type { ForensicModel } from "../query.ts";

/** Somebody who is sought: a number of this office, and where it is known the line of a list. */
export function PersonForm({
  model,
  onDone,
}: {
  readonly model: ForensicModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = { person: String(model.nextNumber), list: "", line: "" };
  const form = useForm(initial, ({ person, list, line }) => ({
    person: /^[1-9]\d{0,6}$/.test(person.trim()) ? undefined : "forms.fill_whole_number",
    list: list.trim() === "" || /^[a-z2-7]{26}$/.test(list.trim()) ? undefined : "remains.f.list_wrong",
    line:
      (line.trim() === "") === (list.trim() === "") && /^([1-9]\d{0,5})?$/.test(line.trim())
        ? undefined
        : "forms.fill_whole_number",
  }));
  const { draft, set, wrong } = form;
  const record =
    draft.list.trim() === "" ? {} : { record: { list: draft.list.trim(), line: Number(draft.line) } };
  const payload = { person: Number(draft.person), ...record };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.person_entered", payload }, onDone)}
      onCancel={onDone}
    >
      <p className={css.small}>{t("remains.f.person_how")}</p>
      <Field
        label={t("remains.f.person_number")}
        value={draft.person}
        onChange={(person) => set({ person })}
        wrong={wrong("person")}
        isRequired
      />
      <Field
        label={t("forms.optional", { label: t("field.list") })}
        help={t("remains.f.list_how")}
        value={draft.list}
        onChange={(list) => set({ list })}
        wrong={wrong("list")}
      />
      <Field
        label={t("forms.optional", { label: t("field.line") })}
        value={draft.line}
        onChange={(line) => set({ line })}
        wrong={wrong("line")}
      />
    </Form>
  );
}
