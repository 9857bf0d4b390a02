import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import type { MissionModel } from "../mission-query.ts";

/** A side's own assurance for the whole time of the mission, or that it takes it back. */
export function GuaranteeForm({
  model,
  onDone,
}: {
  readonly model: MissionModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const [given, setGiven] = useState<"given" | "taken_back">("given");
  const form = useForm({ words: "" }, (draft) => ({ words: textIsWrong(draft.words) }));
  const { draft, set, wrong } = form;
  const { startsAt, endsAt } = model.plan;
  const payload = {
    mission: model.id,
    given: given === "given",
    startsAt,
    endsAt,
    words: draft.words.trim(),
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "humanitarian", kind: "mission.guarantee_said", payload }, onDone)}
      onCancel={onDone}
    >
      <OneOf
        label={t("missions.assurance")}
        value={given}
        choices={(["given", "taken_back"] as const).map((value) => ({
          value,
          label: t(`missions.form.${value}`),
        }))}
        onChange={setGiven}
      />
      <Field
        label={t("missions.form.guarantee_words")}
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        lines
      />
    </Form>
  );
}
