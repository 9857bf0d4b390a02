import { useDesk } from "../app/desk-context.tsx";
import type { OwedLine } from "../desk/owed-on.ts";
import { Clock, Day } from "./clock.tsx";
import css from "./design.module.css";
import { Mark } from "./marks.tsx";
import { Empty } from "./page.tsx";

/** What is still owed on one matter: who, what, by when, and why it blocks. */
export function OwedList({ lines }: { readonly lines: readonly OwedLine[] }) {
  const { t } = useDesk();
  if (lines.length === 0) return <Empty>{t("forms.nothing_owed")}</Empty>;
  const reasons = [...Map.groupBy(lines, (one) => `${one.on ?? ""}\n${one.why}`)];
  return (
    <ul className={css.section}>
      {reasons.map(([key, same]) => (
        <li key={key}>
          {same[0]?.on && <p className={css.small}>{same[0].on}</p>}
          {same.map(({ what, offices, isOurs, due, dueDay, isOverdue }) => (
            <p key={what + offices.join()}>
              <strong>{offices.join(", ")}</strong>: {what}{" "}
              {isOurs && <Mark weight="firm">{t("home.ours")}</Mark>}{" "}
              {isOverdue && <Mark weight="attention">{t("home.overdue")}</Mark>}{" "}
              {due !== undefined && (
                <span className={css.small}>{dueDay ? <Day date={dueDay} /> : <Clock at={due} />}</span>
              )}
            </p>
          ))}
          <p className={css.small}>{same[0]?.why}</p>
        </li>
      ))}
    </ul>
  );
}
