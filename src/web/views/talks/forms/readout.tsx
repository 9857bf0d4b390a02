import { type Language, languages } from "#i18n/screens";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  languageNames,
  linesOf,
  noPerson,
  PersonFields,
  personIsWrong,
  personOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";

/** This office's own account of the round, word for word in the language in which it was given. */
export function ReadoutForm({ round, onDone }: { readonly round: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      speaker: noPerson,
      text: "",
      language: null as Language | null, // none is chosen yet
      points: "",
      source: useOwnWords(),
    },
    (draft) => ({
      speaker: personIsWrong(draft.speaker),
      text: textIsWrong(draft.text),
      language: draft.language ? undefined : "forms.choose",
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: "plenary",
        kind: "readout.given",
        payload: {
          round,
          speaker: personOf(draft.speaker),
          text: draft.text.trim(),
          language: draft.language,
          points: linesOf(draft.points),
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <PersonFields
        title={t("talks.f.speaker")}
        value={draft.speaker}
        onChange={(speaker) => set({ speaker })}
        tried={tried}
      />
      <Field
        label={t("talks.f.account")}
        lines
        value={draft.text}
        onChange={(text) => set({ text })}
        wrong={wrong("text")}
        isRequired
      />
      <Choose
        label={t("talks.f.language")}
        value={draft.language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(language) => set({ language })}
        wrong={wrong("language")}
      />
      <Field
        label={t("forms.optional", { label: t("talks.f.account_points") })}
        help={t("forms.one_a_line")}
        lines
        value={draft.points}
        onChange={(points) => set({ points })}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
