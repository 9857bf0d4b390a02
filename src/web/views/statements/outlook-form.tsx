import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Field,
  Form,
  OneOf,
  type SourceDraft,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../design/index.ts";
import { onlyRoom, RoomField } from "../claims/room-field.tsx";
import type { RoomChoice } from "../claims/saying-query.ts";
import { BasisField } from "./basis-field.tsx";
import type { LinkedAct } from "./one.ts";

const degrees = ["low", "moderate", "high"] as const;

type Draft = {
  readonly author: string;
  readonly horizon: string;
  /** None is chosen yet. */
  readonly confidence: (typeof degrees)[number] | null;
  readonly words: string;
  readonly basis: readonly LinkedAct[];
  readonly source: SourceDraft;
  readonly room: Room | null;
};

/** What may come: by a named author, over a named time, on a stated basis. */
export function OutlookForm({
  rooms,
  onDone,
}: {
  readonly rooms: readonly RoomChoice[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const source = useOwnWords();
  const form = useForm<Draft>(
    { author: "", horizon: "", confidence: null, words: "", basis: [], source, room: onlyRoom(rooms) },
    (draft) => ({
      author: textIsWrong(draft.author),
      horizon: textIsWrong(draft.horizon),
      confidence: draft.confidence === null ? "forms.choose" : undefined,
      words: textIsWrong(draft.words),
      basis: draft.basis.length === 0 ? "forms.choose" : undefined,
      source: sourceIsWrong(draft.source),
      room: draft.room === null ? "forms.choose" : undefined,
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      author: draft.author.trim(),
      horizon: draft.horizon,
      confidence: draft.confidence,
      words: draft.words.trim(),
      basis: draft.basis.map(({ id }) => id),
      source: sourceOf(draft.source),
    };
    if (draft.room) propose({ room: draft.room, kind: "outlook.given", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.author")}
        value={draft.author}
        onChange={(author) => set({ author })}
        wrong={wrong("author")}
        isRequired
      />
      <Field
        label={t("field.horizon")}
        type="date"
        value={draft.horizon}
        onChange={(horizon) => set({ horizon })}
        wrong={wrong("horizon")}
        isRequired
      />
      <Field
        label={t("statements.form.may_come")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <OneOf
        label={t("statements.confidence")}
        value={draft.confidence}
        choices={degrees.map((value) => ({ value, label: t(`statements.confidence.${value}`) }))}
        onChange={(confidence) => set({ confidence })}
        wrong={wrong("confidence")}
      />
      <BasisField
        value={draft.basis}
        offered={[]}
        onChange={(basis) => set({ basis })}
        wrong={wrong("basis")}
      />
      <RoomField rooms={rooms} value={draft.room} onChange={(room) => set({ room })} tried={tried} />
      <SourceFields value={draft.source} onChange={(one) => set({ source: one })} tried={tried} />
    </Form>
  );
}
