import { useDesk } from "../../app/desk-context.tsx";
import { css, Day, Empty, Facts, Section, Sheet } from "../../design/index.ts";
import { ExtractButton } from "../documents/extract-button.tsx";
import type { PersonModel } from "./person-query.ts";

/** What the family may be told, as the person consented to it; nothing medical. */
export function Family({ model }: { readonly model: PersonModel }) {
  const { t } = useDesk();
  const { extract } = model;
  return (
    <Section title={t("reception.family")}>
      <p className={css.small}>{t("reception.family_how")}</p>
      {extract === undefined ? (
        <Empty>{t("reception.family_none")}</Empty>
      ) : (
        <Sheet>
          <div className={css.section}>
            <Facts
              rows={[
                ...(extract.returned ? [[t("reception.family_returned"), t("field.yes")] as const] : []),
                ...(extract.day === undefined
                  ? []
                  : [[t("reception.family_day"), <Day key="day" date={extract.day} />] as const]),
                ...(extract.reach === undefined
                  ? []
                  : [[t("reception.family_reach"), extract.reach] as const]),
              ]}
            />
            <ExtractButton extract={extract} />
          </div>
        </Sheet>
      )}
    </Section>
  );
}
