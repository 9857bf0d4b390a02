import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, css, Field, Form, maybe, textIsWrong, useForm } from "../../../design/index.ts";
import type { PersonModel } from "../person-query.ts";
import { ExaminedFields, examinedIsWrong, examinedOf, noExamined } from "./examined-fields.tsx";
import { useNow } from "./now.ts";

/** One finding: where, what kind, the person's own account, what was found, and how the two agree. */
export function FindingForm({
  model,
  consent,
  onDone,
}: {
  readonly model: PersonModel;
  readonly consent: string;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const at = useNow();
  const initial = {
    ...noExamined,
    at,
    site: null as string | null,
    laterality: null as string | null,
    kind: null as string | null,
    account: "",
    finding: "",
  };
  const form = useForm(initial, (draft) => ({
    ...examinedIsWrong(draft),
    site: draft.site === null ? "forms.choose" : undefined,
    kind: draft.kind === null ? "forms.choose" : undefined,
    finding: textIsWrong(draft.finding),
  }));
  const { draft, set, wrong, tried } = form;
  const { choices } = model;
  const ready = () =>
    propose(
      {
        room: model.room,
        kind: "return.finding_recorded",
        payload: {
          return: model.id,
          consent,
          ...examinedOf(draft),
          site: draft.site,
          kind: draft.kind,
          finding: draft.finding.trim(),
          ...maybe("account", draft.account),
          ...(draft.laterality === null ? {} : { laterality: draft.laterality }),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <div className={css.twoUp}>
        <Choose
          label={t("field.site")}
          value={draft.site}
          choices={choices.sites}
          onChange={(site) => set({ site })}
          wrong={wrong("site")}
        />
        <Choose
          label={t("forms.optional", { label: t("field.laterality") })}
          value={draft.laterality}
          choices={choices.lateralities}
          onChange={(laterality) => set({ laterality })}
        />
        <Choose
          label={t("field.return.finding_recorded.kind")}
          value={draft.kind}
          choices={choices.findingKinds}
          onChange={(kind) => set({ kind })}
          wrong={wrong("kind")}
        />
      </div>
      <Field
        label={t("forms.optional", { label: t("field.account") })}
        help={t("reception.form.account_help")}
        lines
        value={draft.account}
        onChange={(account) => set({ account })}
      />
      <Field
        label={t("field.finding")}
        help={t("reception.form.finding_help")}
        lines
        value={draft.finding}
        onChange={(finding) => set({ finding })}
        wrong={wrong("finding")}
        isRequired
      />
      <ExaminedFields draft={draft} set={set} wrong={wrong} tried={tried} choices={choices} />
    </Form>
  );
}
