import { useDesk } from "../../../app/desk-context.tsx";
import { css, Field, type MomentDraft, MomentField, OneOf, Tick } from "../../../design/index.ts";
import type { Choices } from "../choices.ts";
import { hourIsWrong, instantFrom } from "./now.ts";

/** What every examination says besides what was found. */
export type ExaminedDraft = {
  readonly at: MomentDraft;
  readonly examiner: string;
  readonly isIndependent: boolean;
  readonly consistency: string | null;
};

export const noExamined: Omit<ExaminedDraft, "at"> = {
  examiner: "",
  isIndependent: false,
  consistency: null,
};

/** A form's check of these fields. */
export function examinedIsWrong(draft: ExaminedDraft) {
  return {
    at: hourIsWrong(draft.at),
    examiner: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.examiner) ? undefined : "reception.form.handle_wrong",
    isIndependent: draft.isIndependent ? undefined : "reception.form.independent_needed",
    consistency: draft.consistency === null ? "forms.choose" : undefined,
  } as const;
}

export function examinedOf(draft: ExaminedDraft) {
  return {
    at: instantFrom(draft.at),
    examiner: draft.examiner,
    independent: draft.isIndependent,
    consistency: draft.consistency,
  };
}

export function ExaminedFields({
  draft,
  set,
  wrong,
  tried,
  choices,
}: {
  readonly draft: ExaminedDraft;
  readonly set: (part: Partial<ExaminedDraft>) => void;
  readonly wrong: (field: keyof ExaminedDraft) => string | undefined;
  readonly tried: boolean;
  readonly choices: Choices;
}) {
  const { t } = useDesk();
  return (
    <>
      <OneOf
        label={t("field.consistency")}
        value={draft.consistency}
        choices={choices.consistencies}
        onChange={(consistency) => set({ consistency })}
        wrong={wrong("consistency")}
      />
      <Field
        label={t("reception.examiner")}
        help={t("reception.form.handle_help")}
        value={draft.examiner}
        onChange={(examiner) => set({ examiner })}
        wrong={wrong("examiner")}
        isRequired
      />
      <MomentField
        label={t("reception.form.examined_at")}
        value={draft.at}
        onChange={(at) => set({ at })}
        tried={tried}
        needsHour
      />
      <Tick isSelected={draft.isIndependent} onChange={(isIndependent) => set({ isIndependent })}>
        {t("reception.form.independent")}
      </Tick>
      {wrong("isIndependent") && <p className={css.wrong}>{wrong("isIndependent")}</p>}
    </>
  );
}
