import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Empty, Facts, FormButton, Notice, Section, ToRecord } from "../../design/index.ts";
import { FindingForm } from "./forms/finding.tsx";
import { OpinionForm } from "./forms/opinion.tsx";
import type { ExaminedLine, PersonModel } from "./person-query.ts";
import own from "./reception.module.css";

/** The record by the Istanbul Protocol: findings beside the person's own account, and the examiner's opinion. */
export function Protocol({ model }: { readonly model: PersonModel }) {
  const { t } = useDesk();
  const { consent, findings, opinions, withheld } = model.protocol;
  return (
    <Section
      title={t("reception.protocol")}
      actions={
        consent !== undefined && (
          <div className={css.row}>
            <FormButton label={t("reception.do.finding")}>
              {(close) => <FindingForm model={model} consent={consent} onDone={close} />}
            </FormButton>
            <FormButton label={t("reception.do.opinion")}>
              {(close) => <OpinionForm model={model} consent={consent} onDone={close} />}
            </FormButton>
          </div>
        )
      }
    >
      <p className={css.small}>{t("reception.protocol_how")}</p>
      {withheld > 0 && <Notice>{t("reception.withheld", { n: withheld })}</Notice>}
      {consent === undefined && <Empty>{t("reception.protocol_needs")}</Empty>}
      {consent !== undefined && findings.length + opinions.length === 0 && (
        <Empty>{t("reception.protocol_none")}</Empty>
      )}
      <ol className={css.items}>
        {[...findings, ...opinions].map((line) => (
          <Examined key={line.id} line={line} />
        ))}
      </ol>
    </Section>
  );
}

function Examined({ line }: { readonly line: ExaminedLine }) {
  const { t } = useDesk();
  const { id, at, site, kind, account, words, consistency, examiner, inPrivate } = line;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h3 className={own.word}>{site === undefined ? t("reception.opinion") : `${site}: ${kind}`}</h3>
        <p className={css.small}>
          <Clock at={at} /> · <ToRecord id={id} />
        </p>
      </div>

      <Facts
        rows={[
          ...(account === undefined ? [] : [[t("field.account"), inLines(account)] as const]),
          [site === undefined ? t("reception.in_words") : t("field.finding"), inLines(words)],
          [t("field.consistency"), consistency],
          [t("reception.examiner"), t("reception.examiner_is", { handle: examiner })],
          ...(inPrivate === undefined
            ? []
            : [[t("field.inPrivate"), t(inPrivate ? "field.yes" : "field.no")] as const]),
        ]}
      />
    </li>
  );
}

function inLines(text: string) {
  return <span className={own.words}>{text}</span>;
}
