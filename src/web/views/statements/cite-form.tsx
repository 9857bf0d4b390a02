import type { ReactNode } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Choose, Field, Form, textIsWrong, useForm } from "../../design/index.ts";
import type { Citing } from "./citing.ts";

/** A side's position on an issue, dated, and cited to where it comes from; `words` are those that it begins with. */
export function CiteForm({
  cite,
  words,
  onDone,
  children,
}: {
  readonly cite: Citing;
  readonly words: string;
  readonly onDone: () => void;
  /** What is said below the fields. */
  readonly children: ReactNode;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const form = useForm(
    { issue: null as string | null, position: words.slice(0, 2_000), dated: cite.dated }, // no issue is chosen
    (draft) => ({
      issue: draft.issue === null ? "forms.choose" : undefined,
      position: textIsWrong(draft.position),
      dated: textIsWrong(draft.dated),
    }),
  );
  const { draft, set, wrong } = form;
  const { side, from, issues, source } = cite;
  const ready = () => {
    const room = issues.find(({ id }) => id === draft.issue)?.room;
    const payload = { ...draft, side, ...from, source };
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
      {children}
    </Form>
  );
}
