import { useDesk } from "../../app/desk-context.tsx";
import { css, Rows } from "../../design/index.ts";
import type { Told } from "./query.ts";

const columns = ["came", "gone", "open", "owed", "unexpected"] as const;

/** How each counter tells it, one below the other; no sum over them. */
export function ToldTable({
  tellings,
  label,
}: {
  readonly tellings: readonly Told[];
  readonly label: string;
}) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("lineday.table", { title: label })}
      heads={[t("lineday.told_by"), ...columns.map((one) => ({ number: t(`lineday.told.${one}`) }))]}
    >
      <tbody>
        {tellings.map((told) => (
          <tr key={told.counter}>
            <th scope="row">{told.name}</th>
            {columns.map((one) => (
              <td key={one} className={css.number}>
                {told[one]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}
