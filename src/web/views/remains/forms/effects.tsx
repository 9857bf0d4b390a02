import { useDesk } from "../../../app/desk-context.tsx";
import { useSigning } from "../../../app/signing.tsx";
import {
  css,
  Field,
  Form,
  linesOf,
  MomentField,
  OneOf,
  Tick,
  textIsWrong,
  useForm,
} from "../../../design/index.ts";
import { hourIsWrong, instantFrom, useNow } from "../../reception/forms/now.ts";
import type { ContainerModel } from "../container-query.ts";

/** A sealed packet of personal effects and its inventory: what and how many, never of what worth. */
export function EffectsForm({
  model,
  onDone,
}: {
  readonly model: ContainerModel;
  readonly onDone: () => void;
}) {
  const { t } = useDesk();
  const propose = useSigning();
  const initial = {
    packet: "",
    seal: "",
    at: useNow(),
    disc: null as string | null,
    items: "",
    complete: false,
  };
  const form = useForm(initial, (draft) => ({
    packet: textIsWrong(draft.packet),
    seal: textIsWrong(draft.seal),
    at: hourIsWrong(draft.at),
    disc: draft.disc === null ? "forms.choose" : undefined,
  }));
  const { draft, set, wrong, tried } = form;
  const ready = () =>
    propose(
      {
        room: "forensic",
        kind: "forensic.effects_packed",
        payload: {
          container: model.id,
          packet: draft.packet.trim(),
          seal: draft.seal.trim(),
          at: instantFrom(draft.at),
          disc: draft.disc,
          items: linesOf(draft.items).map(itemIn),
          complete: draft.complete,
        },
      },
      onDone,
    );
  return (
    <Form form={form} onReady={ready} onCancel={onDone}>
      <p className={css.small}>{t("remains.f.effects_how")}</p>
      {(["packet", "seal"] as const).map((name) => (
        <Field
          key={name}
          label={t(`field.${name}`)}
          value={draft[name]}
          onChange={(value) => set({ [name]: value })}
          wrong={wrong(name)}
          isRequired
        />
      ))}
      <MomentField
        label={t("field.at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <OneOf
        label={t("field.disc")}
        value={draft.disc}
        choices={model.choices.discs}
        onChange={(disc) => set({ disc })}
        wrong={wrong("disc")}
      />
      <Field
        label={t("field.forensic.effects_packed.items")}
        help={t("remains.f.items_how")}
        lines
        value={draft.items}
        onChange={(items) => set({ items })}
      />
      <Tick isSelected={draft.complete} onChange={(complete) => set({ complete })}>
        {t("remains.f.complete")}
      </Tick>
    </Form>
  );
}

/** "2 photographs" is two of something; without a number it is one. */
function itemIn(text: string): { readonly count: number; readonly what: string } {
  const [, count = "1", what = text] = /^(\d{1,4})\s*[x×]?\s+(.+)$/.exec(text) ?? [];
  return { count: Math.max(1, Number(count)), what };
}
