import { useDesk } from "../../app/desk-context.tsx";
import { css, Empty, Section } from "../../design/index.ts";
import { HandoverTable } from "../claims/handover-table.tsx";
import { RunningTotals } from "../claims/running-totals.tsx";
import { Saying, useSaying } from "../claims/saying.tsx";
import type { RemainsModel } from "./query.ts";

/** Counts of handovers, each side's own beside the other's: nobody is identified by a count. */
export function Counts({ model }: { readonly model: RemainsModel }) {
  const { t } = useDesk();
  const saying = useSaying("remains");
  const title = t("remains.counts");
  return (
    <>
      <Section title={title}>
        <p className={css.small}>{t("remains.counts_how")}</p>
        <Saying saying={saying} />
        {model.handovers.length === 0 ? (
          <Empty>{t("claims.handovers_none")}</Empty>
        ) : (
          <HandoverTable
            handovers={model.handovers}
            title={title}
            hasLinks={model.handovers.some(({ links }) => links.some((one) => one.links.length > 0))}
            actions={saying.onHandover}
          />
        )}
      </Section>
      <RunningTotals totals={model.totals} />
    </>
  );
}
