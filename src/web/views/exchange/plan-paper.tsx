import { type ChangeEvent, useId, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Day, Facts, FormButton, Notice, Section, Sheet } from "../../design/index.ts";
import type { BoardModel } from "./board-query.ts";
import own from "./exchange.module.css";
import { TableForm } from "./forms/table.tsx";
import { type Plan, planIn } from "./plan.ts";

/** A computed plan, read from a file into this page and nowhere else: its author's own working paper. */
export function PlanPaper({ board }: { readonly board: BoardModel }) {
  const { t } = useDesk();
  const [read, setRead] = useState<Plan | "none">();
  const id = useId();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) setRead(planIn(await file.text(), (code) => board.classes[code] ?? "number") ?? "none");
  };
  return (
    <Section title={t("exchange.plan")}>
      <p className={css.small}>{t("exchange.plan_words")}</p>
      <div className={css.field}>
        <label className={css.label} htmlFor={id}>
          {t("exchange.plan_file")}
        </label>
        <input id={id} type="file" accept="application/json,.json" onChange={(event) => void take(event)} />
      </div>
      {read === "none" && <Notice tone="attention">{t("exchange.plan_wrong")}</Notice>}
      {read && read !== "none" && <PlanShown plan={read} board={board} />}
    </Section>
  );
}

function PlanShown({ plan, board }: { readonly plan: Plan; readonly board: BoardModel }) {
  const { t } = useDesk();
  const { tranches, figures, priceOfParity, whyNot } = plan;
  const percent = new Intl.NumberFormat(t.language, { style: "percent", maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(t.language);
  return (
    <Sheet>
      <Facts
        rows={[
          ...figures.map(({ name, value, bound, gap }): readonly [string, string] => [
            t(`exchange.plan_level.${name}`),
            [
              number.format(value),
              ...(bound === undefined ? [] : [t("exchange.plan_bound", { bound: number.format(bound) })]),
              ...(gap === undefined ? [] : [t("exchange.plan_gap", { gap: percent.format(gap) })]),
            ].join(" · "),
          ]),
          ...(priceOfParity === undefined
            ? []
            : [[t("exchange.plan_price"), t("exchange.plan_price_words", priceOfParity)] as const]),
        ]}
      />
      <ol className={css.items}>
        {tranches.map(({ on, drafts }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a plan's tranches have no other name than their place
          <li key={i}>
            <p className={css.row}>
              <strong>{t("exchange.number", { number: i + 1 })}</strong>
              {on && <Day date={on} />}
              <FormButton label={t("exchange.do.table_planned", { number: i + 1 })}>
                {(close) => (
                  <TableForm board={board} planned={{ number: i + 1, on, drafts }} onDone={close} />
                )}
              </FormButton>
            </p>
          </li>
        ))}
      </ol>
      {whyNot.length > 0 && (
        <details>
          <summary>{t("exchange.plan_why_not")}</summary>
          <ul>
            {whyNot.map(({ code, why }) => (
              <li key={code}>
                <span className={own.digest}>{code}</span>: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  );
}
