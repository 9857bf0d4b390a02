import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, maybe, OneOf, useForm } from "../../../design/index.ts";
import type { SiteModel } from "../query.ts";

/** Nobody is to be fetched there any more, and why. */
export function WithdrawForm({ model, onDone }: { readonly model: SiteModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ reason: null as string | null, words: "" }, (draft) => ({
    reason: draft.reason === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong } = form;
  const payload = { site: model.id, reason: draft.reason, ...maybe("words", draft.words) };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: model.room, kind: "site.withdrawn", payload }, onDone)}
      onCancel={onDone}
    >
      <OneOf
        label={t("field.reason")}
        value={draft.reason}
        choices={model.choices.withdrawals}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}
