import { useState } from "react";
import { useDesk } from "../../../app/desk-context.tsx";
import { Button, css, Notice, Progress, Section, Sheet } from "../../../design/index.ts";
import type { BoardModel } from "../board-query.ts";
import type { CaseModel } from "./case-query.ts";
import { CaseShown } from "./case-shown.tsx";
import { Fault } from "./fault.tsx";
import { Fixed } from "./fixed.tsx";
import type { Paper } from "./paper.ts";
import { PaperShown } from "./paper-shown.tsx";
import type { Lock, Terms } from "./terms.ts";
import { TermsForm } from "./terms-form.tsx";
import { usePlanner } from "./use-planner.ts";

/** From the record and one's own terms to a plan, and to another one that keeps to it. */
export function Planner({
  model,
  board,
  terms: first,
  paper: earlier,
}: {
  readonly model: CaseModel;
  readonly board: BoardModel;
  readonly terms: Terms;
  readonly paper: Paper | undefined;
}) {
  const { t, connection } = useDesk();
  const [terms, setTerms] = useState(first);
  const [paper, setPaper] = useState(earlier);
  const { planning, why, plan, askWhy, stop } = usePlanner();
  const begin = async (next: Terms, keepsTo: Paper | undefined, asked?: string) => {
    setTerms(next);
    await connection.call("keepTerms", next);
    const previous = keepsTo?.plan.tranches;
    const from = await connection.call("inputToPlan", { terms: next, ...(previous ? { previous } : {}) });
    plan(from, (found) => {
      setPaper(found);
      void connection.call("keepPaper", found);
      if (asked !== undefined) askWhy(found, asked);
    });
  };
  const fix = (lock: Lock) => {
    const others = terms.locks.filter(({ person }) => person !== lock.person);
    void begin({ ...terms, locks: [...others, lock] }, paper, lock.person);
  };
  const release = (person: string) =>
    void begin({ ...terms, locks: terms.locks.filter((one) => one.person !== person) }, paper);
  const isRunning = planning.is === "running";
  return (
    <>
      <CaseShown model={model} />
      <Section title={t("exchange.terms")}>
        <p className={css.small}>{t("exchange.terms_words")}</p>
        <Sheet>
          <TermsForm
            model={model}
            terms={terms}
            hasPlan={paper !== undefined}
            isReady={model.isWhole && !isRunning}
            onPlan={(next, isKept) => void begin(next, isKept ? paper : undefined)}
          />
        </Sheet>
      </Section>
      <Fixed model={model} locks={terms.locks} onRelease={release} isDisabled={isRunning} />
      {isRunning && (
        <div className={css.row}>
          <Progress label={t("exchange.planner.running")} done={planning.done} of={planning.of} />
          <Button onPress={stop}>{t("record.check.stop")}</Button>
        </div>
      )}
      {planning.is === "refused" && <Fault refusal={planning.refusal} model={model} terms={terms} />}
      {planning.is === "failed" && <Notice tone="refused">{t("exchange.planner.failed")}</Notice>}
      {paper && (
        <PaperShown
          model={model}
          board={board}
          paper={paper}
          why={why}
          isRunning={isRunning}
          onAsk={askWhy}
          onFix={fix}
        />
      )}
    </>
  );
}
