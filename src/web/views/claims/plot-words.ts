import type { Say } from "#i18n/screens";
import { dayPrint } from "../../design/index.ts";
import type { When } from "../../desk/when.ts";
import type { PlotMark } from "./marks.ts";
import type { PlotModel } from "./told.ts";

/** What a mark says, in one sentence: whose it is, of when, and what it stands for. */
export function sayMark(t: Say, mark: PlotMark, matter: PlotModel["matter"]): string {
  const { teller, told } = mark;
  const when = sayWhen(t, told.on);
  const said = `${teller}, ${when}: ${told.words}`;
  const sum = saySum(t, mark, matter);
  return sum === undefined
    ? `${said}, ${t(`claims.mark.${mark.kind}`)}`
    : `${said}, ${t(`claims.mark.${mark.kind}`)}. ${t("claims.plot.sum_so_far", { teller, count: sum })}`;
}

/** The sum of one side's own counts up to a mark; undefined where the mark does not enter it. */
export function saySum(
  t: Say,
  { kind, least, most }: PlotMark,
  matter: PlotModel["matter"],
): string | undefined {
  if (kind !== "count" || least === undefined) return undefined;
  const counted = (n: number) => t(matter === "remains" ? "unit.bodies" : "unit.persons", { n });
  if (most === undefined) return t("amount.at_least", { count: counted(least) });
  return least === most ? counted(least) : t("amount.range", { min: least, count: counted(most) });
}

/** A moment by its day alone, as the axis shows it. */
function sayWhen(t: Say, when: When): string {
  if (when.kind === "day") return dayPrint(when.day, t.language);
  if (when.kind === "instant") return dayPrint(new Date(when.at).toISOString(), t.language);
  return t("forms.from_to", { from: sayWhen(t, when.from), to: sayWhen(t, when.to) });
}
