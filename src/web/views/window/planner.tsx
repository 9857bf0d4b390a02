import { useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import { Button, css, Notice, Progress, Refused, Section } from "../../design/index.ts";
import { CaseFields } from "./case-fields.tsx";
import { CaseFiles } from "./case-files.tsx";
import type { WindowDraft } from "./draft.ts";
import type { PlanInput, Planned } from "./engine/protocol.ts";
import type { Paper } from "./paper.ts";
import { PaperShown } from "./paper-shown.tsx";
import type { WindowModel } from "./query.ts";
import { usePlanner } from "./use-planner.ts";

/** From tables or a file to a plan, and from what has happened to the next one. */
export function Planner({
  model,
  draft: first,
  paper: earlier,
}: {
  readonly model: WindowModel;
  readonly draft: WindowDraft;
  readonly paper: Paper | undefined;
}) {
  const { t, connection } = useDesk();
  const [draft, setDraft] = useState(first);
  const [paper, setPaper] = useState(earlier);
  const { planning, plan, replan, invent, stop } = usePlanner();
  const isRunning = planning.is === "running";
  const change = (next: WindowDraft) => {
    setDraft(next);
    void connection.call("keepWindowDraft", next);
  };
  const found = async (planned: Planned) => {
    const { input } = planned;
    const digests = await connection.call("windowDigests", { input, plan: planned.plan });
    const made: Paper = { ...planned, ...digests };
    setPaper(made);
    await connection.call("keepWindowPaper", made);
  };
  const begin = (input: Omit<PlanInput, "seed" | "iterations">) => {
    const seed = Number(draft.seed) || 1;
    const iterations = Number(draft.iterations) || 6000;
    plan({ ...input, seed, iterations }, found);
  };
  return (
    <>
      <Section title={t("window.case")}>
        <p className={css.small}>{t("window.case_words")}</p>
        <CaseFiles
          isDisabled={isRunning}
          onCase={begin}
          onInvent={() => invent(Number(draft.seed) || 1, 40, 10, (given) => begin({ given }))}
        />
        <CaseFields model={model} draft={draft} onChange={change} isDisabled={isRunning} onCase={begin} />
      </Section>
      {isRunning && (
        <div className={css.row}>
          <Progress label={t("window.running")} done={planning.done} of={planning.of} />
          <Button onPress={stop}>{t("record.check.stop")}</Button>
        </div>
      )}
      {planning.is === "refused" && <Refused refusal={planning.refusal} />}
      {planning.is === "failed" && <Notice tone="refused">{t("window.failed")}</Notice>}
      {paper && (
        <PaperShown
          paper={paper}
          model={model}
          isRunning={isRunning}
          onEvent={(event) =>
            replan(
              { ...paper.input, previous: keptOf(paper), iterations: Number(draft.iterations) || 6000 },
              event,
              found,
            )
          }
        />
      )}
    </>
  );
}

// What is read of a plan before the next one: its stops alone.
function keptOf({ plan }: Paper): NonNullable<PlanInput["previous"]> {
  return plan.teams.map(({ team, stops, end }) => ({ team, stops, end }));
}
