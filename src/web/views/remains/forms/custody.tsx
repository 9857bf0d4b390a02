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
import type { ContainerModel } from "../container-query.ts";
import { SealsField } from "./record.tsx";

/** The word of the one who gives, or of the one who takes; each says what he saw of the seals. */
export function CustodyForm({
  model,
  given,
  onDone,
}: {
  readonly model: ContainerModel;
  /** The handing on that is taken over; undefined where this office gives. */
  readonly given: string | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const isGiving = given === undefined;
  const initial = {
    to: null as string | null, // none is chosen yet, here and below
    place: "",
    at: useNow(),
    seals: null as string | null,
    // the one who takes reads the numbers himself
    numbers: isGiving ? model.lastSeals.join("\n") : "",
    words: "",
  };
  const form = useForm(initial, (draft) => ({
    to: isGiving && draft.to === null ? "forms.choose" : undefined,
    place: isGiving ? textIsWrong(draft.place) : undefined,
    at: hourIsWrong(draft.at),
    seals: draft.seals === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () => {
    const seen = {
      at: instantFrom(draft.at),
      seals: draft.seals,
      numbers: linesOf(draft.numbers),
      ...maybe("words", draft.words),
    };
    if (isGiving) {
      const payload = { container: model.id, to: draft.to, place: draft.place.trim(), ...seen };
      propose({ room: "forensic", kind: "forensic.custody_given", payload }, onDone);
    } else propose({ room: "forensic", kind: "forensic.custody_taken", payload: { given, ...seen } }, onDone);
  };
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("remains.f.custody_how")}</p>
      {isGiving && (
        <>
          <Choose
            label={t("remains.f.to")}
            value={draft.to}
            choices={model.choices.keepers}
            onChange={(to) => set({ to })}
            wrong={wrong("to")}
          />
          <Field
            label={t("field.place")}
            value={draft.place}
            onChange={(place) => set({ place })}
            wrong={wrong("place")}
            isRequired
          />
        </>
      )}
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <OneOf
        label={t("field.forensic.custody_given.seals")}
        value={draft.seals}
        choices={model.choices.seals}
        onChange={(seals) => set({ seals })}
        wrong={wrong("seals")}
      />
      <SealsField value={draft.numbers} onChange={(numbers) => set({ numbers })} />
      <Field
        label={t("forms.optional", { label: t("field.words") })}
        lines
        value={draft.words}
        onChange={(words) => set({ words })}
      />
    </Form>
  );
}
