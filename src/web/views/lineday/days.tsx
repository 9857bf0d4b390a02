import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Day, Empty, FormButton, Mark, Page, Section } from "../../design/index.ts";
import { ManifestForm } from "./manifest-form.tsx";
import type { DayLine } from "./query.ts";
import { ToldTable } from "./told-table.tsx";

/** All days at the line, and what is owed after them as each one tells it. */
export function DaysPage() {
  const { t } = useDesk();
  const model = useQuery("lineday.all", undefined);
  return (
    <Page
      title={t("lineday.title")}
      intro={t("lineday.intro")}
      actions={
        model?.mayMake && (
          <FormButton label={t("lineday.make")}>
            {(close) => <ManifestForm choices={model.choices} onDone={close} />}
          </FormButton>
        )
      }
    >
      {model?.days.length === 0 && <Empty>{t("lineday.none")}</Empty>}
      {model && (
        <ol className={css.items}>
          {model.days.map((day) => (
            <DayItem key={day.id} day={day} />
          ))}
        </ol>
      )}
      {model && model.debts.length > 0 && (
        <Section title={t("lineday.debts")}>
          <p className={css.soft}>{t("lineday.debts_words")}</p>
          {model.debts.map(({ from, days, listed, tellings }) => (
            <div key={from} className={css.sheet}>
              <h3>{t("lineday.debt_of", { office: from, days, listed })}</h3>
              <ToldTable tellings={tellings} label={t("lineday.debt_of", { office: from, days, listed })} />
            </div>
          ))}
        </Section>
      )}
    </Page>
  );
}

function DayItem({ day }: { readonly day: DayLine }) {
  const { t } = useDesk();
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h2>
          <Link href={`/lineday/${day.id}`}>
            {day.place}, <Day date={day.day} />
          </Link>
        </h2>
        <div className={css.row}>
          {day.isWaiting && <Mark weight="waiting">{t("lineday.not_recorded")}</Mark>}
          <Mark weight={day.receipt === "joint" ? "firm" : "plain"}>
            {t("lineday.receipt_is", { status: t(`word.${day.receipt}`) })}
          </Mark>
        </div>
      </div>
      <p className={css.soft}>{t("lineday.from_to", { from: day.from, to: day.to, n: day.listed })}</p>
      <ToldTable tellings={day.tellings} label={t("lineday.tellings")} />
    </li>
  );
}
