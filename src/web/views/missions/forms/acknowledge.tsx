import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, MomentField, maybe, OneOf, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { MissionModel } from "../mission-query.ts";

/** How far a notification has come, in the side's own word. */
export function AcknowledgeForm({ model, onDone }: FormProps) {
  const { t } = useDesk();
  return (
    <WordForm
      model={model}
      kind="mission.acknowledged"
      field="echelon"
      label={t("missions.came_to")}
      choices={model.choices.echelons}
      onDone={onDone}
    />
  );
}

/** A word on mines and other hazards; each office its own. */
export function HazardForm({ model, onDone }: FormProps) {
  const { t } = useDesk();
  return (
    <WordForm
      model={model}
      kind="mission.hazard_said"
      field="state"
      label={t("missions.hazards")}
      choices={model.choices.hazardStates}
      onDone={onDone}
    />
  );
}

type FormProps = { readonly model: MissionModel; readonly onDone: () => void };

/** One of a few words, when it came about, and words of one's own. */
export function WordForm({
  model,
  kind,
  field,
  label,
  choices,
  onDone,
}: FormProps & {
  readonly kind: "mission.acknowledged" | "mission.hazard_said" | "mission.event_noted";
  readonly field: "echelon" | "state" | "event";
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const now = useNow();
  const form = useForm({ word: null as string | null, at: now, words: "" }, (draft) => ({
    word: draft.word === null ? "forms.choose" : undefined,
    at: hourIsWrong(draft.at),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const said = { [field]: draft.word, at: instantFrom(draft.at), ...maybe("words", draft.words) };
    propose({ room: "humanitarian", kind, payload: { mission: model.id, ...said } }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={label}
        value={draft.word}
        choices={choices}
        onChange={(word) => set({ word })}
        wrong={wrong("word")}
      />
      <MomentField
        label={t("missions.form.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}
