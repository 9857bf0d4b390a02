import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, MomentField, maybe, OneOf, useForm } from "../../../design/index.ts";
import type { PersonModel, StepLine } from "../person-query.ts";
import { hourIsWrong, instantFrom, useNow } from "./now.ts";

/** What became of a step. The person himself may decline or postpone it. */
export function StepForm({
  model,
  line,
  onDone,
}: {
  readonly model: PersonModel;
  readonly line: StepLine;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const at = useNow();
  const until = useNow(24);
  const form = useForm({ outcome: null as string | null, at, until, words: "" }, (draft) => ({
    outcome: draft.outcome === null ? "forms.choose" : undefined,
    at: hourIsWrong(draft.at),
    until: draft.outcome === "postponed" ? hourIsWrong(draft.until) : undefined,
  }));
  const { draft, set, wrong, tried } = form;
  const outcomes = model.choices.outcomes.filter(
    ({ value }) => line.status !== "not_yet" || value !== "done",
  );
  const ready = () =>
    propose(
      {
        room: model.room,
        kind: "return.step_done",
        payload: {
          return: model.id,
          step: line.step,
          at: instantFrom(draft.at),
          outcome: draft.outcome,
          ...(draft.outcome === "postponed" ? { until: instantFrom(draft.until) } : {}),
          ...maybe("words", draft.words),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("field.outcome")}
        value={draft.outcome}
        choices={outcomes}
        onChange={(outcome) => set({ outcome })}
        wrong={wrong("outcome")}
      />
      <MomentField
        label={t("reception.form.at")}
        value={draft.at}
        onChange={(one) => set({ at: one })}
        tried={tried}
        needsHour
      />
      {draft.outcome === "postponed" && (
        <MomentField
          label={t("reception.postponed_until")}
          value={draft.until}
          onChange={(one) => set({ until: one })}
          tried={tried}
          needsHour
        />
      )}
      <Field
        label={t("forms.optional", { label: t("reception.in_words") })}
        help={t("reception.form.words_help")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}
