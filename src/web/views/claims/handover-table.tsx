import { Link } from "react-aria-components";
import { useDesk } from "../../app/desk-context.tsx";
import { css, Mark, Moment, Rows } from "../../design/index.ts";
import own from "./claims.module.css";
import { FigureCell } from "./figure-cell.tsx";
import type { AccountFigure, Handover, LinksOfSide } from "./handovers.ts";

/** Handovers with each side's own account: what the giving side says it gave, the receiving side that it received. */
export function HandoverTable({
  handovers,
  title,
  hasLinks,
  actions,
}: {
  readonly handovers: readonly Handover[];
  /** Whether this office reads what handovers count towards. */
  readonly hasLinks: boolean;
  readonly title: string;
  /** What this office may say of a handover. */
  readonly actions: (handover: Handover) => React.ReactNode;
}) {
  const { t } = useDesk();
  return (
    <Rows
      label={title}
      heads={[
        t("claims.day"),
        t("claims.direction"),
        t("claims.given"),
        t("claims.received"),
        ...(hasLinks ? [t("claims.counts_towards")] : []),
      ]}
    >
      <tbody>
        {handovers.map((handover) => (
          <tr key={handover.id}>
            <td className={own.day}>
              <Moment when={handover.on} />
            </td>
            <th scope="row" className={own.direction}>
              {t("claims.from_to", { from: handover.from, to: handover.to })}
              {handover.differs && (
                <p>
                  <Mark weight="attention">{t("show.differs")}</Mark>
                </p>
              )}
              {handover.isUncompared && <p className={css.small}>{t("claims.uncompared")}</p>}
              {actions(handover)}
            </th>
            <td>
              <Accounts accounts={handover.given} teller={handover.from} />
            </td>
            <td>
              <Accounts accounts={handover.received} teller={handover.to} />
              {handover.matter === "remains" && <Accepted handover={handover} />}
            </td>
            {hasLinks && (
              <td>
                <Links links={handover.links} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Rows>
  );
}

function Accounts({
  accounts,
  teller,
}: {
  readonly accounts: readonly AccountFigure[];
  readonly teller: string;
}) {
  const { t } = useDesk();
  if (accounts.length === 0) return <p className={css.soft}>{t("claims.no_account", { teller })}</p>;
  return (
    <div className={own.stack}>
      {accounts.map((account) => (
        <div key={account.id}>
          <FigureCell figure={account} />
          {account.parts.length > 0 && (
            <p className={css.small}>{t("claims.parts", { parts: account.parts.join(", ") })}</p>
          )}
          {account.place && <p className={css.small}>{account.place}</p>}
          {account.note && (
            <details className={css.small}>
              <summary>{t("claims.note")}</summary>
              {account.note}
            </details>
          )}
        </div>
      ))}
    </div>
  );
}

function Accepted({ handover }: { readonly handover: Handover }) {
  const { t } = useDesk();
  const { accepted } = handover;
  return (
    <div className={own.below}>
      <p className={css.small}>
        {t("claims.accepted")}
        {accepted.length === 0 && <>: {t("claims.not_said_yet")}</>}
      </p>
      {accepted.map((figure) => (
        <FigureCell key={figure.id} figure={figure} />
      ))}
    </div>
  );
}

function Links({ links }: { readonly links: readonly LinksOfSide[] }) {
  const { t } = useDesk();
  return (
    <ul className={own.stack}>
      {links.map(({ office, teller, links: said }) => (
        <li key={office}>
          {said.length === 0 ? (
            <span className={css.soft}>{t("claims.not_said", { teller })}</span>
          ) : (
            said.map((link) => (
              <p key={link.id}>
                {teller}:{" "}
                <Link href={`/record/${link.id}`}>
                  {link.part === undefined ? link.stance : `${link.stance}, ${link.part}`}
                </Link>
                <span className={`${css.small} ${own.clipped}`} title={link.title}>
                  {link.title}
                </span>
              </p>
            ))
          )}
        </li>
      ))}
    </ul>
  );
}
