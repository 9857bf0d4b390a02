import { useDesk } from "../../app/desk-context.tsx";
import { useSigning } from "../../app/signing.tsx";
import { Button, css, Empty, FormButton, Mark, Section, weightOf } from "../../design/index.ts";
import { SubstituteForm } from "./forms/substitute.tsx";
import type { TrancheModel } from "./tranche-query.ts";

/** One in another's place, after the lock: proposed by the side that returns, answered by the other. */
export function Substitutions({ tranche }: { readonly tranche: TrancheModel }) {
  const { t } = useDesk();
  const propose = useSigning();
  const { substitutions, may } = tranche;
  if (substitutions.length === 0 && !may.substitute) return null;
  const answer = (substitution: string, word: "agreed" | "refused") =>
    propose({
      room: "exchange",
      kind: "tranche.substitution_answered",
      payload: { substitution, answer: word },
    });
  return (
    <Section
      title={t("exchange.substitutions")}
      actions={
        may.substitute && (
          <FormButton label={t("exchange.do.substitute")}>
            {(close) => <SubstituteForm tranche={tranche} onDone={close} />}
          </FormButton>
        )
      }
    >
      {substitutions.length === 0 && <Empty>{t("exchange.no_substitutions")}</Empty>}
      <ul className={css.items}>
        {substitutions.map((one) => (
          <li key={one.id} className={css.sheet}>
            <p className={css.row}>
              <span>
                <strong>{one.by}</strong>: {one.out} → {one.in}
              </span>
              <Mark weight={weightOf(one.answer.code)}>{one.answer.words}</Mark>
            </p>
            <p className={css.small}>
              {t("field.reason")}: {one.reason}
            </p>
            {one.mayAnswer && (
              <p className={css.row}>
                <Button onPress={() => answer(one.id, "agreed")}>{t("exchange.do.agree")}</Button>
                <Button onPress={() => answer(one.id, "refused")}>{t("exchange.do.refuse")}</Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
