import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Choose, Field, Form, maybe, useForm } from "../../design/index.ts";
import type { AssertionModel, PersonModel } from "./person-query.ts";

const precisions = ["exact", "approximate", "range", "unknown", "not_given"] as const;
const bases = [
  "document",
  "own_statement",
  "capture_card",
  "examination",
  "biometric",
  "witness",
  "open_source",
  "inference",
  "other_sides_list",
] as const;

/** One fact about the person, as this office has it; an earlier one of its own side's is superseded and stays readable. */
export function AssertForm({
  model,
  earlier,
  onDone,
}: {
  readonly model: PersonModel;
  readonly earlier: AssertionModel | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    {
      property: earlier?.property ?? null,
      value: earlier?.value ?? "",
      precision: "exact" as (typeof precisions)[number],
      basis: null as (typeof bases)[number] | null, // none is chosen
      observedAt: "",
    },
    (draft) => ({
      property: draft.property === null ? "forms.choose" : undefined,
      value: isSilent(draft.precision) === (draft.value.trim() !== "") ? "lists.wrong.value" : undefined,
      basis: draft.basis === null ? "forms.choose" : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const ready = () => {
    const payload = {
      record: earlier?.record ?? model.record,
      property: draft.property,
      ...maybe("value", draft.value.trim()),
      precision: draft.precision,
      basis: draft.basis,
      ...maybe("observedAt", draft.observedAt),
      ...maybe("supersedes", earlier?.id ?? ""),
    };
    propose({ room: "exchange", kind: "assertion.made", payload }, onDone);
  };
  const properties = earlier
    ? model.choices.properties.filter((one) => one.value === earlier.property)
    : model.choices.properties;
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("field.property")}
        value={draft.property}
        choices={properties}
        onChange={(property) => set({ property })}
        wrong={wrong("property")}
      />
      <Field
        label={t("lists.form.value")}
        value={draft.value}
        onChange={(value) => set({ value })}
        wrong={wrong("value")}
      />
      <Choose
        label={t("field.precision")}
        value={draft.precision}
        choices={precisions.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(precision) => set({ precision })}
      />
      <Choose
        label={t("field.basis")}
        value={draft.basis}
        choices={bases.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(basis) => set({ basis })}
        wrong={wrong("basis")}
      />
      <Field
        label={t("forms.optional", { label: t("field.observedAt") })}
        type="date"
        value={draft.observedAt}
        onChange={(observedAt) => set({ observedAt })}
      />
    </Form>
  );
}

function isSilent(precision: string): boolean {
  return precision === "unknown" || precision === "not_given";
}
