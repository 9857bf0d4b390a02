import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, MomentField, Notice, Tick, useForm } from "../../../design/index.ts";
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
  const form = useForm({ at: now, wounded: "", remains: "", adverse: "" }, (draft) => ({
    at: hourIsWrong(draft.at),
    wounded: countIsWrong(draft.wounded),
    remains: countIsWrong(draft.remains),
    adverse: draft.adverse.trim() === "" ? undefined : countIsWrong(draft.adverse),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const adverse = { count: Number(draft.adverse), recordMade };
    const payload = {
      mission: model.id,
      at: instantFrom(draft.at),
      wounded: Number(draft.wounded),
      remains: Number(draft.remains),
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
      <Field
        label={t("sites.wounded")}
        value={draft.wounded}
        onChange={(wounded) => set({ wounded })}
        wrong={wrong("wounded")}
      />
      <Field
        label={t("sites.remains")}
        value={draft.remains}
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
