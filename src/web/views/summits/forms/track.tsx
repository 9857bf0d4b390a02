import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  maybe,
  OneOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import type { Word } from "../query.ts";

const states = ["open", "offered", "agreed"] as const;

/** This office's own word on one track of the preparation. */
export function TrackForm({
  summit,
  tracks,
  onDone,
}: {
  readonly summit: string;
  readonly tracks: readonly Word[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      track: null as string | null, // none is chosen yet
      state: null as (typeof states)[number] | null, // none is chosen yet
      value: "",
      source: useOwnWords(),
    },
    (draft) => ({
      track: draft.track ? undefined : "forms.choose",
      state: draft.state ? undefined : "forms.choose",
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const { track, state } = draft;
    const payload = { summit, track, state, ...maybe("value", draft.value), source: sourceOf(draft.source) };
    propose({ room: "plenary", kind: "summit.track_set", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("summits.col.track")}
        value={draft.track}
        choices={tracks.map(({ code, words }) => ({ value: code, label: words }))}
        onChange={(track) => set({ track })}
        wrong={wrong("track")}
      />
      <OneOf
        label={t("summits.f.state")}
        value={draft.state}
        choices={states.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(state) => set({ state })}
        wrong={wrong("state")}
      />
      <Field
        label={t("forms.optional", { label: t("summits.f.value") })}
        help={t("summits.f.value_help")}
        value={draft.value}
        onChange={(value) => set({ value })}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
