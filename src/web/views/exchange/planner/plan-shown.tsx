import { useDesk } from "../../../app/desk-context.tsx";
import { css, Day, Facts, FormButton, Sheet, Unbroken } from "../../../design/index.ts";
import { linesIn } from "../../../design/lines-text.ts";
import type { BoardModel } from "../board-query.ts";
import own from "../exchange.module.css";
import { type PlannedText, TableForm } from "../forms/table.tsx";
import type { PartDraft } from "../part-draft.ts";
import type { PlanFigure, ShownPlan, ShownTranche } from "./read-plan.ts";

/** A plan's tranches, what it is worth at each level, and what parity costs the wounded and sick. */
export function PlanShown({
  plan,
  board,
  behind,
  onTabling,
}: {
  readonly plan: ShownPlan;
  readonly board: BoardModel;
  readonly behind?: NonNullable<PlannedText["plan"]>;
  readonly onTabling?: () => void;
}) {
  const { t } = useDesk();
  const { tranches, figures, priceOfParity, whyNot } = plan;
  const before = tranchesBefore(board);
  return (
    <Sheet>
      <div className={own.paper}>
        <ol className={css.items}>
          {tranches.map((tranche, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan's tranches have no other name than their place
            <li key={i}>
              <TrancheShown
                n={i + 1}
                tranche={tranche}
                board={board}
                planned={{
                  number: before + i + 1,
                  on: tranche.on,
                  drafts: tranche.drafts,
                  ...(behind ? { plan: behind } : {}),
                  ...(onTabling ? { onTabling } : {}),
                }}
              />
            </li>
          ))}
        </ol>
        <Facts
          rows={[
            ...figures.map(
              (one) => [t(`exchange.level.${one.name}`), <Figure key={one.name} figure={one} />] as const,
            ),
            ...(priceOfParity === undefined
              ? []
              : [[t("exchange.plan_price"), <Price key="price" price={priceOfParity} />] as const]),
          ]}
        />
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
      </div>
    </Sheet>
  );
}

// The numbers that stand: of tranches that both have locked. A plan's own come after them.
function tranchesBefore({ tranches }: BoardModel): number {
  const locked = tranches.filter(({ status }) =>
    ["locked", "ready", "no_go", "carried_out"].includes(status.code),
  );
  return Math.max(0, ...locked.map(({ number }) => number ?? 0));
}

function TrancheShown({
  n,
  tranche,
  board,
  planned,
}: {
  readonly n: number;
  readonly tranche: ShownTranche;
  readonly board: BoardModel;
  readonly planned: PlannedText;
}) {
  const { t } = useDesk();
  const { on, drafts, reserves } = tranche;
  const going = drafts.filter(({ isReserve }) => !isReserve);
  return (
    <div className={own.planned}>
      <p className={css.row}>
        <strong>{t("exchange.number", { number: n })}</strong>
        {on && <Day date={on} />}
        <FormButton label={t("exchange.do.table_planned", { number: n })}>
          {(close) => <TableForm board={board} planned={planned} onDone={close} />}
        </FormButton>
      </p>
      <div className={own.sides}>
        {board.sides.map(({ value, label }) => {
          const of = going.filter(({ returnedBy }) => returnedBy === value);
          const outside = of.filter(({ category }) => /^dr\d$/.test(category));
          return (
            <p key={value}>
              <strong>{label}</strong> · {t("exchange.returns")}: {countOf(of)}
              <span className={css.small}>
                {" · "}
                {t("exchange.outside")}: {countOf(outside)}
              </span>
            </p>
          );
        })}
      </div>
      <p className={css.small}>
        {t("exchange.plan.reserves", { needed: reserves.needed, named: reserves.named })}
      </p>
      <details>
        <summary>{t("exchange.plan.persons")}</summary>
        <Parts drafts={drafts} board={board} />
      </details>
    </div>
  );
}

function countOf(drafts: readonly PartDraft[]): number {
  return drafts.reduce((sum, { lines }) => sum + (linesIn(lines)?.length ?? 0), 0);
}

function Parts({ drafts, board }: { readonly drafts: readonly PartDraft[]; readonly board: BoardModel }) {
  const { t } = useDesk();
  const label = (all: readonly { readonly value: string; readonly label: string }[], of: string | null) =>
    all.find(({ value }) => value === of)?.label ?? of ?? "";
  return (
    <ul>
      {drafts.map(({ returnedBy, category, list, lines, isReserve }) => (
        <li key={`${returnedBy} ${category} ${list} ${isReserve}`}>
          {label(board.sides, returnedBy)} · {label(board.categories, category)} ·{" "}
          {t(isReserve ? "exchange.f.reserve" : "exchange.f.goes")}: <Unbroken>{lines}</Unbroken>{" "}
          <span className={css.small}>{label(board.lists, list)}</span>
        </li>
      ))}
    </ul>
  );
}

function Figure({ figure }: { readonly figure: PlanFigure }) {
  const { t } = useDesk();
  const { name, value, bound, gap, isBest } = figure;
  const percent = new Intl.NumberFormat(t.language, { style: "percent", maximumFractionDigits: 2 });
  const number = name === "service" ? percent : new Intl.NumberFormat(t.language);
  const isReached = isBest || gap === 0;
  return [
    number.format(value),
    ...(isReached ? [t("exchange.plan_best")] : []),
    ...(bound === undefined || isReached ? [] : [t("exchange.plan_bound", { bound: number.format(bound) })]),
    ...(gap === undefined || isReached ? [] : [t("exchange.plan_gap", { gap: percent.format(gap) })]),
  ].join(" · ");
}

function Price({ price }: { readonly price: NonNullable<ShownPlan["priceOfParity"]> }) {
  const { t } = useDesk();
  const isFree = Object.values(price).every((one) => one === 0);
  return t(isFree ? "exchange.parity_free" : "exchange.plan_price_words", price);
}
