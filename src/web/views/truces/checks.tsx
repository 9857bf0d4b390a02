import { useDesk } from "../../app/desk-context.tsx";
import { css, Notice, Section } from "../../design/index.ts";
import type { CheckLine } from "./weigh.ts";

/** What in a text deserves a second look, each with the rule by which it is weighed; nothing where there is nothing. */
export function Checks({ checks }: { readonly checks: readonly CheckLine[] }) {
  const { t } = useDesk();
  if (checks.length === 0) return null;
  return (
    <Section title={t("truces.checks")}>
      <p className={css.small}>{t("truces.checks_words")}</p>
      <ul className={css.section}>
        {checks.map(({ key, check, law, part, act, who, zone, words }) => (
          <li key={key}>
            <Notice tone={law === "practice" ? "plain" : "attention"}>
              <p>{t(`truces.check.${check}`, { act, who, zone })}</p>
              {words !== undefined && <p className={css.quote}>{words}</p>}
              <p className={css.small}>
                {part} · {t(`truces.law.${law}`)}
              </p>
            </Notice>
          </li>
        ))}
      </ul>
    </Section>
  );
}
