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
import type { TruceAt } from "./truce-at.ts";

const answers = ["accepted", "agreed_in_principle", "under_study", "reserved", "declined"] as const;

/** This party's own answer on a text; a text that lacks parts cannot be accepted yet. */
export function AnswerForm({
  at,
  isWhole,
  onDone,
}: {
  readonly at: TruceAt;
  readonly isWhole: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { answer: null as (typeof answers)[number] | null, words: "", source: useOwnWords() }, // none is chosen yet
    (draft) => ({ answer: draft.answer ? undefined : "forms.choose", source: sourceIsWrong(draft.source) }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      truce: at.truce,
      answer: draft.answer,
      ...maybe("words", draft.words),
      source: sourceOf(draft.source),
    };
    propose({ room: at.room, kind: "truce.answered", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("field.answer")}
        value={draft.answer}
        choices={answers
          .filter((value) => isWhole || value !== "accepted")
          .map((value) => ({ value, label: t(`word.${value}`) }))}
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
