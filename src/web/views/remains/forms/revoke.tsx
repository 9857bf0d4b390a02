import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, MomentField, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { Choices } from "../choices.ts";

/** An office takes its identification back, with the reason. */
export function RevokeForm({
  identification,
  choices,
  onDone,
}: {
  readonly identification: string;
  readonly choices: Choices;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ reason: null as string | null, at: useNow(), words: "" }, (draft) => ({
    reason: draft.reason === null ? "forms.choose" : undefined,
    at: hourIsWrong(draft.at),
    words: textIsWrong(draft.words),
  }));
  const { draft, set, wrong, tried } = form;
  const payload = {
    identification,
    reason: draft.reason,
    at: instantFrom(draft.at),
    words: draft.words.trim(),
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.identification_revoked", payload }, onDone)}
      onCancel={onDone}
    >
      <OneOf
        label={t("field.reason")}
        value={draft.reason}
        choices={choices.revocations}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
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
