import type { Block, Level, Plan } from "#exchange";
import type { Translate } from "#i18n";
import type { Output } from "../output.ts";

/** A whole plan as a person reads it: tranches, levels with their bounds, the price of parity, reserves. */
export function sayPlan(out: Output, t: Translate, plan: Plan): void {
  const persons = plan.tranches.reduce((sum, { a, b }) => sum + a.length + b.length, 0);
  out.line(t("exchange.title", { persons, tranches: plan.tranches.length, seed: plan.seed }));
  if (plan.stopped) out.line(t("exchange.stopped"));
  out.line();
  for (const { tranche, date, a, b, blocks } of plan.tranches) {
    const uncounted = blocks.filter(({ lane }) => lane).reduce((sum, block) => sum + block.persons.length, 0);
    const row = { tranche, date, a: a.length, b: b.length, uncounted, blocks: blocks.length };
    out.line(`  ${t("exchange.tranche", row)}`);
  }
  out.line(`\n${t("exchange.levels")}`);
  plan.levels.forEach((level, n) => {
    out.line(`  ${n + 1}. ${sayLevel(t, level)}`);
  });
  const { value, bound } = plan.harmAverted;
  out.line(
    `  ${t("exchange.harm_averted", { value, bound, share: percent(t, bound === 0 ? 1 : value / bound) })}`,
  );
  const price = plan.parityPrice;
  out.line();
  out.line(price.harm === 0 ? t("exchange.parity_free") : t("exchange.parity_price", { ...price }));
  for (const { level, relaxed, value: now, could } of plan.levelPrices ?? []) {
    if (could === now) continue;
    const said = (worth: number) => (level === "service" ? percent(t, worth) : amount(t, worth));
    const names = { level: t(`exchange.level.${level}`), relaxed: t(`exchange.level.${relaxed}`) };
    out.line(t("exchange.level_price", { ...names, value: said(now), could: said(could) }));
  }
  const needed = plan.reserves.reduce((sum, one) => sum + one.needed, 0);
  const named = plan.reserves.reduce((sum, one) => sum + one.persons.length, 0);
  out.line(t("exchange.reserves", { needed, named }));
}

function sayLevel(t: Translate, { name, value, bound, gap, proven }: Level): string {
  const [said, most] =
    name === "service" ? [percent(t, value), percent(t, bound)] : [amount(t, value), amount(t, bound)];
  const label = t(`exchange.level.${name}`);
  if (proven === "exhausted") return t("exchange.level_proven", { name: label, value: said });
  return t("exchange.level_bound", { name: label, value: said, bound: most, gap: percent(t, gap) });
}

/** The order of passing, a line for each block. */
export function sayBlocks(out: Output, t: Translate, blocks: readonly Block[]): void {
  blocks.forEach(({ to, lane, persons }, n) => {
    const words = t(lane ? "exchange.block_uncounted" : "exchange.block", {
      n: n + 1,
      side: t(`office.party-${to}`),
      persons: persons.length,
    });
    out.line(`  ${words}: ${persons.join(" ")}`);
  });
}

function amount(t: Translate, value: number): string {
  return new Intl.NumberFormat(t.language).format(value);
}

function percent(t: Translate, share: number): string {
  return new Intl.NumberFormat(t.language, { style: "percent", maximumFractionDigits: 2 }).format(share);
}
