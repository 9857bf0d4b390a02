import { useDesk } from "../../../app/desk-context.tsx";
import type { MissionModel } from "../mission-query.ts";
import { WordForm } from "./acknowledge.tsx";

/** What happened, by the clock of who says it. */
export function EventForm({ model, onDone }: { readonly model: MissionModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  return (
    <WordForm
      model={model}
      kind="mission.event_noted"
      field="event"
      label={t("missions.form.event")}
      choices={model.choices.events}
      onDone={onDone}
    />
  );
}
