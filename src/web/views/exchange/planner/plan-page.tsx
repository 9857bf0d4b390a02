import { useEffect, useState } from "react";
import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../../app/desk-context.tsx";
import { css, Empty, Page } from "../../../design/index.ts";
import type { Paper } from "./paper.ts";
import { PlanFile } from "./plan-file.tsx";
import { Planner } from "./planner.tsx";
import { type Terms, usualTerms } from "./terms.ts";

type Kept = { readonly terms: Terms | undefined; readonly paper: Paper | undefined };

/** Where an office plans tranches for itself, from its own copy; what it makes is nobody's act. */
export function PlanPage() {
  const { t, connection } = useDesk();
  const model = useQuery("exchange.case", undefined);
  const board = useQuery("exchange.board", undefined);
  const [kept, setKept] = useState<Kept>();
  useEffect(() => void connection.call("keptPlanning", undefined).then(setKept), [connection]);
  return (
    <Page
      title={t("exchange.planner.title")}
      intro={t("exchange.planner.intro")}
      actions={<Link href="/exchange">{t("exchange.back")}</Link>}
    >
      {model && !model.mayPlan && <Empty>{t("exchange.planner.not_here")}</Empty>}
      {model?.mayPlan && board && kept && (
        <>
          <Planner
            model={model}
            board={board}
            terms={kept.terms ?? usualTerms(model.now)}
            paper={kept.paper}
          />
          <PlanFile model={model} board={board} />
        </>
      )}
      {!(model && kept) && <p className={css.soft}>{t("shell.loading")}</p>}
    </Page>
  );
}
