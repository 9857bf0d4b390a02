import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  Field,
  Form,
  MomentField,
  momentIsWrong,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import { instantOf, useHoursFromNow } from "./now.ts";
import type { TruceAt } from "./truce-at.ts";

const echelons = ["command", "army", "corps", "brigade", "battalion", "company"] as const;
export type Echelon = (typeof echelons)[number];

/** The order to one's own troops: the instrument, not the text (Hague Regulations art. 38). */
export function OrderForm({ at, onDone }: { readonly at: TruceAt; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { number: "", signatory: "", issuedAt: useHoursFromNow(), echelon: "command" as Echelon }, // a first proposal
    (draft) => ({
      number: textIsWrong(draft.number),
      signatory: textIsWrong(draft.signatory),
      issuedAt: momentIsWrong(draft.issuedAt),
    }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      truce: at.truce,
      number: draft.number.trim(),
      signatory: draft.signatory.trim(),
      issuedAt: instantOf(draft.issuedAt),
      echelonReached: draft.echelon,
    };
    propose({ room: at.room, kind: "truce.order_issued", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.number")}
        value={draft.number}
        onChange={(number) => set({ number })}
        wrong={wrong("number")}
        isRequired
      />
      <Field
        label={t("field.signatory")}
        value={draft.signatory}
        onChange={(signatory) => set({ signatory })}
        wrong={wrong("signatory")}
        isRequired
      />
      <MomentField
        label={t("field.issuedAt")}
        value={draft.issuedAt}
        onChange={(issuedAt) => set({ issuedAt })}
        tried={tried}
        needsHour
      />
      <EchelonField value={draft.echelon} onChange={(echelon) => set({ echelon })} />
    </Form>
  );
}

export function EchelonField({
  value,
  onChange,
}: {
  readonly value: Echelon;
  readonly onChange: (value: Echelon) => void;
}) {
  const { t } = useDesk();
  return (
    <Choose
      label={t("field.echelonReached")}
      value={value}
      choices={echelons.map((one) => ({ value: one, label: t(`word.${one}`) }))}
      onChange={onChange}
    />
  );
}
