import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Field,
  Form,
  linesOf,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";

/** The host sets the agenda; a later one stands in place of an earlier. */
export function AgendaForm({
  round,
  items,
  onDone,
}: {
  readonly round: string;
  /** The agenda as it stands. */
  readonly items: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ items: items.join("\n"), source: useOwnWords() }, (draft) => ({
    items: textIsWrong(draft.items),
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = { round, items: linesOf(draft.items), source: sourceOf(draft.source) };
    propose({ room: "plenary", kind: "agenda.set", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("talks.f.agenda_items")}
        help={t("forms.one_a_line")}
        lines
        value={draft.items}
        onChange={(changed) => set({ items: changed })}
        wrong={wrong("items")}
        isRequired
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
