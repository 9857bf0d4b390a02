import { useDesk } from "../../app/desk-context.tsx";
import { css, Scroll } from "../../design/index.ts";
import type { ShapeRow } from "../../map/shapes-file.ts";

const mostShown = 500;

/** What became of each row of a file; those that were left out come first. */
export function RowReport({ rows }: { readonly rows: readonly ShapeRow[] }) {
  const { t } = useDesk();
  return (
    <Scroll label={t("map.rows")}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("map.rows.row")}</th>
            <th scope="col">{t("map.rows.name")}</th>
            <th scope="col">{t("map.col.points")}</th>
            <th scope="col">{t("map.rows.became")}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((one, other) => Number(other.wrong !== undefined) - Number(one.wrong !== undefined))
            .slice(0, mostShown)
            .map(({ row, name, kind, points, wrong }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: shapes of a file may bear one number
              <tr key={n}>
                <th scope="row">{row}</th>
                <td>{name}</td>
                <td className={css.number}>{points}</td>
                <td>
                  {wrong ? t(`map.rows.${wrong}`) : t(kind === "area" ? "map.rows.area" : "map.rows.line")}
                  {wrong && <code className={css.small}> {wrong}</code>}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}
