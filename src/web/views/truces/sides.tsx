import { useDesk } from "../../app/desk-context.tsx";
import { Clock, css, Mark, weightOf } from "../../design/index.ts";
import type { OrderLine, TruceModel } from "./one-query.ts";
import own from "./truces.module.css";

/** Each side for itself: its answer, its order and how far it has come, its assurances. */
export function Sides({ truce }: { readonly truce: TruceModel }) {
  const { t } = useDesk();
  return (
    <ul className={own.sides}>
      {truce.parties.map(({ office, name, answer, words, orders, guarantees }) => (
        <li key={office} className={`${css.sheet} ${own.side}`}>
          <p className={css.row}>
            <strong>{name}</strong> <Mark weight={weightOf(answer.code)}>{answer.words}</Mark>
          </p>
          {words && <p className={css.quote}>{words}</p>}
          <h3>{t("truces.order")}</h3>
          {orders.length === 0 && <p className={css.soft}>{t("truces.order_none")}</p>}
          {orders.map((order) => (
            <Order key={order.id} order={order} />
          ))}
          <h3>{t("truces.guarantees")}</h3>
          {guarantees.length === 0 && <p className={css.soft}>{t("word.no_answer")}</p>}
          {guarantees.map((one) => (
            <div key={one.id}>
              <p className={css.quote}>{one.words}</p>
              <p className={css.small}>
                {t("truces.guarantee_until")} <Clock at={one.until} />
              </p>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

const steps = ["received", "passed_to_units", "confirmed_by_units"] as const;

function Order({ order }: { readonly order: OrderLine }) {
  const { t } = useDesk();
  return (
    <div className={own.side}>
      <p>
        {order.number}, {order.signatory}
      </p>
      <p className={css.small}>
        <Clock at={order.issued} /> · {t("field.echelonReached")}: {order.echelon}
      </p>
      <ol className={own.chain} aria-label={t("truces.chain")}>
        {steps.map((step) => {
          const said = order.steps.find((one) => one.step.code === step);
          return (
            <li key={step}>
              <Mark weight={said ? "firm" : "waiting"}>{t(`word.${step}`)}</Mark>{" "}
              <span className={css.small}>
                {said ? (
                  <>
                    {said.echelon}, <Clock at={said.at} />
                  </>
                ) : (
                  t("word.no_answer")
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
