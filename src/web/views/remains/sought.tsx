import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  Clock,
  css,
  Empty,
  Facts,
  FormButton,
  Mark,
  Page,
  Section,
  Sheet,
  ToRecord,
} from "../../design/index.ts";
import { ConsentForm } from "./forms/consent.tsx";
import { WithdrawForm } from "./forms/withdraw.tsx";
import type { SampleLine, SoughtModel } from "./person-query.ts";
import own from "./remains.module.css";

/** One person who is sought: a number, the identifications, and the relatives' samples of this side alone. */
export function SoughtPage({ id }: { readonly id: string }) {
  const { t } = useDesk();
  const model = useQuery("remains.person", { id });
  if (model === undefined) return <p className={css.soft}>{t("shell.loading")}</p>;
  if (model === null)
    return (
      <Page title={t("shell.nothing_here")}>
        <Empty>{t("shell.nothing_here_words")}</Empty>
      </Page>
    );
  return (
    <Page
      title={t("remains.person", { n: String(model.person) })}
      intro={<Link href="/remains">{t("remains.back")}</Link>}
    >
      <Sheet>
        <Facts
          rows={[
            [t("remains.written_by"), model.by],
            [t("field.record"), model.record ?? t("remains.no_record")],
            [t("remains.written_down"), <ToRecord key="record" id={model.said.id} />],
          ]}
        />
      </Sheet>
      <Section title={t("remains.identification")}>
        <p className={css.small}>{t("remains.never_removed")}</p>
        {model.identifications.length === 0 && <Empty>{t("remains.identification_none")}</Empty>}
        <ul className={own.persons}>
          {model.identifications.map(({ id: one, caseId, number, by, level, status }) => (
            <li key={one}>
              <Link href={`/remains/case/${caseId}`}>{t("remains.case", { number })}</Link> {by} · {level}{" "}
              <Mark>{status}</Mark>
            </li>
          ))}
        </ul>
      </Section>
      <Samples model={model} />
    </Page>
  );
}

function Samples({ model }: { readonly model: SoughtModel }) {
  const { t } = useDesk();
  const { samples, ownRoom } = model;
  if (!samples || !ownRoom) return null;
  return (
    <Section
      title={t("remains.samples")}
      actions={
        <FormButton label={t("remains.do.consent")}>
          {(close) => <ConsentForm model={model} room={ownRoom} onDone={close} />}
        </FormButton>
      }
    >
      <p className={css.small}>{t("remains.samples_how")}</p>
      {samples.length === 0 && <Empty>{t("remains.samples_none")}</Empty>}
      <ul className={own.chain}>
        {samples.map((line) => (
          <Sample key={line.sample} line={line} room={ownRoom} />
        ))}
      </ul>
    </Section>
  );
}

function Sample({
  line: { sample, relation, isClose, mayBeCompared, consents },
  room,
}: {
  readonly line: SampleLine;
  readonly room: NonNullable<SoughtModel["ownRoom"]>;
}) {
  const { t } = useDesk();
  return (
    <li className={css.sheet}>
      <div className={css.row}>
        <h3>{t("remains.sample", { n: String(sample), relation })}</h3>
        {isClose && <Mark>{t("field.close")}</Mark>}
        <Mark weight={mayBeCompared ? "firm" : "attention"}>
          {t(mayBeCompared ? "remains.may_compare" : "remains.may_not_compare")}
        </Mark>
      </div>
      {consents.map(({ id, purpose, stands, at, takenBy, words }) => (
        <div key={id} className={own.consent}>
          <p>
            <span className={own.word}>{purpose}</span>{" "}
            <Mark weight={stands ? "firm" : "plain"}>{t(stands ? "word.stands" : "word.withdrawn")}</Mark>
          </p>
          {words && <p className={own.words}>{words}</p>}
          <p className={css.small}>
            {takenBy} · <Clock at={at} /> · <ToRecord id={id} />
          </p>
          {stands && (
            <FormButton label={t("remains.do.withdraw", { purpose })} short={t("reception.withdraw")}>
              {(close) => <WithdrawForm room={room} consent={id} onDone={close} />}
            </FormButton>
          )}
        </div>
      ))}
    </li>
  );
}
