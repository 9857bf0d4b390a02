import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  MomentField,
  maybe,
  OneOf,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { MissionModel } from "../mission-query.ts";

/** Closed, aborted or not completed: each is an outcome, and says what became of those who waited. */
export function EndForm({ model, onDone }: { readonly model: MissionModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const now = useNow();
  const form = useForm(
    {
      outcome: null as string | null,
      at: now,
      words: "",
      wounded: null as string | null,
      remains: null as string | null,
    },
    (draft) => {
      const isPart = draft.outcome === "not_completed";
      return {
        outcome: draft.outcome === null ? "forms.choose" : undefined,
        at: hourIsWrong(draft.at),
        words: isPart || draft.outcome === "aborted" ? textIsWrong(draft.words) : undefined,
        wounded: isPart && draft.wounded === null ? "forms.choose" : undefined,
        remains: isPart && draft.remains === null ? "forms.choose" : undefined,
      };
    },
  );
  const { draft, set, wrong, tried } = form;
  const { outcome, wounded, remains } = draft;
  const asksLeft = outcome === "not_completed" || outcome === "aborted";
  const ready = () => {
    const left = wounded !== null && remains !== null ? { left: { wounded, remains } } : {};
    const said = { outcome, at: instantFrom(draft.at), ...maybe("words", draft.words), ...left };
    propose({ room: "humanitarian", kind: "mission.ended", payload: { mission: model.id, ...said } }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("missions.form.outcome")}
        value={outcome}
        choices={model.choices.outcomes}
        onChange={(one) => set({ outcome: one })}
        wrong={wrong("outcome")}
      />
      <MomentField
        label={t("missions.form.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <Field
        label={t("missions.form.why")}
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        lines
      />
      {asksLeft && (
        <>
          <Choose
            label={t("missions.form.left_wounded")}
            value={wounded}
            choices={model.bands}
            onChange={(one) => set({ wounded: one })}
            wrong={wrong("wounded")}
          />
          <Choose
            label={t("missions.form.left_remains")}
            value={remains}
            choices={model.bands}
            onChange={(one) => set({ remains: one })}
            wrong={wrong("remains")}
          />
        </>
      )}
    </Form>
  );
}
