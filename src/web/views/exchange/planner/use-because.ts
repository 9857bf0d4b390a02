import { useDesk } from "../../../app/desk-context.tsx";
import type { BoardModel } from "../board-query.ts";
import type { CaseModel } from "./case-query.ts";
import type { Because } from "./engine/protocol.ts";
import { personLabel } from "./person-label.ts";

/** Says one thing that stands against somebody's going in a tranche. */
export function useBecause(model: CaseModel, categories: BoardModel["categories"]) {
  const { t } = useDesk();
  return (one: Because): string => {
    switch (one.kind) {
      case "barred":
        return t(`exchange.barred.${one.reason}`);
      case "locked":
        return one.tranche === null
          ? t("exchange.why.locked_out")
          : t("exchange.why.locked", { tranche: one.tranche });
      case "places":
        return t("exchange.why.places", { mode: t(`exchange.mode.${one.mode}`), limit: one.limit });
      case "instead":
        return one.level === "lottery"
          ? t("exchange.why.lottery", { count: one.count })
          : t("exchange.why.instead", { count: one.count, level: t(`exchange.level.${one.level}`) });
      case "category": {
        const code = categories.find(({ value }) => value === one.code)?.label ?? one.code;
        return t("exchange.why.category", { code, limit: one.limit });
      }
      case "with":
      case "apart":
        return t(`exchange.why.${one.kind}`, { person: personLabel(model, one.person) });
      default: {
        const { kind, ...named } = one;
        return t(`exchange.why.${kind}`, named);
      }
    }
  };
}
