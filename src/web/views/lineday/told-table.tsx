import { useDesk } from "../../app/desk-context.tsx";
import { css, Scroll } from "../../design/index.ts";
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
    <Scroll label={t("lineday.table", { title: label })}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("lineday.told_by")}</th>
            {columns.map((one) => (
              <th key={one} scope="col" className={css.number}>
                {t(`lineday.told.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
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
      </table>
    </Scroll>
  );
}
