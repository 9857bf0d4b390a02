import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  MomentField,
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

/** What one's own side will do in a window of time, whatever the other does. */
export function DeclareForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const none = useNoMoment();
  const form = useForm({ title: "", from: none, to: none, source: useOwnWords() }, (draft) => ({
    title: textIsWrong(draft.title),
    from: momentIsWrong(draft.from),
    to: momentIsWrong(draft.to),
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      title: draft.title.trim(),
      terms: {},
      window: { from: momentOf(draft.from), to: momentOf(draft.to) },
      source: sourceOf(draft.source),
    };
    propose({ room: "plenary", kind: "truce.declared", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
        isRequired
      />
      <MomentField
        label={t("truces.starts")}
        value={draft.from}
        onChange={(from) => set({ from })}
        tried={tried}
      />
      <MomentField label={t("truces.ends")} value={draft.to} onChange={(to) => set({ to })} tried={tried} />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
