import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark, Moment, SaidLine, Sheet, weightOf } from "../../design/index.ts";
import type { AddresseeLine, AnswerLine } from "./facts.ts";
import own from "./proposals.module.css";
import { Key } from "./terms-table.tsx";

/** What each one who is asked has said, each for itself. */
export function Answers({ addressees }: { readonly addressees: readonly AddresseeLine[] }) {
  const { t } = useDesk();
  return (
    <div className={css.sides}>
      {addressees.map(({ office, name, stance, word, latest, earlier }) => (
        <Sheet key={office}>
          <div className={css.section}>
            <div className={css.row}>
              <h3>{name}</h3>
              <Mark weight={weightOf(stance)}>{word}</Mark>
            </div>
            {stance === "accepted_ad_referendum" && (
              <p className={css.small}>{t("proposals.ad_referendum")}</p>
            )}
            {latest ? <Answer answer={latest} /> : <p className={css.small}>{t("proposals.silence")}</p>}
            {earlier.length > 0 && (
              <details className={own.fold}>
                <summary>{t("proposals.earlier_answers", { n: earlier.length })}</summary>
                <ol className={own.lines}>
                  {earlier.map((one) => (
                    <li key={one.said.id} className={css.section}>
                      <Mark>{one.word}</Mark>
                      <Answer answer={one} />
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </div>
        </Sheet>
      ))}
    </div>
  );
}

function Answer({ answer }: { readonly answer: AnswerLine }) {
  const { t } = useDesk();
  const { said, due, counter, reservation, termAnswers, words, source } = answer;
  return (
    <>
      {due && (
        <p>
          {t("proposals.study_until")} <Moment when={due} />
        </p>
      )}
      {counter && (
        <p>
          {t("proposals.counter_is")} <Link href={`/proposals/${counter.id}`}>{counter.title}</Link>
        </p>
      )}
      {reservation && (
        <div>
          <p className={css.small}>{t("proposals.reserves")}</p>
          <p className={css.quote}>{reservation}</p>
        </div>
      )}
      {termAnswers.length > 0 && (
        <ul className={own.lines} aria-label={t("proposals.term_answers")}>
          {termAnswers.map(({ key, word }) => (
            <li key={key} className={css.row}>
              <Key>{key}</Key> <Mark>{word}</Mark>
            </li>
          ))}
        </ul>
      )}
      {words && <p className={css.quote}>{words}</p>}
      <SaidLine said={said} source={source} />
    </>
  );
}
