import { useDesk, useProcess } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Form, MomentField, momentIsWrong, OneOf, useForm } from "../../../design/index.ts";
import type { TruceModel } from "../one-query.ts";
import { instantOf, useHoursFromNow } from "./now.ts";
import { type Echelon, EchelonField } from "./order.tsx";

const steps = ["received", "passed_to_units", "confirmed_by_units"] as const;

/** How far one's own latest order has come: the next step is proposed. */
export function StepForm({ truce, onDone }: { readonly truce: TruceModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const { office } = useProcess();
  const propose = useSigning();
  const order = truce.parties.find((one) => one.office === office)?.orders.at(-1);
  const said = order?.steps.map(({ step }) => step.code) ?? [];
  const [next = null] = steps.filter((step) => !said.includes(step));
  const form = useForm(
    { step: next, at: useHoursFromNow(), echelon: "battalion" as Echelon }, // a first proposal
    (draft) => ({ step: draft.step ? undefined : "forms.choose", at: momentIsWrong(draft.at) }),
  );
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const payload = {
      truce: truce.id,
      order: order?.id,
      step: draft.step,
      echelonReached: draft.echelon,
      at: instantOf(draft.at),
    };
    propose({ room: truce.room, kind: "truce.order_acknowledged", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("field.step")}
        value={draft.step}
        choices={steps
          .filter((step) => !said.includes(step))
          .map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(step) => set({ step })}
        wrong={wrong("step")}
      />
      <EchelonField value={draft.echelon} onChange={(echelon) => set({ echelon })} />
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
