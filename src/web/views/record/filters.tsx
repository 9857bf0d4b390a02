import { useDesk } from "../../app/desk-context.tsx";
import { Button, type Choice, Choose, Field } from "../../design/index.ts";
import type { RecordChoices, RecordFilter } from "./list-query.ts";
import own from "./record.module.css";

export const noFilter: RecordFilter = { room: "", office: "", kind: "", text: "", from: "", to: "" };

const all = "all";

/** What the list is narrowed to. */
export function Filters({
  filter,
  choices,
  onChange,
}: {
  readonly filter: RecordFilter;
  readonly choices: RecordChoices;
  readonly onChange: (filter: RecordFilter) => void;
}) {
  const { t } = useDesk();
  const set = (part: Partial<RecordFilter>) => onChange({ ...filter, ...part });
  const isNarrowed = Object.values(filter).some((one) => one !== "");
  const either = (choices: readonly Choice<string>[]) => [{ value: all, label: t("record.any") }, ...choices];
  const one = (value: string) => (value === all ? "" : value);
  return (
    <search className={own.filters} aria-label={t("record.filters")}>
      <Field label={t("record.filter.text")} value={filter.text} onChange={(text) => set({ text })} />
      <Choose
        label={t("record.filter.room")}
        value={filter.room || all}
        choices={either(choices.rooms)}
        onChange={(room) => set({ room: one(room) })}
      />
      <Choose
        label={t("record.filter.office")}
        value={filter.office || all}
        choices={either(choices.offices)}
        onChange={(office) => set({ office: one(office) })}
      />
      <Choose
        label={t("record.filter.kind")}
        value={filter.kind || all}
        choices={either(choices.kinds)}
        onChange={(kind) => set({ kind: one(kind) })}
      />
      <Field
        type="date"
        label={t("record.filter.from")}
        value={filter.from}
        onChange={(from) => set({ from })}
      />
      <Field type="date" label={t("record.filter.to")} value={filter.to} onChange={(to) => set({ to })} />
      {isNarrowed && <Button onPress={() => onChange(noFilter)}>{t("record.show_all")}</Button>}
    </search>
  );
}
