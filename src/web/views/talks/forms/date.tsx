import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
  maybe,
  momentIsWrong,
  momentOf,
  OneOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../../design/index.ts";

const answers = ["agreed", "other_date_asked", "declined"] as const;

/** This office's own word on the date of a round. */
export function DateForm({ round, onDone }: { readonly round: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      answer: null as (typeof answers)[number] | null, // none is chosen yet
      otherDate: useNoMoment(),
      reason: "",
      source: useOwnWords(),
    },
    (draft) => ({
      answer: draft.answer ? undefined : "forms.choose",
      otherDate: draft.answer === "other_date_asked" ? momentIsWrong(draft.otherDate) : undefined,
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const isOther = draft.answer === "other_date_asked";
  const ready = () =>
    propose(
      {
        room: "plenary",
        kind: "round.date_answered",
        payload: {
          round,
          answer: draft.answer,
          ...(isOther ? { otherDate: momentOf(draft.otherDate) } : {}),
          ...maybe("reason", draft.reason),
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("talks.answer")}
        value={draft.answer}
        choices={answers.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      {isOther && (
        <MomentField
          label={t("talks.f.other_date")}
          value={draft.otherDate}
          onChange={(otherDate) => set({ otherDate })}
          tried={tried}
        />
      )}
      <Field
        label={t("forms.optional", { label: t("talks.reason") })}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
