import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Form, MomentField, useForm } from "../../../design/index.ts";
import type { PersonModel } from "../person-query.ts";
import { hourIsWrong, instantFrom, useNow } from "./now.ts";

/** The person takes a consent back; no reason is asked. */
export function WithdrawForm({
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
  const form = useForm({ at: useNow() }, (draft) => ({ at: hourIsWrong(draft.at) }));
  const { draft, set, tried } = form;
  const payload = { consent, at: instantFrom(draft.at) };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: model.room, kind: "consent.withdrawn", payload }, onDone)}
      onCancel={onDone}
    >
      <p>{t("reception.form.withdraw_how")}</p>
      <MomentField
        label={t("field.consent.withdrawn.at")}
        value={draft.at}
        onChange={(one) => set({ at: one })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
