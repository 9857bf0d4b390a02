import type { ListRow } from "#record";
import { useDesk } from "../../app/desk-context.tsx";

/** The names of the fields of a line. */
export function useFieldWords(): (field: keyof ListRow) => string {
  const { t } = useDesk();
  return (field) => {
    if (field === "key") return t("lists.field.key");
    if (field === "unit" || field === "number") return t(`field.corrected.${field}`);
    return t(`field.${field}`);
  };
}
