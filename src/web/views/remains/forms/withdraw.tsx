import type { Room } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Form, MomentField, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";

/** A relative takes a consent back; no reason is asked. */
export function WithdrawForm({
  room,
  consent,
  onDone,
}: {
  readonly room: Room;
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
      onReady={() => propose({ room, kind: "forensic.sample_withdrawn", payload }, onDone)}
      onCancel={onDone}
    >
      <p>{t("remains.f.withdraw_how")}</p>
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
