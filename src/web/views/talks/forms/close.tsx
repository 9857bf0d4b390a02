import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
  maybe,
  momentIsWrong,
  momentOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useNoMoment,
  useOwnWords,
} from "../../../design/index.ts";

/** The host closes a round and writes down when one speaks again. */
export function CloseForm({ round, onDone }: { readonly round: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ at: useNoMoment(), nextContact: "", source: useOwnWords() }, (draft) => ({
    at: momentIsWrong(draft.at),
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, tried } = form;
  const ready = () => {
    const next = maybe("nextContact", draft.nextContact);
    const payload = { round, at: momentOf(draft.at), ...next, source: sourceOf(draft.source) };
    propose({ room: "plenary", kind: "round.closed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <MomentField
        label={t("talks.f.closed_at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
      />
      <Field
        label={t("forms.optional", { label: t("talks.next_contact") })}
        lines
        value={draft.nextContact}
        onChange={(nextContact) => set({ nextContact })}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
