import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, maybe, OneOf, useForm } from "../../../design/index.ts";
import type { TruceAt } from "./truce-at.ts";

const answers = ["go", "no_go"] as const;
const times = ["t24", "t6", "t1", "other"] as const;

/** Go or no-go, each office for itself, at one of three hours before the start. */
export function ReadinessForm({ at, onDone }: { readonly at: TruceAt; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      answer: null as (typeof answers)[number] | null,
      time: null as (typeof times)[number] | null,
      reason: "",
    }, // nothing is said yet
    (draft) => ({
      answer: draft.answer ? undefined : "forms.choose",
      time: draft.time ? undefined : "forms.choose",
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const { time } = draft;
    const checkpoint = time === "other" || time === null ? {} : { checkpoint: time };
    const payload = {
      truce: at.truce,
      answer: draft.answer,
      ...checkpoint,
      ...maybe("reason", draft.reason),
    };
    propose({ room: at.room, kind: "truce.readiness_said", payload }, onDone);
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
      <OneOf
        label={t("truces.checkpoint_head")}
        value={draft.time}
        choices={times.map((value) => ({
          value,
          label: value === "other" ? t("truces.other_time") : t(`word.${value}`),
        }))}
        onChange={(time) => set({ time })}
        wrong={wrong("time")}
      />
      <Field
        label={t("forms.optional", { label: t("field.reason") })}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </Form>
  );
}
