import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Choose, Field, Form, maybe, textIsWrong, useForm } from "../../design/index.ts";
import type { Paper } from "./paper.ts";
import type { WindowModel } from "./query.ts";

const none = " none";

/** Proposes a plan by its digests: whoever holds the case computes the same bytes. */
export function ProposeForm({
  paper,
  model,
  onDone,
}: {
  readonly paper: Paper;
  readonly model: WindowModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const standing = model.proposed.filter(({ isReplaced }) => !isReplaced);
  const form = useForm({ title: "", words: "", truce: none, replaces: none }, (draft) => ({
    title: textIsWrong(draft.title),
  }));
  const { draft, set, wrong } = form;
  const ready = () =>
    propose(
      {
        room: "humanitarian",
        kind: "plan.proposed",
        payload: {
          title: draft.title.trim(),
          ...(draft.truce === none ? {} : { truce: draft.truce }),
          plan: {
            engine: paper.engine.name,
            version: paper.engine.version,
            seed: paper.input.seed,
            iterations: paper.input.iterations,
            inputs: paper.inputs,
            digest: paper.digest,
          },
          ...(draft.replaces === none ? {} : { replaces: draft.replaces }),
          ...maybe("words", draft.words),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("field.title")}
        value={draft.title}
        onChange={(title) => set({ title })}
        wrong={wrong("title")}
        isRequired
      />
      {model.truces.length > 0 && (
        <Choose
          label={t("forms.optional", { label: t("window.truce") })}
          value={draft.truce}
          choices={[
            { value: none, label: t("window.truce_none") },
            ...model.truces.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(truce) => set({ truce })}
        />
      )}
      {standing.length > 0 && (
        <Choose
          label={t("forms.optional", { label: t("window.replaces") })}
          value={draft.replaces}
          choices={[
            { value: none, label: t("window.replaces_none") },
            ...standing.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(replaces) => set({ replaces })}
        />
      )}
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}
