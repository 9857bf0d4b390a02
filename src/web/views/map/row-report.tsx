import { useDesk } from "../../app/desk-context.tsx";
import { css, Rows } from "../../design/index.ts";
import type { ShapeRow } from "../../map/shapes-file.ts";

const mostShown = 500;

/** What became of each row of a file; those that were left out come first. */
export function RowReport({ rows }: { readonly rows: readonly ShapeRow[] }) {
  const { t } = useDesk();
  return (
    <Rows
      label={t("map.rows")}
      heads={[t("map.rows.row"), t("map.rows.name"), { number: t("map.col.points") }, t("map.rows.became")]}
    >
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
    </Rows>
  );
}
