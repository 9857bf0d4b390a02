import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, css, Field, Form, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import type { CaseModel } from "../case-query.ts";

const types = ["case", "container", "person"] as const;

/** What this office thinks belongs together, in its own words; a later word takes the place of an earlier one. */
export function AssociateForm({ model, onDone }: { readonly model: CaseModel; readonly onDone: () => void }) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = {
    type: "case" as (typeof types)[number],
    of: null as string | null, // none is chosen yet, here and below
    stance: null as string | null,
    support: "",
  };
  const form = useForm(initial, (draft) => ({
    of: draft.of === null ? "forms.choose" : undefined,
    stance: draft.stance === null ? "forms.choose" : undefined,
    support: textIsWrong(draft.support),
  }));
  const { draft, set, wrong } = form;
  const { type, of } = draft;
  const others = {
    case: model.others.cases,
    container: model.others.containers,
    person: model.others.persons,
  };
  const named = type === "case" ? { other: of } : type === "container" ? { container: of } : { person: of };
  const payload = {
    case: model.id,
    with: { type, ...named },
    stance: draft.stance,
    support: draft.support.trim(),
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room: "forensic", kind: "forensic.case_associated", payload }, onDone)}
      onCancel={onDone}
    >
      <p className={css.small}>{t("remains.f.associate_how")}</p>
      <OneOf
        label={t("field.with.type")}
        value={type}
        choices={types.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(one) => set({ type: one, of: null })}
      />
      <Choose
        label={t("field.forensic.case_associated.with")}
        value={of}
        choices={others[type]}
        onChange={(one) => set({ of: one })}
        wrong={wrong("of")}
      />
      <OneOf
        label={t("field.forensic.case_associated.stance")}
        value={draft.stance}
        choices={model.choices.stances}
        onChange={(stance) => set({ stance })}
        wrong={wrong("stance")}
      />
      <Field
        label={t("field.support")}
        lines
        value={draft.support}
        onChange={(support) => set({ support })}
        wrong={wrong("support")}
        isRequired
      />
    </Form>
  );
}
