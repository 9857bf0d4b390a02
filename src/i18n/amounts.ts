import { type Amount, type Claim, rangeOf } from "#record";
import { isMessageKey, type Translate } from "./translate.ts";

/** A claimed number in words: "at least 1,200 persons". Never rounded, never merged with another's. */
export function sayClaim(t: Translate, claim: Claim): string {
  const said = sayAmount(t, claim.amount, claim.unit);
  return claim.approximate ? t("amount.about", { count: said }) : said;
}

export function sayAmount(t: Translate, amount: Amount, unit: string): string {
  if ("undisclosed" in amount) return t("amount.undisclosed");
  const { min, max } = rangeOf(amount);
  const counted = (n: number) => {
    const key = `unit.${unit}`;
    return isMessageKey(key) ? t(key, { n }) : `${n} ${unit}`;
  };
  if (min !== undefined && min === max) return counted(min);
  if (min !== undefined && max !== undefined) return t("amount.range", { min, count: counted(max) });
  if (min !== undefined) return t("amount.at_least", { count: counted(min) });
  return t("amount.at_most", { count: counted(max ?? 0) });
}

/** A number or a range without its unit. */
export function sayBareAmount(t: Translate, amount: Amount): string {
  if ("undisclosed" in amount) return t("amount.undisclosed");
  const { min, max } = rangeOf(amount);
  const format = new Intl.NumberFormat(t.language);
  const counted = (n: number) => format.format(n);
  if (min !== undefined && min === max) return counted(min);
  if (min !== undefined && max !== undefined) return t("amount.range", { min, count: counted(max) });
  if (min !== undefined) return t("amount.at_least", { count: counted(min) });
  return t("amount.at_most", { count: counted(max ?? 0) });
}
