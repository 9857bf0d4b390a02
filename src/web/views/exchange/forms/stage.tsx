import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Form, OneOf, useForm } from "../../../design/index.ts";

type Word = "yes" | "no";

/** That those whom this side returns are together, and can travel. */
export function StageForm({ tranche, onDone }: { readonly tranche: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { custody: null as Word | null, fit: null as Word | null }, // nothing is said yet
    (draft) => ({
      custody: draft.custody ? undefined : "forms.choose",
      fit: draft.fit ? undefined : "forms.choose",
    }),
  );
  const { draft, set, wrong } = form;
  const choices = [
    { value: "yes", label: t("field.yes") },
    { value: "no", label: t("field.no") },
  ] as const;
  const ready = () => {
    const payload = { tranche, custodyConfirmed: draft.custody === "yes", fitToTravel: draft.fit === "yes" };
    propose({ room: "exchange", kind: "tranche.staged", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("field.custodyConfirmed")}
        value={draft.custody}
        choices={choices}
        onChange={(custody) => set({ custody })}
        wrong={wrong("custody")}
      />
      <OneOf
        label={t("field.fitToTravel")}
        value={draft.fit}
        choices={choices}
        onChange={(fit) => set({ fit })}
        wrong={wrong("fit")}
      />
    </Form>
  );
}
