import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { css, Day, Empty, FormButton, Mark, Page, Section, weightOf } from "../../design/index.ts";
import type { BoardModel, TrancheLine } from "./board-query.ts";
import { Eligible } from "./eligible.tsx";
import own from "./exchange.module.css";
import { TableForm } from "./forms/table.tsx";
import { Count } from "./shown.tsx";

/** All tranches, each with both sides' own words, what it holds and what is missing. */
export function Board() {
  const { t } = useDesk();
  const model = useQuery("exchange.board", undefined);
  return (
    <Page
      title={t("exchange.title")}
      intro={t("exchange.intro")}
      actions={
        model?.mayTable && (
          <>
            <Link href="/exchange/plan">{t("exchange.planner.open")}</Link>
            <FormButton label={t("exchange.do.table")} look="main">
              {(close) => <TableForm board={model} onDone={close} />}
            </FormButton>
          </>
        )
      }
    >
      {model && (model.reads ? <Read board={model} /> : <Empty>{t("exchange.not_read")}</Empty>)}
    </Page>
  );
}

function Read({ board }: { readonly board: BoardModel }) {
  const { t } = useDesk();
  return (
    <>
      <Section title={t("exchange.tranches")}>
        {board.tranches.length === 0 && <Empty>{t("exchange.none")}</Empty>}
        <ol className={css.items}>
          {board.tranches.map((line) => (
            <TrancheItem key={line.id} line={line} />
          ))}
        </ol>
        {board.earlier.length > 0 && (
          <details>
            <summary>{t("exchange.earlier", { n: board.earlier.length })}</summary>
            <ul>
              {board.earlier.map(({ id, title }) => (
                <li key={id}>
                  <Link href={`/exchange/${id}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
      <Eligible board={board} />
    </>
  );
}

function TrancheItem({ line }: { readonly line: TrancheLine }) {
  const { t } = useDesk();
  const { id, title, number, on, place, status, parties, counts, owed, replaces, isOpen } = line;
  const [next] = owed;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h3>
          <Link href={`/exchange/${id}`}>{title}</Link>
          {number !== undefined && <span className={css.soft}> {t("exchange.number", { number })}</span>}
        </h3>
        <Mark weight={weightOf(status.code)}>{status.words}</Mark>
      </div>
      <p className={css.row}>
        <span>{on ? <Day date={on} /> : <span className={css.soft}>{t("exchange.no_day")}</span>}</span>
        <span>{place ?? <span className={css.soft}>{t("exchange.no_place")}</span>}</span>
        {replaces && (
          <span className={css.small}>
            {t("field.replaces")}: <Link href={`/exchange/${replaces.id}`}>{replaces.title}</Link>
          </span>
        )}
      </p>
      <div className={own.sides}>
        {parties.map(({ office, name, answer, hasLocked }) => {
          const count = counts.find((one) => one.name === name);
          return (
            <div key={office} className={own.side}>
              <p className={css.row}>
                <strong>{name}</strong> <Mark weight={weightOf(answer.code)}>{answer.words}</Mark>
                {hasLocked && <Mark weight="firm">{t("exchange.has_locked")}</Mark>}
              </p>
              {count && (
                <p>
                  {t("exchange.returns")}: <Count count={count.total} />
                  <span className={css.small}>
                    {" · "}
                    {t("exchange.within")}: <Count count={count.within} />
                    {" · "}
                    {t("exchange.outside")}: <Count count={count.outside} />
                  </span>
                </p>
              )}
            </div>
          );
        })}
      </div>
      {next && isOpen && (
        <p className={css.small}>
          {t("exchange.next")}: {next.offices.join(", ")} – {next.what}
          {owed.length > 1 && ` · ${t("exchange.more_owed", { n: owed.length - 1 })}`}
        </p>
      )}
    </li>
  );
}
