import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Choose, css, Field, Form, useForm } from "../../design/index.ts";
import type { StatementModel } from "./one.ts";

/** A side's position on an issue, cited to this statement and dated. */
export function CiteForm({
  model,
  cite,
  onDone,
}: {
  readonly model: StatementModel;
  readonly cite: NonNullable<StatementModel["mayCite"]>;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { issue: null as string | null, position: model.verbatim.slice(0, 2_000), dated: cite.dated }, // no issue is chosen
    (draft) => ({
      issue: draft.issue === null ? "forms.choose" : undefined,
      position: draft.position.trim() === "" ? "forms.fill" : undefined,
      dated: draft.dated === "" ? "forms.fill" : undefined,
    }),
  );
  const { draft, set, wrong } = form;
  const { side, issues, source } = cite;
  const ready = () => {
    const room = issues.find(({ id }) => id === draft.issue)?.room;
    const payload = { ...draft, side, statement: model.id, source };
    if (room) propose({ room, kind: "position.cited", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Choose
        label={t("statements.form.issue")}
        value={draft.issue}
        choices={issues.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(issue) => set({ issue })}
        wrong={wrong("issue")}
      />
      <Field
        label={t("statements.form.position")}
        lines
        value={draft.position}
        onChange={(position) => set({ position })}
        wrong={wrong("position")}
        isRequired
      />
      <Field
        label={t("statements.form.position_dated")}
        type="date"
        value={draft.dated}
        onChange={(dated) => set({ dated })}
        wrong={wrong("dated")}
        isRequired
      />
      <p className={css.small}>{t("statements.form.cite_how")}</p>
    </Form>
  );
}
