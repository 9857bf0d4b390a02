import { Link } from "react-aria-components";
import type { Room } from "#record";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import {
  css,
  Day,
  Empty,
  Facts,
  FormButton,
  Mark,
  Page,
  Section,
  SourceWords,
  ToRecord,
} from "../../design/index.ts";
import { ClassifyForm } from "./classify-form.tsx";
import { IssueForm } from "./issue-form.tsx";
import type { LinkedAct } from "./one.ts";
import { OutlookForm } from "./outlook-form.tsx";
import { Places } from "./places.tsx";
import type { IssueModel, OutlookModel, Position } from "./positions.ts";
import own from "./statements.module.css";

/** What each side holds, cited and dated, side by side; and outlooks with author, horizon and basis. */
export function PositionsView() {
  const { t } = useDesk();
  const model = useQuery("statements.positions", undefined);
  return (
    <Page title={t("statements.positions")} intro={t("statements.positions_intro")}>
      <Places at="positions" />
      {model && (
        <>
          <Section
            title={t("statements.issues")}
            actions={
              model.mayOpen.length > 0 && (
                <FormButton label={t("statements.open_issue")}>
                  {(close) => <IssueForm rooms={model.mayOpen} onDone={close} />}
                </FormButton>
              )
            }
          >
            {model.issues.length === 0 && <Empty>{t("statements.no_issues")}</Empty>}
            {model.issues.map((issue) => (
              <Issue key={issue.id} issue={issue} room={model.mayClassify[0]?.value} />
            ))}
          </Section>
          <Section
            title={t("show.outlooks")}
            actions={
              model.mayGive.length > 0 && (
                <FormButton label={t("statements.give_outlook")}>
                  {(close) => <OutlookForm rooms={model.mayGive} onDone={close} />}
                </FormButton>
              )
            }
          >
            <p className={css.small}>{t("statements.outlook_how")}</p>
            {model.outlooks.length === 0 && <Empty>{t("statements.no_outlook")}</Empty>}
            {model.outlooks.map((outlook) => (
              <Outlook key={outlook.id} outlook={outlook} />
            ))}
          </Section>
        </>
      )}
    </Page>
  );
}

function Issue({
  issue,
  room,
}: {
  readonly issue: IssueModel;
  /** Where this office classifies it: its own room. */
  readonly room: Room | undefined;
}) {
  const { t } = useDesk();
  const { id, within, title, words, sides, classified } = issue;
  return (
    <article className={own.issue}>
      <div className={css.pageHead}>
        <h3>
          <Link href={`/record/${id}`}>{title}</Link> {within && <Mark>{within}</Mark>}
        </h3>
        {room && issue.cited.length > 0 && (
          <FormButton label={`${t("statements.classify")}: ${title}`} short={t("statements.classify")}>
            {(close) => <ClassifyForm issue={issue} room={room} onDone={close} />}
          </FormButton>
        )}
      </div>
      <p className={css.small}>{words}</p>
      <div className={css.sides}>
        {sides.map(({ name, position, earlier }) => (
          <div key={name} className={css.sheet}>
            <h4>{name}</h4>
            {position ? <Held position={position} /> : <Empty>{t("statements.no_position")}</Empty>}
            {earlier.length > 0 && (
              <details>
                <summary>{t("statements.earlier", { n: earlier.length })}</summary>
                {earlier.map((one) => (
                  <Held key={one.id} position={one} />
                ))}
              </details>
            )}
          </div>
        ))}
      </div>
      {classified.map(({ id: act, by, box, words: why, basis }) => (
        <div key={act} className={css.notice}>
          <p className={css.row}>
            <Mark>{box}</Mark>
            <Link href={`/record/${act}`}>{t("statements.classified_by", { office: by })}</Link>
          </p>
          <p>{why}</p>
          <Basis basis={basis} />
        </div>
      ))}
    </article>
  );
}

function Held({ position }: { readonly position: Position }) {
  const { t } = useDesk();
  const { id, words, dated, source, statement, entry, by } = position;
  return (
    <div className={css.lines}>
      <p>{words}</p>
      <p className={`${css.small} ${css.row}`}>
        <span>
          {t("statements.dated")} <Day date={dated} />
        </span>
        <span>{t("statements.cited_by", { office: by })}</span>
        {statement && <Link href={`/statements/${statement}`}>{t("statements.in_statement")}</Link>}
        {entry && <Link href={`/record/${entry.id}`}>{t("field.entry")}</Link>}
        {entry?.isWithdrawn && <Mark weight="attention">{t("reading.withdrawn")}</Mark>}
        <ToRecord id={id} />
      </p>
      {source && (
        <p className={css.small}>
          <SourceWords source={source} />
        </p>
      )}
    </div>
  );
}

function Outlook({ outlook }: { readonly outlook: OutlookModel }) {
  const { t } = useDesk();
  const { id, by, room, author, horizon, confidence, words, basis, source } = outlook;
  return (
    <article className={`${css.sheet} ${own.issue}`}>
      <h3>
        <Link href={`/record/${id}`}>{t("statements.outlook_of", { author })}</Link>
      </h3>
      <p className={css.quote}>{words}</p>
      <Facts
        rows={[
          [t("statements.horizon"), <Day key="horizon" date={horizon} />],
          [t("statements.confidence"), t(`statements.confidence.${confidence}`)],
          [t("statements.put_in_by"), by],
          [t("statements.room"), room],
        ]}
      />
      <Basis basis={basis} />
      {source && (
        <p className={css.small}>
          <SourceWords source={source} />
        </p>
      )}
    </article>
  );
}

function Basis({ basis }: { readonly basis: readonly LinkedAct[] }) {
  const { t } = useDesk();
  if (basis.length === 0) return null;
  return (
    <details className={css.small}>
      <summary>{t("statements.basis", { n: basis.length })}</summary>
      <ul className={css.section}>
        {basis.map(({ id, words }) => (
          <li key={id}>
            <Link href={`/record/${id}`}>{words}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
