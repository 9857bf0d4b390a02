import { Link } from "react-aria-components";
import { useDesk, useQuery } from "../../app/desk-context.tsx";
import { Clock, css, Day, Empty, Mark, Page, Section, Sheet } from "../../design/index.ts";
import { PublicHome } from "../public/public.tsx";
import type { Debt, HomeModel, Matter } from "./query.ts";

/** Home: for the public, what these talks are; for everyone else, what is owed. */
export default function Home() {
  const { desk } = useDesk();
  return desk.phase === "open" && desk.office === "public" ? <PublicHome /> : <OwnHome />;
}

// What is owed, by whom, by when, and why it blocks.
function OwnHome() {
  const { t } = useDesk();
  const model = useQuery("home", undefined);
  return (
    <Page title={t("home.title")} intro={model && t("home.intro", { n: model.owed, ours: model.ours })}>
      {model && (
        <>
          {model.inForce.length > 0 && <InForce inForce={model.inForce} />}
          {model.since !== undefined && <Changes model={model} />}
          <Section title={t("home.owed")}>
            {model.matters.length === 0 ? (
              <Empty>{t("owed.none")}</Empty>
            ) : (
              <ol className={css.items}>
                {model.matters.map((matter) => (
                  <MatterItem key={matter.id} matter={matter} />
                ))}
              </ol>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

function MatterItem({ matter }: { readonly matter: Matter }) {
  const { t } = useDesk();
  const { title, href, due, dueDay, isOverdue, isOurs, debts } = matter;
  return (
    <li className={css.sheet}>
      <div className={css.itemHead}>
        <h3>
          <Link href={href}>{title}</Link>
        </h3>
        <div className={css.row}>
          {isOurs && <Mark weight="firm">{t("home.ours")}</Mark>}
          {isOverdue && <Mark weight="attention">{t("home.overdue")}</Mark>}
          <span className={css.small}>
            {due === undefined ? t("owed.no_date") : dueDay ? <Day date={dueDay} /> : <Clock at={due} />}
          </span>
        </div>
      </div>
      <ul className={css.lines}>
        {debts.map((debt) => (
          <DebtItem key={debt.why} debt={debt} />
        ))}
      </ul>
    </li>
  );
}

function DebtItem({ debt }: { readonly debt: Debt }) {
  return (
    <li>
      {debt.owing.map(({ offices, words }) => (
        <p key={offices.join()}>
          <strong>{offices.join(", ")}</strong>: {words.join("; ")}
        </p>
      ))}
      <p className={css.small}>{debt.why}</p>
    </li>
  );
}

function InForce({ inForce }: Pick<HomeModel, "inForce">) {
  const { t } = useDesk();
  return (
    <Section title={t("home.in_force")}>
      {inForce.map(({ id, title, until }) => (
        <Sheet key={id}>
          <Link href={`/truces/${id}`}>{title}</Link>
          {until !== undefined && (
            <p className={css.small}>
              {t("home.until")} <Clock at={until} />
            </p>
          )}
        </Sheet>
      ))}
    </Section>
  );
}

function Changes({ model }: { readonly model: HomeModel }) {
  const { t } = useDesk();
  return (
    <Section title={t("home.changes")}>
      {model.changes.length === 0 ? (
        <Empty>{t("home.no_changes")}</Empty>
      ) : (
        <ul className={css.lines}>
          {model.changes.map(({ id, words, receivedAt }) => (
            <li key={id}>
              <Link href={`/record/${id}`}>{words}</Link>{" "}
              <span className={css.small}>{<Clock at={receivedAt} />}</span>
            </li>
          ))}
        </ul>
      )}
      {model.moreChanges > 0 && (
        <Link href="/record">{t("home.more_changes", { n: model.moreChanges })}</Link>
      )}
    </Section>
  );
}
