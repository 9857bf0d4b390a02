import { useDesk } from "../../app/desk-context.tsx";
import { usePlace } from "../../app/router.tsx";
import { css, FormButton } from "../../design/index.ts";
import { AcknowledgeForm, HazardForm } from "./forms/acknowledge.tsx";
import { DecideForm } from "./forms/decide.tsx";
import { DetailForm } from "./forms/detail.tsx";
import { EndForm } from "./forms/end.tsx";
import { EventForm } from "./forms/event.tsx";
import { GuaranteeForm } from "./forms/guarantee.tsx";
import { NotifyForm } from "./forms/notify.tsx";
import { PlanForm } from "./forms/plan.tsx";
import { ReceiveForm } from "./forms/receive.tsx";
import { StepForm } from "./forms/step.tsx";
import type { MissionModel } from "./mission-query.ts";

/** What this office can say of the mission now; the step of a team first, for a tablet in the field. */
export function Doing({ model }: { readonly model: MissionModel }) {
  const { t } = useDesk();
  const { go } = usePlace();
  const { isOperator, isParty, mayNote, isOver, decision, replacedBy } = model;
  if (replacedBy || !mayNote) return null;
  const isOpen = !isOver;
  return (
    <div className={css.row}>
      {isOperator && isOpen && decision !== undefined && (
        <FormButton look="main" label={t("missions.do.step")}>
          {(close) => <StepForm model={model} onDone={close} />}
        </FormButton>
      )}
      {isOperator && isOpen && (
        <>
          {model.mayReplace && (
            <FormButton label={t("missions.do.replace")}>
              {(close) => (
                <PlanForm
                  choices={model.choices}
                  of={model}
                  onDone={(id) => {
                    close();
                    if (id !== undefined) go(`/missions/${id}`);
                  }}
                />
              )}
            </FormButton>
          )}
          <FormButton label={t("missions.do.notify")}>
            {(close) => <NotifyForm model={model} onDone={close} />}
          </FormButton>
          <FormButton label={t("missions.do.detail")}>
            {(close) => <DetailForm model={model} onDone={close} />}
          </FormButton>
          <FormButton label={t("missions.do.decide")}>
            {(close) => <DecideForm model={model} onDone={close} />}
          </FormButton>
        </>
      )}
      {isParty && model.isNotified && isOpen && (
        <FormButton look="main" label={t("missions.do.acknowledge")}>
          {(close) => <AcknowledgeForm model={model} onDone={close} />}
        </FormButton>
      )}
      {isParty && isOpen && (
        <FormButton label={t("missions.do.guarantee")}>
          {(close) => <GuaranteeForm model={model} onDone={close} />}
        </FormButton>
      )}
      {(isParty || isOperator) && isOpen && (
        <FormButton label={t("missions.do.hazard")}>
          {(close) => <HazardForm model={model} onDone={close} />}
        </FormButton>
      )}
      <FormButton label={t("missions.do.event")}>
        {(close) => <EventForm model={model} onDone={close} />}
      </FormButton>
      {isParty && (
        <FormButton label={t("missions.do.receive")}>
          {(close) => <ReceiveForm model={model} onDone={close} />}
        </FormButton>
      )}
      {isOperator && isOpen && (
        <FormButton label={t("missions.do.end")}>
          {(close) => <EndForm model={model} onDone={close} />}
        </FormButton>
      )}
    </div>
  );
}
