import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { Moment, Rows } from "../../design/index.ts";
import type { PlotMark } from "./marks.ts";
import { saySum } from "./plot-words.ts";
import type { PlotModel } from "./told.ts";

/** The rows behind a plot: one for each of its marks, in the same order. */
export function PlotTable({
  model,
  marks,
  title,
}: {
  readonly model: PlotModel;
  readonly marks: readonly PlotMark[];
  readonly title: string;
}) {
  const { t } = useDesk();
  return (
    <Rows
      label={title}
      heads={[
        t("claims.day"),
        t("claims.teller"),
        t("claims.number"),
        t("claims.kind"),
        t("claims.plot.sum"),
      ]}
    >
      <tbody>
        {marks.map((mark) => (
          <tr key={mark.told.id}>
            <td>
              <Moment when={mark.told.on} />
            </td>
            <th scope="row">{mark.teller}</th>
            <td>
              <Link href={`/record/${mark.told.id}`}>{mark.told.words}</Link>
            </td>
            <td>{t(`claims.mark.${mark.kind}`)}</td>
            <td>{saySum(t, mark, model.matter) ?? t("claims.plot.not_in_sum")}</td>
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}
