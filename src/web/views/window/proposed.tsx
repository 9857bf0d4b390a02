import { useEffect, useState } from "react";
import { useDesk } from "../../app/desk-context.tsx";
import {
  Button,
  css,
  Empty,
  Facts,
  FileField,
  Mark,
  Notice,
  Progress,
  Refused,
  SaidLine,
  Section,
  Sheet,
} from "../../design/index.ts";
import { inputIn } from "./case-form.ts";
import type { PlanInput, Planned } from "./engine/protocol.ts";
import { FiledPlans } from "./filed-plans.tsx";
import type { ProposedModel, WindowModel } from "./query.ts";
import { usePlanner } from "./use-planner.ts";
import own from "./window.module.css";

/** Plans that were proposed, each to be computed again by who holds what went in. */
export function Proposed({ model: { proposed, mayFile } }: { readonly model: WindowModel }) {
  const { t } = useDesk();
  const [standing, replaced] = [false, true].map((is) => proposed.filter((one) => one.isReplaced === is));
  return (
    <Section title={t("window.proposed")}>
      {proposed.length === 0 && <Empty>{t("window.proposed_none")}</Empty>}
      {standing?.map((one) => (
        <Plan key={one.id} proposed={one} mayFile={mayFile} />
      ))}
      {replaced && replaced.length > 0 && (
        <details>
          <summary>{t("window.earlier", { n: replaced.length })}</summary>
          <div className={css.items}>
            {replaced.map((one) => (
              <Plan key={one.id} proposed={one} mayFile={mayFile} />
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}

type PlanShown = { readonly proposed: ProposedModel; readonly mayFile: WindowModel["mayFile"] };

function Plan({ proposed, mayFile }: PlanShown) {
  const { t } = useDesk();
  return (
    <Sheet>
      <article className={own.sheet}>
        <div className={css.row}>
          <h3>{proposed.title}</h3>
          {proposed.isReplaced && <Mark weight="waiting">{t("window.replaced")}</Mark>}
        </div>
        {proposed.words && <p>{proposed.words}</p>}
        <SaidLine said={proposed.said} named />
        <Check proposed={proposed} mayFile={mayFile} />
      </article>
    </Sheet>
  );
}

type Outcome = { readonly is: "same" | "differs"; readonly engine: Planned["engine"] };

function Check({ proposed, mayFile }: PlanShown) {
  const { plan } = proposed;
  const { t, connection } = useDesk();
  const [held, setHeld] = useState<PlanInput>();
  const [isOther, setOther] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const { planning, plan: begin, stop } = usePlanner();
  const { inputs, digest, seed, iterations } = plan;
  useEffect(() => void connection.call("heldWindowInput", inputs).then(setHeld), [connection, inputs]);
  const take = async (files: readonly File[]) => {
    const texts = await Promise.all(files.map((file) => file.text()));
    const { given, previous } = inputIn(texts);
    const input = given && { given, seed, iterations, ...(previous ? { previous } : {}) };
    const isIt = input !== undefined && (await connection.call("inputDigest", input)) === inputs;
    setOther(!isIt);
    if (!isIt) return;
    await connection.call("keepWindowInput", input);
    setHeld(input);
  };
  const compute = (input: PlanInput) => {
    setOutcome(undefined);
    begin({ ...input, seed, iterations }, async (found) => {
      const made = await connection.call("windowDigests", { input: found.input, plan: found.plan });
      setOutcome({ is: made.digest === digest ? "same" : "differs", engine: found.engine });
    });
  };
  const isOtherEngine =
    outcome && (outcome.engine.name !== plan.engine || outcome.engine.version !== plan.version);
  return (
    <div className={own.sheet}>
      <Facts
        rows={[
          [t("field.engine"), `${plan.engine} ${plan.version}`],
          [t("field.seed"), String(seed)],
          [t("field.iterations"), String(iterations)],
          [
            t("field.inputs"),
            <span key="inputs" className={own.digest}>
              {inputs}
            </span>,
          ],
          [
            t("field.plan.digest"),
            <span key="digest" className={own.digest}>
              {digest}
            </span>,
          ],
        ]}
      />
      <FiledPlans proposed={proposed} mayFile={mayFile} onHeld={setHeld} />
      {held ? (
        <div className={css.row}>
          {planning.is === "running" ? (
            <>
              <Progress label={t("window.running")} done={planning.done} of={planning.of} />
              <Button onPress={stop}>{t("record.check.stop")}</Button>
            </>
          ) : (
            <Button onPress={() => compute(held)}>{t("window.check.start")}</Button>
          )}
        </div>
      ) : (
        <>
          <p>{t("window.check.not_held")}</p>
          <FileField
            label={t("window.check.files")}
            types={["application/json", ".json"]}
            isMany
            onFiles={(files) => void take(files)}
          />
        </>
      )}
      {isOther && <Notice tone="attention">{t("window.check.other")}</Notice>}
      {planning.is === "refused" && <Refused refusal={planning.refusal} />}
      {planning.is === "failed" && <Notice tone="refused">{t("window.failed")}</Notice>}
      {outcome && (
        <Notice tone={outcome.is === "same" ? "plain" : "attention"}>
          <span role="status">
            {t(`window.check.${outcome.is}`)}
            {isOtherEngine && ` ${t("window.check.engine", outcome.engine)}`}
          </span>
        </Notice>
      )}
    </div>
  );
}
