import { useDesk } from "../app/desk-context.tsx";
import css from "./design.module.css";
import { Empty, Facts } from "./page.tsx";
import { Unbroken } from "./unbroken.tsx";

/** What an act says, field by field; a long list is folded behind its number, its first and its last. */
export function FieldList({
  fields,
}: {
  readonly fields: readonly { readonly label: string; readonly value: string; readonly whole?: string }[];
}) {
  const { t } = useDesk();
  if (fields.length === 0) return <Empty>{t("record.no_fields")}</Empty>;
  return (
    <Facts
      rows={fields.map(({ label, value, whole }) => [
        label,
        <div key={label} className={css.quote}>
          <Unbroken>{value}</Unbroken>
          {whole !== undefined && (
            <details>
              <summary>{t("sign.whole")}</summary>
              <Unbroken>{whole}</Unbroken>
            </details>
          )}
        </div>,
      ])}
    />
  );
}
