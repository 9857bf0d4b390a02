import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { css, Field, Form, maybe, OneOf, useForm } from "../../design/index.ts";
import own from "./joint.module.css";
import type { JointModel, VersionModel } from "./query.ts";

const answers = ["cleared_for_release", "not_cleared_for_release"] as const;

/** What this office says of one version. Where that is the last clearance, the release is shown next. */
export function AnswerForm({
  model,
  version,
  onDone,
}: {
  readonly model: JointModel;
  readonly version: VersionModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const { id, versions, releaseAt, lastFor } = model;
  const { language, title, text } = version;
  const form = useForm({ answer: null as (typeof answers)[number] | null, words: "" }, (draft) => ({
    answer: draft.answer === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong } = form;
  const isLast =
    draft.answer === "cleared_for_release" && lastFor.includes(language) && releaseAt === undefined;
  const ready = () => {
    const payload = { communique: id, language, answer: draft.answer, ...maybe("words", draft.words) };
    propose({ room: "plenary", kind: "communique.answered", payload }, () => {
      onDone();
      if (isLast)
        propose({ room: "public", kind: "communique.released", payload: { communique: id, versions } });
    });
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <h3 lang={language}>{title}</h3>
      <div className={own.text} lang={language}>
        {text}
      </div>
      <OneOf
        label={t("joint.form.answer")}
        value={draft.answer}
        choices={answers.map((value) => ({ value, label: t(`joint.said.${value}`) }))}
        onChange={(answer) => set({ answer })}
        wrong={wrong("answer")}
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
      {isLast && <p className={css.small}>{t("joint.form.last")}</p>}
    </Form>
  );
}
