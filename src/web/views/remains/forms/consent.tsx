import type { Room } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, css, Field, Form, MomentField, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import { LanguageField } from "../../statements/language-field.tsx";
import type { SoughtModel } from "../person-query.ts";

/** A relative's consent to one use of one sample, in the words in which it was asked and given. */
export function ConsentForm({
  model,
  room,
  onDone,
}: {
  readonly model: SoughtModel;
  readonly room: Room;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = {
    sample: String(model.nextSample),
    relation: null as string | null, // none is chosen yet, here and below
    purpose: null as string | null,
    takenBy: null as string | null,
    at: useNow(),
    words: "",
    language: "",
  };
  const form = useForm(initial, (draft) => ({
    sample: /^[1-9]\d{0,6}$/.test(draft.sample.trim()) ? undefined : "forms.fill_whole_number",
    relation: draft.relation === null ? "forms.choose" : undefined,
    purpose: draft.purpose === null ? "forms.choose" : undefined,
    takenBy: draft.takenBy === null ? "forms.choose" : undefined,
    at: hourIsWrong(draft.at),
    words: textIsWrong(draft.words),
    language: textIsWrong(draft.language),
  }));
  const { draft, set, wrong, tried } = form;
  const { choices } = model;
  const payload = {
    person: model.id,
    sample: Number(draft.sample),
    relation: draft.relation,
    purpose: draft.purpose,
    at: instantFrom(draft.at),
    words: draft.words.trim(),
    language: draft.language.trim(),
    takenBy: draft.takenBy,
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room, kind: "forensic.sample_consented", payload }, onDone)}
      onCancel={onDone}
    >
      <p className={css.small}>{t("remains.f.consent_how")}</p>
      <Field
        label={t("field.sample")}
        value={draft.sample}
        onChange={(sample) => set({ sample })}
        wrong={wrong("sample")}
        isRequired
      />
      <Choose
        label={t("field.relation")}
        value={draft.relation}
        choices={choices.relations}
        onChange={(relation) => set({ relation })}
        wrong={wrong("relation")}
      />
      <OneOf
        label={t("field.purpose")}
        value={draft.purpose}
        choices={choices.purposes}
        onChange={(purpose) => set({ purpose })}
        wrong={wrong("purpose")}
      />
      <Field
        label={t("field.consent.given.words")}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
        wrong={wrong("words")}
        isRequired
      />
      <LanguageField
        value={draft.language}
        onChange={(language) => set({ language })}
        wrong={wrong("language")}
      />
      <Choose
        label={t("field.takenBy")}
        value={draft.takenBy}
        choices={choices.tellers}
        onChange={(takenBy) => set({ takenBy })}
        wrong={wrong("takenBy")}
      />
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
    </Form>
  );
}
