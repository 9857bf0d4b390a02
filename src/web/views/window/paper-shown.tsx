import { useDesk } from "../../app/desk-context.tsx";
import { saveFile } from "../../app/save-file.ts";
import { Button, css, Facts, FormButton, Section, Sheet } from "../../design/index.ts";
import { BySide } from "./by-side.tsx";
import { Curve } from "./curve.tsx";
import type { TruceEvent } from "./engine/protocol.ts";
import { EventForm } from "./event-form.tsx";
import { Gantt } from "./gantt.tsx";
import { Levels } from "./levels.tsx";
import { Packs } from "./packs.tsx";
import type { Paper } from "./paper.ts";
import { ProposeForm } from "./propose-form.tsx";
import type { WindowModel } from "./query.ts";
import { StopsTable } from "./stops-table.tsx";
import { UnservedList } from "./unserved.tsx";
import { Ways } from "./ways.tsx";
import own from "./window.module.css";

/** A plan as its author's own working paper. */
export function PaperShown({
  paper,
  model,
  isRunning,
  onEvent,
}: {
  readonly paper: Paper;
  readonly model: WindowModel;
  readonly isRunning: boolean;
  readonly onEvent: (event: TruceEvent) => void;
}) {
  const { t, connection } = useDesk();
  const { input, plan, engine } = paper;
  const { given } = input;
  const save = (name: string, value: unknown) =>
    void connection
      .call("canonicalFile", value)
      .then((text) => saveFile(name, new Blob([text], { type: "application/json" })));
  return (
    <>
      <Section
        title={t("window.paper")}
        actions={
          <>
            <Button onPress={() => save("case.json", given)}>{t("window.save_case")}</Button>
            <Button onPress={() => save("plan.json", plan)}>{t("window.save_plan")}</Button>
            {model.mayPropose && (
              <FormButton label={t("window.do.propose")} look="main">
                {(close) => <ProposeForm paper={paper} model={model} onDone={close} />}
              </FormButton>
            )}
          </>
        }
      >
        <Sheet>
          <div className={own.sheet}>
            <Levels plan={plan} goesOn={input.previous !== undefined} />
            <BySide given={given} plan={plan} />
            <details>
              <summary>{t("window.made")}</summary>
              <Facts
                rows={[
                  [t("field.engine"), `${engine.name} ${engine.version}`],
                  [t("field.seed"), String(input.seed)],
                  [t("field.iterations"), String(plan.iterations)],
                  [
                    t("field.inputs"),
                    <span key="inputs" className={own.digest}>
                      {paper.inputs}
                    </span>,
                  ],
                  [
                    t("field.plan.digest"),
                    <span key="digest" className={own.digest}>
                      {paper.digest}
                    </span>,
                  ],
                ]}
              />
            </details>
          </div>
        </Sheet>
      </Section>
      <Section title={t("window.gantt")}>
        <Gantt given={given} teams={plan.teams} />
        <details>
          <summary>{t("window.stops")}</summary>
          <StopsTable given={given} teams={plan.teams} />
        </details>
      </Section>
      <Section title={t("window.map")}>
        <Ways given={given} plan={plan} />
      </Section>
      <Section title={t("window.curve")}>
        <p className={css.small}>{t("window.curve_words")}</p>
        <Curve given={given} curve={plan.curve} />
      </Section>
      <Section title={t("window.unserved")}>
        <UnservedList unserved={plan.unserved} />
      </Section>
      <Section title={t("window.event")}>
        <p className={css.small}>{t("window.event_words")}</p>
        <EventForm given={given} isDisabled={isRunning} onEvent={onEvent} />
      </Section>
      <Section title={t("window.packs")}>
        <p className={css.small}>{t("window.packs_words")}</p>
        <Packs paper={paper} model={model} />
      </Section>
    </>
  );
}
