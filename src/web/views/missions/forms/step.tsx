import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, Form, MomentField, OneOf, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { MissionModel } from "../mission-query.ts";

/** Where a team is now. It is kept and sent later where there is no network. */
export function StepForm({ model, onDone }: { readonly model: MissionModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const now = useNow();
  const first = model.teams.length === 1 ? (model.teams[0]?.team ?? null) : null;
  const form = useForm(
    {
      team: first,
      step: null as string | null,
      at: now,
      to: null as "a" | "b" | null,
      wounded: null as string | null,
      remains: null as string | null,
    },
    (draft) => ({
      team: draft.team === null ? "forms.choose" : undefined,
      step: draft.step === null ? "forms.choose" : undefined,
      at: hourIsWrong(draft.at),
      to: draft.step === "handed_over" && draft.to === null ? "forms.choose" : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const isLoad = draft.step === "loaded" || draft.step === "handed_over";
  const ready = () => {
    const payload = {
      mission: model.id,
      team: draft.team,
      step: draft.step,
      at: instantFrom(draft.at),
      ...(draft.step === "handed_over" ? { to: draft.to } : {}),
      ...(isLoad && draft.wounded !== null ? { wounded: draft.wounded } : {}),
      ...(isLoad && draft.remains !== null ? { remains: draft.remains } : {}),
    };
    propose({ room: "humanitarian", kind: "mission.step_noted", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("missions.team")}
        value={draft.team}
        choices={model.teams.map(({ team }) => ({ value: team, label: team }))}
        onChange={(team) => set({ team })}
        wrong={wrong("team")}
      />
      <OneOf
        label={t("missions.step")}
        value={draft.step}
        choices={model.choices.steps}
        onChange={(step) => set({ step })}
        wrong={wrong("step")}
      />
      <MomentField
        label={t("missions.form.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      {draft.step === "handed_over" && (
        <OneOf
          label={t("missions.form.handed_to")}
          value={draft.to}
          choices={model.sidesToName}
          onChange={(to) => set({ to })}
          wrong={wrong("to")}
        />
      )}
      {isLoad && (
        <>
          <Choose
            label={t("forms.optional", { label: t("sites.wounded") })}
            value={draft.wounded}
            choices={model.bands}
            onChange={(wounded) => set({ wounded })}
          />
          <Choose
            label={t("forms.optional", { label: t("sites.remains") })}
            value={draft.remains}
            choices={model.bands}
            onChange={(remains) => set({ remains })}
          />
        </>
      )}
    </Form>
  );
}
