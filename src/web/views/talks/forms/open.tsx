import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
  maybe,
  momentIsWrong,
  momentOf,
  noPerson,
  PersonFields,
  personIsWrong,
  personOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../../design/index.ts";

/** The host opens a round. */
export function OpenForm({
  round,
  venue,
  onDone,
}: {
  readonly round: string;
  /** The place that was proposed. */
  readonly venue: string;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { at: useNoMoment(), chair: noPerson, venue, words: "", source: useOwnWords() },
    (draft) => ({
      at: momentIsWrong(draft.at),
      chair: personIsWrong(draft.chair),
      venue: textIsWrong(draft.venue),
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: "plenary",
        kind: "round.opened",
        payload: {
          round,
          at: momentOf(draft.at),
          chair: personOf(draft.chair),
          venue: draft.venue.trim(),
          ...maybe("openingWords", draft.words),
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <MomentField
        label={t("talks.f.opened_at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
      />
      <PersonFields
        title={t("talks.f.chair")}
        value={draft.chair}
        onChange={(chair) => set({ chair })}
        tried={tried}
      />
      <Field
        label={t("talks.venue")}
        value={draft.venue}
        onChange={(changed) => set({ venue: changed })}
        wrong={wrong("venue")}
        isRequired
      />
      <Field
        label={t("forms.optional", { label: t("talks.f.opening_words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
