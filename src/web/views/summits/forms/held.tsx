import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
  momentIsWrong,
  momentOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../../design/index.ts";

/** Records that the leaders met, and with which outcome in this office's words. */
export function HeldForm({ summit, onDone }: { readonly summit: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ on: useNoMoment(), outcome: "", source: useOwnWords() }, (draft) => ({
    on: momentIsWrong(draft.on),
    outcome: textIsWrong(draft.outcome),
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      summit,
      on: momentOf(draft.on),
      outcome: draft.outcome.trim(),
      source: sourceOf(draft.source),
    };
    propose({ room: "plenary", kind: "summit.held", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <MomentField label={t("summits.f.on")} value={draft.on} onChange={(on) => set({ on })} tried={tried} />
      <Field
        label={t("summits.outcome")}
        lines
        value={draft.outcome}
        onChange={(outcome) => set({ outcome })}
        wrong={wrong("outcome")}
        isRequired
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
