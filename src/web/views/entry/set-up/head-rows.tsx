import { useDesk } from "../../../app/desk-context.tsx";
import { Button, Choose, css, Field, type FormState, Group } from "../../../design/index.ts";
import { type DraftForm, type HeadRow, type OtherOffice, otherOffices } from "./draft.ts";

/** Heads of other offices whose keys are there from the start; they can also come later. */
export function HeadRows({ form }: { readonly form: FormState<DraftForm> }) {
  const { t } = useDesk();
  const { draft, set, wrong } = form;
  const { heads } = draft;
  const change = (place: number, part: Partial<HeadRow>) =>
    set({ heads: heads.map((one, i) => (i === place ? { ...one, ...part } : one)) });
  return (
    <Group title={t("forms.optional", { label: t("set_up.other_heads") })}>
      <p className={css.small}>{t("set_up.other_heads_words")}</p>
      {heads.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
        <div key={place} className={css.twoUp}>
          <Choose<OtherOffice>
            label={t("set_up.office")}
            value={row.office}
            choices={otherOffices.map((value) => ({ value, label: officeName(value) }))}
            onChange={(office) => change(place, { office })}
          />
          <Field
            label={t("set_up.head_key")}
            help={t("set_up.head_key_words")}
            value={row.key}
            onChange={(key) => change(place, { key })}
          />
          <div className={css.row}>
            <Button onPress={() => set({ heads: heads.filter((_, i) => i !== place) })}>
              {t("set_up.remove_head", { n: place + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {wrong("heads") && <p className={css.wrong}>{wrong("heads")}</p>}
      <div className={css.row}>
        <Button onPress={() => set({ heads: [...heads, { office: null, key: "" }] })}>
          {t("set_up.add_head")}
        </Button>
      </div>
    </Group>
  );

  function officeName(office: OtherOffice): string {
    if (office === "operator" || office === "monitor") return t(`office.${office}`);
    const side = office.endsWith("-a") ? "a" : "b";
    const label = draft[side][t.language] || t(`set_up.row.${side}`);
    switch (office) {
      case "exchange-a":
      case "exchange-b":
        return t("office.exchange", { label });
      case "reception-a":
      case "reception-b":
        return t("office.reception", { label });
      case "forensic-a":
      case "forensic-b":
        return t("office.forensic", { label });
      case "press-a":
      case "press-b":
        return t("office.press", { label });
      default:
        return office satisfies never;
    }
  }
}
