import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Field, Form, textIsWrong, useForm } from "../../design/index.ts";
import { onlyRoom, RoomField } from "../claims/room-field.tsx";
import type { RoomChoice } from "../claims/saying-query.ts";

/** Opens an issue: what it is, and what separates the positions. */
export function IssueForm({
  rooms,
  onDone,
}: {
  readonly rooms: readonly RoomChoice[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ title: "", words: "", room: onlyRoom(rooms) }, (draft) => ({
    title: textIsWrong(draft.title),
    words: textIsWrong(draft.words),
    room: draft.room === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = { title: draft.title.trim(), words: draft.words.trim() };
    if (draft.room) propose({ room: draft.room, kind: "issue.opened", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("statements.form.issue")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
        isRequired
      />
      <Field
        label={t("statements.form.apart")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <RoomField rooms={rooms} value={draft.room} onChange={(room) => set({ room })} tried={tried} />
    </Form>
  );
}
