import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, MomentField, maybe, OneOf, useForm } from "../../../design/index.ts";
import type { WardModel } from "../query.ts";
import { hourIsWrong, instantFrom, useNow } from "./now.ts";

/** A person came back: a number, when, and how he arrived. */
export function ReceiveForm({
  model: { room, nextNumber, choices },
  onDone,
}: {
  readonly model: WardModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const at = useNow();
  const form = useForm(
    { person: String(nextNumber), at, condition: null as string | null, wristband: "" },
    (draft) => ({
      person: /^[1-9]\d{0,6}$/.test(draft.person.trim()) ? undefined : "forms.fill_whole_number",
      at: hourIsWrong(draft.at),
      condition: draft.condition === null ? "forms.choose" : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room,
        kind: "return.received",
        payload: {
          person: Number(draft.person),
          at: instantFrom(draft.at),
          condition: draft.condition,
          ...maybe("wristband", draft.wristband),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.return.received.person")}
        help={t("reception.form.number_help")}
        value={draft.person}
        onChange={(person) => set({ person })}
        wrong={wrong("person")}
        isRequired
      />
      <OneOf
        label={t("reception.condition")}
        value={draft.condition}
        choices={choices.conditions}
        onChange={(condition) => set({ condition })}
        wrong={wrong("condition")}
      />
      <MomentField
        label={t("reception.received_at")}
        value={draft.at}
        onChange={(one) => set({ at: one })}
        tried={tried}
        needsHour
      />
      <Field
        label={t("forms.optional", { label: t("field.wristband") })}
        value={draft.wristband}
        onChange={(wristband) => set({ wristband })}
      />
    </Form>
  );
}
