import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Empty, FormButton, Mark, Moment, Page, Section, weightOf } from "../../design/index.ts";
import { ProposeForm } from "./forms/propose.tsx";
import type { RoundLine } from "./query.ts";
import { RoundsLine } from "./rounds-line.tsx";

/** All rounds: on a line by their dates, and as a list with each one's own word. */
export function RoundsPage() {
  const { t } = useDesk();
  const model = useQuery("talks.rounds", undefined);
  return (
    <Page
      title={t("talks.title")}
      intro={model && model.rounds.length > 0 && t("talks.intro", { n: model.rounds.length })}
      actions={
        model?.mayPropose && (
          <FormButton label={t("talks.do.propose")}>
            {(close) => <ProposeForm number={model.nextNumber} onDone={close} />}
          </FormButton>
        )
      }
    >
      {model?.rounds.length === 0 && <Empty>{t("talks.none")}</Empty>}
      {model && model.rounds.length > 0 && (
        <>
          <RoundsLine rounds={model.rounds} />
          <Section title={t("talks.all")}>
            <ol className={css.items}>
              {model.rounds.map((round) => (
                <RoundItem key={round.id} round={round} />
              ))}
            </ol>
          </Section>
        </>
      )}
    </Page>
  );
}

function RoundItem({ round }: { readonly round: RoundLine }) {
  const { t } = useDesk();
  const { id, number, title, when, venue, format, status, dates, points, owed } = round;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h3>
          <Link href={`/talks/${id}`}>{t("talks.round", { n: number, title })}</Link>
        </h3>
        <Mark weight={weightOf(status.code)}>{status.words}</Mark>
      </div>
      <p className={css.row}>
        <Moment when={when} />
        {venue && <span>{venue}</span>}
        <span className={css.soft}>{format.words}</span>
      </p>
      <ul className={css.words} aria-label={t("talks.date_words")}>
        {dates.map(({ office, name, word }) => (
          <li key={office}>
            <span className={css.soft}>{name}</span> <Mark weight={weightOf(word.code)}>{word.words}</Mark>
          </li>
        ))}
      </ul>
      <p className={css.small}>
        {t("talks.points_count", { n: points })} · {t("talks.owed_count", { n: owed })}
      </p>
    </li>
  );
}
