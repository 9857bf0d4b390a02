import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Field, Form, MomentField, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { MissionModel } from "../mission-query.ts";

/** A side was told; it is no permission, and asks for none. */
export function NotifyForm({ model, onDone }: { readonly model: MissionModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const now = useNow();
  const form = useForm({ to: null as "a" | "b" | null, at: now, channel: "" }, (draft) => ({
    to: draft.to === null ? "forms.choose" : undefined,
    at: hourIsWrong(draft.at),
    channel: textIsWrong(draft.channel),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const { to, at, channel } = draft;
    const payload = { mission: model.id, to, at: instantFrom(at), channel: channel.trim() };
    propose({ room: "humanitarian", kind: "mission.notified", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("missions.form.to")}
        value={draft.to}
        choices={model.sidesToName}
        onChange={(to) => set({ to })}
        wrong={wrong("to")}
      />
      <MomentField
        label={t("missions.form.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <Field
        label={t("missions.form.channel")}
        value={draft.channel}
        onChange={(channel) => set({ channel })}
        wrong={wrong("channel")}
      />
    </Form>
  );
}
