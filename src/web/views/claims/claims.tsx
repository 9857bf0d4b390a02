import { useState } from "react";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Choose, css, Empty, Page, Section } from "../../design/index.ts";
import { useKept } from "../statements/use-kept.ts";
import own from "./claims.module.css";
import { type Chosen, matters } from "./filter.ts";
import { HandoverTable } from "./handover-table.tsx";
import { OtherTable } from "./other-table.tsx";
import { Pledged } from "./pledged.tsx";
import { Plot } from "./plot.tsx";
import type { ClaimsModel } from "./query.ts";
import { Offers, RunningTotals } from "./running-totals.tsx";
import { Saying, useSaying } from "./saying.tsx";

/** Numbers: every number under the name of the one who says it; never merged, never averaged, never rounded. */
export default function Claims() {
  const { t } = useDesk();
  const [chosen, setChosen] = useState<Chosen>({ matter: "all", agreement: "all" });
  const model = useKept(useQuery("claims", chosen));
  const saying = useSaying();
  return (
    <Page title={t("claims.title")} intro={t("claims.intro")}>
      <Saying saying={saying} />
      {model && (
        <>
          <Choices chosen={chosen} onChange={setChosen} agreements={model.agreements} />
          {chosen.matter !== "other" && <Pledged pledges={model.pledges} />}
          {chosen.matter !== "other" && model.plots.length > 0 && (
            <Plot
              key={chosen.matter}
              plots={model.plots.filter(({ matter }) => chosen.matter === "all" || chosen.matter === matter)}
            />
          )}
          {(["persons", "remains"] as const)
            .filter((matter) => chosen.matter === "all" || chosen.matter === matter)
            .map((matter) => (
              <Handovers key={matter} matter={matter} model={model} saying={saying} />
            ))}
          {model.offers.length > 0 && <Offers offers={model.offers} />}
          {chosen.agreement === "all" && (chosen.matter === "all" || chosen.matter === "remains") && (
            <RunningTotals totals={model.totals} />
          )}
          {(chosen.matter === "all" || chosen.matter === "other") && <OtherTable others={model.others} />}
        </>
      )}
    </Page>
  );
}

function Choices({
  chosen,
  onChange,
  agreements,
}: {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly agreements: ClaimsModel["agreements"];
}) {
  const { t } = useDesk();
  return (
    <div className={own.choices}>
      <Choose
        label={t("claims.filter.matter")}
        value={chosen.matter}
        choices={(["all", ...matters] as const).map((value) => ({
          value,
          label: t(`claims.matter.${value}`),
        }))}
        onChange={(matter) => onChange({ ...chosen, matter })}
      />
      {agreements.length > 0 && (
        <Choose
          label={t("claims.filter.agreement")}
          value={chosen.agreement}
          choices={[
            { value: "all", label: t("claims.agreement.all") },
            ...agreements.map(({ id, title }) => ({ value: id, label: title })),
            { value: "none", label: t("claims.agreement.none") },
          ]}
          onChange={(agreement) => onChange({ ...chosen, agreement })}
        />
      )}
    </div>
  );
}

function Handovers({
  matter,
  model,
  saying,
}: {
  readonly matter: "persons" | "remains";
  readonly model: ClaimsModel;
  readonly saying: ReturnType<typeof useSaying>;
}) {
  const { t } = useDesk();
  const title = t(`claims.handovers.${matter}`);
  const handovers = model.handovers.filter((one) => one.matter === matter);
  return (
    <Section title={title}>
      <p className={css.small}>{t(`claims.handovers_how.${matter}`)}</p>
      {handovers.length === 0 ? (
        <Empty>{t("claims.handovers_none")}</Empty>
      ) : (
        <HandoverTable
          handovers={handovers}
          title={title}
          hasLinks={model.hasLinks}
          actions={saying.onHandover}
        />
      )}
    </Section>
  );
}
