import { useDesk } from "../../../app/desk-context.tsx";
import { Choose, css, Field, Group } from "../../../design/index.ts";
import own from "../exchange.module.css";
import type { CaseModel } from "./case-query.ts";
import type { Mode } from "./engine/protocol.ts";
import { categoryTerms, classTerms, comparisons, type Terms, wholeIsWrong } from "./terms.ts";

type Fields = {
  readonly model: CaseModel;
  readonly draft: Terms;
  readonly set: (part: Partial<Terms>) => void;
  readonly tried: boolean;
};

const modes: readonly Mode[] = ["seat", "stretcher", "icu"];

/** How the two sides' numbers of each category are compared. Art. 110(1) is compared nowhere, and not asked about. */
export function CategoryFields({ model, draft, set, tried }: Fields) {
  const { t } = useDesk();
  if (model.categories.length === 0) return null;
  const wrong = (text: string, least = 0) => {
    const key = tried ? wholeIsWrong(text, false, least) : undefined;
    return key && t(key);
  };
  return (
    <Group title={t("exchange.terms.categories")}>
      {model.categories.map(({ value, label }) => {
        const terms = categoryTerms(draft, value);
        const change = (part: Partial<typeof terms>) =>
          set({ categories: { ...draft.categories, [value]: { ...terms, ...part } } });
        return (
          <div key={value} className={`${own.terms} ${own.ends}`}>
            <Choose
              label={label}
              value={terms.kind}
              choices={comparisons.map((one) => ({ value: one, label: t(`exchange.terms.compare.${one}`) }))}
              onChange={(kind) => change({ kind })}
            />
            {terms.kind === "ratio" &&
              model.sides.map(({ side, name }) => (
                <Field
                  key={side}
                  label={t("exchange.terms.part_of", { side: name })}
                  type="number"
                  value={terms[side]}
                  onChange={(next) => change({ [side]: next })}
                  wrong={wrong(terms[side], 1)}
                />
              ))}
            {(terms.kind === "number" || terms.kind === "ratio") && (
              <Field
                label={t("exchange.terms.delta")}
                type="number"
                value={terms.delta}
                onChange={(delta) => change({ delta })}
                wrong={wrong(terms.delta)}
              />
            )}
          </div>
        );
      })}
    </Group>
  );
}

/** What a day of waiting adds for the wounded and sick, and how they travel. */
export function ClassFields({ model, draft, set, tried }: Fields) {
  const { t } = useDesk();
  if (model.classes.length === 0) return null;
  return (
    <Group title={t("exchange.terms.classes")}>
      <p className={css.small}>{t("exchange.terms.classes_words")}</p>
      {model.classes.map(({ value, label }) => {
        const terms = classTerms(draft, value);
        const change = (part: Partial<typeof terms>) =>
          set({ classes: { ...draft.classes, [value]: { ...terms, ...part } } });
        const wrong = tried ? wholeIsWrong(terms.perDay) : undefined;
        return (
          <div key={value} className={`${own.terms} ${own.ends}`}>
            <Field
              label={t("exchange.terms.per_day", { category: label })}
              type="number"
              value={terms.perDay}
              onChange={(perDay) => change({ perDay })}
              wrong={wrong && t(wrong)}
            />
            <Choose
              label={t("exchange.terms.mode", { category: label })}
              value={terms.mode}
              choices={modes.map((one) => ({ value: one, label: t(`exchange.mode.${one}`) }))}
              onChange={(mode) => change({ mode })}
            />
          </div>
        );
      })}
    </Group>
  );
}
