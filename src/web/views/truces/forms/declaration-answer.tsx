import type { Room } from "#record";
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

const answers = ["reciprocated", "reciprocated_in_part", "declined"] as const;

/** The other side's own answer to a declaration. */
export function DeclarationAnswerForm({
  declaration,
  room,
  onDone,
}: {
  readonly declaration: string;
  readonly room: Room;
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
      declaration,
      answer: draft.answer,
      ...maybe("words", draft.words),
      source: sourceOf(draft.source),
    };
    propose({ room, kind: "truce.declaration_answered", payload }, onDone);
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
