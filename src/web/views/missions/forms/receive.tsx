import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, Field, Form, MomentField, Notice, Tick, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { MissionModel } from "../mission-query.ts";

/** The receipt of the side that received, and of those of the adverse party whether their record is made. */
export function ReceiveForm({
  model,
  onDone,
}: {
  readonly model: MissionModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const now = useNow();
  const [recordMade, setRecordMade] = useState(false);
  const empty = { at: now, wounded: null as string | null, remains: null as string | null, adverse: "" };
  const form = useForm(empty, (draft) => ({
    at: hourIsWrong(draft.at),
    wounded: draft.wounded === null ? "forms.choose" : undefined,
    remains: draft.remains === null ? "forms.choose" : undefined,
    adverse: draft.adverse.trim() === "" ? undefined : countIsWrong(draft.adverse),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const adverse = { count: Number(draft.adverse), recordMade };
    const payload = {
      mission: model.id,
      at: instantFrom(draft.at),
      wounded: draft.wounded,
      remains: draft.remains,
      ...(Number(draft.adverse) > 0 ? { adverse } : {}),
    };
    propose({ room: "humanitarian", kind: "mission.received", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <MomentField
        label={t("missions.form.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <Choose
        label={t("sites.wounded")}
        value={draft.wounded}
        choices={model.bands}
        onChange={(wounded) => set({ wounded })}
        wrong={wrong("wounded")}
      />
      <Choose
        label={t("sites.remains")}
        value={draft.remains}
        choices={model.bands}
        onChange={(remains) => set({ remains })}
        wrong={wrong("remains")}
      />
      <Field
        label={t("forms.optional", { label: t("missions.form.adverse") })}
        value={draft.adverse}
        onChange={(adverse) => set({ adverse })}
        wrong={wrong("adverse")}
      />
      {Number(draft.adverse) > 0 && (
        <>
          <Notice>{t("sites.adverse")}</Notice>
          <Tick isSelected={recordMade} onChange={setRecordMade}>
            {t("field.recordMade")}
          </Tick>
        </>
      )}
    </Form>
  );
}

function countIsWrong(text: string): "forms.fill_whole_number" | undefined {
  return /^\d{1,4}$/.test(text.trim()) ? undefined : "forms.fill_whole_number";
}
