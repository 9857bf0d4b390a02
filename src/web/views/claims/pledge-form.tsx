import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  maybe,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  useForm,
  useOwnWords,
} from "../../design/index.ts";
import { claimOf, noNumber, numberIsWrong } from "./number-draft.ts";
import { NumberFields } from "./number-fields.tsx";
import { onlyRoom } from "./room-field.tsx";
import type { SayingModel } from "./saying-query.ts";

/** A pledge: what this side itself will hand over under an agreement. */
export function PledgeForm({ model, onDone }: { readonly model: SayingModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const source = useOwnWords();
  const form = useForm(
    {
      agreement: null as string | null, // none is chosen
      gives: noNumber(null, "single"),
      category: "",
      by: "",
      words: "",
      source,
    },
    (draft) => ({
      agreement: draft.agreement === null ? "forms.choose" : undefined,
      gives: numberIsWrong(draft.gives),
      source: sourceIsWrong(draft.source),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const optional = (label: string) => t("forms.optional", { label });
  const ready = () => {
    const said = sourceOf(draft.source);
    const payload = {
      agreement: draft.agreement,
      gives: claimOf(draft.gives, said),
      ...maybe("category", draft.category),
      ...maybe("by", draft.by),
      ...maybe("words", draft.words),
      source: said,
    };
    propose({ room: onlyRoom(model.pledge) ?? "plenary", kind: "pledge.made", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("claims.form.agreement")}
        value={draft.agreement}
        choices={model.agreements}
        onChange={(agreement) => set({ agreement })}
        wrong={wrong("agreement")}
      />
      <NumberFields
        title={t("claims.form.gives")}
        value={draft.gives}
        onChange={(gives) => set({ gives })}
        units={["persons", "servicemen", "civilians", "children", "bodies"]}
        isKindFixed
        tried={tried}
      />
      <Field
        label={optional(t("claims.form.category"))}
        value={draft.category}
        onChange={(category) => set({ category })}
      />
      <Field
        label={optional(t("claims.form.by"))}
        type="date"
        value={draft.by}
        onChange={(by) => set({ by })}
      />
      <Field
        label={optional(t("claims.form.words"))}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
      <SourceFields value={draft.source} onChange={(one) => set({ source: one })} tried={tried} />
    </Form>
  );
}
