import { useState } from "react";
import { useDesk, useProcess } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  css,
  Field,
  Form,
  Group,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useOwnWords,
} from "../../../design/index.ts";
import { newTerm, type TermDraft, termsOf } from "../../proposals/term-draft.ts";
import { TermsForm } from "../../proposals/terms-form.tsx";

/** A point read out as agreed, with its typed terms; the first is one in words. */
export function PointForm({ round, onDone }: { readonly round: string; readonly onDone: () => void }) {
  const { t } = useDesk();
  const { office } = useProcess();
  const propose = useSigning();
  const [first] = useState((): readonly TermDraft[] => [newTerm("text", [])]);
  const form = useForm({ text: "", terms: first, source: useOwnWords() }, (draft) => ({
    text: textIsWrong(draft.text),
    terms: "wrong" in termsOf(draft.terms) ? "forms.missing" : undefined,
    source: sourceIsWrong(draft.source),
  }));
  const { draft, set, wrong, tried } = form;
  const written = termsOf(draft.terms);
  const wrongTerms = "wrong" in written && tried ? written.wrong : [];
  const wrongWords = new Map([...wrongTerms].map(([field, why]) => [field, t(`proposals.wrong.${why}`)]));
  const ready = () => {
    const terms = "terms" in written ? written.terms : [];
    const payload = { round, text: draft.text.trim(), terms, source: sourceOf(draft.source) };
    propose({ room: "plenary", kind: "point.recorded", payload }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <Field
        label={t("talks.f.point_text")}
        lines
        value={draft.text}
        onChange={(text) => set({ text })}
        wrong={wrong("text")}
        isRequired
      />
      <Group title={t("talks.terms")}>
        <p className={css.small}>{t("talks.f.terms_help")}</p>
        <TermsForm value={draft.terms} onChange={(terms) => set({ terms })} wrong={wrongWords} />
      </Group>
      {office !== "host" && <p className={css.small}>{t("talks.f.recording_confirms")}</p>}
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}
