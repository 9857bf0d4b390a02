import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, FormButton, Notice } from "../../design/index.ts";
import type { CaseModel, IdentificationLine } from "./case-query.ts";
import { ToldForm } from "./forms/told.tsx";
import own from "./remains.module.css";

/** That a person told the family, for this side's own forensic office alone. Nothing here tells anybody anything. */
export function FamilyWords({
  line: { id, family },
  model: { ownRoom, choices },
}: {
  readonly line: IdentificationLine;
  readonly model: CaseModel;
}) {
  const { t } = useDesk();
  if (!family || !ownRoom) return null;
  const { owes, told, withoutConsent } = family;
  return (
    <div className={own.family}>
      <p className={css.label}>{t("remains.family")}</p>
      <p className={css.small}>{t("remains.family_how")}</p>
      {withoutConsent.length > 0 && (
        <Notice tone="attention">
          {t("remains.without_consent", { samples: withoutConsent.join(", ") })}
        </Notice>
      )}
      {told && (
        <p>
          {t("remains.told", { what: told.news, who: told.by, where: told.place })} · <Clock at={told.at} /> ·{" "}
          {t("field.furtherParts")}: {told.furtherParts}
        </p>
      )}
      {owes && (
        <div className={css.row}>
          <span>{t(`remains.family_owes_${owes}`)}</span>
          <FormButton label={t("remains.do.told")}>
            {(close) => (
              <ToldForm identification={id} news={owes} room={ownRoom} choices={choices} onDone={close} />
            )}
          </FormButton>
        </div>
      )}
    </div>
  );
}
