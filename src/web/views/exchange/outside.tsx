import { useDesk } from "../../app/desk-context.tsx";
import { css, Section } from "../../design/index.ts";
import own from "./exchange.module.css";
import { Count } from "./shown.tsx";
import type { TrancheModel } from "./tranche-query.ts";

/** The counts that may be told where the persons are not named: small ones are withheld. */
export function Outside({ tranche }: { readonly tranche: TrancheModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("exchange.counts")}>
      <p className={css.small}>{t("exchange.counts_words")}</p>
      <ul className={own.sides}>
        {tranche.counts.map(({ name, total, cells }) => (
          <li key={name} className={`${css.sheet} ${own.side}`}>
            <p>
              <strong>{name}</strong> · {t("exchange.returns")}: <Count count={total} />
            </p>
            {cells.map(({ category, count }) => (
              <p key={category.code}>
                {category.words}: <Count count={count} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
