import type { Room } from "#record";
import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import {
  Button,
  Choose,
  css,
  Field,
  Form,
  Group,
  type MomentDraft,
  MomentField,
  momentIsWrong,
  momentOf,
  noPerson,
  OneOf,
  type PersonDraft,
  PersonFields,
  personIsWrong,
  personOf,
  type SourceDraft,
  SourceFields,
  sourceIsWrong,
  sourceOf,
  textIsWrong,
  useForm,
  useNoMoment,
} from "../../design/index.ts";
import { onlyRoom, RoomField } from "../claims/room-field.tsx";
import { LanguageField } from "./language-field.tsx";
import { isLanguage } from "./language-name.ts";
import type { CaptureModel } from "./saying-query.ts";

type Translation = { readonly language: string; readonly text: string; readonly by: string };

type Draft = {
  readonly speaker: PersonDraft;
  /** An office, or "nobody" for those outside the process; null until it is said. */
  readonly onBehalfOf: string | null;
  readonly occasion: string;
  readonly on: MomentDraft;
  readonly verbatim: string;
  readonly language: string;
  readonly original: "yes" | "no" | null;
  readonly translations: readonly Translation[];
  readonly room: Room | null;
  readonly source: SourceDraft;
};

const noTranslation: Translation = { language: "", text: "", by: "" };

/** Words said in public, as they were said: who, in which capacity, on whose behalf, where it was published. */
export function CaptureForm({
  model,
  onCancel,
  onSaid,
}: {
  readonly model: CaptureModel;
  readonly onCancel: () => void;
  readonly onSaid: (id: string) => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const on = useNoMoment();
  const form = useForm<Draft>(
    {
      speaker: noPerson,
      onBehalfOf: null,
      occasion: "",
      on,
      verbatim: "",
      language: "",
      original: null,
      translations: [],
      room: onlyRoom(model.rooms),
      source: { kind: "news", publisher: "", title: "", published: "", url: "" },
    },
    check,
  );
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: draft.room ?? "public",
        kind: "statement.captured",
        payload: payloadOf(draft),
        happenedAt: momentOf(draft.on),
      },
      onSaid,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onCancel}>
      <PersonFields
        title={t("statements.form.speaker")}
        value={draft.speaker}
        onChange={(speaker) => set({ speaker })}
        tried={tried}
      />
      <Choose
        label={t("statements.form.on_behalf")}
        value={draft.onBehalfOf}
        choices={[...model.speakers, { value: "nobody", label: t("statements.form.nobody") }]}
        onChange={(onBehalfOf) => set({ onBehalfOf })}
        wrong={wrong("onBehalfOf")}
      />
      <Field
        label={t("statements.occasion")}
        value={draft.occasion}
        onChange={(occasion) => set({ occasion })}
        wrong={wrong("occasion")}
        isRequired
      />
      <MomentField
        label={t("statements.happened")}
        value={draft.on}
        onChange={(moment) => set({ on: moment })}
        tried={tried}
      />
      <Field
        label={t("statements.form.verbatim")}
        help={t("statements.form.verbatim_help")}
        lines
        value={draft.verbatim}
        onChange={(verbatim) => set({ verbatim })}
        wrong={wrong("verbatim")}
        isRequired
      />
      <LanguageField
        value={draft.language}
        onChange={(language) => set({ language })}
        wrong={wrong("language")}
      />
      <OneOf
        label={t("statements.form.original")}
        value={draft.original}
        choices={[
          { value: "yes", label: t("statements.form.original_yes") },
          { value: "no", label: t("statements.form.original_no") },
        ]}
        onChange={(original) => set({ original })}
        wrong={wrong("original")}
      />
      <Translations
        value={draft.translations}
        onChange={(translations) => set({ translations })}
        tried={tried}
      />
      <RoomField rooms={model.rooms} value={draft.room} onChange={(room) => set({ room })} tried={tried} />
      <SourceFields value={draft.source} onChange={(source) => set({ source })} tried={tried} />
    </Form>
  );
}

function Translations({
  value,
  onChange,
  tried,
}: {
  readonly value: readonly Translation[];
  readonly onChange: (value: readonly Translation[]) => void;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  const replace = (at: number, part: Partial<Translation>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const missing = (text: string) => (tried && text.trim() === "" ? t("forms.fill") : undefined);
  return (
    <Group title={t("forms.optional", { label: t("statements.form.translations") })}>
      {value.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <div key={i} className={css.section}>
          <LanguageField
            value={one.language}
            onChange={(language) => replace(i, { language })}
            wrong={tried && !isLanguage(one.language) ? t("forms.choose") : undefined}
          />
          <Field
            label={t("statements.form.translated")}
            lines
            value={one.text}
            onChange={(text) => replace(i, { text })}
            wrong={missing(one.text)}
            isRequired
          />
          <Field
            label={t("statements.form.translator")}
            value={one.by}
            onChange={(by) => replace(i, { by })}
            wrong={missing(one.by)}
            isRequired
          />
          <div className={css.row}>
            <Button look="plain" onPress={() => onChange(value.filter((_, at) => at !== i))}>
              {t("statements.form.remove_translation", { n: i + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {value.length < 8 && (
        <div className={css.row}>
          <Button onPress={() => onChange([...value, noTranslation])}>
            {t("statements.form.add_translation")}
          </Button>
        </div>
      )}
    </Group>
  );
}

function check(draft: Draft) {
  const isHalf = draft.translations.some(
    ({ language, text, by }) => !isLanguage(language) || text.trim() === "" || by.trim() === "",
  );
  return {
    speaker: personIsWrong(draft.speaker),
    onBehalfOf: draft.onBehalfOf === null ? ("forms.choose" as const) : undefined,
    occasion: textIsWrong(draft.occasion),
    on: momentIsWrong(draft.on),
    verbatim: textIsWrong(draft.verbatim),
    language: isLanguage(draft.language) ? undefined : ("forms.choose" as const),
    original: draft.original === null ? ("forms.choose" as const) : undefined,
    translations: isHalf ? ("forms.fill" as const) : undefined,
    room: draft.room === null ? ("forms.choose" as const) : undefined,
    source: sourceIsWrong(draft.source),
  };
}

function payloadOf(draft: Draft) {
  const { speaker, onBehalfOf, occasion, verbatim, language, original, translations, source } = draft;
  return {
    speaker: personOf(speaker),
    ...(onBehalfOf === "nobody" ? {} : { onBehalfOf }),
    occasion: occasion.trim(),
    verbatim: verbatim.trim(),
    language,
    original: original === "yes",
    ...(translations.length > 0 ? { translations } : {}),
    source: sourceOf(source),
  };
}
