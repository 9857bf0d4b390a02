import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  maybe,
  OneOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";

const answers = ["agreed", "agreed_ad_referendum", "under_study", "refused"] as const;

/** This party's own answer on a tranche. */
export function AnswerForm({ tranche, onDone }: { readonly tranche: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { answer: null as (typeof answers)[number] | null, words: "", source: useOwnWords() }, // none is chosen yet
    (draft) => ({ answer: draft.answer ? undefined : "forms.choose", source: sourceIsWrong(draft.source) }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const words = maybe("words", draft.words);
    const payload = { tranche, answer: draft.answer, ...words, source: sourceOf(draft.source) };
    propose({ room: "exchange", kind: "tranche.answered", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("field.answer")}
        value={draft.answer}
        choices={answers.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
