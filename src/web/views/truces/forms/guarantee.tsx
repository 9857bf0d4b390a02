import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
  momentIsWrong,
  textIsWrong,
  useForm,
  useNoMoment,
} from "../../../design/index.ts";
import { instantOf } from "./now.ts";
import type { TruceAt } from "./truce-at.ts";

/** An assurance for a named time, area and work. */
export function GuaranteeForm({ at, onDone }: { readonly at: TruceAt; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ words: "", until: useNoMoment() }, (draft) => ({
    words: textIsWrong(draft.words),
    until: draft.until.hour === "" ? "forms.hour_needed" : momentIsWrong(draft.until),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = { truce: at.truce, words: draft.words.trim(), until: instantOf(draft.until) };
    propose({ room: at.room, kind: "truce.guarantee_given", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.words")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <MomentField
        label={t("field.until")}
        value={draft.until}
        onChange={(until) => set({ until })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
