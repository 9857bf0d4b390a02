import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, FormButton, Mark, Section, Sheet, ToRecord, type Weight } from "../../design/index.ts";
import { StepForm } from "./forms/step.tsx";
import type { PersonModel, StepLine } from "./person-query.ts";
import own from "./reception.module.css";

const weights: { readonly [S in StepLine["status"]]: Weight } = {
  done: "firm",
  overdue: "attention",
  open: "waiting",
  postponed: "waiting",
  not_yet: "plain",
  declined: "plain",
  not_needed: "plain",
  withdrawn: "plain",
};

/** The steps from the first look to the follow-up after a year, each with its clock. */
export function Pathway({ model }: { readonly model: PersonModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("reception.pathway")}>
      <p className={css.small}>{t("reception.pathway_how")}</p>
      <Sheet>
        <ol className={own.steps}>
          {model.steps.map((line) => (
            <Step key={line.step} line={line} model={model} />
          ))}
        </ol>
      </Sheet>
    </Section>
  );
}

function Step({ line, model }: { readonly line: StepLine; readonly model: PersonModel }) {
  const { t } = useDesk();
  const { word, status, statusWord, at, said, words, isOpen } = line;
  return (
    <li className={own.step}>
      <div>
        <strong className={own.word}>{word}</strong>
        {words && <p className={own.words}>{words}</p>}
        {at !== undefined && said && (
          <p className={css.small}>
            <Clock at={at} /> · <ToRecord id={said.id} />
          </p>
        )}
      </div>
      <div>
        <Mark weight={weights[status]}>{statusWord}</Mark>
        <When line={line} />
      </div>
      <div>
        {isOpen && (
          <FormButton label={t("reception.do.step", { step: word })} short={t("reception.write_down")}>
            {(close) => <StepForm model={model} line={line} onDone={close} />}
          </FormButton>
        )}
      </div>
    </li>
  );
}

function When({ line: { status, opens, due } }: { readonly line: StepLine }) {
  const { t } = useDesk();
  if (status === "not_yet")
    return (
      <p className={css.small}>
        {t("reception.opens")} <Clock at={opens} />
      </p>
    );
  if (status !== "open" && status !== "overdue" && status !== "postponed") return null;
  return (
    <p className={css.small}>
      {t(status === "postponed" ? "reception.postponed_until" : "reception.due")} <Clock at={due} />
    </p>
  );
}
