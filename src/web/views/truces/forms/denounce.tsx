import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
  momentIsWrong,
  Notice,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import { instantOf, useHoursFromNow } from "./now.ts";
import type { TruceAt } from "./truce-at.ts";

/** A denunciation, with its reason and its warning (Hague Regulations art. 40-41). */
export function DenounceForm({ at, onDone }: { readonly at: TruceAt; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ reason: "", effectiveAt: useHoursFromNow(6) }, (draft) => ({
    reason: textIsWrong(draft.reason),
    effectiveAt: draft.effectiveAt.hour === "" ? "forms.hour_needed" : momentIsWrong(draft.effectiveAt),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      truce: at.truce,
      reason: draft.reason.trim(),
      effectiveAt: instantOf(draft.effectiveAt),
    };
    propose({ room: at.room, kind: "truce.denounced", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Notice>{t("truces.breach_words")}</Notice>
      <Field
        label={t("field.reason")}
        lines
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        wrong={wrong("reason")}
        isRequired
      />
      <MomentField
        label={t("field.effectiveAt")}
        value={draft.effectiveAt}
        onChange={(effectiveAt) => set({ effectiveAt })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
