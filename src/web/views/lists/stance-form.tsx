import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Field, Form, FormButton, maybe, OneOf, useForm } from "../../design/index.ts";

const stances = ["confirms", "disputes", "no_information", "refuses_to_answer"] as const;

/** What this side says of the other's statement about a person. */
export function StanceForm({ assertion }: { readonly assertion: string }) {
  const { t } = useDesk();
  return (
    <FormButton look="plain" label={t("lists.stance")}>
      {(close) => <Body assertion={assertion} onDone={close} />}
    </FormButton>
  );
}

function Body({ assertion, onDone }: { readonly assertion: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm({ stance: null as (typeof stances)[number] | null, reason: "" }, (draft) => ({
    stance: draft.stance === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong } = form;
  const ready = () => {
    const payload = { assertion, stance: draft.stance, ...maybe("reason", draft.reason) };
    propose({ room: "exchange", kind: "assertion.stance_said", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <OneOf
        label={t("field.assertion.stance_said.stance")}
        value={draft.stance}
        choices={stances.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(stance) => set({ stance })}
        wrong={wrong("stance")}
      />
      <Field
        label={t("forms.optional", { label: t("lists.form.why") })}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </Form>
  );
}
