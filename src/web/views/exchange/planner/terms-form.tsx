import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Field, Form, Group, Tick, useForm } from "../../../design/index.ts";
import own from "../exchange.module.css";
import type { CaseModel } from "./case-query.ts";
import { CategoryFields, ClassFields } from "./category-fields.tsx";
import { SideFields } from "./side-fields.tsx";
import {
  categoryIsWrong,
  categoryTerms,
  classTerms,
  dayIsWrong,
  seedIsWrong,
  sideIsWrong,
  type Terms,
  wholeIsWrong,
} from "./terms.ts";

/** What a plan is to keep to. All of it has a usual value; nothing is signed here. */
export function TermsForm({
  model,
  terms,
  hasPlan,
  isReady,
  onPlan,
}: {
  readonly model: CaseModel;
  readonly terms: Terms;
  /** Whether there is a plan to which another can keep. */
  readonly hasPlan: boolean;
  readonly isReady: boolean;
  readonly onPlan: (terms: Terms, keepsTo: boolean) => void;
}) {
  const { t } = useDesk();
  const [isKept, setKept] = useState(true);
  const form = useForm(terms, (draft) => ({
    days: draft.days.map(dayIsWrong).find((one) => one !== undefined),
    limit: wholeIsWrong(draft.limit, true),
    delta: wholeIsWrong(draft.delta, true),
    alternation: wholeIsWrong(draft.alternation, true, 1),
    sides: sideIsWrong(draft.sides.a) ?? sideIsWrong(draft.sides.b),
    categories: model.categories
      .map(({ value }) => categoryIsWrong(categoryTerms(draft, value)))
      .find((one) => one !== undefined),
    classes: model.classes
      .map(({ value }) => wholeIsWrong(classTerms(draft, value).perDay))
      .find((one) => one !== undefined),
    seed: seedIsWrong(draft.seed),
  }));
  const { draft, set, wrong, tried } = form;
  const { days } = draft;
  return (
    <Form
      form={form}
      submit={t("exchange.planner.start")}
      onReady={() => isReady && onPlan({ ...draft, locks: terms.locks }, hasPlan && isKept)}
    >
      <Group title={t("exchange.terms.days")}>
        <div className={own.terms}>
          {days.map((day, i) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: a day of a draft has no other name than its place
              key={i}
              label={t("exchange.number", { number: i + 1 })}
              type="date"
              value={day}
              onChange={(next) => set({ days: days.map((one, at) => (at === i ? next : one)) })}
              wrong={tried && dayIsWrong(day) ? wrong("days") : undefined}
            />
          ))}
        </div>
        <p className={css.row}>
          <Button onPress={() => set({ days: [...days, ""] })}>{t("exchange.terms.add_day")}</Button>
          {days.length > 1 && (
            <Button look="plain" onPress={() => set({ days: days.slice(0, -1) })}>
              {t("exchange.terms.remove_day")}
            </Button>
          )}
        </p>
      </Group>
      <Group title={t("exchange.terms.numbers")}>
        <div className={own.terms}>
          <Field
            label={t("exchange.terms.delta")}
            help={t("exchange.terms.delta_help")}
            type="number"
            value={draft.delta}
            onChange={(delta) => set({ delta })}
            wrong={wrong("delta")}
          />
          <Field
            label={t("exchange.terms.alternation")}
            help={t("exchange.terms.alternation_help")}
            type="number"
            value={draft.alternation}
            onChange={(alternation) => set({ alternation })}
            wrong={wrong("alternation")}
          />
          <Field
            label={t("exchange.terms.limit")}
            help={t("exchange.terms.limit_help")}
            type="number"
            value={draft.limit}
            onChange={(limit) => set({ limit })}
            wrong={wrong("limit")}
          />
        </div>
      </Group>
      <CategoryFields model={model} draft={draft} set={set} tried={tried} />
      <ClassFields model={model} draft={draft} set={set} tried={tried} />
      {model.sides.map(({ side, name }) => (
        <SideFields
          key={side}
          title={t("exchange.terms.places", { side: name })}
          lists={model.lists.filter(({ to }) => to === side)}
          value={draft.sides[side]}
          onChange={(next) => set({ sides: { ...draft.sides, [side]: next } })}
          tried={tried}
        />
      ))}
      <div className={own.terms}>
        <Field
          label={t("field.seed")}
          help={t("exchange.terms.seed_help")}
          type="number"
          value={draft.seed}
          onChange={(seed) => set({ seed })}
          wrong={wrong("seed")}
        />
      </div>
      {hasPlan && (
        <Tick isSelected={isKept} onChange={setKept}>
          {t("exchange.planner.keep")}
        </Tick>
      )}
      {!isReady && <p className={css.small}>{t("exchange.planner.not_ready")}</p>}
    </Form>
  );
}
