import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Moment, Rows, Section } from "../../design/index.ts";
import { FigureCell } from "./figure-cell.tsx";
import type { OtherNumber } from "./other-numbers.ts";

/** Numbers given in statements, counted in the days of a truce, and of lists; each as its speaker said it. */
export function OtherTable({ others }: { readonly others: readonly OtherNumber[] }) {
  const { t } = useDesk();
  const title = t("claims.others");
  return (
    <Section title={title}>
      <p className={css.small}>{t("claims.others_how")}</p>
      {others.length === 0 ? (
        <Empty>{t("claims.others_none")}</Empty>
      ) : (
        <Rows label={title} heads={[t("claims.day"), t("claims.who"), t("claims.words"), t("claims.number")]}>
          <tbody>
            {others.map(({ figure, on, what, said, onBehalfOf, words, language, href }) => (
              <tr key={figure.id}>
                <td>
                  <Moment when={on} />
                </td>
                <th scope="row">
                  {said}
                  {onBehalfOf && <p className={css.small}>{t("claims.on_behalf", { office: onBehalfOf })}</p>}
                </th>
                <td>
                  <Link href={href}>{language ? <q lang={language}>{words}</q> : words}</Link>
                  <p className={css.small}>{t(`claims.what.${what}`)}</p>
                </td>
                <td>
                  <FigureCell figure={figure} isUnderTeller />
                </td>
              </tr>
            ))}
          </tbody>
        </Rows>
      )}
    </Section>
  );
}
