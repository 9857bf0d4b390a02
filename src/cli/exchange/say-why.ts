import type { Because, Why } from "#exchange";
import type { Translate } from "#i18n";
import type { Output } from "../output.ts";

/** Why somebody goes where he goes, tranche by tranche. */
export function sayWhy(out: Output, t: Translate, { person, goes, answers }: Why): void {
  out.line(
    goes === null
      ? t("exchange.why.nowhere", { person })
      : t("exchange.why.where", { person, tranche: goes }),
  );
  for (const { tranche, because } of answers)
    out.line(`  ${tranche}. ${because.map((one) => sayBecause(t, one)).join("; ")}`);
}

function sayBecause(t: Translate, because: Because): string {
  switch (because.kind) {
    case "barred":
      return t(`exchange.barred.${because.reason}`);
    case "locked":
      return because.tranche === null
        ? t("exchange.why.locked_out")
        : t("exchange.why.locked", { tranche: because.tranche });
    case "places":
      return t("exchange.why.places", { mode: t(`exchange.mode.${because.mode}`), limit: because.limit });
    case "instead":
      return because.level === "lottery"
        ? t("exchange.why.lottery", { count: because.count })
        : t("exchange.why.instead", { count: because.count, level: t(`exchange.level.${because.level}`) });
    default: {
      const { kind, ...named } = because;
      return t(`exchange.why.${kind}`, named);
    }
  }
}
