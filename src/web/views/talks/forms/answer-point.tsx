import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  css,
  Field,
  Form,
  OneOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";

const answers = ["confirmed", "confirmed_in_principle", "reserved", "denied"] as const;

/** This party's own word on a point that another has read out as agreed. */
export function AnswerPointForm({
  point,
  text,
  onDone,
}: {
  readonly point: string;
  readonly text: string;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { answer: null as (typeof answers)[number] | null, reservation: "", source: useOwnWords() }, // none is chosen yet
    (draft) => ({
      answer: draft.answer ? undefined : "forms.choose",
      reservation: draft.answer === "reserved" ? textIsWrong(draft.reservation) : undefined,
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const isReserved = draft.answer === "reserved";
  const ready = () => {
    const reservation = isReserved ? { reservation: draft.reservation.trim() } : {};
    const payload = { point, answer: draft.answer, ...reservation, source: sourceOf(draft.source) };
    propose({ room: "plenary", kind: "point.answered", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.quote}>{text}</p>
      <OneOf
        label={t("talks.answer")}
        value={draft.answer}
        choices={answers.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      {draft.answer === "confirmed_in_principle" && <p className={css.small}>{t("talks.in_principle")}</p>}
      {isReserved && (
        <Field
          label={t("talks.f.reserved_what")}
          lines
          value={draft.reservation}
          onChange={(reservation) => set({ reservation })}
          wrong={wrong("reservation")}
          isRequired
        />
      )}
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
