import { useEffect, useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import {
  Button,
  css,
  Facts,
  FileField,
  Notice,
  Progress,
  Refused,
  Section,
  Sheet,
} from "../../../design/index.ts";
import own from "../exchange.module.css";
import type { TrancheModel } from "../tranche-query.ts";
import type { PlanInput } from "./engine/protocol.ts";
import type { Paper } from "./paper.ts";
import { placeInPlan } from "./place-in-plan.ts";
import { usePlanner } from "./use-planner.ts";

/** Whether this copy can compute the plan behind a text again, and whether it comes to the same persons. */
export function PlanCheck({
  plan,
  text,
}: {
  readonly plan: NonNullable<TrancheModel["plan"]>;
  readonly text: TrancheModel["text"];
}) {
  const { t, connection } = useDesk();
  const { engine, version, seed, inputs } = plan;
  const [held, setHeld] = useState<PlanInput>();
  const [isOther, setOther] = useState(false);
  const [paper, setPaper] = useState<Paper>();
  const { planning, plan: begin, stop } = usePlanner();
  useEffect(() => void connection.call("heldInput", inputs).then(setHeld), [connection, inputs]);
  const take = async (files: readonly File[]) => {
    const texts = await Promise.all(files.map((file) => file.text()));
    const found = await connection.call("takeInput", { texts, inputs, seed });
    setHeld(found);
    setOther(found === undefined);
  };
  return (
    <Section title={t("exchange.check")}>
      <Sheet>
        <div className={own.paper}>
          <Facts
            rows={[
              [t("field.engine"), `${engine} ${version}`],
              [t("field.seed"), String(seed)],
              [
                t("field.inputs"),
                <span key="inputs" className={own.digest}>
                  {inputs}
                </span>,
              ],
            ]}
          />
          {held ? (
            <>
              <p>{t("exchange.check.held")}</p>
              <p className={css.row}>
                {planning.is === "running" ? (
                  <Button onPress={stop}>{t("record.check.stop")}</Button>
                ) : (
                  <Button onPress={() => begin({ input: { ...held, seed }, inputs }, setPaper)}>
                    {t("exchange.check.start")}
                  </Button>
                )}
              </p>
            </>
          ) : (
            <>
              <p>{t("exchange.check.not_held")}</p>
              <FileField
                label={t("exchange.check.files")}
                types={["application/json", ".json"]}
                isMany
                onFiles={(files) => void take(files)}
              />
            </>
          )}
          {isOther && <Notice tone="attention">{t("exchange.check.other")}</Notice>}
          {planning.is === "running" && (
            <Progress label={t("exchange.planner.running")} done={planning.done} of={planning.of} />
          )}
          {planning.is === "refused" && <Refused refusal={planning.refusal} />}
          {planning.is === "failed" && <Notice tone="refused">{t("exchange.planner.failed")}</Notice>}
          {paper && planning.is === "found" && <Answer plan={plan} text={text} paper={paper} />}
        </div>
      </Sheet>
    </Section>
  );
}

function Answer({
  plan,
  text,
  paper,
}: {
  readonly plan: NonNullable<TrancheModel["plan"]>;
  readonly text: TrancheModel["text"];
  readonly paper: Paper;
}) {
  const { t } = useDesk();
  const number = placeInPlan(text, paper.plan);
  const isOtherEngine = paper.engine.name !== plan.engine || paper.engine.version !== plan.version;
  return (
    <Notice tone={number === undefined ? "attention" : "plain"}>
      <span role="status">
        {number === undefined ? t("exchange.check.differs") : t("exchange.check.same", { number })}
        {isOtherEngine &&
          ` ${t("exchange.check.engine", { name: paper.engine.name, version: paper.engine.version })}`}
      </span>
    </Notice>
  );
}
