import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { css, FileField, Notice, Section } from "../../../design/index.ts";
import type { BoardModel } from "../board-query.ts";
import type { CaseModel } from "./case-query.ts";
import { PlanShown } from "./plan-shown.tsx";
import { planIn, type ShownPlan } from "./read-plan.ts";

/** A plan that was computed elsewhere, read from a file into this page and nowhere else. */
export function PlanFile({ model, board }: { readonly model: CaseModel; readonly board: BoardModel }) {
  const { t } = useDesk();
  const [read, setRead] = useState<ShownPlan | "none">();
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const plan = await file
      .text()
      .then(JSON.parse)
      .catch(() => undefined); // another file was chosen
    setRead(planIn(plan, (code) => model.categoryOf[code] ?? "number") ?? "none");
  };
  return (
    <Section title={t("exchange.plan_elsewhere")}>
      <p className={css.small}>{t("exchange.plan_words")}</p>
      <FileField
        label={t("exchange.plan_file")}
        types={["application/json", ".json"]}
        onFiles={(files) => void take(files)}
      />
      {read === "none" && <Notice tone="attention">{t("exchange.plan_wrong")}</Notice>}
      {read && read !== "none" && <PlanShown plan={read} board={board} />}
    </Section>
  );
}
