import { useDesk } from "../../../app/desk-context.tsx";
import { css, Facts, Section, Sheet } from "../../../design/index.ts";
import type { CaseModel, Missing } from "./case-query.ts";

/** What a case is made from: what is missing first, then who could return. */
export function CaseShown({ model }: { readonly model: CaseModel }) {
  const { t } = useDesk();
  const { missing, sides } = model;
  return (
    <Section title={t("exchange.case")}>
      <p className={css.small}>{t("exchange.case_words")}</p>
      <Sheet>
        {missing.length > 0 && (
          <ul aria-label={t("exchange.case.missing")}>
            {missing.map((one) => (
              <li key={JSON.stringify(one)}>{t(...wordsOf(one))}</li>
            ))}
          </ul>
        )}
        <Facts
          rows={sides.map(({ name, persons, outside }) => [
            t("exchange.case.return_to", { side: name }),
            t("exchange.case.persons", { n: persons, outside }),
          ])}
        />
      </Sheet>
    </Section>
  );
}

function wordsOf(one: Missing) {
  const { what, ...params } = one;
  return [`exchange.case.missing.${what}`, params] as const;
}
