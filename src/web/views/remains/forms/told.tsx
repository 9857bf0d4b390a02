import type { Room } from "#record";
import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import { Choose, css, Field, Form, MomentField, OneOf, textIsWrong, useForm } from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import { LanguageField } from "../../statements/language-field.tsx";
import type { Choices } from "../choices.ts";

/** Written down after a person told the family, face to face. Nothing here is sent to anybody. */
export function ToldForm({
  identification,
  news,
  room,
  choices,
  onDone,
}: {
  readonly identification: string;
  readonly news: "identified" | "revoked";
  readonly room: Room;
  readonly choices: Choices;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = {
    at: useNow(),
    teller: "",
    capacity: null as string | null, // none is chosen yet, here and below
    place: null as string | null,
    furtherParts: null as string | null,
    language: "",
  };
  const form = useForm(initial, (draft) => ({
    at: hourIsWrong(draft.at),
    teller: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.teller) ? undefined : "reception.form.handle_wrong",
    capacity: draft.capacity === null ? "forms.choose" : undefined,
    place: draft.place === null ? "forms.choose" : undefined,
    furtherParts: draft.furtherParts === null ? "forms.choose" : undefined,
    language: textIsWrong(draft.language),
  }));
  const { draft, set, wrong, tried } = form;
  const payload = {
    identification,
    news,
    at: instantFrom(draft.at),
    teller: draft.teller,
    capacity: draft.capacity,
    place: draft.place,
    language: draft.language.trim(),
    furtherParts: draft.furtherParts,
  };
  return (
    <Form
      form={form}
      onReady={() => propose({ room, kind: "forensic.family_told", payload }, onDone)}
      onCancel={onDone}
    >
      <p>{t("remains.f.told_how")}</p>
      <p className={css.small}>{t(`remains.f.news_${news}`)}</p>
      <Field
        label={t("field.teller")}
        help={t("remains.f.teller_how")}
        value={draft.teller}
        onChange={(teller) => set({ teller })}
        wrong={wrong("teller")}
        isRequired
      />
      <Choose
        label={t("remains.f.capacity")}
        value={draft.capacity}
        choices={choices.tellers}
        onChange={(capacity) => set({ capacity })}
        wrong={wrong("capacity")}
      />
      <OneOf
        label={t("remains.f.told_where")}
        value={draft.place}
        choices={choices.places}
        onChange={(place) => set({ place })}
        wrong={wrong("place")}
      />
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <LanguageField
        value={draft.language}
        onChange={(language) => set({ language })}
        wrong={wrong("language")}
      />
      <OneOf
        label={t("field.furtherParts")}
        value={draft.furtherParts}
        choices={choices.partWishes}
        onChange={(furtherParts) => set({ furtherParts })}
        wrong={wrong("furtherParts")}
      />
    </Form>
  );
}
