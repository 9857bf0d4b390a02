import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, FormButton, Mark, Section, ToRecord } from "../../design/index.ts";
import { ConsentForm } from "./forms/consent.tsx";
import { WithdrawForm } from "./forms/withdraw.tsx";
import type { ConsentLine, PersonModel } from "./person-query.ts";
import own from "./reception.module.css";

/** Each purpose with its consent: what was said, by whom it was taken down, and whether it stands. */
export function Consents({ model }: { readonly model: PersonModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("reception.consents")}>
      <p className={css.small}>{t("reception.consents_how")}</p>
      <ul className={own.consents}>
        {model.consents.map((line) => (
          <Consent key={line.purpose} line={line} model={model} />
        ))}
      </ul>
    </Section>
  );
}

function Consent({ line, model }: { readonly line: ConsentLine; readonly model: PersonModel }) {
  const { t } = useDesk();
  const { word, status, latest } = line;
  const weight = status === "stands" ? "firm" : status === "not_free" ? "attention" : "plain";
  return (
    <li className={`${css.sheet} ${own.stack}`}>
      <div className={css.row}>
        <strong className={own.word}>{word}</strong>{" "}
        <Mark weight={weight}>{t(`reception.consent.${status}`)}</Mark>
      </div>
      {latest && <Words latest={latest} />}
      <div className={css.row}>
        {status === "stands" && latest ? (
          <FormButton label={t("reception.do.withdraw", { purpose: word })} short={t("reception.withdraw")}>
            {(close) => <WithdrawForm model={model} consent={latest.id} onDone={close} />}
          </FormButton>
        ) : (
          <FormButton label={t("reception.do.consent", { purpose: word })} short={t("reception.ask")}>
            {(close) => <ConsentForm model={model} line={line} onDone={close} />}
          </FormButton>
        )}
      </div>
    </li>
  );
}

function Words({ latest }: { readonly latest: NonNullable<ConsentLine["latest"]> }) {
  const { t } = useDesk();
  const { words, shares, reach, at, takenBy, again, withdrawn, id } = latest;
  return (
    <>
      {words && <p className={own.words}>{words}</p>}
      {shares.length > 0 && <p className={css.small}>{t("reception.shares", { what: shares.join(", ") })}</p>}
      {reach && <p className={css.small}>{reach}</p>}
      {withdrawn !== undefined && <p className={css.small}>{t("field.withheld")}</p>}
      <p className={css.small}>
        {takenBy} · <Clock at={at} /> · <ToRecord id={id} />
      </p>
      {again && <p className={css.small}>{t("reception.again")}</p>}
      {withdrawn !== undefined && (
        <p className={css.small}>
          {t("reception.withdrawn_at")} <Clock at={withdrawn} />
        </p>
      )}
    </>
  );
}
