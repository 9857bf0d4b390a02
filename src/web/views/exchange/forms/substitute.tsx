import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, Form, useForm } from "../../../design/index.ts";
import type { TrancheModel } from "../tranche-query.ts";

const reasons = ["not_available", "not_identified", "agreed_change"] as const;

/** One of the reserves in the place of one who was to go; of the same side and category. */
export function SubstituteForm({
  tranche,
  onDone,
}: {
  readonly tranche: TrancheModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      out: null as string | null, // nobody is chosen yet
      in: null as string | null, // as above
      reason: "not_available" as (typeof reasons)[number],
    },
    (draft) => ({
      out: draft.out === null ? "forms.choose" : undefined,
      in: draft.in === null ? "forms.choose" : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const category = draft.out === null ? undefined : tranche.outCategories[draft.out];
  const ins = tranche.ins.filter((one) => one.category === category);
  const refOf = (all: TrancheModel["outs"], key: string | null) =>
    all.find(({ value }) => value === key)?.ref;
  const ready = () => {
    const payload = {
      tranche: tranche.id,
      out: refOf(tranche.outs, draft.out),
      in: refOf(tranche.ins, draft.in),
      reason: draft.reason,
    };
    propose({ room: "exchange", kind: "tranche.substitution_proposed", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("field.out")}
        value={draft.out}
        choices={tranche.outs}
        onChange={(out) => set({ out, in: null })}
        wrong={wrong("out")}
      />
      <Choose
        label={t("field.in")}
        value={draft.in}
        choices={ins}
        onChange={(into) => set({ in: into })}
        wrong={wrong("in")}
      />
      <Choose
        label={t("field.reason")}
        value={draft.reason}
        choices={reasons.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(reason) => set({ reason })}
      />
    </Form>
  );
}
