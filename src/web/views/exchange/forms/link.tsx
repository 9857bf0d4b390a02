import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Form,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import { linesIn } from "../../../design/lines-text.ts";
import { PersonsFields, personsIn } from "../persons-fields.tsx";
import type { TrancheModel } from "../tranche-query.ts";

/** Which handover carried out a tranche, in this side's word, and who of it did not come. */
export function LinkForm({
  tranche,
  lists,
  onDone,
}: {
  readonly tranche: TrancheModel;
  readonly lists: readonly { readonly value: string; readonly label: string }[];
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const [first] = lists;
  const form = useForm(
    {
      handover: null as string | null, // none is chosen yet
      missing: { list: first?.value ?? null, lines: "" } as { list: string | null; lines: string }, // whoever did not come
      source: useOwnWords(),
    },
    (draft) => ({
      handover: draft.handover === null ? "forms.choose" : undefined,
      missing:
        draft.missing.lines.trim() !== "" && linesIn(draft.missing.lines) === undefined
          ? "exchange.f.lines_wrong"
          : undefined,
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const notCome = draft.missing.lines.trim() === "" ? {} : { notCome: personsIn(draft.missing) };
    const payload = {
      tranche: tranche.id,
      handover: draft.handover,
      ...notCome,
      source: sourceOf(draft.source),
    };
    propose({ room: "exchange", kind: "tranche.linked", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("field.handover")}
        value={draft.handover}
        choices={tranche.handovers}
        onChange={(handover) => set({ handover })}
        wrong={wrong("handover")}
      />
      <p>{t("forms.optional", { label: t("field.notCome") })}</p>
      <PersonsFields
        lists={lists}
        value={draft.missing}
        onChange={(missing) => set({ missing: { ...missing } })}
        wrong={wrong("missing")}
      />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
