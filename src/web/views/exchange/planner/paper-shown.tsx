import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { saveFile } from "../../../app/save-file.ts";
import { Button, css, Facts, Notice, Section, Sheet } from "../../../design/index.ts";
import type { BoardModel } from "../board-query.ts";
import own from "../exchange.module.css";
import type { CaseModel } from "./case-query.ts";
import type { PlanInput, Why } from "./engine/protocol.ts";
import type { Paper } from "./paper.ts";
import { PlanShown } from "./plan-shown.tsx";
import { planIn } from "./read-plan.ts";
import type { Lock } from "./terms.ts";
import { WhyShown } from "./why-shown.tsx";

// As `parley exchange plan --previous` reads it.
function previousFile({ seed, previous = [] }: PlanInput): string {
  return JSON.stringify({ format: "parley-exchange-plan/1", seed, tranches: previous });
}

/** A plan that was computed here: its tranches and figures, why not somebody, and its files. */
export function PaperShown({
  model,
  board,
  paper,
  why,
  isRunning,
  onAsk,
  onFix,
}: {
  readonly model: CaseModel;
  readonly board: BoardModel;
  readonly paper: Paper;
  readonly why: Why | undefined;
  readonly isRunning: boolean;
  readonly onAsk: (paper: Paper, person: string) => void;
  readonly onFix: (lock: Lock) => void;
}) {
  const { t, connection } = useDesk();
  const { input, inputs, plan, engine } = paper;
  const [categoryOf] = useState(() => model.categoryOf);
  const shown = planIn(plan, (code) => model.categoryOf[code] ?? categoryOf[code] ?? "number");
  const gone = plan.tranches
    .flatMap(({ a, b }) => [...a, ...b])
    .filter((code) => model.categoryOf[code] === undefined).length;
  const keep = (name: string, text: string) => saveFile(name, new Blob([text], { type: "application/json" }));
  const keepCase = async () => keep("case.json", await connection.call("caseFile", input.given));
  return (
    <Section title={t("exchange.plan")}>
      <p className={css.small}>{t("exchange.plan_own")}</p>
      {gone > 0 && <Notice tone="attention">{t("exchange.plan.changed", { n: gone })}</Notice>}
      {shown && (
        <PlanShown
          plan={shown}
          board={board}
          behind={{ engine: engine.name, version: engine.version, seed: input.seed, inputs }}
          onTabling={() => void connection.call("keepInput", input)}
        />
      )}
      <WhyShown
        model={model}
        categories={board.categories}
        why={why}
        isRunning={isRunning}
        onAsk={(person) => onAsk(paper, person)}
        onFix={onFix}
      />
      <Sheet>
        <div className={own.paper}>
          <Facts
            rows={[
              [t("field.engine"), `${engine.name} ${engine.version}`],
              [t("field.seed"), String(input.seed)],
              [
                t("field.inputs"),
                <span key="inputs" className={own.digest}>
                  {inputs}
                </span>,
              ],
            ]}
          />
          <p className={css.row}>
            <Button onPress={() => void keepCase()}>{t("exchange.plan.keep_case")}</Button>
            <Button onPress={() => keep("plan.json", JSON.stringify(plan))}>
              {t("exchange.plan.keep_plan")}
            </Button>
            {input.previous && (
              <Button onPress={() => keep("plan-before.json", previousFile(input))}>
                {t("exchange.plan.keep_previous")}
              </Button>
            )}
          </p>
          <p className={css.small}>{t("exchange.plan.keep_words")}</p>
        </div>
      </Sheet>
    </Section>
  );
}
