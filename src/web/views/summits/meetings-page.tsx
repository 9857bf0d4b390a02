import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Day, Empty, FormButton, Mark, Page, weightOf } from "../../design/index.ts";
import { ProposeForm } from "./forms/propose.tsx";
import type { MeetingLine } from "./query.ts";

/** All leaders' meetings that were proposed, each with those that it replaces. */
export function MeetingsPage() {
  const { t } = useDesk();
  const model = useQuery("summits.all", undefined);
  return (
    <Page
      title={t("summits.title")}
      actions={
        model?.mayPropose && (
          <FormButton label={t("summits.do.propose")}>{(close) => <ProposeForm onDone={close} />}</FormButton>
        )
      }
    >
      {model?.meetings.length === 0 && <Empty>{t("summits.none")}</Empty>}
      {model && (
        <ol className={css.items}>
          {model.meetings.map((meeting) => (
            <MeetingItem key={meeting.id} meeting={meeting} />
          ))}
        </ol>
      )}
    </Page>
  );
}

function MeetingItem({ meeting }: { readonly meeting: MeetingLine }) {
  const { t } = useDesk();
  const { id, title, by, isOverdue, status, author, answers, owed, earlier } = meeting;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h2>
          <Link href={`/meeting/${id}`}>{title}</Link>
        </h2>
        <div className={css.row}>
          {isOverdue && <Mark weight="attention">{t("summits.date_passed")}</Mark>}
          <Mark weight={weightOf(status.code)}>{status.words}</Mark>
        </div>
      </div>
      <p className={css.row}>
        <span>
          {t("summits.by")} <Day date={by} />
        </span>
        <span className={css.soft}>{t("summits.author", { office: author })}</span>
      </p>
      <ul className={css.words}>
        {answers.map(({ office, name, word }) => (
          <li key={office}>
            <span className={css.soft}>{name}</span> <Mark weight={weightOf(word.code)}>{word.words}</Mark>
          </li>
        ))}
      </ul>
      <p className={css.small}>{t("summits.owed_count", { n: owed })}</p>
      {earlier.map((one) => (
        <p key={one.id} className={css.small}>
          {t("summits.replaces")}: <Link href={`/meeting/${one.id}`}>{one.title}</Link>, <Day date={one.by} />
        </p>
      ))}
    </li>
  );
}
