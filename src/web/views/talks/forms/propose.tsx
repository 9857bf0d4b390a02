import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  MomentField,
  maybe,
  momentIsWrong,
  momentOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../../design/index.ts";

const formats = ["plenary", "heads", "proximity", "shuttle", "working_group", "online"] as const;

/** Proposing a round is agreeing to its date; the others answer for themselves. */
export function ProposeForm({ number, onDone }: { readonly number: number; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      title: "",
      number: String(number),
      on: useNoMoment(),
      venue: "",
      format: null as (typeof formats)[number] | null, // none is chosen yet
      source: useOwnWords(),
    },
    (draft) => ({
      title: textIsWrong(draft.title),
      number: /^[1-9]\d{0,5}$/.test(draft.number) ? undefined : "forms.fill_whole_number",
      on: momentIsWrong(draft.on),
      format: draft.format ? undefined : "forms.choose",
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: "plenary",
        kind: "round.proposed",
        payload: {
          title: draft.title.trim(),
          number: Number(draft.number),
          on: momentOf(draft.on),
          format: draft.format,
          ...maybe("venue", draft.venue),
          source: sourceOf(draft.source),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("talks.f.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
        isRequired
      />
      <Field
        label={t("talks.f.number")}
        type="number"
        value={draft.number}
        onChange={(changed) => set({ number: changed })}
        wrong={wrong("number")}
        isRequired
      />
      <MomentField label={t("talks.f.on")} value={draft.on} onChange={(on) => set({ on })} tried={tried} />
      <Field
        label={t("forms.optional", { label: t("talks.venue") })}
        value={draft.venue}
        onChange={(venue) => set({ venue })}
      />
      <Choose
        label={t("talks.format")}
        value={draft.format}
        choices={formats.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(format) => set({ format })}
        wrong={wrong("format")}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
