import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  css,
  Field,
  Form,
  linesOf,
  MomentField,
  maybe,
  OneOf,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { Choices } from "../choices.ts";

/** A bag as it was filled where the remains lay. */
export function RecordForm({
  code,
  choices,
  onDone,
}: {
  /** As it was scanned from a bag, or made here. */
  readonly code: string;
  readonly choices: Choices;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = {
    at: useNow(),
    tag: "",
    where: "",
    by: "",
    holds: null as string | null, // none is chosen yet, here and below
    commingled: null as string | null,
    belongs: null as string | null,
    seals: "",
    photo: "",
    words: "",
  };
  const form = useForm(initial, (draft) => ({
    at: hourIsWrong(draft.at),
    tag: textIsWrong(draft.tag),
    where: textIsWrong(draft.where),
    by: textIsWrong(draft.by),
    holds: draft.holds === null ? "forms.choose" : undefined,
    commingled: draft.commingled === null ? "forms.choose" : undefined,
    belongs: draft.belongs === null ? "forms.choose" : undefined,
    photo: /^([0-9a-f]{64})?$/.test(draft.photo.trim()) ? undefined : "remains.f.photo_wrong",
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: "forensic",
        kind: "forensic.container_recorded",
        payload: {
          code,
          tag: draft.tag.trim(),
          at: instantFrom(draft.at),
          where: draft.where.trim(),
          by: draft.by.trim(),
          holds: draft.holds,
          commingled: draft.commingled,
          seals: linesOf(draft.seals),
          belongs: draft.belongs,
          ...(draft.photo.trim() === "" ? {} : { photo: { digest: draft.photo.trim() } }),
          ...maybe("words", draft.words),
        },
      },
      onDone,
    );
  const text = (name: "tag" | "where" | "by", help?: string) => (
    <Field
      label={t(name === "by" ? "field.forensic.container_recorded.by" : `field.${name}`)}
      {...(help ? { help } : {})}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      wrong={wrong(name)}
      isRequired
    />
  );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p>
        {t("field.forensic.container_recorded.code")}:{" "}
        <strong className={css.mono}>{`${code.slice(0, 4)}-${code.slice(4)}`}</strong>
      </p>
      <p className={css.small}>{t("remains.f.code_how")}</p>
      {text("tag", t("remains.f.tag_how"))}
      <MomentField
        label={t("field.forensic.container_recorded.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      {text("where", t("remains.f.where_how"))}
      {text("by")}
      <OneOf
        label={t("field.holds")}
        value={draft.holds}
        choices={choices.holdings}
        onChange={(holds) => set({ holds })}
        wrong={wrong("holds")}
      />
      <OneOf
        label={t("field.commingled")}
        value={draft.commingled}
        choices={choices.minglings}
        onChange={(commingled) => set({ commingled })}
        wrong={wrong("commingled")}
      />
      <Choose
        label={t("field.belongs")}
        value={draft.belongs}
        choices={choices.belongings}
        onChange={(belongs) => set({ belongs })}
        wrong={wrong("belongs")}
      />
      <SealsField value={draft.seals} onChange={(seals) => set({ seals })} />
      <Field
        label={t("forms.optional", { label: t("field.photo") })}
        help={t("remains.f.photo_how")}
        value={draft.photo}
        onChange={(photo) => set({ photo })}
        wrong={wrong("photo")}
      />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}

/** Seal numbers, one on each line. */
export function SealsField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useDesk();
  return (
    <Field
      label={t("forms.optional", { label: t("field.seals") })}
      help={t("remains.f.one_a_line")}
      lines
      value={value}
      onChange={onChange}
    />
  );
}
