import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, Group, MomentField, OneOf, Tick, textIsWrong, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow, useOwnZone } from "../../reception/forms/now.ts";
import type { MissionModel } from "../mission-query.ts";
import type { MissionChoices } from "../query.ts";
import { cellsFrom, planDraft, type TeamDraft, teamsAreWrong, teamsFrom } from "./plan-draft.ts";
import { TeamsField } from "./teams.tsx";

/** A mission by hand: for whom, where by cells, when, and which teams turn back when; new, or in the place of another. */
export function PlanForm({
  choices,
  of,
  onDone,
}: {
  readonly choices: MissionChoices;
  /** The mission whose plan it replaces. */
  readonly of?: Pick<MissionModel, "id" | "plan">;
  readonly onDone: (id?: string) => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const zone = useOwnZone();
  const starts = useNow(72);
  const aborts = useNow(77);
  const ends = useNow(78);
  const [isEmergency, setEmergency] = useState(of?.plan.emergency ?? false);
  const form = useForm(
    () =>
      of
        ? planDraft(of.plan, zone)
        : {
            code: "",
            task: null as string | null,
            cells: "",
            startsAt: starts,
            endsAt: ends,
            radio: "30",
            teams: [
              { key: 0, name: "", type: "medical_team", vehicles: "2", crew: "4", abortAt: aborts },
            ] as readonly TeamDraft[],
          },
    (draft) => ({
      code: textIsWrong(draft.code),
      task: draft.task === null ? "forms.choose" : undefined,
      cells: cellsFrom(draft.cells) === undefined ? "missions.wrong.cells" : undefined,
      startsAt: hourIsWrong(draft.startsAt),
      endsAt: hourIsWrong(draft.endsAt),
      radio: /^([5-9]|[1-9]\d|1\d\d|2[0-3]\d|240)$/.test(draft.radio.trim())
        ? undefined
        : "forms.fill_whole_number",
      teams: teamsAreWrong(draft.teams),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      code: draft.code.trim(),
      task: draft.task,
      emergency: isEmergency,
      cells: cellsFrom(draft.cells),
      startsAt: instantFrom(draft.startsAt),
      endsAt: instantFrom(draft.endsAt),
      radioEveryMinutes: Number(draft.radio),
      teams: teamsFrom(draft.teams),
      ...(of ? { replaces: of.id } : {}),
    };
    propose({ room: "humanitarian", kind: "mission.planned", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={() => onDone()}>
      <Field
        label={t("sites.code")}
        value={draft.code}
        onChange={(code) => set({ code })}
        wrong={wrong("code")}
      />
      <OneOf
        label={t("missions.form.task")}
        value={draft.task}
        choices={choices.tasks}
        onChange={(task) => set({ task })}
        wrong={wrong("task")}
      />
      <Tick isSelected={isEmergency} onChange={setEmergency}>
        {t("missions.form.emergency")}
      </Tick>
      <Field
        label={t("missions.form.cells")}
        help={t("missions.form.cells_help")}
        value={draft.cells}
        onChange={(cells) => set({ cells })}
        wrong={wrong("cells")}
      />
      <MomentField
        label={t("missions.starts")}
        value={draft.startsAt}
        onChange={(startsAt) => set({ startsAt })}
        tried={tried}
        needsHour
      />
      <MomentField
        label={t("missions.ends")}
        value={draft.endsAt}
        onChange={(endsAt) => set({ endsAt })}
        tried={tried}
        needsHour
      />
      <Field
        label={t("field.radioEveryMinutes")}
        value={draft.radio}
        onChange={(radio) => set({ radio })}
        wrong={wrong("radio")}
      />
      <Group title={t("missions.teams")}>
        <TeamsField
          teams={draft.teams}
          types={choices.teamTypes}
          onChange={(teams) => set({ teams })}
          tried={tried}
          wrong={wrong("teams")}
        />
      </Group>
    </Form>
  );
}
