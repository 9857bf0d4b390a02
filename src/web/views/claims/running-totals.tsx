import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Rows, Section } from "../../design/index.ts";
import { FigureCell } from "./figure-cell.tsx";
import type { Offer, Totals } from "./totals.ts";

/** Running totals: in each direction every teller's own. Two totals of two tellers are two claims. */
export function RunningTotals({ totals }: { readonly totals: readonly Totals[] }) {
  const { t } = useDesk();
  return (
    <Section title={t("claims.totals")}>
      <p className={css.small}>{t("claims.totals_how")}</p>
      {totals.length === 0 && <Empty>{t("claims.totals_none")}</Empty>}
      {totals.map(({ from, to, tellers }) => {
        const title = t("claims.from_to", { from, to });
        return (
          <div key={title} className={css.section}>
            <h3>{title}</h3>
            <Rows label={title} heads={[t("claims.teller"), t("claims.number")]}>
              {tellers.map(({ teller, figures }) => (
                <tbody key={teller}>
                  {figures.map((figure, i) => (
                    <tr key={figure.id}>
                      {i === 0 && (
                        <th scope="rowgroup" rowSpan={figures.length}>
                          {teller}
                        </th>
                      )}
                      <td>
                        <FigureCell figure={figure} isUnderTeller />
                      </td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </Rows>
          </div>
        );
      })}
    </Section>
  );
}

/** Bodies offered: what one side says it is ready to hand over. */
export function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  const { t } = useDesk();
  if (offers.length === 0) return null;
  return (
    <Section title={t("claims.offers")}>
      <p className={css.small}>{t("claims.offers_how")}</p>
      <ul className={css.section}>
        {offers.map(({ figure, to, words }) => (
          <li key={figure.id} className={css.sheet}>
            <p>{t("claims.offered", { teller: figure.teller, to })}</p>
            <FigureCell figure={figure} isUnderTeller />
            {words && <p className={css.quote}>{words}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
