import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  Choose,
  css,
  Field,
  Form,
  Group,
  MomentField,
  Tick,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import { LanguageField } from "../../statements/language-field.tsx";
import type { ConsentLine, PersonModel } from "../person-query.ts";
import { hourIsWrong, instantFrom, useNow } from "./now.ts";

/** A consent to one purpose, in the words in which it was asked and given. */
export function ConsentForm({
  model,
  line,
  onDone,
}: {
  readonly model: PersonModel;
  readonly line: ConsentLine;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const at = useNow();
  const isFamily = line.purpose === "family_contact";
  const initial = {
    at,
    words: "",
    language: "",
    takenBy: null as string | null,
    again: false,
    shares: [] as readonly string[],
    reach: "",
  };
  const form = useForm(initial, (draft) => ({
    words: textIsWrong(draft.words),
    language: textIsWrong(draft.language),
    takenBy: draft.takenBy === null ? "forms.choose" : undefined,
    at: hourIsWrong(draft.at),
    shares: isFamily && draft.shares.length === 0 ? "forms.choose" : undefined,
    reach: draft.shares.includes("how_to_reach") ? textIsWrong(draft.reach) : undefined,
  }));
  const { draft, set, wrong, tried } = form;
  const sharing = {
    shares: draft.shares,
    ...(draft.shares.includes("how_to_reach") ? { reach: draft.reach.trim() } : {}),
  };
  const ready = () =>
    propose(
      {
        room: model.room,
        kind: "consent.given",
        payload: {
          return: model.id,
          purpose: line.purpose,
          at: instantFrom(draft.at),
          words: draft.words.trim(),
          language: draft.language.trim(),
          takenBy: draft.takenBy,
          again: draft.again,
          ...(isFamily ? sharing : {}),
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("reception.form.consent_how")}</p>
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
      {isFamily && (
        <Group title={t("field.shares")}>
          {model.choices.shares.map(({ value, label }) => (
            <Tick
              key={value}
              isSelected={draft.shares.includes(value)}
              onChange={(isOn) =>
                set({ shares: isOn ? [...draft.shares, value] : draft.shares.filter((one) => one !== value) })
              }
            >
              {label}
            </Tick>
          ))}
          {wrong("shares") && <p className={css.wrong}>{wrong("shares")}</p>}
          {draft.shares.includes("how_to_reach") && (
            <Field
              label={t("field.reach")}
              value={draft.reach}
              onChange={(reach) => set({ reach })}
              wrong={wrong("reach")}
              isRequired
            />
          )}
        </Group>
      )}
      <Choose
        label={t("field.takenBy")}
        value={draft.takenBy}
        choices={model.choices.takers}
        onChange={(takenBy) => set({ takenBy })}
        wrong={wrong("takenBy")}
      />
      <MomentField
        label={t("field.consent.given.at")}
        value={draft.at}
        onChange={(one) => set({ at: one })}
        tried={tried}
        needsHour
      />
      <Tick isSelected={draft.again} onChange={(again) => set({ again })}>
        {t("reception.again")}
      </Tick>
    </Form>
  );
}
