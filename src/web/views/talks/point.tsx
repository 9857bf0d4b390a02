import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Facts, FormButton, Mark, SaidLine, weightOf } from "../../design/index.ts";
import { AnswerPointForm } from "./forms/answer-point.tsx";
import type { PointModel, PointStanceLine } from "./point-query.ts";
import own from "./talks.module.css";

/** A point that one office read out as agreed, and what each party itself says of it. */
export function Point({ point, number }: { readonly point: PointModel; readonly number: number }) {
  const { t } = useDesk();
  const { id, text, terms, stances, status, said, source, completedBy, mayAnswer } = point;
  return (
    <li className={`${css.sheet} ${own.point}`} id={id}>
      <div className={css.itemHead}>
        <h3>{t("talks.point", { n: number })}</h3>
        <div className={css.row}>
          <span className={css.small}>{t("talks.status")}</span>
          <Mark weight={weightOf(status.code)}>{status.words}</Mark>
          {mayAnswer && (
            <FormButton label={t("talks.do.answer_point")}>
              {(close) => <AnswerPointForm point={id} text={text} onDone={close} />}
            </FormButton>
          )}
        </div>
      </div>
      <div>
        <p className={css.quote}>{text}</p>
        <SaidLine said={said} source={source} named />
      </div>
      {status.code === "agreed_in_principle" && <p className={css.small}>{t("talks.in_principle")}</p>}
      <div className={own.accounts}>
        {stances.map((stance) => (
          <Stance key={stance.office} stance={stance} />
        ))}
      </div>
      {terms.length > 0 && (
        <div className={own.terms}>
          <h4 className={css.label}>{t("talks.terms")}</h4>
          <Facts rows={terms.map(({ key, words }) => [key, words] as const)} />
        </div>
      )}
      {completedBy.length > 0 && (
        <div className={own.terms}>
          <h4 className={css.label}>{t("talks.completed_by")}</h4>
          <ul className={own.lines}>
            {completedBy.map((one) => (
              <li key={one.id} className={css.row}>
                <Link href={`/proposals/${one.id}`}>{one.title}</Link>
                <Mark weight={weightOf(one.status.code)}>{one.status.words}</Mark>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

function Stance({ stance }: { readonly stance: PointStanceLine }) {
  const { name, word, reservation, said, source } = stance;
  return (
    <div className={own.stances}>
      <p className={css.row}>
        <strong>{name}</strong> <Mark weight={weightOf(word.code)}>{word.words}</Mark>
      </p>
      {reservation && <p className={css.quote}>{reservation}</p>}
      {said && <SaidLine said={said} source={source} />}
    </div>
  );
}
