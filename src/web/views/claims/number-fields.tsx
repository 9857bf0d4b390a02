import { useDesk } from "../../app/desk-context.tsx";
import { Choose, css, Field, Group, OneOf, Tick } from "../../design/index.ts";
import { amountOf, type NumberDraft, shapes } from "./number-draft.ts";

const kinds = ["single", "incremental", "cumulative"] as const;

/** A number exactly as it is to be said: whole, as a range, or not published. Units and kinds of one are not asked. */
export function NumberFields({
  title,
  value,
  onChange,
  units,
  isKindFixed,
  tried,
}: {
  readonly title: string;
  readonly value: NumberDraft;
  readonly onChange: (value: NumberDraft) => void;
  readonly units: readonly NonNullable<NumberDraft["unit"]>[];
  readonly isKindFixed?: boolean;
  readonly tried: boolean;
}) {
  const { t } = useDesk();
  const set = (part: Partial<NumberDraft>) => onChange({ ...value, ...part });
  const { shape, first, second } = value;
  const isMissing = tried && shape !== null && amountOf(value) === undefined;
  const whole = /^\d{1,9}$/;
  const wrong = (text: string) =>
    isMissing && !whole.test(text.trim()) ? t("claims.form.whole") : undefined;
  const choose = (one: unknown) => (tried && one === null ? t("forms.choose") : undefined);
  return (
    <Group title={title}>
      <OneOf
        label={t("claims.form.shape")}
        value={shape}
        choices={shapes.map((one) => ({ value: one, label: t(`claims.shape.${one}`) }))}
        onChange={(chosen) => set({ shape: chosen })}
        wrong={choose(shape)}
      />
      <div className={css.twoUp}>
        {shape !== null && shape !== "undisclosed" && (
          <Field
            label={t(shape === "between" ? "claims.form.least" : "claims.form.number")}
            value={first}
            onChange={(text) => set({ first: text })}
            wrong={wrong(first)}
            isRequired
          />
        )}
        {shape === "between" && (
          <Field
            label={t("claims.form.most")}
            value={second}
            onChange={(text) => set({ second: text })}
            wrong={
              wrong(second) ?? (isMissing && whole.test(first.trim()) ? t("claims.form.range") : undefined)
            }
            isRequired
          />
        )}
        {units.length > 1 && (
          <Choose
            label={t("claims.form.unit")}
            value={value.unit}
            choices={units.map((unit) => ({ value: unit, label: t(`claims.unit.${unit}`) }))}
            onChange={(unit) => set({ unit })}
            wrong={choose(value.unit)}
          />
        )}
        {!isKindFixed && (
          <Choose
            label={t("claims.form.kind")}
            value={value.kind}
            choices={kinds.map((kind) => ({ value: kind, label: t(`claims.kind.${kind}`) }))}
            onChange={(kind) => set({ kind })}
            wrong={choose(value.kind)}
          />
        )}
        <Field
          label={t("forms.optional", { label: t("claims.form.as_of") })}
          type="date"
          value={value.asOf}
          onChange={(asOf) => set({ asOf })}
        />
      </div>
      {shape !== null && shape !== "undisclosed" && (
        <Tick isSelected={value.isAbout} onChange={(isAbout) => set({ isAbout })}>
          {t("claims.form.about")}
        </Tick>
      )}
    </Group>
  );
}
