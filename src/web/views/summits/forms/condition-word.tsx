import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";

/** A word on a condition: that it is met, or that its author takes it back. */
export function ConditionWordForm({
  condition,
  kind,
  onDone,
}: {
  readonly condition: string;
  readonly kind: "summit.condition_met" | "summit.condition_lifted";
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ words: "", source: useOwnWords() }, (draft) => ({
    words: textIsWrong(draft.words),
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = { condition, words: draft.words.trim(), source: sourceOf(draft.source) };
    propose({ room: "plenary", kind, payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("summits.words")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
