import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Day, Empty, Rows, Section } from "../../design/index.ts";
import own from "./claims.module.css";
import { FigureCell } from "./figure-cell.tsx";
import type { AgreementPledges, Pledge } from "./pledges.ts";

/** Pledged against delivered: for each giving side each party's own telling, beside the other's. */
export function Pledged({ pledges }: { readonly pledges: readonly AgreementPledges[] }) {
  const { t } = useDesk();
  return (
    <Section title={t("claims.pledged")}>
      <p className={css.small}>{t("claims.pledged_how")}</p>
      {pledges.length === 0 && <Empty>{t("claims.pledged_none")}</Empty>}
      {pledges.map(({ id, title, pledges: made }) => (
        <div key={id} className={css.section}>
          <h3 className={own.agreement}>
            <Link href={`/record/${id}`}>{title}</Link>
          </h3>
          <Rows
            label={title}
            heads={[
              t("claims.giver"),
              t("claims.pledge"),
              t("claims.told_by"),
              t("claims.delivered"),
              { number: t("claims.counted") },
              { number: t("claims.withheld") },
              { number: t("claims.unsaid") },
            ]}
            className={own.pledges}
          >
            {made.map((pledge) => (
              <PledgeRows key={pledge.id} pledge={pledge} />
            ))}
          </Rows>
        </div>
      ))}
    </Section>
  );
}

function PledgeRows({ pledge }: { readonly pledge: Pledge }) {
  const { t } = useDesk();
  const { from, pledged, by, category, tellings } = pledge;
  const number = new Intl.NumberFormat(t.language);
  return (
    <tbody>
      {tellings.map(({ office, teller, words, counted, withheld, unsaid }, i) => (
        <tr key={office}>
          {i === 0 && (
            <>
              <th scope="rowgroup" rowSpan={tellings.length}>
                {from}
              </th>
              <td rowSpan={tellings.length}>
                <FigureCell figure={pledged} isPledge />
                {category && <p className={css.small}>{category}</p>}
                {by && (
                  <p className={css.small}>
                    {t("claims.by_day")} <Day date={by} />
                  </p>
                )}
              </td>
            </>
          )}
          <th scope="row">{teller}</th>
          <td>{counted === 0 ? t("claims.none_counted") : words}</td>
          <td className={css.number}>{number.format(counted)}</td>
          <td className={css.number}>{number.format(withheld)}</td>
          <td className={css.number}>{number.format(unsaid)}</td>
        </tr>
      ))}
    </tbody>
  );
}
